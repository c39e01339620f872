package org.luheng.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** ASVS V4.2, V5.3, V13.4: paths that lead out of what is served, and messages that are two at once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class PathAndMessageTests {
    private static final String SMUGGLED = "GET /rules HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private Wire wire = new Wire(0);

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        wire = new Wire(port);
    }

    @Test
    void nothingIsServedButWhatIsMeantToBe() throws Exception {
        for (String path : List.of(
                "/assets",
                "/assets/",
                "/assets/htmx/",
                "/assets/echarts/",
                "/static/assets/luheng.css",
                "/META-INF/MANIFEST.MF",
                "/META-INF/sbom/application.cdx.json",
                "/WEB-INF/web.xml",
                "/BOOT-INF/classes/application.yaml",
                "/application.yaml",
                "/db/migration/V1__foundation.sql",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/.git/HEAD",
                "/.env",
                "/pom.xml",
                "/data/postgresql/passwords",
                "/actuator",
                "/actuator/env",
                "/h2-console",
                "/swagger-ui.html",
                "/assets/../application.yaml",
                "/assets/../../application.yaml",
                "/assets/%2e%2e/%2e%2e/application.yaml",
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/..%5c..%5capplication.yaml",
                "/assets/..\\..\\application.yaml",
                "/assets/....//application.yaml",
                "/assets/..;/application.yaml",
                "/assets/%252e%252e/application.yaml",
                "/assets/%c0%ae%c0%ae/application.yaml",
                "/assets/htmx/../../../../application.yaml",
                "/assets/luheng.css%00.js",
                "//application.yaml",
                "/plans/..%2f..%2frules%2feditions.csv",
                "/plans/%2e%2e/application.yaml")) {
            Wire.Answer answer = wire.ask("GET " + path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("spring:", "create table", "administrator=");
        }
    }

    @Test
    void aMessageWhoseEndCanBeReadTwoWaysIsNotRead() throws Exception {
        for (String headers : List.of(
                "Content-Length: 4\r\nContent-Length: 100\r\n",
                "Content-Length: 4, 100\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: -4\r\n",
                "Content-Length: 0x4\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: identity, chunked, chunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding:\u000bchunked\r\n",
                " Content-Length: 4\r\n")) {
            Wire.Answer answer = wire.say("POST /facts HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + SMUGGLED);
            assertThat(answer.status()).as(headers).isIn(400, 501);
            assertThat(answer.answers()).as(headers).isEqualTo(1);
        }
    }

    /** RFC 9112, 6.3: the chunks count, and the connection is not used again. */
    @Test
    void whereBothLengthsAreGivenTheChunksCountAndTheConnectionEnds() throws Exception {
        Wire.Answer answer = wire.say("POST /facts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED);
        assertThat(answer.answers()).isEqualTo(1);
        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void noParameterBecomesAHeader() throws Exception {
        for (String injected : List.of(
                "/plans?plan=%0d%0aSet-Cookie:%20stolen=1",
                "/?plan=x%0aSet-Cookie:%20stolen=1",
                "/plans/x%0d%0aSet-Cookie:%20stolen=1",
                "/rules?format=csv%0d%0aSet-Cookie:%20stolen=1",
                "/plans/%E5%98%8A%E5%98%8DSet-Cookie:%20stolen=1")) {
            Wire.Answer answer = wire.ask("GET " + injected);
            assertThat(answer.head()).as(injected).doesNotContain("stolen");
        }
    }

    @Test
    void whatIsTooLongIsCutOff() throws Exception {
        assertThat(wire.ask("GET /plans?x=" + "x".repeat(100_000)).status()).isIn(400, 414);
        assertThat(wire.ask("GET /plans", "X-Long: " + "x".repeat(100_000)).status())
                .isIn(400, 431);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append("X-").append(i).append(": y\r\n");
        }
        assertThat(wire.say("GET /plans HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + many + "\r\n")
                        .status())
                .isIn(400, 431);
        assertThat(wire.ask("GET /plans?" + "a&".repeat(3_000)).status()).isIn(200, 400);
    }
}
