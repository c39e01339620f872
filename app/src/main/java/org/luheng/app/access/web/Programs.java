package org.luheng.app.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.Token;
import org.luheng.app.access.store.AccessTokens;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program in that shows an access token, for this request, whatever cookie came along. It reads, reports facts
 * and loads documents; accounts, proposals and confirmations are for people. A token that does not hold is refused, never taken for nobody.
 */
class Programs extends OncePerRequestFilter {
    /** By the same patterns as the door: an address is what it means, however it is written. */
    private static final RequestMatcher FOR_PROGRAMS =
            new OrRequestMatcher(pathPattern("/api/**"), pathPattern("/facts"), pathPattern("/plans/*/document"));

    private static final RequestMatcher FOR_PEOPLE = new OrRequestMatcher(
            pathPattern("/me/**"),
            pathPattern("/accounts/**"),
            pathPattern("/sign-in/**"),
            pathPattern("/sign-out"),
            pathPattern("/start"),
            pathPattern("/invitations/**"));

    private final AccessTokens tokens;
    private final Doorkeeper doorkeeper;
    private final ApplicationEventPublisher events;

    Programs(AccessTokens tokens, Doorkeeper doorkeeper, ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.doorkeeper = doorkeeper;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!StrangersUploads.isOfAProgram(request)) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring("Bearer ".length())
                .strip();
        Optional<SignedIn> person = tokens.bearer(Token.kept(shown));
        if (person.isEmpty()) {
            ActingFilter.actor(null, request)
                    .run(() -> events.publishEvent(new SignInEvent(SignInEvent.Kind.REFUSED, "", null, "访问令牌")));
            doorkeeper.unknownToken(request, response);
        } else if (!isForPrograms(request)) {
            doorkeeper.handle(request, response, new AccessDeniedException("not for programs"));
        } else {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(person.get().authentication()));
            chain.doFilter(request, response);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        if (FOR_PROGRAMS.matches(request)) {
            return true;
        }
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && !FOR_PEOPLE.matches(request);
    }
}
