package org.luheng.app.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.files.Fault;
import org.luheng.files.FolderText;
import org.luheng.files.Refused;
import org.luheng.files.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of the rules takes two persons, who see what changes; it holds for the place and what lies in it. */
@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
class RuleEditionsTests {
    private static final String ZHENGZHOU = "410100";
    private static final String ERQI = "410103";
    private static final String FUZHOU = "350100";

    @Autowired
    private RuleEditions editions;

    @Autowired
    private RulesFolder folder;

    @Autowired
    private Proposals proposals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Database database;

    @Autowired
    private MockMvc browser;

    private TransactionTemplate transactions;
    private People people;
    private JdbcClient eye;
    private Actor one;
    private Actor other;

    @BeforeEach
    void anOfficeOfTwo() {
        transactions = new TransactionTemplate(manager);
        people = new People(jdbc, transactions);
        eye = TestDatabase.eye(database);
        one = office(ZHENGZHOU);
        other = office(ZHENGZHOU);
        eye.sql("set luheng.actor = 'test'; set session_replication_role = replica;"
                        + " truncate luheng.plan_acceptance, luheng.rules_acceptance, luheng.rules_edition,"
                        + " luheng.proposal, luheng.issue, luheng.issue_publication")
                .update();
    }

    private Actor office(String region) {
        return People.actor(people.with(Role.OFFICE, region));
    }

    private static void refused(Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.findings().list().getFirst().fault())
                                .isEqualTo(fault));
    }

    private int sql(Actor actor, String statement) {
        Integer changed = actor.call(
                () -> transactions.execute(status -> jdbc.sql(statement).update()));
        return changed == null ? 0 : changed;
    }

    /** An edition that differs from the present one in one row, accepted before it. */
    private FolderText earlier(String region) {
        SequencedMap<String, String> texts =
                new LinkedHashMap<>(folder.edition().texts());
        texts.computeIfPresent(
                "authorities.csv",
                (file, text) -> text.lines().limit(1).findFirst().orElseThrow() + "\n");
        FolderText edition = new FolderText(texts);
        String unchecked = "set luheng.actor = 'test'; set session_replication_role = replica; ";
        eye.sql(unchecked + "insert into luheng.rules_edition (sha256, content, actor) values (?, ?, 'test')")
                .param(edition.sha256())
                .param(edition.content())
                .update();
        eye.sql(
                        unchecked
                                + "insert into luheng.rules_acceptance (region, sha256, proposal, actor) values (?, ?, 1, 'test')")
                .param(region)
                .param(edition.sha256())
                .update();
        return edition;
    }

    @Test
    void whatOneProposesHoldsForThePlaceAndBelowWhenAnotherConfirms() {
        long id = one.call(() -> editions.propose("核对过各行来源"));
        assertThat(one.call(() -> editions.of(ZHENGZHOU))).isEmpty();
        refused(Fault.RULES_NOT_ACCEPTED, () -> one.run(() -> editions.requireAccepted(ZHENGZHOU)));
        refused(Fault.SAME_PERSON, () -> one.run(() -> proposals.confirm(id, "", 0)));
        refused(Fault.ALREADY_PROPOSED, () -> other.call(() -> editions.propose("再提一次")));

        other.run(() -> proposals.confirm(id, "同意", 0));

        Actor anybody = new Actor("公众");
        assertThat(anybody.call(() -> editions.of(ZHENGZHOU)))
                .hasValueSatisfying(held -> assertThat(held.proposal()).isEqualTo(id));
        assertThat(anybody.call(() -> editions.of(ERQI))).isPresent();
        assertThat(anybody.call(() -> editions.of(FUZHOU))).isEmpty();
        assertThat(anybody.call(() -> editions.of("410000"))).isEmpty();
        refused(Fault.RULES_ALREADY_ACCEPTED, () -> one.call(() -> editions.propose("再提一次")));
        Actor erqi = office(ERQI);
        refused(Fault.RULES_ALREADY_ACCEPTED, () -> erqi.call(() -> editions.propose("上级已确认")));
    }

    @Test
    void onlyAnOfficeProposes() {
        for (Actor wrong : List.of(
                People.actor(people.with(Role.AUDITOR, "000000")),
                People.actor(people.with(Role.DISTRICT, ERQI)),
                People.actor(people.with(Role.ADMINISTRATOR, null)),
                new Actor("公众"))) {
            refused(Fault.NOT_YOURS, () -> wrong.call(() -> editions.propose("理由")));
            assertThatThrownBy(
                            () -> sql(
                                    wrong,
                                    "insert into luheng.rules_edition (sha256, content) values (encode(sha256('x'), 'hex'), 'x')"))
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void thereIsNoWayRoundItBySql() {
        long id = one.call(() -> editions.propose("核对过"));
        String accept = "insert into luheng.rules_acceptance (region, sha256, proposal) values ('%s', '%s', %d)";
        assertThatThrownBy(() ->
                        sql(one, accept.formatted(ZHENGZHOU, folder.rules().hash(), id)))
                .hasMessageContaining("没有经第二人确认");
        other.run(() -> proposals.confirm(id, "", 0));
        sql(one, "insert into luheng.rules_edition (sha256, content) values (encode(sha256('x'), 'hex'), 'x')");
        assertThatThrownBy(() -> sql(
                        one,
                        "insert into luheng.rules_acceptance (region, sha256, proposal) values ('410100',"
                                + " encode(sha256('x'), 'hex'), " + id + ")"))
                .hasMessageContaining("不是这一版");
        assertThatThrownBy(() ->
                        sql(one, "insert into luheng.rules_edition (sha256, content) values (repeat('0', 64), 'x')"))
                .hasMessageContaining("content_as_named");
        assertThatThrownBy(() -> sql(one, "update luheng.rules_edition set content = 'x'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> eye.sql("set session_replication_role = origin; set luheng.actor = 'owner';"
                                + " delete from luheng.rules_acceptance")
                        .update())
                .hasMessageContaining("只增不改");
    }

    @Test
    void whoConfirmsSeesRowByRowWhatChanged() throws Exception {
        FolderText before = earlier(ZHENGZHOU);
        long id = one.call(() -> editions.propose("补上口径顺序"));
        Proposal proposal = other.call(() -> proposals.get(id));

        assertThat(other.call(() -> proposals.changes(proposal)))
                .extracting(Matter.Change::what, Matter.Change::before)
                .contains(org.assertj.core.groups.Tuple.tuple("规则版本 sha256", before.sha256()))
                .hasSize(2);
        String page = editions.address(proposal);
        browser.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("rules/authorities.csv")))
                .andExpect(content().string(containsString("新增")))
                .andExpect(content().string(not(containsString("rules/units.csv"))));
        for (String format : new String[] {"csv", "xlsx"}) {
            browser.perform(get(page + "&format=" + format)).andExpect(status().isOk());
        }
        browser.perform(get("/rules/changes?from=" + folder.rules().hash()))
                .andExpect(content().string(containsString("两版相同")));
        browser.perform(get("/rules/changes?from=" + "0".repeat(64))).andExpect(status().isNotFound());
    }

    @Test
    void anEditionThatMovedOnIsNotConfirmed() {
        sql(
                one,
                "insert into luheng.proposal (kind, subject, scope, title, payload, reason) values ('rules', '410100',"
                        + " '410100', '旧的一版', jsonb_build_object('rules_sha256', repeat('0', 64), 'before_sha256', ''), 'x')");
        long id =
                eye.sql("select max(id) from luheng.proposal").query(Long.class).single();
        refused(Fault.MOVED_ON, () -> other.run(() -> proposals.confirm(id, "", 0)));
    }

    @Test
    void theTrailNamesTheEditionAndLeavesItsTextOut() {
        long id = one.call(() -> editions.propose("核对过"));
        other.run(() -> proposals.confirm(id, "", 0));
        assertThat(eye.sql("select act, after from luheng.audit_entry where subject = 'rules_edition:' || ?")
                        .param(folder.rules().hash())
                        .query((row, number) ->
                                row.getString(1) + row.getString(2).length())
                        .list())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry).startsWith("新增").hasSizeLessThan(8));
        assertThat(eye.sql("select count(*) from luheng.audit_entry where subject = 'rules_acceptance:410100,' || ?")
                        .param(folder.rules().hash())
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
