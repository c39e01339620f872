package org.luheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** What comes to the door: spoken word by word, since a client library would put much of it right. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class EdgeTests {
    @Value("${local.server.port}")
    private int port;

    private record Answer(int status, String head, String body) {
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private Answer say(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            String head = end < 0 ? all : all.substring(0, end);
            return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, end < 0 ? "" : all.substring(end + 4));
        }
    }

    private Answer ask(String line, String host, String... headers) throws IOException {
        return say(line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + String.join(
                        "", List.of(headers).stream().map(each -> each + "\r\n").toList()) + "\r\n");
    }

    private Answer get(String path, String... headers) throws IOException {
        return ask("GET " + path, "localhost:" + port, headers);
    }

    @Test
    void aNameThatIsNotOursIsNotServed() throws Exception {
        assertThat(ask("GET /plans", "evil.example").status()).isEqualTo(421);
        assertThat(ask("GET /api/facts", "evil.example:" + port).status()).isEqualTo(421);
        assertThat(ask("POST /facts", "evil.example", "Origin: http://evil.example", "Sec-Fetch-Site: same-origin")
                        .status())
                .isEqualTo(421);
        for (String ours : List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:9999")) {
            assertThat(ask("GET /plans", ours).status()).as(ours).isEqualTo(200);
        }
    }

    @Test
    void aChangeComesFromOurOwnPages() throws Exception {
        assertThat(get("/plans").status()).isEqualTo(200);
        assertThat(ask("POST /facts", "localhost:" + port, "Origin: http://localhost:1", "Sec-Fetch-Site: same-origin")
                        .status())
                .isEqualTo(403);
        assertThat(ask("POST /facts", "localhost:" + port, "Origin: null").status())
                .isEqualTo(403);
        assertThat(ask("POST /facts", "localhost:" + port, "Origin: http://localhost:" + port)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aTunnelOrProxyIsNotLedAwayFromItsOwnAddress() throws Exception {
        Answer api = ask("GET /v3/api-docs", "localhost:7777");
        assertThat(api.body())
                .contains("\"servers\":[{\"url\":\"/\"", "绿衡 Luheng API")
                .doesNotContain("7777", "\"version\":\"?\"", "\"version\":\"v0\"");
        assertThat(get("/nowhere").header("Location")).isEmpty();
    }
}
