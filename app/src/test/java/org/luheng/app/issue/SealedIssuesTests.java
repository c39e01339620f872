package org.luheng.app.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Element;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.approval.Proposals;
import org.luheng.app.audit.Verification;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.fact.FactImport;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Plans;
import org.luheng.app.rule.RuleEditions;
import org.luheng.app.snapshot.Publication;
import org.luheng.app.snapshot.Publications;
import org.luheng.app.snapshot.Snapshots;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was sealed stays as it was sealed, whoever records what afterwards; and it opens to whom it may. */
@SpringBootTest
@FreshDatabase
class SealedIssuesTests {
    private static final String PLAN = "zhengzhou-14fyp";
    private static final String ZHENGZHOU = "410100";
    private static final String ERQI = "410103";
    private static final Period Y2021 = Period.year(2021);
    private static final LocalDate DAY = LocalDate.parse("2023-01-01");
    private static final Actor PUBLIC = new Actor("公众");
    private static final String HEADER = "region,period,element,value,unit,stage,source,authority,channel,published\n";

    @Autowired
    private Issues issues;

    @Autowired
    private Publications publications;

    @Autowired
    private Snapshots snapshots;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Acceptances acceptances;

    @Autowired
    private RuleEditions editions;

    @Autowired
    private Plans plans;

    @Autowired
    private FactImport imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Database database;

    private JdbcClient eye;
    private People people;
    private Actor one;
    private Actor other;
    private Plan plan;

    @BeforeEach
    void factsAndAnOfficeOfTwo() {
        people = new People(jdbc, new TransactionTemplate(manager));
        eye = TestDatabase.eye(database);
        one = People.actor(people.with(Role.OFFICE, ZHENGZHOU));
        other = People.actor(people.with(Role.OFFICE, ZHENGZHOU));
        plan = plans.get(PLAN).plan();
        eye.sql(
                        "set session_replication_role = replica;"
                                + " truncate luheng.plan_acceptance, luheng.rules_acceptance, luheng.proposal, luheng.issue, luheng.issue_publication")
                .update();
        facts("""
                410100,2020,gdp.constant,1000,亿元,最终,公报,郑州市统计局,行政,2021-03-01
                410100,2020,energy.total,500,万吨标准煤,最终,公报,郑州市统计局,行政,2021-03-01
                410100,2021,gdp.constant,1100,亿元,最终,公报,郑州市统计局,行政,2022-03-01
                410100,2021,energy.total,520,万吨标准煤,最终,公报,郑州市统计局,行政,2022-03-01
                410103,2020,gdp.constant,100,亿元,最终,公报,郑州市统计局,行政,2021-03-01
                410103,2020,energy.total,50,万吨标准煤,最终,公报,郑州市统计局,行政,2021-03-01
                410103,2021,gdp.constant,110,亿元,最终,公报,郑州市统计局,行政,2022-03-01
                410103,2021,energy.total,56,万吨标准煤,最终,公报,郑州市统计局,行政,2022-03-01
                410105,2020,gdp.constant,100,亿元,最终,公报,郑州市统计局,行政,2021-03-01
                410105,2020,energy.total,50,万吨标准煤,最终,公报,郑州市统计局,行政,2021-03-01
                410105,2021,gdp.constant,110,亿元,最终,公报,郑州市统计局,行政,2022-03-01
                410105,2021,energy.total,56,万吨标准煤,最终,公报,郑州市统计局,行政,2022-03-01
                410103,2021,gdp.growth.planned,8,%,最终,计划,郑州市发展和改革委员会,行政,2021-02-01
                350100,2021,energy.total,56,万吨标准煤,最终,公报,福州市统计局,行政,2022-03-01
                """);
    }

    private void facts(String rows) {
        new Actor("测试").as("samples").run(() -> {
            try {
                assertThat(imports.take(
                                        "数据.csv",
                                        new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)))
                                .rejected())
                        .isZero();
            } catch (IOException inMemory) {
                throw new IllegalStateException(inMemory);
            }
        });
    }

    private void accept() {
        if (one.call(() -> acceptances.of(plan)).isEmpty()) {
            confirm(one.call(() -> acceptances.propose(plans.get(PLAN), "核对过")));
        }
        if (one.call(() -> editions.of(ZHENGZHOU)).isEmpty()) {
            confirm(one.call(() -> editions.propose("核对过")));
        }
    }

    private void confirm(long proposal) {
        other.run(
                () -> proposals.confirm(proposal, "同意", proposals.get(proposal).caveats()));
    }

    private Issue sealed(LocalDate day) {
        accept();
        confirm(one.call(() -> issues.proposeSealing(PLAN, Y2021, day, "年度发布")));
        return one.call(() -> issues.of(PLAN)).getFirst();
    }

    private Issue sealed() {
        return sealed(DAY);
    }

    private void publish(Issue issue, boolean open) {
        confirm(one.call(() -> issues.proposePublication(issue.id(), open, "经主任会议同意")));
    }

    private static void refused(Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.findings().list().getFirst().fault())
                                .isEqualTo(fault));
    }

    private JsonNode content(Issue issue) {
        return new JsonMapper().readTree(one.call(() -> issues.content(issue)));
    }

    @Test
    void aSealHoldsWhatTheSnapshotSaysAndNamesWhatItWasMadeFrom() {
        Issue issue = sealed();
        assertThat(issue.number()).isEqualTo(1);
        assertThat(issue.planSha256()).isEqualTo(plan.hash());
        assertThat(issue.bracketed()).isPositive();
        JsonNode sealed = content(issue);
        assertThat(sealed.at("/plan/sha256").asString()).isEqualTo(plan.hash());
        assertThat(sealed.at("/facts/asOf").asString()).isEqualTo("2023-01-01");
        assertThat(sealed.at("/period").asString()).isEqualTo("2021");
        assertThat(sealed.at("/figures").size()).isEqualTo(issue.figures());
        assertThat(sealed.at("/lights").size()).isEqualTo(issue.lights());
        JsonNode change = null;
        for (JsonNode figure : sealed.at("/figures")) {
            assertThat(figure.at("/region").asString())
                    .as("only the plan's places")
                    .startsWith("4101");
            if (figure.at("/region").asString().equals(ERQI)
                    && figure.at("/indicator").asString().equals(Element.CHANGE)
                    && figure.at("/period").asString().equals("2021")) {
                change = figure;
            }
        }
        // (56 ÷ 50) ÷ (110 ÷ 100) − 1
        assertThat(change).isNotNull();
        assertThat(change.at("/value").isString()).isTrue();
        assertThat(change.at("/value").asString()).isEqualTo("1.818182");
        assertThat(one.call(() -> issues.check(issue))).isEmpty();
        assertThat(issues.check()).isEmpty();
    }

    @Test
    void whatIsRecordedLaterLeavesItAsItIs() {
        Issue issue = sealed();
        String before = new String(one.call(() -> issues.content(issue)), StandardCharsets.UTF_8);
        facts("410102,2021,energy.total,51,万吨标准煤,普查修订,公报,郑州市统计局,行政,2022-12-01\n");

        assertThat(new String(one.call(() -> issues.content(issue)), StandardCharsets.UTF_8))
                .isEqualTo(before);
        assertThat(issues.check()).isEmpty();
        Issue next = sealed();
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.factsSha256()).isNotEqualTo(issue.factsSha256());
        assertThat(next.sha256()).isNotEqualTo(issue.sha256());
        assertThat(issues.check()).isEmpty();
    }

    @Test
    void theSameIsNotSealedTwice() {
        sealed();
        refused(Fault.ALREADY_SEALED, () -> one.call(() -> issues.proposeSealing(PLAN, Y2021, DAY, "再封一次")));
    }

    @Test
    void factsThatComeBetweenProposalAndConfirmationAreLeftOut() {
        accept();
        long proposal = one.call(() -> issues.proposeSealing(PLAN, Y2021, DAY, "年度发布"));
        facts("410104,2021,energy.total,52,万吨标准煤,普查修订,公报,郑州市统计局,行政,2022-12-01\n");
        confirm(proposal);
        Issue issue = one.call(() -> issues.of(PLAN)).getFirst();
        assertThat(issue.sha256())
                .isEqualTo(one.call(() -> proposals.get(proposal)).said("sha256"));
    }

    @Test
    void nothingOfAPlanThatWasNotAcceptedIsSealed() {
        refused(Fault.PLAN_NOT_ACCEPTED, () -> one.call(() -> issues.proposeSealing(PLAN, Y2021, DAY, "年度发布")));
        accept();
        refused(
                Fault.NOTHING_TO_SEAL,
                () -> one.call(() -> issues.proposeSealing(PLAN, Period.year(2024), DAY, "年度发布")));
        refused(
                Fault.NOTHING_TO_SEAL,
                () -> one.call(() -> issues.proposeSealing(PLAN, Y2021, LocalDate.parse("2021-01-15"), "年度发布")));
        refused(
                Fault.DAY_AHEAD,
                () -> one.call(() -> issues.proposeSealing(PLAN, Y2021, LocalDate.parse("9999-01-01"), "年度发布")));
    }

    @Test
    void unsettledRulesAreSealedOnlyWhenTheirNumberIsApproved() {
        accept();
        long proposal = one.call(() -> issues.proposeSealing(PLAN, Y2021, DAY, "年度发布"));
        refused(Fault.CAVEATS_WANTED, () -> other.run(() -> proposals.confirm(proposal, "同意", 0)));
        confirm(proposal);
        assertThat(one.call(() -> issues.of(PLAN)).getFirst().bracketed())
                .isEqualTo(one.call(() -> proposals.get(proposal)).caveats());
    }

    @Test
    void theTableTakesNothingButWhatWasConfirmed() {
        accept();
        long proposal = one.call(() -> issues.proposeSealing(PLAN, Y2021, DAY, "年度发布"));
        String insert =
                "insert into luheng.issue (plan, region, title, period, day, last_fact, plan_sha256, rules_sha256,"
                        + " facts_sha256, content, sha256, figures, lights, bracketed, sample, proposal) select subject, scope, 'x',"
                        + " payload->>'period', (payload->>'day')::date, (payload->>'last_fact')::bigint, payload->>'plan_sha256',"
                        + " payload->>'rules_sha256', payload->>'facts_sha256', 'forged', encode(sha256('forged'), 'hex'), 1, 1,"
                        + " caveats, false, id from luheng.proposal where id = " + proposal;
        TransactionTemplate transactions = new TransactionTemplate(manager);
        assertThatThrownBy(() -> one.run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql(insert).update())))
                .hasMessageContaining("没有经第二人确认");
        confirm(proposal);
        assertThatThrownBy(() -> one.run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql(insert).update())))
                .hasMessageContaining("不是这一结果");
        for (String change : List.of(
                "update luheng.issue set title = 'x'",
                "delete from luheng.issue",
                "delete from luheng.issue_publication")) {
            assertThatThrownBy(() -> one.run(() -> transactions.executeWithoutResult(
                            status -> jdbc.sql(change).update())))
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() ->
                            eye.sql("set luheng.actor = 'owner'; " + change).update())
                    .hasMessageContaining("只增不改");
        }
    }

    @Test
    void whoDoesNotOverseeTheWholePlaceReadsItOncePublishedOnly() {
        Issue issue = sealed();
        Actor district = People.actor(people.with(Role.DISTRICT, ERQI));
        Actor districtOffice = People.actor(people.with(Role.OFFICE, ERQI));
        Actor agency = People.actor(people.with(
                Role.AGENCY,
                eye.sql("select code from luheng.agency where jurisdiction = '410100' order by 1 limit 1")
                        .query(String.class)
                        .single()));
        Actor administrator = People.actor(people.with(Role.ADMINISTRATOR, null));
        Actor elsewhere = People.actor(people.with(Role.OFFICE, "350100"));
        List<Actor> outside = List.of(district, districtOffice, agency, administrator, elsewhere, PUBLIC);
        for (Actor actor : outside) {
            assertThat(actor.call(() -> issues.all())).isEmpty();
            refused(Fault.NO_SUCH_THING, () -> actor.call(() -> issues.get(issue.id())));
            assertThat(actor.call(() -> publications.latest(PLAN))).isEmpty();
        }
        for (Actor actor : List.of(one, People.actor(people.with(Role.AUDITOR, "000000")))) {
            assertThat(actor.call(() -> issues.all())).extracting(Issue::id).containsExactly(issue.id());
        }

        publish(issue, true);
        for (Actor actor : outside) {
            assertThat(actor.call(() -> issues.get(issue.id())).isPublished()).isTrue();
            assertThat(actor.call(() -> issues.content(issue))).isNotEmpty();
            assertThat(actor.call(() -> publications.latest(PLAN)))
                    .hasValueSatisfying(
                            published -> assertThat(published.issue()).isEqualTo(issue.id()));
        }
        refused(Fault.NOTHING_TO_PUBLISH, () -> one.call(() -> issues.proposePublication(issue.id(), true, "再公布")));

        publish(issue, false);
        assertThat(PUBLIC.call(() -> issues.all())).isEmpty();
        assertThat(PUBLIC.call(() -> publications.latest(PLAN))).isEmpty();
        publish(issue, true);
        assertThat(PUBLIC.call(() -> issues.all())).hasSize(1);
    }

    @Test
    void thePublicSeesTheFiguresOfTheLatestPublishedIssueAndNothingLater() {
        Issue first = sealed();
        publish(first, true);
        facts("410105,2021,energy.total,53,万吨标准煤,普查修订,公报,郑州市统计局,行政,2022-12-01\n");
        Issue second = sealed();

        assertThat(change(PUBLIC)).isEqualTo("1.818182");
        assertThat(PUBLIC.call(() -> publications.latest(PLAN)).orElseThrow().number())
                .isEqualTo(1);
        publish(second, true);
        assertThat(change(PUBLIC)).isEqualTo("-3.636364");
        publish(second, false);
        assertThat(change(PUBLIC)).isEqualTo("1.818182");
    }

    private String change(Actor reader) {
        return reader.call(() -> {
            Publication published = publications.latest(PLAN).orElseThrow();
            Figure figure = snapshots
                    .sealed(plan, published.day(), published.lastFact())
                    .figure("410105", Element.CHANGE, Y2021);
            assertThat(figure).isNotNull();
            assertThat(figure.value()).isNotNull();
            assertThat(snapshots
                            .sealed(plan, published.day(), published.lastFact())
                            .facts()
                            .regions())
                    .as("other cities' facts are not opened with it")
                    .allMatch(region -> region.startsWith("4101"));
            return org.luheng.accounting.Arithmetic.printed(figure.value());
        });
    }

    @Test
    void aChangedFactIsFound() {
        Issue issue = sealed();
        eye.sql("set session_replication_role = replica; update luheng.fact set value = 57 where body = '410103'"
                        + " and element = 'energy.total' and period = '2021'")
                .update();
        try {
            assertThat(issues.check()).extracting(Finding::fault).containsExactly(Fault.SEALED_FACTS_CHANGED);
        } finally {
            eye.sql("set session_replication_role = replica; update luheng.fact set value = 56 where body = '410103'"
                            + " and element = 'energy.total' and period = '2021'")
                    .update();
        }
        assertThat(issues.check()).isEmpty();
        assertThat(issue.number()).isEqualTo(1);
    }

    @Test
    void aFactSlippedInUnderAnOldNumberIsFound() {
        sealed();
        eye.sql(
                        "set session_replication_role = replica; insert into luheng.fact overriding system value select -1, body,"
                                + " element, period, period_from, period_to, value + 1, unit, given, '普查修订', authority, channel, source,"
                                + " published, sample, import, -1, recorded, actor from luheng.fact where body = '410103'"
                                + " and element = 'energy.total' and period = '2021' and id > 0 limit 1")
                .update();
        try {
            assertThat(issues.check()).extracting(Finding::fault).containsExactly(Fault.SEALED_FACTS_CHANGED);
        } finally {
            eye.sql("set session_replication_role = replica; delete from luheng.fact where id = -1")
                    .update();
        }
    }

    @Test
    void anotherEditionOfPlanOrRulesIsSaidAndAChangedResultIsFound() {
        Issue issue = sealed();
        String change = "set session_replication_role = replica; update luheng.issue set ";
        eye.sql(change + "plan_sha256 = repeat('0', 64)").update();
        assertThat(issues.check()).extracting(Finding::fault).containsExactly(Fault.OTHER_EDITION);
        eye.sql(change + "plan_sha256 = '" + plan.hash() + "', rules_sha256 = repeat('0', 64)")
                .update();
        assertThat(issues.check()).extracting(Finding::fault).containsExactly(Fault.OTHER_EDITION);
        eye.sql(change + "rules_sha256 = '" + issue.rulesSha256() + "', content = content || '\\x20', sha256 ="
                        + " encode(sha256(content || '\\x20'), 'hex')")
                .update();
        assertThat(issues.check()).extracting(Finding::fault).containsExactly(Fault.RESULT_DIFFERS);
        eye.sql("alter table luheng.issue drop constraint content_as_named;" + change + "sha256 = '" + issue.sha256()
                        + "'")
                .update();
        assertThat(issues.check()).extracting(Finding::fault).containsExactly(Fault.SEAL_BROKEN);
    }

    private String verified() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Verification.run(
                List.of(),
                Map.of(
                        "LUHENG_DB_URL", database.url(),
                        "LUHENG_DB_APP_PASSWORD", database.app().password(),
                        "LUHENG_HOME", "target/no-heads"),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("LH-196"))
                .filter(line -> !line.contains("issue:"))
                .collect(Collectors.joining("\n"));
    }

    /** Content and sha256 changed together by who may do anything: the row agrees with itself, the trail does not. */
    @Test
    void anIssueThatWasReplacedIsFoundWithoutTheServer() {
        Issue issue = sealed();
        assertThat(verified()).isEmpty();
        eye.sql("set session_replication_role = replica; update luheng.issue set content = content || ' '::bytea,"
                        + " sha256 = encode(sha256(content || ' '::bytea), 'hex') where id = " + issue.id())
                .update();
        assertThat(verified()).contains(issue.title() + " 第 1 期").contains("LH-1967");
    }
}
