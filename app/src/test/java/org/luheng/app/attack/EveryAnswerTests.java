package org.luheng.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** ASVS V3, V4, V13: what every answer carries, whatever was asked, and what none carries. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class EveryAnswerTests {
    private Wire wire = new Wire(0);

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        wire = new Wire(port);
    }

    private List<Wire.Answer> answers() throws IOException {
        List<Wire.Answer> answers = new ArrayList<>();
        for (String line : List.of(
                "GET /plans",
                "HEAD /plans",
                "GET /rules?format=csv",
                "GET /rules?format=xlsx",
                "GET /api/health",
                "GET /v3/api-docs",
                "GET /assets/luheng.css",
                "GET /assets/htmx/htmx.min.js",
                "GET /assets/mark.svg",
                "GET /nowhere",
                "GET /api/nowhere",
                "GET /plans/none",
                "GET /plans/%zz",
                "GET /a%2Fb",
                "GET /<>",
                "GET /assets/none.js",
                "DELETE /plans",
                "OPTIONS /plans",
                "TRACE /plans",
                "BR{}KEN /")) {
            answers.add(wire.ask(line));
        }
        answers.add(wire.ask("GET /plans", "Host: evil.example"));
        answers.add(wire.ask("POST /facts", "Origin: http://evil.example", "Content-Length: 0"));
        answers.add(wire.ask("GET /plans", "X-Long: " + "x".repeat(100_000)));
        answers.add(wire.ask("GET /plans", "Content-Length: x"));
        answers.add(wire.say("GET /plans HTTP/1.1\r\nConnection: close\r\n\r\n"));
        answers.add(wire.say("GET /plans HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        return answers;
    }

    @Test
    void carriesTheRulesForTheBrowser() throws Exception {
        for (Wire.Answer answer : answers()) {
            String policy = Objects.requireNonNullElse(answer.header("Content-Security-Policy"), "");
            assertThat(policy)
                    .as(answer.head())
                    .contains(
                            "default-src 'none'",
                            "object-src 'none'",
                            "base-uri 'none'",
                            "frame-ancestors 'none'",
                            "form-action 'self'")
                    .doesNotContain("unsafe-", "*");
            assertThat(answer.header("X-Content-Type-Options"))
                    .as(answer.head())
                    .isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(answer.head()).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy"))
                    .as(answer.head())
                    .isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy"))
                    .as(answer.head())
                    .isEqualTo("same-origin");
        }
    }

    @Test
    void saysWhatItIsAndInWhichCharacters() throws Exception {
        for (Wire.Answer answer : answers()) {
            String type = answer.header("Content-Type");
            if (!answer.body().isEmpty()) {
                assertThat(type).as(answer.head()).isNotNull();
            }
            if (type != null && (type.startsWith("text/") || type.contains("+xml"))) {
                assertThat(type.toLowerCase(Locale.ROOT)).as(answer.head()).contains("charset=utf-8");
            }
        }
    }

    @Test
    void saysNothingOfTheServerAndGivesNothingAway() throws Exception {
        for (Wire.Answer answer : answers()) {
            for (String never : List.of("Server", "X-Powered-By", "Via", "Access-Control-Allow-Origin")) {
                assertThat(answer.header(never)).as(answer.head()).isNull();
            }
            if (answer.status() >= 400) {
                assertThat(answer.body())
                        .as(answer.head())
                        .doesNotContainIgnoringCase(
                                "tomcat", "exception", "org.springframework", "java.", "\tat ", "sql");
            }
        }
    }

    @Test
    void noOtherSiteIsGivenLeaveToReadOrToWrite() throws Exception {
        for (String line : List.of("OPTIONS /api/facts", "OPTIONS /facts", "OPTIONS /plans")) {
            Wire.Answer answer = wire.ask(
                    line,
                    "Origin: https://evil.example",
                    "Access-Control-Request-Method: POST",
                    "Access-Control-Request-Headers: content-type");
            assertThat(answer.head().toLowerCase(Locale.ROOT)).as(line).doesNotContain("access-control-allow");
        }
        Wire.Answer read = wire.ask("GET /api/health", "Origin: https://evil.example");
        assertThat(read.head().toLowerCase(Locale.ROOT)).doesNotContain("access-control-allow");
    }

    @Test
    void noMethodEchoesOrChanges() throws Exception {
        for (String method : List.of("TRACE", "TRACK", "CONNECT", "PUT", "PATCH", "DELETE", "PROPFIND", "DEBUG")) {
            Wire.Answer answer = wire.ask(method + " /plans", "X-Secret: not-to-be-echoed");
            assertThat(answer.status()).as(method).isBetween(400, 501);
            assertThat(answer.all()).as(method).doesNotContain("not-to-be-echoed");
        }
    }
}
