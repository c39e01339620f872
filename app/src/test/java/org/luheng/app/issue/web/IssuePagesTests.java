package org.luheng.app.issue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.Actor;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.fact.FactImport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a plan nobody accepted to a figure that everybody may read, by the pages alone, and what the pages refuse on the way. */
@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
class IssuePagesTests {
    private static final String PLAN = "erqi-2015";
    private static final String ERQI = "410103";
    /** As {@link People} call somebody of that office. */
    private static final String NAME = "办公室" + ERQI;

    @Autowired
    private MockMvc browser;

    @Autowired
    private FactImport imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    private SignedIn one;
    private SignedIn other;

    @BeforeEach
    void anOfficeOfTwo() {
        People people = new People(jdbc, new TransactionTemplate(manager));
        one = people.with(Role.OFFICE, ERQI);
        other = people.with(Role.OFFICE, ERQI);
    }

    private ResultActions read(SignedIn reader, String address) throws Exception {
        return browser.perform(get(address).with(People.as(reader)));
    }

    private ResultActions send(SignedIn sender, String address, String... fields) throws Exception {
        var form = post(address).with(People.as(sender));
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        return browser.perform(form);
    }

    /** @return where the answer leads */
    private String sent(SignedIn sender, String address, String... fields) throws Exception {
        String to = send(sender, address, fields)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(to).isNotNull();
        return to;
    }

    @Test
    void fromThePlanToThePublic() throws Exception {
        Actor samples = new Actor("测试").as("samples");
        samples.call(() -> imports.take("数据.csv", new ByteArrayInputStream("""
                        region,period,element,value,unit,stage,source,authority,channel,published
                        410103,2014,gdp.constant,100,亿元,最终,公报,郑州市统计局,行政,2015-03-01
                        410103,2014,energy.total,50,万吨标准煤,最终,公报,郑州市统计局,行政,2015-03-01
                        410103,2015,gdp.constant,110,亿元,最终,公报,郑州市统计局,行政,2016-03-01
                        410103,2015,energy.total,52,万吨标准煤,最终,公报,郑州市统计局,行政,2016-03-01
                        350100,2014,gdp.constant,100,亿元,最终,公报,福州市统计局,行政,2015-03-01
                        350100,2014,energy.total,50,万吨标准煤,最终,公报,福州市统计局,行政,2015-03-01
                        350100,2015,gdp.constant,110,亿元,最终,公报,福州市统计局,行政,2016-03-01
                        350100,2015,energy.total,50,万吨标准煤,最终,公报,福州市统计局,行政,2016-03-01
                        """.getBytes(StandardCharsets.UTF_8))));

        read(one, "/plans/" + PLAN).andExpect(content().string(containsString("未确认")));
        browser.perform(get("/plans/" + PLAN)).andExpect(content().string(not(containsString("未确认"))));
        read(one, "/issues?plan=" + PLAN).andExpect(content().string(containsString("还没有经两人确认")));
        send(one, "/issues", "plan", PLAN, "period", "2015", "day", "2017-01-01", "reason", "年度发布")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("LH-1957")));

        String acceptance = sent(one, "/plans/" + PLAN + "/acceptance", "reason", "核对过<b>原件</b>");
        send(one, "/plans/" + PLAN + "/acceptance", "reason", "再提一次").andExpect(status().isConflict());
        read(other, acceptance)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("核对过&lt;b&gt;原件")))
                .andExpect(content().string(containsString("/confirmation")));
        read(one, acceptance)
                .andExpect(content().string(not(containsString("/confirmation"))))
                .andExpect(content().string(containsString("/withdrawal")));
        send(one, acceptance + "/confirmation").andExpect(status().isForbidden());
        sent(other, acceptance + "/confirmation", "reason", "同意");
        send(other, acceptance + "/confirmation").andExpect(status().isConflict());
        read(one, "/plans/" + PLAN)
                .andExpect(content().string(not(containsString("未确认"))))
                .andExpect(content().string(containsString(NAME + "提请，" + NAME + "确认")));

        read(one, "/issues?plan=" + PLAN).andExpect(content().string(containsString("先去提请确认规则")));
        send(one, "/issues", "plan", PLAN, "period", "2015", "day", "2017-01-01", "reason", "年度发布")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("LH-1968")));
        read(one, "/rules").andExpect(content().string(containsString("提请确认这一版")));
        browser.perform(get("/rules")).andExpect(content().string(not(containsString("未确认"))));
        String rules = sent(one, "/rules/acceptance", "reason", "核对过各行来源");
        send(one, "/rules/acceptance", "reason", "再提一次").andExpect(status().isConflict());
        read(other, rules).andExpect(content().string(containsString("此前没有确认过的版本")));
        send(one, rules + "/confirmation").andExpect(status().isForbidden());
        sent(other, rules + "/confirmation", "reason", "同意");
        read(one, "/rules").andExpect(content().string(containsString(NAME + "提请，" + NAME + "确认")));
        browser.perform(get("/rules"))
                .andExpect(content().string(containsString("现用")))
                .andExpect(content().string(not(containsString(NAME))));

        send(one, "/issues", "plan", PLAN, "period", "去年", "day", "2017-01-01", "reason", "x")
                .andExpect(status().isBadRequest());
        String sealing = sent(one, "/issues", "plan", PLAN, "period", "2015", "day", "2017-01-01", "reason", "年度发布");
        read(one, "/issues?plan=" + PLAN).andExpect(content().string(containsString(sealing)));
        read(other, sealing).andExpect(status().isOk()).andExpect(content().string(containsString("封存内容 sha256")));
        sent(other, sealing + "/confirmation", "reason", "同意", "caveats", caveats(sealing));

        String issue = issue();
        read(one, issue)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("重算结果相同")))
                // (52 ÷ 50) ÷ (110 ÷ 100) − 1
                .andExpect(content().string(containsString("−5.45")))
                .andExpect(content().string(containsString("未公布")));
        for (String address : new String[] {issue, issue + "/file", issue + "?format=csv"}) {
            browser.perform(get(address)).andExpect(status().isNotFound());
        }
        browser.perform(get("/issues")).andExpect(content().string(containsString("还没有可以看的期")));
        browser.perform(get(sheet(ERQI))).andExpect(status().isForbidden());

        String publication = sent(one, issue + "/publication", "act", "publish", "reason", "经主任会议同意");
        send(one, issue + "/publication", "act", "burn", "reason", "x").andExpect(status().isBadRequest());
        sent(other, publication + "/confirmation");
        browser.perform(get(issue))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已公布")))
                .andExpect(content().string(not(containsString(NAME))))
                .andExpect(content().string(not(containsString("/publication"))));
        browser.perform(get(sheet(ERQI)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("−5.45")))
                .andExpect(content().string(containsString(issue)));
        assertThat(browser.perform(get(sheet("350100")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("the key to one plan opens no other city: (50 ÷ 50) ÷ (110 ÷ 100) − 1")
                .doesNotContain("9.09");
        byte[] file = browser.perform(get(issue + "/file"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        browser.perform(get(issue))
                .andExpect(content()
                        .string(containsString(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file)))));
        for (String format : new String[] {"csv", "xlsx"}) {
            browser.perform(get(issue + "?format=" + format)).andExpect(status().isOk());
            browser.perform(get("/issues?format=" + format)).andExpect(status().isOk());
            read(one, "/proposals?show=decided&format=" + format).andExpect(status().isOk());
        }
        browser.perform(get(issue + "?format=pdf")).andExpect(status().isBadRequest());
        for (String show : new String[] {"open", "mine", "decided"}) {
            read(one, "/proposals?show=" + show).andExpect(status().isOk());
        }
        read(one, "/proposals?show=all").andExpect(status().isBadRequest());
        for (String nothing :
                new String[] {"/issues/0", "/issues/x", "/issues/0/file", "/issues/99999999999999999999"}) {
            browser.perform(get(nothing)).andExpect(status().isNotFound());
        }
        read(one, "/proposals/999").andExpect(status().isNotFound());
        read(one, "/proposals/x").andExpect(status().isNotFound());

        String withdrawal = sent(one, issue + "/publication", "act", "withdraw", "reason", "数据有误");
        sent(other, withdrawal + "/confirmation");
        browser.perform(get(issue)).andExpect(status().isNotFound());
    }

    private static String sheet(String region) {
        return "/figure?plan=" + PLAN + "&region=" + region + "&indicator=energy.intensity.change&period=2015";
    }

    private String caveats(String proposal) {
        return eye("select caveats from luheng.proposal where id = " + proposal.substring("/proposals/".length()));
    }

    private String issue() {
        return "/issues/" + eye("select max(id) from luheng.issue");
    }

    private String eye(String query) {
        return People.actor(one)
                .call(() -> new TransactionTemplate(manager)
                        .execute(status -> jdbc.sql(query).query(String.class).single()));
    }

    @Test
    void whoIsNotOfTheOfficeSendsNothing() throws Exception {
        People people = new People(jdbc, new TransactionTemplate(manager));
        for (Role role : new Role[] {Role.AUDITOR, Role.DISTRICT}) {
            SignedIn person = people.with(role, ERQI);
            for (String address : new String[] {
                "/issues",
                "/issues/1/publication",
                "/plans/" + PLAN + "/acceptance",
                "/rules/acceptance",
                "/proposals/1/confirmation",
                "/proposals/1/rejection",
                "/proposals/1/withdrawal"
            }) {
                send(person, address, "reason", "x").andExpect(status().isForbidden());
            }
        }
        SignedIn elsewhere = people.with(Role.OFFICE, "350100");
        send(elsewhere, "/plans/" + PLAN + "/acceptance", "reason", "x").andExpect(status().isForbidden());
        send(elsewhere, "/issues", "plan", PLAN, "period", "2015", "day", "2017-01-01", "reason", "x")
                .andExpect(status().isForbidden());
        browser.perform(post("/plans/" + PLAN + "/acceptance").param("reason", "x"))
                .andExpect(status().isForbidden());
    }
}
