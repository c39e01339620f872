package org.luheng.app.access.web;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of a test: keeps cookies, reads the token of the forms, follows nothing by itself. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;
    private String token = "";

    Visitor(int port) {
        this.server = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return seen(client.send(with(request(path), headers).build(), BodyHandlers.ofString()));
    }

    /** @param fields name, value, name, value … */
    HttpResponse<String> post(String path, String... fields) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", token);
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        String body = String.join(
                "&",
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .toList());
        return seen(client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    /** From the sign-in page, as people do. */
    HttpResponse<String> signIn(String login, String password, String... fields) throws Exception {
        get("/sign-in");
        String[] all = new String[fields.length + 4];
        all[0] = "login";
        all[1] = login;
        all[2] = "password";
        all[3] = password;
        System.arraycopy(fields, 0, all, 4, fields.length);
        return post("/sign-in", all);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("User-Agent", "Mozilla/5.0 Firefox/140.0");
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return request;
    }

    private HttpResponse<String> seen(HttpResponse<String> answer) {
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    String token() {
        return token;
    }

    void token(String other) {
        token = other;
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Puts a cookie into the browser, as somebody who planted or stole one would. */
    void cookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("127.0.0.1");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(server), cookie);
    }

    boolean isSignedIn() throws Exception {
        return get("/me").statusCode() == 200;
    }

    static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
