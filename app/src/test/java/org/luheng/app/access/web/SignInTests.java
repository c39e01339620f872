package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.database.Actor;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in and out at a real server, with browsers that keep their cookies and a clock that we move. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class SignInTests {
    private static final String PASSWORD = "马走日 象走田 小卒过河";
    private static final Pattern BY_HAND = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([A-Z2-7-]+)</code>");

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

    @Autowired
    private Sessions sessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private HandMovedClock clock;

    @Autowired
    private Events events;

    @TestConfiguration(proxyBeanMethods = false)
    static class Ours {
        @Bean
        @Primary
        HandMovedClock handMovedClock() {
            return new HandMovedClock();
        }

        @Bean
        Events events() {
            return new Events();
        }
    }

    static class Events {
        final List<SignInEvent> seen = new CopyOnWriteArrayList<>();

        @EventListener
        void on(SignInEvent event) {
            assertThat(Actor.current()).as("somebody answers for it").isPresent();
            seen.add(event);
        }
    }

    /** Nobody is slowed for what an earlier test did. */
    @BeforeEach
    void anHourLater() {
        clock.forward(Duration.ofHours(2));
        events.seen.clear();
    }

    private SignedIn someone(Role role, @org.jspecify.annotations.Nullable String body) {
        SignedIn person = new People(jdbc, transactions).with(role, body);
        Actor.program("access").run(() -> credentials.password(person.account(), passwords.encode(PASSWORD)));
        return person;
    }

    private SignedIn someone() {
        return someone(Role.DISTRICT, "410102");
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private Visitor at(SignedIn person) throws Exception {
        Visitor visitor = visitor();
        assertThat(visitor.signIn(person.login(), PASSWORD).statusCode()).isEqualTo(303);
        assertThat(visitor.isSignedIn()).isTrue();
        return visitor;
    }

    @Test
    void whoHasAPasswordComesInAndGoesOnToWhereHeWanted() throws Exception {
        SignedIn person = someone();
        Visitor visitor = visitor();
        HttpResponse<String> sent = visitor.get("/facts?year=2025");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Visitor.to(sent)).isEqualTo("/sign-in?to=%2Ffacts%3Fyear%3D2025");
        assertThat(visitor.get(Visitor.to(sent)).body()).contains("value=\"/facts?year=2025\"");
        HttpResponse<String> in = visitor.post(
                "/sign-in",
                "login",
                " " + person.login().toUpperCase() + " ",
                "password",
                PASSWORD,
                "to",
                "/facts?year=2025");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(Visitor.to(in)).isEqualTo("/facts?year=2025");
        HttpResponse<String> me = visitor.get("/me");
        assertThat(me.body()).contains(person.login(), "区 · 地区", "Firefox");
        assertThat(me.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(events.seen)
                .containsExactly(new SignInEvent(SignInEvent.Kind.SIGNED_IN, person.login(), person.account(), "密码"));
    }

    @Test
    void aWrongPasswordAnUnknownLoginAndAStoppedAccountAreAnsweredAlike() throws Exception {
        SignedIn person = someone();
        SignedIn stopped = someone();
        Actor.program("access")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("update luheng.account set state = '停用' where id = ?")
                                .param(stopped.account())
                                .update()));
        List<String> answers = new ArrayList<>();
        for (String[] attempt : new String[][] {
            {person.login(), "nicht das richtige"},
            {"nobody-here", PASSWORD},
            {stopped.login(), PASSWORD},
            {"", ""},
            {"x\u0000", PASSWORD},
            {"x".repeat(500), PASSWORD},
            {person.login(), PASSWORD + " ".repeat(600)}
        }) {
            HttpResponse<String> answer = visitor().signIn(attempt[0], attempt[1]);
            assertThat(answer.statusCode()).as(attempt[0]).isEqualTo(401);
            answers.add(answer.body()
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                    .replaceAll("name=\"login\" value=\"[^\"]*\"", ""));
        }
        assertThat(answers).allMatch(answer -> answer.equals(answers.getFirst()));
        assertThat(answers.getFirst()).contains("账户名或密码不对");
        assertThat(events.seen)
                .allMatch(event -> event.kind() == SignInEvent.Kind.REFUSED)
                .anyMatch(event -> event.login().equals("nobody-here") && event.account() == null)
                .noneMatch(
                        event -> event.login().contains("xxx") || event.login().indexOf(0) >= 0)
                .anyMatch(event -> Objects.equals(event.account(), stopped.account()));
    }

    @Test
    void aSessionGetsANewNameSoThatNobodyCanPlantOne() throws Exception {
        SignedIn person = someone();
        Visitor victim = visitor();
        victim.get("/sign-in");
        assertThat(victim.get("/sign-in").body())
                .as("only where there are some")
                .doesNotContain("演示账户");
        String planted = victim.cookie("luheng").orElseThrow();
        assertThat(planted).as("256 bits, in hex").hasSize(64);
        assertThat(victim.post("/sign-in", "login", person.login(), "password", PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(victim.cookie("luheng").orElseThrow()).isNotEqualTo(planted);
        Visitor attacker = visitor();
        attacker.cookie("luheng", planted);
        assertThat(attacker.isSignedIn()).isFalse();

        Visitor invented = visitor();
        invented.cookie("luheng", "F".repeat(64));
        assertThat(invented.signIn(person.login(), PASSWORD).statusCode()).isEqualTo(303);
        assertThat(invented.cookie("luheng").orElseThrow()).isNotEqualTo("F".repeat(64));
    }

    @Test
    void cookiesAreHiddenFromScriptsAndFromOtherSites() throws Exception {
        Visitor visitor = visitor();
        HttpResponse<String> page = visitor.get("/sign-in");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(page.body()).doesNotContain("jsessionid");
        HttpResponse<String> in = visitor.post("/sign-in", "login", someone().login(), "password", PASSWORD);
        assertThat(in.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    @Test
    void aForgedOrAnExpiredSessionIsNobodys() throws Exception {
        Visitor forged = visitor();
        forged.cookie("luheng", "0123456789ABCDEF".repeat(4));
        assertThat(forged.isSignedIn()).isFalse();

        Visitor idle = at(someone());
        clock.forward(Duration.ofMinutes(29));
        assertThat(idle.isSignedIn()).isTrue();
        clock.forward(Duration.ofMinutes(31));
        assertThat(idle.isSignedIn()).isFalse();

        Visitor busy = at(someone());
        for (int half = 0; half < 16; half++) {
            assertThat(busy.isSignedIn()).as("%s half hours", half).isTrue();
            clock.forward(Duration.ofMinutes(30));
        }
        clock.forward(Duration.ofSeconds(1));
        assertThat(busy.isSignedIn()).as("eight hours and a second").isFalse();
    }

    @Test
    void afterSigningOutNeitherCookieNorFormIsGoodAnyMore() throws Exception {
        Visitor visitor = at(someone());
        String cookie = visitor.cookie("luheng").orElseThrow();
        String token = visitor.token();
        assertThat(visitor.post("/sign-out").statusCode()).isEqualTo(303);
        visitor.cookie("luheng", cookie);
        assertThat(visitor.isSignedIn()).isFalse();
        visitor.token(token);
        assertThat(visitor.post("/me/sessions/end-others").statusCode()).isEqualTo(403);
        assertThat(events.seen).anyMatch(event -> event.kind() == SignInEvent.Kind.SIGNED_OUT);

        HttpResponse<String> old = visitor.post("/sign-in", "login", "x", "password", "y");
        assertThat(Visitor.to(old)).as("an old sign-in form is offered anew").isEqualTo("/sign-in?expired");
    }

    @Test
    void noFormIsTakenWithoutItsToken() throws Exception {
        SignedIn person = someone();
        Visitor visitor = at(person);
        for (String path : List.of("/sign-out", "/me/standing", "/me/password", "/me/sessions/end-all")) {
            visitor.token("forged");
            assertThat(visitor.post(path).statusCode()).as(path).isEqualTo(403);
        }
        visitor.token(at(someone()).token());
        assertThat(visitor.post("/me/sessions/end-all").statusCode())
                .as("the token of somebody else")
                .isEqualTo(403);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "evil.example",
                "http:/evil.example",
                "///evil.example",
                "/%",
                " //evil.example",
                "/sign-out",
                "/sign-in?to=/",
                ""
            })
    void aLinkCannotSendAnybodyElsewhere(String to) throws Exception {
        HttpResponse<String> in = visitor().signIn(someone().login(), PASSWORD, "to", to);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(Visitor.to(in)).isEqualTo("/");
        assertThat(in.headers().map()).doesNotContainEntry("Set-Cookie", List.of("a=b"));
    }

    @Test
    void whoIsPrivilegedSetsUpASecondFactorBeforeHeIsIn() throws Exception {
        SignedIn administrator = someone(Role.ADMINISTRATOR, null);
        Visitor visitor = visitor();
        HttpResponse<String> first = visitor.signIn(administrator.login(), PASSWORD, "to", "/accounts?page=2");
        assertThat(Visitor.to(first)).isEqualTo("/sign-in/second-factor");
        assertThat(visitor.isSignedIn()).as("half-way is not in").isFalse();
        String secret = secret(visitor.get("/sign-in/second-factor"));
        assertThat(visitor.post("/sign-in/second-factor", "code", "000000").statusCode())
                .isEqualTo(401);
        HttpResponse<String> done = visitor.post("/sign-in/second-factor", "code", code(secret));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(recovery(done)).hasSize(10).doesNotHaveDuplicates();
        assertThat(done.body()).contains("href=\"/accounts?page=2\"");
        assertThat(visitor.isSignedIn()).isTrue();

        Visitor later = visitor();
        assertThat(Visitor.to(later.signIn(administrator.login(), PASSWORD))).isEqualTo("/sign-in/code");
        assertThat(later.isSignedIn()).isFalse();
        later.get("/sign-in/code");
        assertThat(later.post("/sign-in/code", "code", code(secret)).statusCode())
                .as("the code that set it up is used")
                .isEqualTo(401);
        clock.forward(Duration.ofSeconds(30));
        assertThat(later.post("/sign-in/code", "code", code(secret)).statusCode())
                .isEqualTo(303);
        assertThat(later.isSignedIn()).isTrue();

        Visitor replayed = visitor();
        replayed.signIn(administrator.login(), PASSWORD);
        replayed.get("/sign-in/code");
        assertThat(replayed.post("/sign-in/code", "code", code(secret)).statusCode())
                .as("a code is good once")
                .isEqualTo(401);
        String recovery = recovery(done).getFirst();
        assertThat(replayed.post("/sign-in/code", "code", recovery.toLowerCase().replace('-', ' '))
                        .statusCode())
                .isEqualTo(303);
        Visitor again = visitor();
        again.signIn(administrator.login(), PASSWORD);
        again.get("/sign-in/code");
        assertThat(again.post("/sign-in/code", "code", recovery).statusCode())
                .as("a recovery code is good once")
                .isEqualTo(401);
        assertThat(events.seen).anyMatch(event -> event.kind() == SignInEvent.Kind.RECOVERY_CODE_USED);
    }

    @Test
    void halfWayInLastsTenMinutes() throws Exception {
        Visitor visitor = visitor();
        visitor.signIn(someone(Role.AUDITOR, "410100").login(), PASSWORD);
        String secret = secret(visitor.get("/sign-in/second-factor"));
        clock.forward(Duration.ofMinutes(11));
        assertThat(Visitor.to(visitor.post("/sign-in/second-factor", "code", code(secret))))
                .isEqualTo("/sign-in?expired");
        assertThat(Visitor.to(visitor.get("/sign-in/code"))).isEqualTo("/sign-in");
        assertThat(Visitor.to(visitor.post("/sign-in/code", "code", code(secret))))
                .isEqualTo("/sign-in?expired");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void secretsOfSecondFactorsAreNotInTheDatabase() throws Exception {
        SignedIn person = someone(Role.ADMINISTRATOR, null);
        Visitor visitor = visitor();
        visitor.signIn(person.login(), PASSWORD);
        String secret = secret(visitor.get("/sign-in/second-factor"));
        List<String> codes = recovery(visitor.post("/sign-in/second-factor", "code", code(secret)));
        String all = Actor.program("access")
                .call(() -> transactions.execute(status -> jdbc.sql("""
                        select (select row_to_json(c)::text from luheng.credential c where account = :account)
                          || (select string_agg(row_to_json(r)::text, '') from luheng.recovery_code r where account = :account)
                          || (select string_agg(row_to_json(d)::text, '') from luheng.known_device d where account = :account)""")
                        .param("account", person.account())
                        .query(String.class)
                        .single()));
        assertThat(all).contains("{argon2}").doesNotContain(PASSWORD, secret, codes.getFirst());
        assertThat(all).doesNotContain(visitor.cookie("luheng-device").orElseThrow());
        byte[] raw = new Base32().decode(secret);
        assertThat(all)
                .doesNotContain(
                        java.util.Base64.getEncoder().encodeToString(raw).substring(0, 20));
    }

    @Test
    void guessingElsewhereDoesNotLockOutTheBrowserThatIsKnown() throws Exception {
        SignedIn person = someone();
        Visitor own = at(person);
        own.post("/sign-out");
        Visitor stranger = visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.signIn(person.login(), "guess " + i).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> slowed = stranger.signIn(person.login(), PASSWORD);
        assertThat(slowed.statusCode()).as("even the right one").isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(slowed.body()).contains("30 秒后再试");
        assertThat(own.signIn(person.login(), PASSWORD).statusCode())
                .as("from the same address")
                .isEqualTo(303);
        clock.forward(Duration.ofSeconds(31));
        assertThat(stranger.signIn(person.login(), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void aPersonChangesOverBetweenHisStandingsAndToNoOther() throws Exception {
        SignedIn person = someone();
        long second = Actor.program("access")
                .call(() -> transactions.execute(status -> jdbc.sql(
                                "insert into luheng.standing (account, role, body) values (?, 'agency', ?) returning id")
                        .param(person.account())
                        .param(agency())
                        .query(Long.class)
                        .single()));
        Visitor visitor = at(person);
        String before = visitor.cookie("luheng").orElseThrow();
        assertThat(visitor.get("/me").body()).contains("切换为 ");
        assertThat(visitor.post("/me/standing", "standing", Long.toString(second), "to", "/facts")
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.cookie("luheng").orElseThrow()).as("a new name").isNotEqualTo(before);
        assertThat(visitor.get("/me").body()).containsPattern("class=\"as\">[^<]* · 部门");
        long others = Objects.requireNonNull(someone().standing()).id();
        visitor.get("/me");
        assertThat(visitor.post("/me/standing", "standing", Long.toString(others))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/me/standing", "standing", "x").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/me").body()).containsPattern("class=\"as\">[^<]* · 部门");
    }

    private String agency() {
        return jdbc.sql("select code from luheng.agency order by code limit 1")
                .query(String.class)
                .optional()
                .orElseGet(() ->
                        transactions.execute(status -> jdbc.sql("select code from luheng.agency order by code limit 1")
                                .query(String.class)
                                .single()));
    }

    @Test
    void aNewPasswordAsksForTheOldOneAndEndsWhatIsOpenElsewhere() throws Exception {
        SignedIn person = someone();
        Visitor elsewhere = at(person);
        Visitor visitor = at(person);
        visitor.get("/me");
        assertThat(visitor.post("/me/password", "old", "wrong", "password", "一二三 四五六 七八九十", "again", "一二三 四五六 七八九十")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.post("/me/password", "old", PASSWORD, "password", "short", "again", "short")
                        .body())
                .contains("密码至少 12 个字");
        assertThat(visitor.post("/me/password", "old", PASSWORD, "password", "password1234", "again", "password1234")
                        .body())
                .contains("容易被猜到");
        assertThat(visitor.post("/me/password", "old", PASSWORD, "password", "春风又绿江南岸 明月", "again", "春风又绿江南岸 圆月")
                        .body())
                .contains("两次输入的密码不同");
        assertThat(visitor.post("/me/password", "old", PASSWORD, "password", "春风又绿江南岸 明月何时", "again", "春风又绿江南岸 明月何时")
                        .statusCode())
                .isEqualTo(303);
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(visitor().signIn(person.login(), PASSWORD).statusCode()).isEqualTo(401);
        assertThat(visitor().signIn(person.login(), "春风又绿江南岸 明月何时").statusCode())
                .isEqualTo(303);
    }

    @Test
    void sessionsAreListedAndEndedOneByOneOrAllAtOnce() throws Exception {
        SignedIn person = someone();
        Visitor one = at(person);
        Visitor two = at(person);
        Visitor three = at(person);
        SignedIn other = someone();
        Visitor stranger = at(other);
        String page = one.get("/me").body();
        List<String> ids = all(page, Pattern.compile("name=\"id\" value=\"([^\"]+)\""));
        assertThat(ids).hasSize(2);
        assertThat(page).doesNotContain(two.cookie("luheng").orElseThrow());
        stranger.get("/me");
        assertThat(stranger.post("/me/sessions/end", "id", ids.getFirst()).statusCode())
                .as("of somebody else")
                .isEqualTo(404);
        assertThat(one.post("/me/sessions/end", "id", ids.getFirst()).statusCode())
                .isEqualTo(303);
        assertThat(List.of(two.isSignedIn(), three.isSignedIn())).containsExactlyInAnyOrder(true, false);
        one.get("/me");
        assertThat(one.post("/me/sessions/end-others").statusCode()).isEqualTo(303);
        assertThat(List.of(one.isSignedIn(), two.isSignedIn(), three.isSignedIn()))
                .containsExactly(true, false, false);
        assertThat(sessions.count(person.account())).isEqualTo(1);
        sessions.end(person.account());
        assertThat(one.isSignedIn()).as("ended by an administrator").isFalse();
        assertThat(stranger.isSignedIn()).isTrue();
    }

    @Test
    void aSecondFactorIsChangedAndRemovedByWhoKnowsThePassword() throws Exception {
        SignedIn person = someone();
        Visitor visitor = at(person);
        visitor.get("/me");
        assertThat(visitor.post("/me/second-factor", "old", "wrong").statusCode())
                .isEqualTo(400);
        String secret = secret(visitor.post("/me/second-factor", "old", PASSWORD));
        assertThat(Visitor.to(visitor().signIn(person.login(), PASSWORD)))
                .as("not in force before its first code")
                .isEqualTo("/");
        assertThat(visitor.post("/me/second-factor/confirm", "code", "12345").statusCode())
                .isEqualTo(400);
        List<String> codes = recovery(visitor.post("/me/second-factor/confirm", "code", code(secret)));
        assertThat(codes).hasSize(10);
        visitor.get("/me");
        List<String> anew = recovery(visitor.post("/me/recovery-codes", "old", PASSWORD));
        assertThat(anew).hasSize(10).doesNotContainAnyElementsOf(codes);
        Visitor later = visitor();
        later.signIn(person.login(), PASSWORD);
        later.get("/sign-in/code");
        assertThat(later.post("/sign-in/code", "code", codes.getLast()).statusCode())
                .as("void since there are new ones")
                .isEqualTo(401);
        assertThat(later.post("/sign-in/code", "code", anew.getLast()).statusCode())
                .isEqualTo(303);
        visitor.get("/me");
        assertThat(visitor.post("/me/second-factor/remove", "old", PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(Visitor.to(visitor().signIn(person.login(), PASSWORD))).isEqualTo("/");
    }

    /** Given while he is signed in, it would otherwise be taken up without what it demands. */
    @Test
    void aStandingThatDemandsASecondFactorIsNotTakenUpWithoutOne() throws Exception {
        SignedIn person = someone();
        Visitor visitor = at(person);
        accounts.give(person.account(), Role.AGENCY, agency(), false);
        assertThat(visitor.isSignedIn()).as("a department demands none").isTrue();
        long office = accounts.give(person.account(), Role.OFFICE, "410100", false);
        assertThat(visitor.post("/me/standing", "standing", Long.toString(office))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .isNotEqualTo("/");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(Visitor.to(visitor.signIn(person.login(), PASSWORD))).isEqualTo("/sign-in/second-factor");
    }

    @Test
    void aSecondFactorStaysOnceAStandingDemandsIt() throws Exception {
        SignedIn person = someone();
        Visitor visitor = at(person);
        visitor.get("/me");
        String secret = secret(visitor.post("/me/second-factor", "old", PASSWORD));
        visitor.post("/me/second-factor/confirm", "code", code(secret));
        accounts.give(person.account(), Role.OFFICE, "410100", false);
        assertThat(visitor.get("/me").statusCode()).as("he has proven enough").isEqualTo(200);
        assertThat(visitor.post("/me/second-factor/remove", "old", PASSWORD).statusCode())
                .isEqualTo(400);
        assertThat(credentials.of(person.account()).orElseThrow().totpConfirmed())
                .isTrue();
    }

    @Test
    void anUploadOfNobodyIsRefusedBeforeItIsRead() throws Exception {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("POST /facts HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                                            + "Content-Length: 200000000\r\n\r\n--x\r\n")
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readNBytes(20), java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void ownPagesAreNobodyElses() throws Exception {
        for (String path : List.of("/me", "/facts")) {
            assertThat(Visitor.to(visitor().get(path))).startsWith("/sign-in?to=");
        }
    }

    private static String secret(HttpResponse<String> page) {
        return all(page.body(), BY_HAND).getFirst().replace(" ", "");
    }

    private static List<String> recovery(HttpResponse<String> page) {
        return all(page.body(), RECOVERY);
    }

    private static List<String> all(String page, Pattern pattern) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String code(String secret) throws Exception {
        Clock now = clock;
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), now.instant());
    }
}
