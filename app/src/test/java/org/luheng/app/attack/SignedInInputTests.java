package org.luheng.app.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** ASVS V1, V2, V14.3, V16.5: what whoever is signed in puts into the parameters and forms that open to him. */
@SpringBootTest(properties = "luheng.rate.limits=off")
@AutoConfigureMockMvc
@FreshDatabase
class SignedInInputTests {
    /** What no database, page, header, number, date or path should take for more than text. */
    private static final List<String> SAID = List.of(
            "\"><script>alert(1)</script>",
            "' or '1'='1",
            "1; drop table luheng.fact; --",
            "%_\\%'\"",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\r\nSet-Cookie: stolen=1",
            "-1",
            "99999999999999999999",
            "2147483647",
            "9223372036854775807",
            "-9223372036854775808",
            "+999999999-01-01",
            "0000-00-00",
            "NaN",
            "x".repeat(10_000));

    /** Whose page, its address, its parameters. */
    private static final List<String> PAGES = List.of(
            "office /facts offset region element year format",
            "office /imports/1 outcome after line format",
            "office /api/facts region element from to after limit format",
            "office /api/imports limit offset",
            "office /api/imports/1 outcome format",
            "office /proposals show format",
            "office /issues plan format",
            "office /register text page format",
            "office /me done",
            "auditor /audit actor scope act from to text before format",
            "auditor /api/audit actor scope act from to text before limit",
            "administrator /accounts text state role page format",
            "administrator /accounts/1 done",
            "nobody /regions/410102/energy plan period asof policy format",
            "nobody /regions/410102/what-if plan asof product energy savings project added format",
            "nobody /rules/deductions format",
            "nobody /rules/changes from to format",
            "nobody /proof asof path policy format",
            "nobody /sign-in to");

    private static final List<String> FORMS = List.of(
            "office /me/standing standing to",
            "office /me/sessions/end id",
            "office /calculations/reductions table format",
            "office /me/tokens name standing days old",
            "office /me/tokens/end token",
            "office /me/password old password again",
            "office /proposals/1/confirmation reason caveats",
            "office /plans/zhengzhou-14fyp/acceptance reason",
            "office /rules/acceptance reason",
            "office /issues plan period day reason",
            "office /issues/1/publication act reason",
            "office /register code kind name industry place",
            "administrator /accounts login name role body statistics",
            "administrator /accounts/1/name name",
            "administrator /accounts/1/standings role body statistics",
            "administrator /accounts/1/link second",
            "nobody /sign-in/code code",
            "nobody /start token login name password again",
            "nobody /invitations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA password again");

    /** Addresses that end in a number. */
    private static final List<String> NUMBERED = List.of(
            "office /imports/",
            "office /api/imports/",
            "office /api/facts/",
            "office /proposals/",
            "office /issues/",
            "administrator /accounts/");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private SignedIn office;
    private SignedIn auditor;
    private SignedIn administrator;

    @BeforeEach
    void threePeople() {
        People people = new People(jdbc, transactions);
        office = people.with(Role.OFFICE, "410100");
        auditor = people.with(Role.AUDITOR, "000000");
        administrator = people.with(Role.ADMINISTRATOR, null);
    }

    private MockHttpServletResponse ask(String who, MockHttpServletRequestBuilder request) throws Exception {
        SignedIn person = switch (who) {
            case "office" -> office;
            case "auditor" -> auditor;
            case "administrator" -> administrator;
            default -> null;
        };
        return mvc.perform(request.with(
                        person == null
                                ? org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()
                                : People.as(person)))
                .andReturn()
                .getResponse();
    }

    private static boolean harmed(MockHttpServletResponse answer) throws Exception {
        String body = answer.getContentAsString(StandardCharsets.UTF_8);
        String low = body.toLowerCase(Locale.ROOT);
        return answer.getStatus() >= 500
                || answer.getHeaderNames().stream()
                        .anyMatch(name -> answer.getHeaders(name).toString().matches("(?s).*[\r\n].*"))
                || String.valueOf(answer.getContentType()).startsWith("text/html") && body.contains("<script>alert")
                || low.contains("exception")
                || low.contains("org.postgresql")
                || low.contains("org.springframework");
    }

    private List<String> broken(List<String> lines, boolean form) throws Exception {
        List<String> broken = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int at = 2; at < words.length; at++) {
                for (String said : SAID) {
                    MockHttpServletRequestBuilder request = form ? post(words[1]) : get(words[1]);
                    if (form) {
                        for (int other = 2; other < words.length; other++) {
                            request.param(words[other], other == at ? said : "1");
                        }
                    } else {
                        request.param(words[at], said);
                    }
                    MockHttpServletResponse answer = ask(words[0], request);
                    if (harmed(answer)) {
                        broken.add(answer.getStatus() + " " + words[1] + " " + words[at] + "="
                                + said.substring(0, Math.min(40, said.length())));
                    }
                }
            }
        }
        return broken;
    }

    @Test
    void noParameterOfAPageBreaksIt() throws Exception {
        assertThat(broken(PAGES, false)).isEmpty();
    }

    @Test
    void noFieldOfAFormBreaksIt() throws Exception {
        assertThat(broken(FORMS, true)).isEmpty();
    }

    @Test
    void noNumberInAnAddressBreaksIt() throws Exception {
        List<String> broken = new ArrayList<>();
        for (String line : NUMBERED) {
            String[] words = line.split(" ");
            for (String said : List.of("0", "-1", "1e9", "9223372036854775807", "9223372036854775808", "'--", "x")) {
                MockHttpServletResponse answer = ask(words[0], get(words[1] + "{id}", said));
                if (answer.getStatus() != 404 && answer.getStatus() != 400 || harmed(answer)) {
                    broken.add(answer.getStatus() + " " + words[1] + said);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void nothingThatIsShownToWhoIsSignedInIsKeptByTheBrowser() throws Exception {
        for (String line : PAGES) {
            String[] words = line.split(" ");
            if (words[0].equals("nobody")) {
                continue;
            }
            assertThat(ask(words[0], get(words[1])).getHeader("Cache-Control"))
                    .as(words[1])
                    .isEqualTo("no-store");
        }
    }

    /** A field too many is no field: neither who proposes, nor what state something is in, comes from a form. */
    @Test
    void fieldsThatAFormDoesNotHaveChangeNothing() throws Exception {
        office = new People(jdbc, transactions).with(Role.OFFICE, "410103");
        MockHttpServletResponse made = ask(
                "office",
                post("/plans/erqi-2015/acceptance")
                        .param("reason", "核对过原件")
                        .param("proposer", "1")
                        .param("account", Long.toString(administrator.account()))
                        .param("actor", administrator.login())
                        .param("standing", "1")
                        .param("decision", "确认")
                        .param("decided_by", Long.toString(auditor.account()))
                        .param("scope", "350100"));
        assertThat(made.getStatus()).isEqualTo(303);
        long proposal = Long.parseLong(made.getHeader("Location").replace("/proposals/", ""));
        List<java.util.Map<String, Object>> stored = People.actor(office)
                .call(() -> transactions.execute(
                        status -> jdbc.sql("select proposer, scope, decision from luheng.proposal where id = ?")
                                .param(proposal)
                                .query()
                                .listOfRows()));
        assertThat(stored)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("proposer", office.account())
                        .containsEntry("scope", "410103")
                        .containsEntry("decision", null));
        MockHttpServletResponse own = ask(
                "office",
                post("/proposals/" + proposal + "/confirmation")
                        .param("reason", "同意")
                        .param("account", Long.toString(administrator.account()))
                        .param("proposer", Long.toString(administrator.account())));
        assertThat(own.getStatus()).isEqualTo(403);
    }
}
