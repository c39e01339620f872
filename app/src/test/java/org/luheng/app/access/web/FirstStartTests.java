package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.Account;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.Role;
import org.luheng.app.access.secret.FirstStart;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The first start of an empty installation, as it is done by whoever stands at the console. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class FirstStartTests {
    private static final String PASSWORD = "马走日 象走田 小卒过河";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private FirstStart start;

    @Autowired
    private Accounts accounts;

    @Autowired
    private HandMovedClock clock;

    @TestConfiguration(proxyBeanMethods = false)
    static class Ours {
        @Bean
        @Primary
        HandMovedClock handMovedClock() {
            return new HandMovedClock();
        }
    }

    private HttpResponse<String> tried(Visitor visitor, String token) throws Exception {
        return visitor.post(
                "/start", "token", token, "login", "chief", "name", "管理员", "password", PASSWORD, "again", PASSWORD);
    }

    /** One story, since there is only one first administrator. */
    @Test
    void theTokenOfTheConsoleMakesTheFirstAdministratorAndNoSecondOne() throws Exception {
        Visitor visitor = new Visitor(port);
        String before = start.newToken();
        String token = start.newToken();
        assertThat(visitor.get("/start").body()).contains("一次性令牌").doesNotContain(token);
        assertThat(tried(visitor, "").body()).contains("LH-1918");
        assertThat(tried(visitor, before).body()).as("new at each start").contains("LH-1918");
        assertThat(visitor.post(
                                "/start",
                                "token",
                                token,
                                "login",
                                "chief",
                                "name",
                                "管理员",
                                "password",
                                "短",
                                "again",
                                "短")
                        .body())
                .as("does not use the token up")
                .contains("LH-1903");
        HttpResponse<String> guess = tried(visitor, "x");
        for (int more = 0; more < 10 && guess.statusCode() == 400; more++) {
            guess = tried(visitor, "x");
        }
        assertThat(guess.statusCode()).as("guesses are slowed").isEqualTo(429);
        assertThat(guess.headers().firstValue("Retry-After")).isPresent();
        clock.forward(Duration.ofHours(2));
        assertThat(accounts.hasAdministrator()).isFalse();
        HttpResponse<String> in = tried(visitor, " " + token + " ");
        assertThat(Visitor.to(in))
                .as("who sees so many things needs a second factor")
                .isEqualTo("/sign-in/second-factor");
        assertThat(visitor.get("/sign-in/second-factor").statusCode()).isEqualTo(200);
        assertThat(visitor.isSignedIn()).isFalse();
        Account first =
                accounts.all(new Accounts.Search("", null, Role.ADMINISTRATOR)).getFirst();
        assertThat(first).returns("chief", Account::login).returns(Account.State.ACTIVE, Account::state);
        Visitor late = new Visitor(port);
        late.get("/sign-in");
        assertThat(late.get("/start").statusCode()).isEqualTo(404);
        assertThat(tried(late, token).statusCode()).isEqualTo(404);
        assertThat(accounts.all(new Accounts.Search("", null, null))).hasSize(1);
        assertThat(late.signIn("chief", PASSWORD).statusCode()).isEqualTo(303);
    }
}
