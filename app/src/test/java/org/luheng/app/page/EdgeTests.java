package org.luheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes to the door: spoken word by word, since a client library would put much of it right. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class EdgeTests {
    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private String token = "";

    @BeforeEach
    void anOfficeOfTheWholeCountry() {
        People people = new People(jdbc, transactions);
        token = people.bearer(people.with(Role.OFFICE, "000000"));
    }

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
        return say(line + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: " + token + "\r\nConnection: close\r\n"
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
    void whateverIsRefusedIsRefusedInOneForm() throws Exception {
        String[] asked = {
            "405 LH-1806 DELETE /plans",
            "405 LH-1806 DELETE /api/facts",
            "406 LH-1807 GET /api/imports",
            "415 LH-1808 POST /api/facts",
            "400 LH-1805 GET /api/facts?region=%zz",
            "400 LH-1805 GET /facts?offset=%zz",
            "404 LH-1801 GET /error",
            "404 LH-1801 GET /api/nothing",
            "404 LH-1801 GET /.well-known/security.txt",
            "404 LH-1801 GET /.git/config",
            "404 LH-1801 GET /application.yaml",
            "404 LH-1801 GET /nothing"
        };
        for (String each : asked) {
            String[] words = each.split(" ", 3);
            Answer answer = ask(words[2], "localhost:" + port, "Accept: image/png", "Content-Type: image/png");
            assertThat(answer.status()).as(each).isEqualTo(Integer.parseInt(words[0]));
            assertThat(answer.body()).as(each).contains(words[1]).doesNotContain("Exception", "Tomcat");
            boolean data = words[2].contains("/api/");
            assertThat(answer.body().contains("{\"problems\":[{")).as(each).isEqualTo(data);
            assertThat(answer.body().contains("怎么办")).as(each).isEqualTo(!data);
        }
        assertThat(ask("DELETE /plans", "localhost").header("Allow")).contains("GET");
    }

    @Test
    void theDoorRefusesInTheSameForm() throws Exception {
        assertThat(ask("GET /plans", "evil.example").body()).contains("LH-1810", "怎么办");
        assertThat(ask("GET /api/facts", "evil.example").body()).contains("{\"problems\":[{", "LH-1810");
        assertThat(ask("POST /facts", "localhost", "Origin: http://evil.example")
                        .body())
                .contains("LH-1809", "怎么办");
        assertThat(ask("POST /api/facts", "localhost", "Origin: http://evil.example")
                        .body())
                .contains("{\"problems\":[{", "LH-1809");
    }

    @Test
    void aFormThatEndsTooEarlyIsMalformed() throws Exception {
        Answer answer = say("POST /facts HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + token
                + "\r\nConnection: close\r\nContent-Length: 5\r\n"
                + "Content-Type: multipart/form-data\r\n\r\nhello");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("LH-1805");
    }

    @Test
    void whatNeverReachesAPageIsAnsweredWithoutAWordOfTheServer() throws Exception {
        for (String line : List.of("GET /plans/%zz", "GET /<>", "GET /a%2Fb", "BR{}KEN /")) {
            Answer answer = ask(line, "localhost");
            assertThat(answer.status()).as(line).isEqualTo(400);
            assertThat(answer.body()).as(line).doesNotContainIgnoringCase("tomcat", "exception", "HTTP Status");
        }
        assertThat(ask("GET /plans/%zz", "localhost").body()).contains("LH-1805");
    }

    @Test
    void aSlashTooManyAndAForeignLanguageMakeNoDifference() throws Exception {
        assertThat(get("/plans/").status()).isEqualTo(200);
        assertThat(get("/api/imports/").status()).isEqualTo(200);
        assertThat(get("/").status()).isEqualTo(200);
        assertThat(get("/plans", "Accept-Language: en").header("Content-Language"))
                .isEqualTo("zh-CN");
        assertThat(get("/nowhere", "Accept-Language: fr").header("Content-Language"))
                .isEqualTo("zh-CN");
        assertThat(get("/assets/htmx/htmx.min.js?" + Assets.EDITION).status()).isEqualTo(200);
    }

    @Test
    void whoLoadsADocumentIsLedBackWithoutANameOfTheServer() throws Exception {
        Path document = Path.of(System.getProperty("luheng.root", ".."), "../shared/seeds")
                .resolve(plans.get("erqi-2015").document().name());
        Assumptions.assumeTrue(Files.isRegularFile(document), "没有方案原件，跳过");
        String edge = "----edge";
        byte[] before = ("--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.doc\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/plans/erqi-2015/document"))
                .header("Authorization", token)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofByteArrays(List.of(before, Files.readAllBytes(document), after)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/plans/erqi-2015#document");
        }
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
