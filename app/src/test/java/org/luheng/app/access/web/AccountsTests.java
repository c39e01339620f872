package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.Account;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.database.Actor;
import org.luheng.app.database.FreshDatabase;
import org.luheng.files.Fault;
import org.luheng.files.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The keeping of accounts at a real server: what administrators, the invited, programs and offices do, and what they must not. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"luheng.second.factor=off", "luheng.rate.limits=off"})
@FreshDatabase
class AccountsTests {
    private static final String PASSWORD = "马走日 象走田 小卒过河";
    private static final String OTHER_PASSWORD = "车走直路 炮打隔山 将不出宫";
    private static final Pattern LINK = Pattern.compile("<code class=\"secret\">http://[^/]+(/invitations/[\\w-]+)<");
    private static final Pattern TOKEN = Pattern.compile("<code class=\"secret\">([\\w-]{43})<");

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Sessions sessions;

    @Autowired
    private HandMovedClock clock;

    @Autowired
    private ObjectProvider<SampleAccounts> samples;

    private static @Nullable String encoded;
    private static int number;

    @TestConfiguration(proxyBeanMethods = false)
    static class Ours {
        @Bean
        @Primary
        HandMovedClock handMovedClock() {
            return new HandMovedClock();
        }
    }

    @BeforeEach
    void anHourLater() {
        clock.forward(Duration.ofHours(2));
    }

    private SignedIn someone(Role role, @Nullable String body) {
        SignedIn person = new People(jdbc, transactions).with(role, body);
        if (encoded == null) {
            encoded = passwords.encode(PASSWORD);
        }
        credentials.password(person.account(), encoded);
        return person;
    }

    private Visitor at(SignedIn person) throws Exception {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(person.login(), PASSWORD).statusCode()).isEqualTo(303);
        visitor.get("/me");
        return visitor;
    }

    private Visitor administrator() throws Exception {
        return at(someone(Role.ADMINISTRATOR, null));
    }

    private static String login() {
        return "person-" + ++number;
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher matcher = pattern.matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return matcher.group(1);
    }

    private Account account(String login) {
        return accounts.all(new Accounts.Search(login, null, null)).stream()
                .filter(each -> each.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    /** Path of the invitation. */
    private String invited(Visitor administrator, String login, String role, String body) throws Exception {
        HttpResponse<String> made =
                administrator.post("/accounts", "login", login, "name", "王工", "role", role, "body", body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return found(LINK, made);
    }

    @Test
    void whoIsInvitedSetsHisPasswordOnceAndIsIn() throws Exception {
        String login = login();
        String link = invited(administrator(), login, "district", "410102 中原区");
        Visitor his = new Visitor(port);
        assertThat(his.get(link).body()).contains("王工").contains(login);
        HttpResponse<String> in = his.post(link, "password", OTHER_PASSWORD, "again", OTHER_PASSWORD);
        assertThat(Visitor.to(in)).isEqualTo("/me");
        assertThat(his.get("/me").body()).contains("中原区 · 地区");
        assertThat(account(login).state()).isEqualTo(Account.State.ACTIVE);
        Visitor thief = new Visitor(port);
        thief.get("/sign-in");
        assertThat(thief.post(link, "password", PASSWORD, "again", PASSWORD).statusCode())
                .isEqualTo(404);
        assertThat(thief.get(link).body()).contains("LH-1918").doesNotContain(login);
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void anInvitationHoldsForAWeekAndANewOneVoidsIt() throws Exception {
        Visitor administrator = administrator();
        String login = login();
        String first = invited(administrator, login, "agency", "410100-slj");
        String path = "/accounts/" + account(login).id() + "/link";
        String second = found(LINK, administrator.post(path));
        Visitor his = new Visitor(port);
        assertThat(his.get(first).statusCode()).isEqualTo(404);
        assertThat(his.get(second).statusCode()).isEqualTo(200);
        clock.forward(Duration.ofDays(7).plusMinutes(1));
        assertThat(his.get(second).statusCode()).isEqualTo(404);
        assertThat(his.post(second, "password", PASSWORD, "again", PASSWORD).statusCode())
                .isEqualTo(404);
        assertThat(account(login).state()).isEqualTo(Account.State.INVITED);
    }

    /** He came in by the city's directory; what still lies in some letter sets no password for him. */
    @Test
    void anInvitationIsVoidOnceHeHasComeInAnotherWay() throws Exception {
        String login = login();
        String link = invited(administrator(), login, "district", "410102");
        credentials.activate(account(login).id());
        Visitor finder = new Visitor(port);
        assertThat(finder.get(link).statusCode()).isEqualTo(404);
        finder.get("/sign-in");
        assertThat(finder.post(link, "password", PASSWORD, "again", PASSWORD).statusCode())
                .isEqualTo(404);
        assertThat(credentials.byLogin(login).orElseThrow().password()).isNull();
    }

    @Test
    void theTrailSaysThatALinkWasUsedAndNotWhich() throws Exception {
        String login = login();
        String link = invited(administrator(), login, "district", "410102");
        Visitor his = new Visitor(port);
        his.get(link);
        his.post(link, "password", PASSWORD, "again", PASSWORD);
        String secret = link.substring(link.lastIndexOf('/') + 1);
        String subject = "account:" + account(login).id();
        List<String> requests = as(
                "audit",
                () -> jdbc.sql("select request from luheng.audit_entry where subject = ?")
                        .param(subject)
                        .query(String.class)
                        .list());
        assertThat(requests).contains("POST /invitations/•");
        int told = as(
                "audit",
                () -> jdbc.sql("select count(*) from luheng.audit_entry e where strpos(e::text, ?) > 0")
                        .param(secret)
                        .query(Integer.class)
                        .single());
        assertThat(told).isZero();
    }

    @Test
    void aRefusedPasswordDoesNotUseTheLinkUp() throws Exception {
        String link = invited(administrator(), login(), "district", "410102");
        Visitor his = new Visitor(port);
        his.get(link);
        assertThat(his.post(link, "password", "123456789012", "again", "123456789012")
                        .body())
                .contains("LH-1905");
        assertThat(his.post(link, "password", PASSWORD, "again", OTHER_PASSWORD).body())
                .contains("LH-1919");
        assertThat(his.post(link, "password", PASSWORD, "again", PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aRecoveryEndsAllSessionsAndDropsTheSecondFactorOnlyWhereChosen() throws Exception {
        Visitor administrator = administrator();
        SignedIn person = someone(Role.DISTRICT, "410102");
        Visitor his = at(person);
        credentials.secondFactor(person.account(), "locked", 1);
        String path = "/accounts/" + person.account() + "/link";
        String link = found(LINK, administrator.post(path));
        Visitor again = new Visitor(port);
        again.get(link);
        again.post(link, "password", OTHER_PASSWORD, "again", OTHER_PASSWORD);
        assertThat(his.isSignedIn()).as("whoever was in").isFalse();
        assertThat(again.isSignedIn()).as("without the second factor").isFalse();
        assertThat(credentials.of(person.account()).orElseThrow().totpConfirmed())
                .isTrue();
        String both = found(LINK, administrator.post(path, "second", "true"));
        again.get(both);
        again.post(both, "password", PASSWORD, "again", PASSWORD);
        assertThat(credentials.of(person.account()).orElseThrow().totpConfirmed())
                .isFalse();
        assertThat(again.isSignedIn()).isTrue();
        String late = found(LINK, administrator.post(path));
        clock.forward(Duration.ofHours(24).plusSeconds(1));
        assertThat(again.get(late).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsStoppedIsOutAtOnceAndComesBackAsHeWas() throws Exception {
        Visitor administrator = administrator();
        SignedIn person = someone(Role.OFFICE, "410100");
        Visitor his = at(person);
        String path = "/accounts/" + person.account();
        assertThat(Visitor.to(administrator.post(path + "/stop"))).endsWith("done=stopped");
        assertThat(his.isSignedIn()).isFalse();
        assertThat(sessions.count(person.account())).isZero();
        assertThat(new Visitor(port).signIn(person.login(), PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(administrator.post(path + "/link").body()).contains("LH-1918");
        administrator.post(path + "/reopen");
        assertThat(new Visitor(port).signIn(person.login(), PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aStandingThatEndsIsGoneWithTheNextRequestAndStaysInTheHistory() throws Exception {
        Visitor administrator = administrator();
        SignedIn person = someone(Role.DISTRICT, "410102");
        Visitor his = at(person);
        assertThat(his.get("/facts").statusCode()).isEqualTo(200);
        String path = "/accounts/" + person.account() + "/standings/"
                + Objects.requireNonNull(person.standing()).id() + "/end";
        assertThat(administrator.post(path).statusCode()).isEqualTo(303);
        assertThat(his.get("/facts").statusCode()).isEqualTo(303);
        assertThat(administrator.get("/accounts/" + person.account()).body()).contains("已结束的 1 个");
        assertThat(administrator.post(path).statusCode()).as("ended once").isEqualTo(404);
        assertThatThrownBy(() -> asAccess(() -> jdbc.sql("update luheng.standing set ended = null where id = ?")
                        .param(Objects.requireNonNull(person.standing()).id())
                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void idsOfOthersInAddressesAreNotFound() throws Exception {
        Visitor administrator = administrator();
        SignedIn one = someone(Role.DISTRICT, "410102");
        SignedIn other = someone(Role.DISTRICT, "410103");
        long hers = Objects.requireNonNull(other.standing()).id();
        assertThat(administrator
                        .post("/accounts/" + one.account() + "/standings/" + hers + "/end")
                        .statusCode())
                .isEqualTo(404);
        assertThat(accounts.find(other.account()).orElseThrow().standings()).hasSize(1);
        assertThat(administrator.get("/accounts/999999").statusCode()).isEqualTo(404);
        assertThat(administrator.post("/accounts/999999/stop").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/accounts/x").statusCode()).isIn(400, 404);
        for (Role role : new Role[] {Role.OFFICE, Role.AUDITOR, Role.DISTRICT}) {
            Visitor stranger = at(someone(role, role == Role.AUDITOR ? "000000" : "410102"));
            assertThat(stranger.get("/accounts").statusCode()).isEqualTo(403);
            assertThat(stranger.get("/accounts/" + one.account()).statusCode()).isEqualTo(403);
            assertThat(stranger.post("/accounts/" + one.account() + "/stop").statusCode())
                    .isEqualTo(403);
        }
        assertThat(accounts.find(one.account()).orElseThrow().state()).isEqualTo(Account.State.ACTIVE);
    }

    @Test
    void furtherFieldsOfAFormDoNothing() throws Exception {
        Visitor administrator = administrator();
        String login = login();
        administrator.post(
                "/accounts",
                "login",
                login,
                "name",
                "李工",
                "role",
                "district",
                "body",
                "410102",
                "state",
                "可用",
                "sample",
                "true",
                "id",
                "1",
                "password",
                PASSWORD,
                "standings[0].role",
                "administrator");
        Account made = account(login);
        assertThat(made.state()).isEqualTo(Account.State.INVITED);
        assertThat(made.sample()).isFalse();
        assertThat(made.standings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.role()).isEqualTo(Role.DISTRICT));
        administrator.post("/accounts/" + made.id() + "/name", "name", "李科长", "login", "root", "state", "可用");
        assertThat(account(login)).returns("李科长", Account::name).returns(Account.State.INVITED, Account::state);
    }

    @Test
    void nobodyMakesHimselfSeeData() throws Exception {
        SignedIn person = someone(Role.ADMINISTRATOR, null);
        Visitor administrator = at(person);
        HttpResponse<String> refused =
                administrator.post("/accounts/" + person.account() + "/standings", "role", "office", "body", "410100");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("LH-1916");
        assertThat(accounts.find(person.account()).orElseThrow().standings()).hasSize(1);
        // Whatever a page lets through, the database does not: an office that got hold of the part gives nobody
        // anything.
        SignedIn office = someone(Role.OFFICE, "410100");
        assertThatThrownBy(() -> People.actor(office)
                        .run(() -> accounts.give(office.account(), Role.ADMINISTRATOR, null, false)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(
                                        refusal.findings().list().getFirst().fault())
                                .isEqualTo(Fault.NOT_YOURS));
    }

    @Test
    void theLastAdministratorStays() {
        SignedIn last = someone(Role.ADMINISTRATOR, null);
        accounts.all(new Accounts.Search("", Account.State.ACTIVE, Role.ADMINISTRATOR)).stream()
                .filter(each -> each.id() != last.account())
                .forEach(each -> accounts.stop(each.id()));
        assertThatThrownBy(() -> accounts.stop(last.account()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(
                                        refusal.findings().list().getFirst().fault())
                                .isEqualTo(Fault.LAST_ADMINISTRATOR));
        assertThatThrownBy(() -> accounts.end(
                        last.account(), Objects.requireNonNull(last.standing()).id()))
                .isInstanceOf(Refused.class);
        assertThat(accounts.find(last.account()).orElseThrow())
                .returns(Account.State.ACTIVE, Account::state)
                .satisfies(account -> assertThat(account.standings()).hasSize(1));
        SignedIn other = someone(Role.ADMINISTRATOR, null);
        accounts.stop(last.account());
        assertThat(accounts.find(other.account()).orElseThrow().state()).isEqualTo(Account.State.ACTIVE);
    }

    @Test
    void aStandingSuitsItsBody() throws Exception {
        Visitor administrator = administrator();
        SignedIn person = someone(Role.DISTRICT, "410102");
        String path = "/accounts/" + person.account() + "/standings";
        for (String[] unfit : new String[][] {
            {"district", "410100-slj"},
            {"agency", "410100"},
            {"office", "没有这个单位"},
            {"office", ""},
            {"district", "410102"},
            {"king", "410100"}
        }) {
            assertThat(administrator
                            .post(path, "role", unfit[0], "body", unfit[1])
                            .statusCode())
                    .as(String.join(" ", unfit))
                    .isEqualTo(400);
        }
        assertThat(administrator.post(path, "role", "office", "body", "郑州市").statusCode())
                .isEqualTo(303);
        assertThat(accounts.find(person.account()).orElseThrow().standingsInWords())
                .isEqualTo("中原区 · 地区；郑州市 · 办公室");
    }

    @Test
    void aRefusedStandingLeavesNoAccount() throws Exception {
        String login = login();
        HttpResponse<String> refused =
                administrator().post("/accounts", "login", login, "name", "赵工", "role", "agency", "body", "410100");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("LH-1917").contains("value=\"" + login + "\"");
        assertThat(accounts.all(new Accounts.Search(login, null, null))).isEmpty();
    }

    @Test
    void aLoginIsOnesOwn() throws Exception {
        Visitor administrator = administrator();
        String login = login();
        invited(administrator, login, "district", "410102");
        assertThat(administrator
                        .post("/accounts", "login", login, "name", "甲", "role", "district", "body", "410102")
                        .body())
                .contains("LH-1914");
        assertThat(administrator
                        .post("/accounts", "login", "王工", "name", "甲", "role", "district", "body", "410102")
                        .body())
                .contains("LH-1913");
    }

    @Test
    void theListIsSearchedAndTakenAway() throws Exception {
        Visitor administrator = administrator();
        SignedIn person = someone(Role.AGENCY, "410100-slj");
        String row = "href=\"/accounts/" + person.account() + "\"";
        assertThat(administrator.get("/accounts?text=" + person.login()).body()).contains(row);
        assertThat(administrator
                        .get("/accounts?text=%E6%B0%B4%E5%88%A9&role=agency")
                        .body())
                .contains(row);
        assertThat(administrator
                        .get("/accounts?text=" + person.login() + "&role=office")
                        .body())
                .doesNotContain(row);
        assertThat(administrator.get("/accounts?text=%25").body()).contains("没有符合的账户");
        assertThat(administrator.get("/accounts?format=csv").body())
                .contains(person.login())
                .contains("市水利局 · 部门");
        assertThat(administrator.get("/accounts?format=xlsx").statusCode()).isEqualTo(200);
        assertThat(administrator.get("/accounts?role=king").statusCode()).isEqualTo(400);
    }

    private String token(Visitor his, SignedIn person, String days) throws Exception {
        his.get("/me/tokens");
        return found(
                TOKEN,
                his.post(
                        "/me/tokens",
                        "name",
                        "监测平台",
                        "standing",
                        Long.toString(Objects.requireNonNull(person.standing()).id()),
                        "days",
                        days,
                        "old",
                        PASSWORD));
    }

    private HttpResponse<String> asProgram(String token, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void aProgramActsByItsTokenUntilThatEnds() throws Exception {
        SignedIn person = someone(Role.DISTRICT, "410102");
        Visitor his = at(person);
        String token = token(his, person, "30");
        assertThat(his.get("/me/tokens").body()).doesNotContain(token).contains("没有用过");
        HttpResponse<String> answer = asProgram(token, "/api/facts");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(his.get("/me/tokens").body()).doesNotContain("没有用过");
        assertThat(asProgram(token, "/me").statusCode()).isEqualTo(403);
        assertThat(asProgram(token, "/api/audit").statusCode()).isIn(403, 404);
        HttpResponse<String> unknown = asProgram(token + "x", "/api/plans");
        assertThat(unknown.statusCode()).as("not taken for nobody").isEqualTo(401);
        assertThat(unknown.body()).contains("LH-1901");
        assertThat(unknown.headers().firstValue("Content-Type").orElse("")).contains("json");
        clock.forward(Duration.ofDays(30).plusSeconds(1));
        assertThat(asProgram(token, "/api/facts").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOpensNoPageForPeopleHoweverItsAddressIsWritten() throws Exception {
        SignedIn person = someone(Role.ADMINISTRATOR, null);
        String token = token(at(person), person, "30");
        for (String written :
                new String[] {"/accounts", "/%61ccounts", "/accounts/", "/accounts/1", "/m%65", "/me/tokens"}) {
            assertThat(asProgram(token, written).statusCode()).as(written).isIn(400, 403, 404);
        }
    }

    @Test
    void aTokenFallsWithItsStandingItsAccountAndItsOwnersWord() throws Exception {
        SignedIn person = someone(Role.DISTRICT, "410102");
        SignedIn other = someone(Role.DISTRICT, "410103");
        Visitor his = at(person);
        String ended = token(his, person, "30");
        String kept = org.luheng.app.access.secret.Token.kept(ended);
        assertThat(at(other).post("/me/tokens/end", "token", kept).statusCode()).isEqualTo(404);
        assertThat(his.post(
                                "/me/tokens",
                                "name",
                                "x",
                                "standing",
                                Long.toString(
                                        Objects.requireNonNull(other.standing()).id()),
                                "days",
                                "1",
                                "old",
                                PASSWORD)
                        .statusCode())
                .as("standing of another")
                .isEqualTo(404);
        assertThat(asProgram(ended, "/api/facts").statusCode()).isEqualTo(200);
        his.get("/me/tokens");
        assertThat(his.post("/me/tokens/end", "token", kept).statusCode()).isEqualTo(303);
        assertThat(asProgram(ended, "/api/facts").statusCode()).isEqualTo(401);
        String ofTheStopped = token(his, person, "30");
        accounts.stop(person.account());
        assertThat(asProgram(ofTheStopped, "/api/facts").statusCode()).isEqualTo(401);
        accounts.reopen(person.account());
        assertThat(asProgram(ofTheStopped, "/api/facts").statusCode()).isEqualTo(200);
        accounts.end(person.account(), Objects.requireNonNull(person.standing()).id());
        assertThat(asProgram(ofTheStopped, "/api/facts").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenAsksForThePasswordAndAnEnd() throws Exception {
        SignedIn person = someone(Role.DISTRICT, "410102");
        Visitor his = at(person);
        his.get("/me/tokens");
        String standing =
                Long.toString(Objects.requireNonNull(person.standing()).id());
        assertThat(his.post("/me/tokens", "name", "x", "standing", standing, "days", "366", "old", PASSWORD)
                        .body())
                .contains("LH-1210");
        assertThat(his.post("/me/tokens", "name", "x", "standing", standing, "days", "30", "old", "falsch")
                        .body())
                .contains("LH-1906");
        assertThat(his.get("/me/tokens").body()).contains("还没有。");
    }

    @Test
    void theOfficeAddsEnterprisesOfItsPlaceAndNoOther() throws Exception {
        Visitor office = at(someone(Role.OFFICE, "410100"));
        office.get("/register/new");
        String[] mill = {
            "kind", "企业", "code", "91410102MA00000Y1R", "name", "中原机械厂", "industry", "c34", "place", "410102"
        };
        assertThat(office.post("/register", mill).statusCode()).isEqualTo(303);
        assertThat(office.get("/register").body()).contains("中原机械厂").contains("中原区");
        assertThat(office.get("/register?format=csv").body()).contains("91410102MA00000Y1R,企业,中原机械厂,C34,中原区");
        office.get("/register/new");
        assertThat(office.post("/register", mill).body()).contains("LH-1215");
        mill[3] = "12410102000000Y12B";
        mill[9] = "350100";
        assertThat(office.post("/register", mill).statusCode()).as("Fuzhou").isEqualTo(403);
        mill[3] = "12410102000000Y12C";
        assertThat(office.post("/register", mill).body()).contains("LH-1214");
        Visitor elsewhere = at(someone(Role.OFFICE, "410103"));
        assertThat(elsewhere.get("/register").body()).doesNotContain("中原机械厂");
        assertThat(at(someone(Role.DISTRICT, "410102")).get("/register").statusCode())
                .isEqualTo(403);
        String link = invited(administrator(), login(), "enterprise", "91410102MA00000Y1R");
        assertThat(link).startsWith("/invitations/");
    }

    @Test
    void nobodyButAnOfficeAddsBodiesEvenPastThePages() {
        SignedIn district = someone(Role.DISTRICT, "410102");
        for (Actor actor : new Actor[] {People.actor(district), Actor.program("access"), new Actor("公众")}) {
            assertThatThrownBy(() -> actor.run(() -> transactions.executeWithoutResult(status -> jdbc.sql(
                                    "select luheng.add_body('12410102000000Y12B', '公共机构', '学校', '', '410102')")
                            .query((row, number) -> "")
                            .list())))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("410102");
        }
    }

    @Test
    void aServerInServiceHasNoSamplesAndNoPasswordThatEverybodyKnows() {
        assertThat(samples.getIfAvailable()).isNull();
        assertThat(asAccess(
                        () -> jdbc.sql("select count(*) from luheng.account where sample or login = 'administrator'")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void loginsAndRolesAreNotChangedWhateverTheApplicationTries() {
        SignedIn person = someone(Role.DISTRICT, "410102");
        for (String change : new String[] {
            "update luheng.account set login = 'root' where id = ?",
            "update luheng.account set sample = true where id = ?",
            "update luheng.standing set role = 'administrator', body = null where account = ?",
            "update luheng.standing set statistics = true where account = ?",
            "delete from luheng.standing where account = ?"
        }) {
            assertThatThrownBy(() -> asAccess(
                            () -> jdbc.sql(change).param(person.account()).update()))
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private <T> T asAccess(java.util.function.Supplier<T> work) {
        return as("access", work);
    }

    private <T> T as(String part, java.util.function.Supplier<T> work) {
        return Actor.program(part).call(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
