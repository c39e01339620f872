package org.luheng.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.Standing;
import org.luheng.app.database.Actor;
import org.luheng.app.page.Address;
import org.luheng.app.page.Reader;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds who acts, and who reads, for the length of a request; part of the chain of Spring Security, once it knows. */
class ActingFilter extends OncePerRequestFilter {
    /** Who is not signed in. */
    private static final String PUBLIC = "公众";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn signedIn = signedIn();
        if (signedIn != null && !request.getRequestURI().startsWith("/assets/")) {
            // What one person saw stays in no store that the next one at this machine can open.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        try {
            actor(signedIn, request)
                    .<@Nullable Void, Exception>call(() -> reader(signedIn).<@Nullable Void, Exception>call(() -> {
                        chain.doFilter(request, response);
                        return null;
                    }));
        } catch (ServletException | IOException | RuntimeException asItWas) {
            throw asItWas;
        } catch (Exception unexpected) {
            throw new ServletException(unexpected);
        }
    }

    /** The page that says what went wrong has a reader too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    static Actor actor(@Nullable SignedIn signedIn, HttpServletRequest request) {
        if (signedIn == null) {
            return stranger(request);
        }
        Standing standing = signedIn.standing();
        return new Actor(
                signedIn.login(),
                signedIn.account(),
                standing == null ? null : standing.id(),
                "",
                request.getRemoteAddr(),
                what(request));
    }

    /** Who is not signed in, or not yet. */
    static Actor stranger(HttpServletRequest request) {
        return new Actor(PUBLIC, null, null, "", request.getRemoteAddr(), what(request));
    }

    private static String what(HttpServletRequest request) {
        return request.getMethod() + " " + Address.loggable(request);
    }

    private static Reader reader(@Nullable SignedIn signedIn) {
        if (signedIn == null) {
            return Reader.ofThePublic();
        }
        Standing standing = signedIn.standing();
        List<Reader.Other> others = signedIn.standings().stream()
                .filter(other -> !other.equals(standing))
                .map(other -> new Reader.Other(other.id(), other.inWords()))
                .toList();
        return new Reader(
                true,
                signedIn.name(),
                standing == null ? "没有身份" : standing.inWords(),
                others,
                standing == null ? Set.of() : offers(standing.role()));
    }

    /** By the same roles as {@link SecurityConfiguration} opens them to. */
    private static Set<String> offers(Role role) {
        Set<String> offers = new HashSet<>();
        if (SecurityConfiguration.READ_FACTS.contains(role)) {
            offers.add("/facts");
            offers.add("/monitor");
            offers.add("/metering");
        }
        if (SecurityConfiguration.REPORT.contains(role)) {
            offers.addAll(Set.of("/facts/report", "/monitor/facts"));
        }
        switch (role) {
            case OFFICE ->
                offers.addAll(Set.of(
                        "/proposals",
                        "/reviews",
                        "/plans/document",
                        "/register",
                        "/monitor/new",
                        "/monitor/terms",
                        "/metering/new"));
            case ENTERPRISE, INSTITUTION -> offers.add("/monitor/marks");
            case AUDITOR -> offers.addAll(Set.of("/proposals", "/audit"));
            case ADMINISTRATOR -> offers.add("/accounts");
            default -> {}
        }
        return offers;
    }
}
