package org.luheng.app.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Plans;
import org.luheng.files.Fault;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one proposes another confirms, and there is no way round it: by the pages, by other standings, by SQL. */
@SpringBootTest
@FreshDatabase
class TwoPairsOfEyesTests {
    private static final String ZHENGZHOU = "410100";
    private static final String ERQI = "410103";
    private static final String FUZHOU = "350100";

    @Autowired
    private Proposals proposals;

    @Autowired
    private Acceptances acceptances;

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Database database;

    private TransactionTemplate transactions;
    private People people;
    private JdbcClient eye;
    private Actor one;
    private Actor other;
    private PlanFolder plan;

    @BeforeEach
    void anOfficeOfTwo() {
        transactions = new TransactionTemplate(manager);
        people = new People(jdbc, transactions);
        eye = TestDatabase.eye(database);
        one = office(ZHENGZHOU);
        other = office(ZHENGZHOU);
        plan = plans.get("zhengzhou-14fyp");
        // Each test begins with nothing proposed; only the administrator of the database can do that.
        eye.sql(
                        "set luheng.actor = 'test'; set session_replication_role = replica;"
                                + " truncate luheng.plan_acceptance, luheng.rules_acceptance, luheng.proposal, luheng.issue, luheng.issue_publication")
                .update();
    }

    private Actor office(String region) {
        return People.actor(people.with(Role.OFFICE, region));
    }

    private long proposed() {
        return one.call(() -> acceptances.propose(plan, "核对过目标与原件"));
    }

    private static void refused(Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.findings().list().getFirst().fault())
                                .isEqualTo(fault));
    }

    /** As the application, with whatever it may claim to be. */
    private int sql(Actor actor, String statement) {
        Integer changed = actor.call(
                () -> transactions.execute(status -> jdbc.sql(statement).update()));
        return changed == null ? 0 : changed;
    }

    private @Nullable String decision(long id) {
        return eye.sql("select decision from luheng.proposal where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Test
    void whatOneProposesTakesEffectWhenAnotherConfirms() {
        long id = proposed();
        assertThat(one.call(() -> acceptances.of(plan.plan()))).isEmpty();

        other.run(() -> proposals.confirm(id, "同意", 0));

        assertThat(new Actor("公众").call(() -> acceptances.of(plan.plan())))
                .hasValueSatisfying(accepted -> assertThat(accepted.proposal()).isEqualTo(id));
        Proposal decided = one.call(() -> proposals.get(id));
        assertThat(decided.state()).isEqualTo("确认");
        assertThat(decided.proposer()).isEqualTo(one.account());
        assertThat(decided.decision()).isNotNull().satisfies(decision -> {
            assertThat(decision.decider()).isEqualTo(other.account());
            assertThat(decision.reason()).isEqualTo("同意");
        });
    }

    @Test
    void nobodyConfirmsOrRejectsHisOwnNotEvenUnderAnotherStanding() {
        long id = proposed();
        refused(Fault.SAME_PERSON, () -> one.run(() -> proposals.confirm(id, "", 0)));
        refused(Fault.SAME_PERSON, () -> one.run(() -> proposals.reject(id, "不妥")));

        Actor access = Actor.program("access");
        Long second = access.call(() -> transactions.execute(status -> jdbc.sql(
                        "insert into luheng.standing (account, role, body, statistics) values (?, 'office', ?, false) returning id")
                .param(one.account())
                .param(eye.sql("select code from luheng.agency where jurisdiction = '410100' limit 1")
                        .query(String.class)
                        .single())
                .query(Long.class)
                .single()));
        Actor underAnother = new Actor(one.name(), one.account(), second, "", "", "");
        refused(Fault.SAME_PERSON, () -> underAnother.run(() -> proposals.confirm(id, "", 0)));
        assertThat(decision(id)).isNull();
    }

    @Test
    void theDatabaseItselfRefusesTheSamePersonAndNobody() {
        long id = proposed();
        String confirm = "update luheng.proposal set decision = '确认', caveats_approved = 0 where id = " + id;
        assertThatThrownBy(() -> sql(one, confirm)).hasMessageContaining("提请人以外");
        assertThat(sql(new Actor("无账户"), confirm)).isZero();
        assertThat(sql(Actor.program("issue"), confirm)).isZero();
        assertThatThrownBy(() -> sql(
                        other,
                        "update luheng.proposal set decision = '确认', decider = " + one.account() + " where id = " + id))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql(other, "update luheng.proposal set payload = '{}' where id = " + id))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql(other, "delete from luheng.proposal"))
                .hasStackTraceContaining("permission denied");
        // Whoever holds the owner's powers is still held to two accounts.
        assertThatThrownBy(() -> eye.sql("set luheng.actor = 'owner'; set luheng.account = ''; " + confirm)
                        .update())
                .hasMessageContaining("须有账户");
        assertThatThrownBy(() -> eye.sql("set luheng.actor = 'owner'; set luheng.account = '" + one.account() + "'; "
                                + "update luheng.proposal set decision = '撤回', reason = 'x' where id = " + id)
                        .update())
                .hasMessageContaining("内容不能改动");
        assertThat(decision(id)).isNull();
    }

    @Test
    void aProposalIsTheProposersOwnAndIsBornOpen() {
        String row =
                "insert into luheng.proposal (kind, subject, scope, title, payload, reason, proposer, proposer_name%s)"
                        + " values ('plan', 'x', '410100', 'x', '{}', 'x', " + other.account() + ", '别人'%s)";
        assertThatThrownBy(() -> sql(
                        one,
                        row.formatted(
                                ", decision, decider, decided, decider_name",
                                ", '确认', " + other.account() + ", now(), '别人'")))
                .hasMessageContaining("已有决定");
        sql(one, row.formatted("", ""));
        assertThat(eye.sql("select proposer from luheng.proposal where subject = 'x'")
                        .query(Long.class)
                        .single())
                .isEqualTo(one.account());
    }

    @Test
    void nothingGetsAcceptedWithoutAConfirmedProposal() {
        long id = proposed();
        String accept =
                "insert into luheng.plan_acceptance (plan, sha256, region, proposal) values ('%s', '%s', '410100', %d)";
        assertThatThrownBy(() ->
                        sql(one, accept.formatted("zhengzhou-14fyp", plan.plan().hash(), id)))
                .hasMessageContaining("没有经第二人确认");
        other.run(() -> proposals.confirm(id, "", 0));
        assertThatThrownBy(() -> sql(one, accept.formatted("zhengzhou-14fyp", "0".repeat(64), id)))
                .hasMessageContaining("不是这一版");
        assertThatThrownBy(() -> sql(
                        one, accept.formatted("zhengzhou-eco-14fyp", plan.plan().hash(), id)))
                .hasMessageContaining("没有经第二人确认");
        assertThatThrownBy(() -> sql(one, "select luheng.confirmed(" + id + ", 'plan', 'zhengzhou-14fyp')"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void isDecidedOnceAndThenStands() {
        long id = proposed();
        other.run(() -> proposals.reject(id, "分解表与附件不符"));
        refused(Fault.ALREADY_DECIDED, () -> other.run(() -> proposals.confirm(id, "", 0)));
        refused(Fault.ALREADY_DECIDED, () -> one.run(() -> proposals.withdraw(id, "")));
        assertThat(decision(id)).isEqualTo("退回");
        assertThatThrownBy(() ->
                        sql(office(ZHENGZHOU), "update luheng.proposal set decision = '确认', caveats_approved = 0"))
                .hasMessageContaining("不再改动");
        assertThatThrownBy(() -> eye.sql("set luheng.actor = 'owner'; delete from luheng.proposal")
                        .update())
                .hasMessageContaining("只增不改");

        long again = proposed();
        assertThat(again).isNotEqualTo(id);
        refused(Fault.NOT_PROPOSER, () -> other.run(() -> proposals.withdraw(again, "")));
        one.run(() -> proposals.withdraw(again, "重新核对"));
        assertThat(decision(again)).isEqualTo("撤回");
    }

    @Test
    void ofManyWhoConfirmAtOnceOneDoes() throws Exception {
        long id = proposed();
        List<Actor> many = List.of(office(ZHENGZHOU), office(ZHENGZHOU), office(ZHENGZHOU), office(ZHENGZHOU));
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(many.size())) {
            List<Future<Boolean>> answers = many.stream()
                    .map(actor -> threads.submit((Callable<Boolean>) () -> {
                        start.await();
                        try {
                            actor.run(() -> proposals.confirm(id, "", 0));
                            return true;
                        } catch (Refused late) {
                            assertThat(late.findings().list().getFirst().fault())
                                    .isEqualTo(Fault.ALREADY_DECIDED);
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            int confirmed = 0;
            for (Future<Boolean> answer : answers) {
                confirmed += answer.get() ? 1 : 0;
            }
            assertThat(confirmed).isEqualTo(1);
        }
    }

    @Test
    void aReasonIsWantedAndTheSameIsNotProposedTwice() {
        refused(Fault.REASON_WANTED, () -> one.call(() -> acceptances.propose(plan, "  ")));
        refused(Fault.REASON_WANTED, () -> one.call(() -> acceptances.propose(plan, "长".repeat(2001))));
        long id = proposed();
        refused(Fault.ALREADY_PROPOSED, () -> other.call(() -> acceptances.propose(plan, "再提一次")));
        refused(Fault.REASON_WANTED, () -> other.run(() -> proposals.reject(id, "")));
        other.run(() -> proposals.confirm(id, "", 0));
        refused(Fault.ALREADY_ACCEPTED, () -> one.call(() -> acceptances.propose(plan, "再提一次")));
    }

    @Test
    void whatHasMovedOnIsNotConfirmed() {
        sql(
                one,
                "insert into luheng.proposal (kind, subject, scope, title, payload, reason) values ('plan', 'zhengzhou-14fyp',"
                        + " '410100', '旧的一版', jsonb_build_object('plan_sha256', repeat('0', 64), 'targets', '1', 'tasks', '1',"
                        + " 'document_sha256', ''), '理由')");
        long id =
                eye.sql("select max(id) from luheng.proposal").query(Long.class).single();
        Proposal old = other.call(() -> proposals.get(id));
        assertThat(other.call(() -> proposals.obstacle(old))).isNotNull();
        refused(Fault.MOVED_ON, () -> other.run(() -> proposals.confirm(id, "", 0)));
        assertThat(decision(id)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, -1})
    void caveatsAreApprovedByTheirNumber(int approved) {
        sql(
                one,
                "insert into luheng.proposal (kind, subject, scope, title, payload, reason, caveats) values ('plan',"
                        + " 'zhengzhou-14fyp', '410100', '有保留', jsonb_build_object('plan_sha256', '"
                        + plan.plan().hash()
                        + "', 'targets', '1', 'tasks', '1', 'document_sha256', ''), '理由', 3)");
        long id =
                eye.sql("select max(id) from luheng.proposal").query(Long.class).single();
        refused(Fault.CAVEATS_WANTED, () -> other.run(() -> proposals.confirm(id, "", approved)));
        assertThatThrownBy(() -> sql(
                        other,
                        "update luheng.proposal set decision = '确认', caveats_approved = " + approved + " where id = "
                                + id))
                .hasMessageContaining("caveats_approved_by_name");
        other.run(() -> proposals.confirm(id, "", 3));
        assertThat(decision(id)).isEqualTo("确认");
    }

    @Test
    void theOfficeOfThePlaceDecidesAndNobodyElse() {
        long id = proposed();
        Actor above = office("410000");
        Actor below = office(ERQI);
        Actor elsewhere = office(FUZHOU);
        Actor auditor = People.actor(people.with(Role.AUDITOR, "000000"));
        Actor district = People.actor(people.with(Role.DISTRICT, ERQI));
        Actor administrator = People.actor(people.with(Role.ADMINISTRATOR, null));

        for (Actor onlooker : List.of(above, auditor)) {
            assertThat(onlooker.call(() -> proposals.all()))
                    .extracting(Proposal::id)
                    .containsExactly(id);
            refused(Fault.NOT_YOURS, () -> onlooker.run(() -> proposals.confirm(id, "", 0)));
        }
        for (Actor stranger : List.of(below, elsewhere, district, administrator, new Actor("公众"))) {
            assertThat(stranger.call(() -> proposals.all())).isEmpty();
            refused(Fault.NO_SUCH_THING, () -> stranger.run(() -> proposals.confirm(id, "", 0)));
            refused(Fault.NO_SUCH_THING, () -> stranger.call(() -> proposals.get(id)));
        }
        for (Actor wrong : List.of(above, below, elsewhere, auditor, district, administrator, new Actor("公众"))) {
            refused(Fault.NOT_YOURS, () -> wrong.call(() -> acceptances.propose(plan, "理由")));
            assertThatThrownBy(() -> sql(
                            wrong,
                            "insert into luheng.proposal (kind, subject, scope, title, payload, reason)"
                                    + " values ('plan', 'y', '410100', 'x', '{}', 'x')"))
                    .isInstanceOf(DataAccessException.class);
        }
        SignedIn ended = people.with(Role.OFFICE, ZHENGZHOU);
        Actor gone = People.actor(ended);
        Actor.program("access")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("update luheng.standing set ended = now() where account = ?")
                                .param(ended.account())
                                .update()));
        refused(Fault.NO_SUCH_THING, () -> gone.run(() -> proposals.confirm(id, "", 0)));
    }
}
