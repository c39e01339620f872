package org.luheng.app.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.FreshDatabase;
import org.luheng.files.Calculations;
import org.luheng.files.Register;
import org.luheng.files.RuleTables;
import org.luheng.files.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
class CalculationPageTests {
    private static final String TABLE = """
            id,name,region,source,measure,pollutant,year,base_emission,in_base
            P1,某砖厂关停,登封市,窑,closure,NOx,2022,36.5,是
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private RulesFolder rules;

    @Autowired
    private Register register;

    @Autowired
    private RuleTables tables;

    private MockHttpServletResponse answer(RequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private SignedIn mill() {
        return new People(jdbc, transactions).with(Role.DISTRICT, "410102");
    }

    @Test
    void everyKindShowsItsExampleToEveryoneAndComputesItForWhoIsSignedIn() throws Exception {
        Stream<String> kinds = Calculations.of(rules, register, java.util.List.of()).kinds().stream()
                .map(kind -> kind.code());
        for (String kind : kinds.toList()) {
            MockHttpServletResponse page = answer(get("/calculations/" + kind));
            assertThat(page.getStatus()).as(kind).isEqualTo(200);
            assertThat(page.getContentAsString())
                    .contains("例表，数是虚构的")
                    .contains("class=\"formula\"")
                    .doesNotContain("<textarea");
            String template =
                    answer(get("/calculations/" + kind + "/template.csv")).getContentAsString();
            assertThat(template).startsWith("\uFEFF");
            MockHttpServletResponse computed = answer(multipart("/calculations/" + kind)
                    .file("file", template.getBytes(StandardCharsets.UTF_8))
                    .with(People.as(mill())));
            assertThat(computed.getStatus()).as(kind).isEqualTo(200);
            assertThat(computed.getContentAsString()).contains("<details>").doesNotContain("没有计算的行");
        }
    }

    @Test
    void aStrangerSendsNoTable() throws Exception {
        assertThat(answer(post("/calculations/reductions")
                                .param("table", TABLE)
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                        .getStatus())
                .isNotEqualTo(200);
    }

    @Test
    void whatWasPastedIsComputedAndTakenAway() throws Exception {
        String page = answer(post("/calculations/reductions")
                        .param("table", TABLE.replace(',', '\t'))
                        .with(People.as(mill())))
                .getContentAsString();
        assertThat(page).contains("某砖厂关停").contains("〔36.5〕").contains("/rules/rule/reduction-closure");
        MockHttpServletResponse csv = answer(post("/calculations/reductions")
                .param("table", TABLE)
                .param("format", "csv")
                .with(People.as(mill())));
        assertThat(csv.getContentAsString()).contains("某砖厂关停").contains("36.5");
        assertThat(csv.getContentType()).startsWith("text/csv");
    }

    @Test
    void aRowAtFaultIsSaidAndATableThatCannotBeReadIsRefusedWithWhatWasGiven() throws Exception {
        String page = answer(post("/calculations/reductions")
                        .param("table", TABLE + "P2,乙,登封市,窑,closure,NOx,二〇,1,是\n")
                        .with(People.as(mill())))
                .getContentAsString();
        assertThat(page).contains("没有计算的行").contains("LH-1210").contains("〔36.5〕");
        MockHttpServletResponse refused = answer(
                post("/calculations/reductions").param("table", "a,b\n1,2\n").with(People.as(mill())));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("这张表读不了").contains("a,b");
    }

    @Test
    void everyRuleOfEveryTableIsOnItsPageAndFoundByItsId() throws Exception {
        for (RuleTables.RuleTable table : tables.tables()) {
            MockHttpServletResponse page = answer(get("/rules/" + table.name()));
            assertThat(page.getStatus()).as(table.name()).isEqualTo(200);
            assertThat(page.getContentAsString().split("<tr", -1))
                    .as(table.name())
                    .hasSize(table.rows().size() + 2);
        }
        assertThat(answer(get("/rules/rule/reduction-closure")).getRedirectedUrl())
                .isEqualTo("/rules/reduction-measures#reduction-closure");
        assertThat(answer(get("/rules/rule/none")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/rules/none")).getStatus()).isEqualTo(404);
    }
}
