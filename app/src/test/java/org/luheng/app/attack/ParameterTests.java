package org.luheng.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** ASVS V1, V2, V15.3.7: what is put into the parameters of a public page. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class ParameterTests {
    private static final List<String> PAGES = List.of(
            "/",
            "/plans",
            "/plans/zhengzhou-14fyp",
            "/agencies/410100-fgw",
            "/regions/410102",
            "/indicators",
            "/indicators/energy.intensity",
            "/figure",
            "/api/plans",
            "/api/snapshot",
            "/api/figure");

    private static final List<String> PARAMETERS =
            List.of("plan", "period", "asof", "region", "indicator", "target", "format", "table");

    /** Each would do something in some interpreter: HTML, script, SQL, a template, a path, a format string, a regex. */
    private static final List<String> SAID = List.of(
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "</script><svg/onload=alert(1)>",
            "' or '1'='1",
            "1; drop table luheng.fact; --",
            "1) union select password from luheng.credential --",
            "${7*7}#{7*7}{{7*7}}@{7*7}",
            "../../../../etc/passwd",
            "%s%s%n%n",
            "(a+)+$",
            "\u0000",
            "\r\nSet-Cookie: stolen=1",
            "\uD83D\uDE00\u202E\u200B",
            "-1",
            "99999999999999999999",
            "2021-99",
            "9999-12-31",
            "x".repeat(4_000));

    private static final List<String> RUN = List.of(
            "<script>alert", "<img src=x", "<svg/onload", "href=\"javascript:", "49#{", "#{49}", "{{49}}", "@{49}");

    private Wire wire = new Wire(0);

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        wire = new Wire(port);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Broken, or said back as something that a browser would run; in JSON, which none renders, only the first. */
    private static boolean harmed(Wire.Answer answer) {
        boolean page = String.valueOf(answer.header("Content-Type")).startsWith("text/html");
        return answer.status() >= 500
                || answer.status() < 200
                || answer.head().contains("stolen")
                || answer.body().contains("root:x:")
                || page && RUN.stream().anyMatch(answer.body()::contains);
    }

    @Test
    void nothingSaidToAPageIsRunOrBreaksIt() throws Exception {
        List<String> broken = new ArrayList<>();
        for (String page : PAGES) {
            for (String parameter : PARAMETERS) {
                for (String said : SAID) {
                    String address = page + "?" + parameter + "=" + encoded(said);
                    Wire.Answer answer = wire.ask("GET " + address);
                    if (harmed(answer)) {
                        broken.add(answer.status() + " " + address);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void nothingSaidAsAPartOfThePathIsRunOrBreaksThePage() throws Exception {
        List<String> broken = new ArrayList<>();
        for (String page : List.of("/plans/", "/agencies/", "/regions/", "/indicators/", "/assets/", "/api/")) {
            for (String said : SAID) {
                Wire.Answer answer = wire.ask("GET " + page + encoded(said));
                if (harmed(answer)) {
                    broken.add(answer.status() + " " + page + encoded(said));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aParameterSaidTwiceIsNoWayAroundItsCheck() throws Exception {
        for (String page : List.of("/plans", "/rules", "/plans/zhengzhou-14fyp")) {
            Wire.Answer once = wire.ask("GET " + page + "?format=exe");
            Wire.Answer twice = wire.ask("GET " + page + "?format=csv&format=exe");
            assertThat(once.status()).as(page).isEqualTo(400);
            assertThat(twice.status()).as(page).isEqualTo(400);
        }
        assertThat(wire.ask("GET /?plan=zhengzhou-14fyp&plan=erqi-2015").status())
                .isBetween(400, 499);
    }
}
