package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in through the directory of a city, which here is a small one of our own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class DirectoryTests {
    private static final CityDirectory CITY = new CityDirectory();

    @DynamicPropertySource
    static void theCityHasADirectory(DynamicPropertyRegistry properties) {
        properties.add("luheng.oidc.issuer", CITY::issuer);
        properties.add("luheng.oidc.client.id", () -> "luheng");
        properties.add("luheng.oidc.client.secret", () -> "secret");
    }

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Passwords passwords;

    @AfterAll
    static void end() {
        CITY.close();
    }

    @Autowired
    private Database database;

    @AfterEach
    void honestAgain() {
        CITY.signedByAnother = false;
        CITY.nonceInstead = "";
    }

    /** An account that an administrator has made and nobody has entered. */
    private SignedIn invited() {
        // Who stays, where the other is not active yet.
        new People(jdbc, transactions).with(Role.ADMINISTRATOR, null);
        SignedIn person = new People(jdbc, transactions).with(Role.ADMINISTRATOR, null);
        state(person, "受邀");
        return person;
    }

    private void state(SignedIn person, String state) {
        Actor.program("access")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("update luheng.account set state = ? where id = ?")
                                .param(state)
                                .param(person.account())
                                .update()));
    }

    private String authorization(Visitor visitor, String to) throws Exception {
        HttpResponse<String> begun = visitor.get("/sign-in/directory?to=" + to);
        assertThat(Visitor.to(begun)).isEqualTo(Directory.BEGIN);
        return Visitor.to(visitor.get(Directory.BEGIN));
    }

    private HttpResponse<String> through(Visitor visitor, String subject, Map<String, Object> claims) throws Exception {
        return visitor.get(CITY.vouch(authorization(visitor, "/plans"), subject, claims));
    }

    @Test
    void anInvitedPersonComesInByTheNameThatWasMadeForHim() throws Exception {
        SignedIn person = invited();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("用统一身份认证登录");
        assertThat(authorization(visitor, "/plans"))
                .startsWith(CITY.issuer() + "/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid");
        HttpResponse<String> in = through(
                visitor, "s1", Map.of("preferred_username", person.login().toUpperCase()));
        assertThat(Visitor.to(in)).isEqualTo("/plans");
        assertThat(visitor.isSignedIn()).isTrue();
        Visitor later = new Visitor(port);
        assertThat(Visitor.to(through(later, "s1", Map.of("preferred_username", "renamed"))))
                .as("by subject, whatever his name is now")
                .isEqualTo("/plans");
        Visitor other = new Visitor(port);
        assertThat(Visitor.to(through(other, "s2", Map.of("preferred_username", person.login()))))
                .as("another identity of the same name")
                .isEqualTo("/sign-in?directory");
        assertThat(other.isSignedIn()).isFalse();
        state(person, "停用");
        assertThat(Visitor.to(through(new Visitor(port), "s1", Map.of()))).isEqualTo("/sign-in?directory");
    }

    @Test
    void onlyAnAddressThatWasVerifiedNamesAnAccount() throws Exception {
        SignedIn person = invited();
        String mail = person.login() + "@city.example";
        // A login is never changed by the application: this is how the account was made.
        TestDatabase.eye(database)
                .sql("do $$ begin perform set_config('luheng.actor', 'test', true);"
                        + " update luheng.account set login = '" + mail + "' where id = " + person.account()
                        + "; end $$")
                .update();
        assertThat(Visitor.to(through(new Visitor(port), "m", Map.of("email", mail))))
                .isEqualTo("/sign-in?directory");
        assertThat(Visitor.to(through(new Visitor(port), "m", Map.of("email", mail, "email_verified", true))))
                .isEqualTo("/plans");
    }

    @Test
    void noAccountIsMadeAndNoneWithAPasswordIsTakenByItsName() throws Exception {
        assertThat(Visitor.to(through(new Visitor(port), "u", Map.of("preferred_username", "unknown-person"))))
                .isEqualTo("/sign-in?directory");
        Actor.program("access")
                .run(() -> assertThat(credentials.byLogin("unknown-person")).isEmpty());
        SignedIn person = new People(jdbc, transactions).with(Role.DISTRICT, "410102");
        Actor.program("access").run(() -> credentials.password(person.account(), passwords.encode("天地玄黄 宇宙洪荒 日月")));
        assertThat(Visitor.to(through(new Visitor(port), "v", Map.of("preferred_username", person.login()))))
                .isEqualTo("/sign-in?directory");

        Visitor owner = new Visitor(port);
        owner.signIn(person.login(), "天地玄黄 宇宙洪荒 日月");
        assertThat(owner.get("/me").body()).contains("关联统一身份认证");
        owner.post("/me/directory");
        String back = CITY.vouch(Visitor.to(owner.get(Directory.BEGIN)), "v", Map.of());
        assertThat(Visitor.to(owner.get(back))).isEqualTo("/me?done=directory");
        Visitor later = new Visitor(port);
        assertThat(Visitor.to(through(later, "v", Map.of())))
                .as("linked by its owner")
                .isEqualTo("/plans");
        assertThat(later.isSignedIn()).isTrue();
    }

    @Test
    void whatTheDirectoryDidNotSayForThisSignInIsRefused() throws Exception {
        SignedIn person = invited();
        Map<String, Object> name = Map.of("preferred_username", person.login());
        Visitor visitor = new Visitor(port);
        String authorization = authorization(visitor, "/");
        String back = CITY.vouch(authorization, "s9", name);
        assertThat(Visitor.to(new Visitor(port).get(back)))
                .as("the answer to somebody else's browser")
                .isEqualTo("/sign-in?directory");
        assertThat(Visitor.to(visitor.get(back.replaceAll("state=.*", "state=forged"))))
                .isEqualTo("/sign-in?directory");
        CITY.nonceInstead = "of-another-time";
        assertThat(Visitor.to(through(new Visitor(port), "s9", name))).isEqualTo("/sign-in?directory");
        CITY.nonceInstead = "";
        CITY.signedByAnother = true;
        assertThat(Visitor.to(through(new Visitor(port), "s9", name))).isEqualTo("/sign-in?directory");
        assertThat(new Visitor(port).get("/sign-in?directory").body()).contains("统一身份认证没有成功");
        assertThat(new Visitor(port).get("/sign-in/directory/another").statusCode())
                .isEqualTo(404);
    }
}
