package org.luheng.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what nobody may upload before a byte of it is read. The token of a form lies inside the upload, so to look for it
 * is to take the whole of it in.
 */
class StrangersUploads extends OncePerRequestFilter {
    private final Doorkeeper doorkeeper;

    StrangersUploads(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (RateLimits.isUpload(request)
                && !request.getMethod().equals("GET")
                && ActingFilter.signedIn() == null
                && !isOfAProgram(request)) {
            doorkeeper.commence(request, response, new InsufficientAuthenticationException("upload by nobody"));
            return;
        }
        chain.doFilter(request, response);
    }

    /** A program shows its token with each request; no other site can make a browser do that. */
    static boolean isOfAProgram(HttpServletRequest request) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.regionMatches(true, 0, "Bearer ", 0, 7);
    }
}
