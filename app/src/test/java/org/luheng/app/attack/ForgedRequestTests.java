package org.luheng.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** ASVS V4.1, V8.3, V1.5: headers that say the request is another than it is, and bodies that no address takes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class ForgedRequestTests {
    private static final List<String> CLOSED = List.of("/accounts", "/audit", "/facts", "/proposals", "/me");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Wire wire = new Wire(0);

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        wire = new Wire(port);
    }

    @Test
    void noHeaderOpensAnAddressByTheNameOfAnother() throws Exception {
        for (String name : List.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Uri")) {
            for (String closed : CLOSED) {
                assertThat(wire.ask("GET " + closed, name + ": /plans").header("Location"))
                        .as("%s at %s", name, closed)
                        .startsWith("/sign-in?to=");
            }
            Wire.Answer open = wire.ask("GET /api/health", name + ": /accounts");
            assertThat(open.status()).as(name).isEqualTo(200);
            assertThat(open.all()).as(name).doesNotContain("/accounts");
        }
        for (String local : List.of("X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Forwarded: for=127.0.0.1")) {
            for (String closed : CLOSED) {
                assertThat(wire.ask("GET " + closed, local).status())
                        .as("%s at %s", local, closed)
                        .isEqualTo(303);
            }
        }
    }

    @Test
    void noHeaderPutsAnothersNameIntoAnAnswer() throws Exception {
        for (String address : List.of("/", "/sign-in", "/accounts", "/plans/", "/v3/api-docs", "/nowhere")) {
            Wire.Answer answer = wire.ask(
                    "GET " + address,
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Prefix: //evil.example",
                    "X-Host: evil.example",
                    "Forwarded: host=evil.example;proto=https");
            assertThat(answer.all()).as(address).doesNotContain("evil.example").doesNotContain("Strict-Transport");
        }
    }

    @Test
    void aMethodIsTheOneInTheFirstLine() throws Exception {
        for (String name : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(wire.ask("POST /plans", name + ": GET", "Content-Length: 0")
                            .status())
                    .as(name)
                    .isIn(401, 403, 405);
            assertThat(wire.ask("GET /api/health", name + ": DELETE").status())
                    .as(name)
                    .isEqualTo(200);
        }
        assertThat(wire.ask("POST /api/health?_method=GET", "Content-Length: 0").status())
                .isIn(401, 403, 405);
    }

    @Test
    void aBodyThatIsNoFileOfFactsIsRefusedAndNotTakenApart() throws Exception {
        People people = new People(jdbc, transactions);
        String bearer = "Authorization: " + people.bearer(people.with(Role.DISTRICT, "410102"));
        for (String type : List.of("application/json", "application/xml", "application/x-java-serialized-object")) {
            for (String body : List.of(
                    "[".repeat(100_000),
                    "{\"a\":".repeat(20_000),
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                    "\u00AC\u00ED\u0000\u0005")) {
                Wire.Answer answer = wire.say("POST /api/facts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + bearer + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
                assertThat(answer.status()).as(type).isEqualTo(415);
                assertThat(answer.body()).as(type).contains("LH-").doesNotContain("root:x:", "xception");
            }
        }
    }
}
