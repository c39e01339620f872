package org.luheng.app.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that every answer carries, and refusal of what another site sends through a reader's browser: changes, and any
 * request under a name that is not ours (a page may point its own name at this machine). Browsers that came by TLS are told
 * to come by nothing else for a year.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Safeguard extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Safeguard.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MISDIRECTED = 421;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** What every answer tells the browser; also {@link LastResort}'s, where no filter was passed. */
    static final Map<String, String> RULES = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final Hosts hosts;

    private final Refusals refusals;

    Safeguard(Environment environment, Refusals refusals) {
        this.refusals = refusals;
        hosts = Hosts.of(environment.getProperty("server.address", ""), environment.getProperty("luheng.hosts", ""));
        if (hosts.any()) {
            LOG.warn("监听本机以外的地址，又没有设 LUHENG_HOSTS：以任何主机名访问都接受，别的网页可能借读者的浏览器读写本系统");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RULES.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
            return;
        }
        String host = request.getHeader("Host");
        if (host != null && !hosts.accepts(host)) {
            refuse(request, response, MISDIRECTED, Finding.of(Fault.OTHER_HOST, Place.parameter("Host"), host));
            return;
        }
        if (!SAFE.contains(request.getMethod()) && fromElsewhere(request)) {
            String origin = Objects.requireNonNullElse(request.getHeader("Origin"), "");
            refuse(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    Finding.of(Fault.FROM_ELSEWHERE, Place.parameter("Origin"), origin));
            return;
        }
        chain.doFilter(request, response);
    }

    /** What the server itself refuses is answered by a page of ours, and this is all of the chain it passes. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, Finding finding)
            throws ServletException, IOException {
        try {
            refusals.write(request, response, request.getRequestURI(), status, List.of(finding));
        } catch (IOException readerIsGone) {
            throw readerIsGone;
        } catch (Exception unexpected) {
            throw new ServletException(unexpected);
        }
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        return origin != null && !sameHost(origin, request.getHeader("Host"));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
