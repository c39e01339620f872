package org.luheng.app.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
@ExtendWith(OutputCaptureExtension.class)
class ManySendersTests {
    private static final String FILE = """
            region,period,element,value,unit,stage,source
            410105,2071,gdp.constant,0.10,亿元,初步,公报
            """;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private FactImport imports;

    @Autowired
    private HikariDataSource pool;

    private final HttpClient client = HttpClient.newHttpClient();

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

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", token)
                .timeout(Duration.ofSeconds(10));
    }

    @Test
    void slowSendersKeepNobodyFromThePagesAndTheirLeavingIsNoError(CapturedOutput output) throws Exception {
        List<Socket> senders = new ArrayList<>();
        try {
            for (int i = 0; i < 260; i++) {
                senders.add(slowly(i));
            }
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> page = client.send(request("/facts").build(), BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isLessThan(8);
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isLessThanOrEqualTo(16);
        } finally {
            for (Socket sender : senders) {
                sender.close();
            }
        }
        Thread.sleep(1_000);
        assertThat(client.send(request("/facts").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(output.getAll()).doesNotContain("Exception", "\tat org.");
    }

    /** Every other one sends a form. */
    private Socket slowly(int number) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        boolean form = number % 2 == 0;
        String head = "POST /api/facts HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + token
                + "\r\nContent-Length: 100000\r\nContent-Type: "
                + (form
                        ? "multipart/form-data; boundary=x\r\n\r\n--x\r\n"
                                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nregion"
                        : "text/csv\r\n\r\nregion");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void whoFindsAllPlacesTakenIsToldToComeAgain() throws Exception {
        HttpRequest sending = request("/api/facts")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(FILE))
                .build();
        imports.turns.acquire(FactImport.AT_ONCE);
        try {
            HttpResponse<String> refused = client.send(sending, BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.body()).contains("LH-1811");
        } finally {
            imports.turns.release(FactImport.AT_ONCE);
        }
        assertThat(client.send(sending, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        assertThat(imports.turns.availablePermits()).isEqualTo(FactImport.AT_ONCE);
    }
}
