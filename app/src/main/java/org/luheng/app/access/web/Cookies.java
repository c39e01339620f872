package org.luheng.app.access.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.luheng.app.access.secret.Token;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The two cookies we set: that of the session, and that of a browser that signed in before. Where people come by TLS, here
 * or at a proxy, both go by TLS alone and no other host may set them ({@code __Host-}).
 */
@Component
class Cookies implements ServletContextInitializer {
    private static final int DEVICES_AT_MOST = 5;
    private static final int TOKEN_LENGTH = 43;
    private static final Duration DEVICE_FOR = Duration.ofDays(365);

    private final boolean secure;

    Cookies(Environment environment) {
        this.secure = !environment.getProperty("luheng.tls.cert", "").isBlank()
                || !environment.getProperty("luheng.proxies", "").isBlank();
    }

    @Override
    public void onStartup(ServletContext context) {
        var session = context.getSessionCookieConfig();
        session.setName(named("luheng"));
        session.setHttpOnly(true);
        session.setSecure(secure);
        session.setPath("/");
    }

    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }

    /** What is kept of the tokens that this browser shows, one for each account that signed in with it. */
    List<String> devices(HttpServletRequest request) {
        return shown(request).stream().map(Token::kept).toList();
    }

    private List<String> shown(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(named("luheng-device")))
                        .flatMap(cookie -> Arrays.stream(cookie.getValue().split("\\.")))
                        .filter(token -> token.length() == TOKEN_LENGTH)
                        .limit(DEVICES_AT_MOST)
                        .toList();
    }

    /** Adds a token to those of the browser; the oldest goes. */
    void device(HttpServletRequest request, HttpServletResponse response, Token token) {
        String all = java.util.stream.Stream.concat(java.util.stream.Stream.of(token.shown()), shown(request).stream())
                .limit(DEVICES_AT_MOST)
                .collect(java.util.stream.Collectors.joining("."));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(named("luheng-device"), all)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(DEVICE_FOR)
                        .build()
                        .toString());
    }
}
