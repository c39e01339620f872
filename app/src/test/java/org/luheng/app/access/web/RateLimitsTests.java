package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "luheng.rate.limits=on")
@AutoConfigureMockMvc
@FreshDatabase
class RateLimitsTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private HandMovedClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @TestConfiguration(proxyBeanMethods = false)
    static class Ours {
        @Bean
        @Primary
        HandMovedClock handMovedClock() {
            return new HandMovedClock();
        }
    }

    @BeforeEach
    void later() {
        clock.forward(Duration.ofHours(1));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri("/api/health").with(from(address)).exchange();
    }

    @Test
    void fourHundredAtOnceAndAHundredASecondFromOneAddress() {
        for (int i = 0; i < 400; i++) {
            assertThat(get("192.0.2.1")).hasStatus(200);
        }
        assertThat(get("192.0.2.1")).hasStatus(429).hasHeader("Retry-After", "1");
        assertThat(get("192.0.2.2")).as("another address").hasStatus(200);
        clock.forward(Duration.ofSeconds(1));
        for (int i = 0; i < 100; i++) {
            assertThat(get("192.0.2.1")).hasStatus(200);
        }
        MvcTestResult refused = get("192.0.2.1");
        assertThat(refused).hasStatus(429).bodyText().contains("LH-1909");
    }

    @Test
    void anAddressOfIpv6CountsAsItsNetwork() {
        for (int i = 0; i < 400; i++) {
            assertThat(get("2001:db8:0:1::" + Integer.toHexString(i))).hasStatus(200);
        }
        assertThat(get("2001:db8:0:1:ffff::1")).hasStatus(429);
        assertThat(get("2001:db8:0:2::1")).hasStatus(200);
    }

    @Test
    void thirtySignInsAtOnceAndTenAMinuteFromOneAddress() {
        for (int i = 0; i < 30; i++) {
            assertThat(signIn())
                    .as("a form without token is sent back, but counts")
                    .hasStatus(303);
        }
        assertThat(signIn()).hasStatus(429);
        assertThat(mvc.post().uri(URI.create("/%73ign-in")).with(from("192.0.2.3")))
                .as("the same, written otherwise")
                .hasStatus(429);
        assertThat(mvc.get().uri("/sign-in").with(from("192.0.2.3"))).hasStatus(200);
        clock.forward(Duration.ofSeconds(6));
        assertThat(signIn()).hasStatus(303);
        assertThat(signIn()).hasStatus(429);
    }

    private MvcTestResult signIn() {
        return mvc.post().uri("/sign-in").with(from("192.0.2.3")).exchange();
    }

    @Test
    void uploadsAreCountedByAccount() {
        SignedIn one = new People(jdbc, transactions).with(Role.DISTRICT, "410102");
        SignedIn other = new People(jdbc, transactions).with(Role.DISTRICT, "410102");
        for (int i = 0; i < 120; i++) {
            assertThat(upload(one)).hasStatus(415);
        }
        assertThat(upload(one)).hasStatus(429);
        assertThat(upload(other)).hasStatus(415);
        clock.forward(Duration.ofSeconds(1));
        assertThat(upload(one)).hasStatus(415);
    }

    private MvcTestResult upload(SignedIn person) {
        return mvc.post()
                .uri("/api/facts")
                .contentType("image/png")
                .with(People.as(person))
                .exchange();
    }
}
