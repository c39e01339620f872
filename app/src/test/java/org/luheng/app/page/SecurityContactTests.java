package org.luheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SecurityContactTests {
    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-21T15:30:00Z"), ZoneId.of("Asia/Shanghai"));

    private static MvcTestResult asked(String contact) {
        var environment = new MockEnvironment().withProperty("luheng.security.contact", contact);
        return MockMvcTester.of(new SecurityContact(environment, EVENING))
                .get()
                .uri("/.well-known/security.txt")
                .exchange();
    }

    @Test
    void whoIsToBeToldStandsThereUntilADay() {
        assertThat(asked("security@example.gov.cn, https://example.gov.cn/report,tel:+86-371-00000000"))
                .hasStatusOk()
                .hasContentType("text/plain;charset=UTF-8")
                .bodyText()
                .isEqualTo("""
                        Contact: mailto:security@example.gov.cn
                        Contact: https://example.gov.cn/report
                        Contact: tel:+86-371-00000000
                        Expires: 2027-02-19T00:00:00Z
                        Preferred-Languages: zh, en
                        """);
    }

    @Test
    void whatIsNoWayToReachAnybodyIsLeftOut() {
        assertThat(asked("http://example.gov.cn,javascript:alert(1),mailto:a@b.cn\nPolicy:x,a@b.cn"))
                .hasStatusOk()
                .bodyText()
                .startsWith("Contact: mailto:a@b.cn\nExpires:");
    }

    @Test
    void whereNobodyIsNamedThereIsNoSuchPage() {
        assertThat(asked("")).hasFailed();
        assertThat(asked("somebody")).hasFailed();
    }
}
