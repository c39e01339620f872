package org.luheng.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.Token;
import org.luheng.app.access.store.AccessTokens;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program in that shows an access token, for this request, whatever cookie came along. It reads, reports facts
 * and loads documents; accounts, proposals and confirmations are for people. A token that does not hold is refused, never taken for nobody.
 */
class Programs extends OncePerRequestFilter {
    private static final List<String> FOR_PEOPLE =
            List.of("/me", "/accounts", "/sign-in", "/sign-out", "/start", "/invitations");

    private static final Pattern DOCUMENT = Pattern.compile("/plans/[^/]+/document");

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
        String path = request.getRequestURI();
        if (path.startsWith("/api/")
                || path.equals("/facts")
                || DOCUMENT.matcher(path).matches()) {
            return true;
        }
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && FOR_PEOPLE.stream().noneMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }
}
