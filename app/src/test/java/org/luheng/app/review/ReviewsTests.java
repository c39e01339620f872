package org.luheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Target;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.approval.Proposals;
import org.luheng.app.database.Actor;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Documents;
import org.luheng.app.plan.Plans;
import org.luheng.files.Fault;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a document to a plan in force, decision by decision. */
@SpringBootTest
@FreshDatabase
class ReviewsTests {
    private static final String FUZHOU = "350100";
    private static final String ZHENGZHOU = "410100";

    /** Words of our own in the manner of such plans; two numbers, a class, two brackets, an agency nobody knows. */
    private static final String PLAN = """
            福州市节能工作方案
            一、主要目标
            到2027年，全市单位地区生产总值能耗比2025年下降5%，非化石能源消费比重达到30%以上。
            二、重点任务
            （一）推进工业节能。到2027年，建成绿色供应链管理示范企业20家。（市工信局牵头，市发改委配合）
            （二）推进建筑节能。到2027年，城镇新建建筑中绿色建筑占比达到100%。（市建设局、市造价大队按职责分工负责）
            """;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Deciding deciding;

    @Autowired
    private Finishing finishing;

    @Autowired
    private Plans plans;

    @Autowired
    private Acceptances acceptances;

    @Autowired
    private Documents documents;

    @Autowired
    private Proposals proposals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Actor one = new Actor("-");
    private Actor other = new Actor("-");
    private Actor elsewhere = new Actor("-");

    /** So that no test opens the review of another. */
    private static int documentNumber;

    @BeforeEach
    void anOfficeOfTwo() {
        People people = new People(jdbc, transactions);
        one = People.actor(people.with(Role.OFFICE, FUZHOU));
        other = People.actor(people.with(Role.OFFICE, FUZHOU));
        elsewhere = People.actor(people.with(Role.OFFICE, ZHENGZHOU));
    }

    private static void refused(Fault fault, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().list().stream().map(each -> each.fault()))
                                .contains(fault));
    }

    private static byte[] another(String text) {
        return (text + "附注" + ++documentNumber + "。\n").getBytes(StandardCharsets.UTF_8);
    }

    private long opened() {
        return one.call(() -> reviews.open("方案.txt", another(PLAN), ""));
    }

    private Board board(long id) {
        return one.call(() -> reviews.get(id));
    }

    private Entry entry(long id, String title) {
        return board(id).docket().all().stream()
                .filter(entry -> entry.cell("title").contains(title))
                .findFirst()
                .orElseThrow();
    }

    /** By code points, as positions are given. */
    private static String quote(Board board, Entry entry) {
        int[] text = board.review().reading().text().codePoints().toArray();
        return new String(
                text, entry.item().from(), entry.item().to() - entry.item().from());
    }

    private static Head head(String id) {
        return new Head(
                id,
                "福州节能",
                "福州市节能工作方案",
                "",
                "福州市人民政府",
                "2026-01-05",
                "2026",
                "2027",
                "2025",
                List.of("市工信局"),
                List.of(),
                "geometric",
                false,
                "none",
                "",
                "",
                List.of("福建省节能工作方案|闽政〔2026〕1号"));
    }

    /** Everything is decided: what is sound accepted, the rest rejected. */
    private void decideAll(long id) {
        one.run(() -> deciding.acceptClean(id));
        for (Entry entry : board(id).docket().all()) {
            if (entry.isOpen() && entry.item().kind() == Item.Kind.DOUBT) {
                one.run(() -> deciding.accept(id, entry.id()));
            } else if (entry.isOpen()) {
                one.run(() -> deciding.reject(id, entry.id(), "样例里不要"));
            }
        }
    }

    @Test
    void everyItemRestsOnExactlyItsWordsAndTheSameDocumentIsTheSameReview() {
        byte[] document = another(PLAN);
        long id = one.call(() -> reviews.open("方案.txt", document, ""));
        Board board = board(id);
        assertThat(quote(board, entry(id, "绿色供应链管理示范企业"))).contains("建成绿色供应链管理示范企业20家");
        assertThat(quote(board, entry(id, "绿色建筑"))).contains("绿色建筑占比达到100%");
        assertThat(board.docket().entry("R01").map(entry -> entry.cell("lead"))).hasValue("市工信局");
        assertThat(other.call(() -> reviews.open("改了名.txt", document, ""))).isEqualTo(id);
        long theirs = elsewhere.call(() -> reviews.open("方案.txt", document, ""));
        assertThat(theirs).as("of another office, which knows nothing of ours").isNotEqualTo(id);
    }

    @Test
    void positionsAreCodePointsWhateverStandsBefore() {
        long id = one.call(() -> reviews.open("方案.txt", another("附件𠮷𠮷𠮷：\r\n" + PLAN), ""));
        assertThat(quote(board(id), entry(id, "绿色供应链管理示范企业")))
                .contains("建成绿色供应链管理示范企业20家")
                .doesNotContain("一");
    }

    @Test
    void theLatestDecisionCountsAndEveryOneStays() {
        long id = opened();
        String item = entry(id, "绿色供应链管理示范企业").id();
        Map<String, String> cells = new HashMap<>(entry(id, "绿色供应链管理示范企业").cells());
        cells.put("value", "25");
        one.run(() -> deciding.correct(id, item, cells));
        other.run(() -> deciding.reject(id, item, "重复"));
        assertThat(board(id).docket().entry(item).orElseThrow().isRejected()).isTrue();
        refused(Fault.REASON_WANTED, () -> one.run(() -> deciding.reject(id, item, " ")));

        one.run(() -> deciding.takeBack(id, item));
        Entry now = board(id).docket().entry(item).orElseThrow();
        assertThat(now.cell("value")).isEqualTo("25");
        one.run(() -> deciding.takeBack(id, item));
        now = board(id).docket().entry(item).orElseThrow();
        assertThat(now.isOpen()).isTrue();
        assertThat(now.cell("value")).isEqualTo("20");
        assertThat(now.history())
                .extracting(Decision::act)
                .containsExactly(Act.CORRECT, Act.REJECT, Act.TAKE_BACK, Act.TAKE_BACK);
        refused(Fault.NOTHING_TO_UNDO, () -> one.run(() -> deciding.takeBack(id, item)));
    }

    @Test
    void whatIsNotInOrderIsNotAccepted() {
        long id = opened();
        Entry unknown = board(id).docket().all().stream()
                .filter(entry -> entry.cell("lead").contains("市造价大队"))
                .findFirst()
                .orElseThrow();
        refused(Fault.UNKNOWN_AGENCY, () -> one.run(() -> deciding.accept(id, unknown.id())));
        assertThat(board(id).clean()).extracting(Entry::id).doesNotContain(unknown.id());

        one.run(() -> deciding.match(id, new Decision.Match(Decision.Match.AGENCY, "市造价大队", "市城市管理委员会")));
        one.run(() -> deciding.accept(id, unknown.id()));
        assertThat(board(id).docket().entry(unknown.id()).orElseThrow().cell("lead"))
                .isEqualTo("市建设局;市城市管理委员会");

        Map<String, String> wrong = new HashMap<>(entry(id, "绿色供应链管理示范企业").cells());
        wrong.put("value", "二十");
        refused(
                Fault.NOT_A_NUMBER,
                () -> one.run(
                        () -> deciding.correct(id, entry(id, "绿色供应链管理示范企业").id(), wrong)));
        wrong.put("value", "20");
        wrong.put("indicator", "?没有的指标");
        refused(
                Fault.UNKNOWN_INDICATOR,
                () -> one.run(
                        () -> deciding.correct(id, entry(id, "绿色供应链管理示范企业").id(), wrong)));
    }

    @Test
    void manyAreAcceptedInOneActAndTakenBackInOne() {
        long id = opened();
        int clean = board(id).clean().size();
        assertThat(clean).isPositive();
        one.run(() -> deciding.acceptClean(id));
        Board after = board(id);
        assertThat(after.clean()).isEmpty();
        assertThat(after.docket().several())
                .singleElement()
                .satisfies(act -> assertThat(act.content().items()).hasSize(clean));
        refused(Fault.NOTHING_TO_ACCEPT, () -> one.run(() -> deciding.acceptClean(id)));
        one.run(() -> deciding.takeBack(
                id, after.docket().several().getFirst().content().items().getFirst()));
        assertThat(board(id).clean()).hasSize(1);
        one.run(() ->
                deciding.takeBackSeveral(id, after.docket().several().getFirst().id()));
        assertThat(board(id).clean()).hasSize(clean);
    }

    @Test
    void whatTheReaderMissedIsAddedByItsWords() {
        long id = opened();
        int[] span = Deciding.find(board(id).review().reading(), "建成绿色供应链管理示范企业20家");
        refused(Fault.WORDS_NOT_UNIQUE, () -> Deciding.find(board(id).review().reading(), "到2027年"));
        refused(Fault.NO_SUCH_WORDS, () -> Deciding.find(board(id).review().reading(), "没有的字"));
        Map<String, String> cells = new HashMap<>(entry(id, "绿色供应链管理示范企业").cells());
        cells.put("title", "增补的");
        String added = one.call(() -> deciding.add(id, Item.Kind.TARGET, span[0], span[1], cells));
        assertThat(quote(board(id), board(id).docket().entry(added).orElseThrow()))
                .isEqualTo("建成绿色供应链管理示范企业20家");
        one.run(() -> deciding.takeBack(id, added));
        assertThat(board(id).docket().entry(added)).isEmpty();
        String next = one.call(() -> deciding.add(id, Item.Kind.TARGET, span[0], span[1], cells));
        assertThat(next).as("a number is given once").isNotEqualTo(added);
        refused(Fault.NO_SUCH_WORDS, () -> one.run(() -> deciding.add(id, Item.Kind.TARGET, 0, 1_000_000, cells)));
    }

    @Test
    void aNewPlanIsShownWhenItIsFinishedAndHoldsWhenTwoAcceptedIt() {
        long id = opened();
        refused(Fault.REVIEW_OPEN, () -> one.call(() -> finishing.finish(id, head("fuzhou-new"))));
        assertThat(board(id).docket().head())
                .as("what was written down is kept")
                .isEqualTo(head("fuzhou-new"));
        decideAll(id);
        refused(Fault.BAD_ID, () -> one.call(() -> finishing.finish(id, head("福州"))));
        refused(Fault.PLAN_OF_ANOTHER_PLACE, () -> one.call(() -> finishing.finish(id, head("erqi-2015"))));
        Finishing.Finished finished = one.call(() -> finishing.finish(id, head("fuzhou-new")));

        PlanFolder plan = plans.get("fuzhou-new");
        assertThat(plan.plan().hash())
                .isEqualTo(finished.sha256())
                .isEqualTo(plan.text().sha256());
        assertThat(plan.plan().targets()).extracting(Target::title).anyMatch(title -> title.contains("绿色供应链管理示范企业"));
        assertThat(plan.follows())
                .singleElement()
                .satisfies(followed -> assertThat(followed.number()).isEqualTo("闽政〔2026〕1号"));
        assertThat(plans.isProvisional("fuzhou-new")).isTrue();
        Target target = plan.plan().targets().getFirst();
        assertThat(documents.sentence("fuzhou-new", target.id()))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("2025"));
        refused(Fault.UNCHANGED_EDITION, () -> one.call(() -> finishing.finish(id, head("fuzhou-new"))));

        long proposal = one.call(() -> acceptances.propose(plan, "逐条审过"));
        other.run(() -> proposals.confirm(proposal, "同意", 0));
        assertThat(plans.isProvisional("fuzhou-new")).isFalse();
        assertThat(one.call(() -> acceptances.of(plan.plan())).isPresent()).isTrue();
    }

    @Test
    void aNewVersionOfAPlanTakesItsPlaceOnlyWhenTwoAcceptedIt() {
        PlanFolder before = plans.get("fuzhou-14fyp");
        long id = one.call(() -> reviews.open("方案.txt", another(PLAN), "fuzhou-14fyp"));
        decideAll(id);
        Finishing.Finished finished = one.call(() -> finishing.finish(id, head("fuzhou-14fyp")));
        assertThat(plans.get("fuzhou-14fyp")).isSameAs(before);
        PlanFolder waiting = plans.edition("fuzhou-14fyp", finished.sha256()).orElseThrow();
        assertThat(plans.waiting("fuzhou-14fyp")).contains(waiting);

        long proposal = one.call(() -> acceptances.propose(waiting, "新版"));
        other.run(() -> proposals.confirm(proposal, "同意", 0));
        assertThat(plans.get("fuzhou-14fyp").plan().hash()).isEqualTo(finished.sha256());
        assertThat(plans.of(FUZHOU))
                .extracting(folder -> folder.plan().hash())
                .doesNotContain(before.plan().hash());

        long again = one.call(() -> acceptances.propose(before, "还是原来的一版"));
        other.run(() -> proposals.confirm(again, "同意", 0));
        assertThat(plans.get("fuzhou-14fyp").plan().hash())
                .as("the one that was accepted last holds")
                .isEqualTo(before.plan().hash());
    }

    @Test
    void decisionsAboutWhatIsTheSameAreCarriedOver() {
        long first = one.call(() -> reviews.open("方案.txt", another(PLAN), ""));
        Map<String, String> cells = new HashMap<>(entry(first, "绿色供应链管理示范企业").cells());
        cells.put("title", "国家级绿色供应链管理示范企业");
        one.run(() -> deciding.correct(first, entry(first, "绿色供应链管理示范企业").id(), cells));
        decideAll(first);
        one.call(() -> finishing.finish(first, head("fuzhou-carried")));

        long second =
                one.call(() -> reviews.open("新版.txt", another(PLAN.replace("达到30%以上", "达到35%以上")), "fuzhou-carried"));
        int carried = one.call(() -> reviews.carried(board(second)));
        assertThat(carried).isPositive();
        one.run(() -> deciding.carryOver(second));
        Board board = board(second);
        assertThat(board.docket().all().stream().filter(entry -> !entry.isOpen()))
                .hasSize(carried);
        assertThat(board.docket().all()).anySatisfy(entry -> {
            assertThat(entry.cell("title")).isEqualTo("国家级绿色供应链管理示范企业");
            assertThat(entry.isOpen()).isFalse();
        });
        assertThat(board.docket().all())
                .filteredOn(entry -> entry.cell("value").equals("35"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.isOpen()).isTrue());

        decideAll(second);
        one.call(() -> finishing.finish(second, head("fuzhou-carried")));
        PlanFolder was = plans.get("fuzhou-carried");
        PlanFolder now = plans.waiting("fuzhou-carried").stream().findFirst().orElse(was);
        String factory = Objects.requireNonNull(was.plan().targets().stream()
                .filter(target -> target.title().equals("国家级绿色供应链管理示范企业"))
                .findFirst()
                .orElseThrow()
                .id());
        assertThat(now.plan().targets()).anySatisfy(target -> {
            assertThat(target.id()).as("keeps its number").isEqualTo(factory);
            assertThat(target.title()).isEqualTo("国家级绿色供应链管理示范企业");
        });
    }

    @Test
    void aReviewIsAMatterOfItsOfficeAlone() {
        long id = opened();
        String item = entry(id, "绿色供应链管理示范企业").id();
        People people = new People(jdbc, transactions);
        List<Actor> strangers = new ArrayList<>(List.of(elsewhere));
        strangers.add(People.actor(people.with(Role.DISTRICT, "350102")));
        strangers.add(People.actor(people.with(Role.AUDITOR, FUZHOU)));
        strangers.add(People.actor(people.with(Role.OFFICE, "350102")));
        strangers.add(new Actor("公众"));
        for (Actor stranger : strangers) {
            refused(Fault.NO_SUCH_THING, () -> stranger.call(() -> reviews.get(id)));
            refused(Fault.NO_SUCH_THING, () -> stranger.run(() -> deciding.accept(id, item)));
            refused(Fault.NO_SUCH_THING, () -> stranger.call(() -> finishing.finish(id, head("fuzhou-x"))));
            assertThatThrownBy(() -> stranger.run(() -> transactions.executeWithoutResult(status -> jdbc.sql(
                                    "insert into luheng.plan_review_decision (review, item, act) values (?, 'T001', '采纳')")
                            .param(id)
                            .update())))
                    .hasStackTraceContaining("ERROR");
            assertThatThrownBy(() -> stranger.run(() -> transactions.executeWithoutResult(
                            status -> jdbc.sql("insert into luheng.plan_edition (plan, sha256, region, review, content)"
                                            + " values ('x', encode(sha256('x'), 'hex'), ?, ?, 'x')")
                                    .param(FUZHOU)
                                    .param(id)
                                    .update())))
                    .hasStackTraceContaining("ERROR");
        }
        refused(Fault.NOT_YOURS, () -> strangers.get(1).call(() -> reviews.open("方案.txt", another(PLAN), "")));
        assertThat(board(id).docket().all().stream().allMatch(Entry::isOpen)).isTrue();
    }

    @Test
    void whatWasDecidedCannotBeChangedByAnybody() {
        long id = opened();
        one.run(() -> deciding.acceptClean(id));
        for (String change : List.of(
                "update luheng.plan_review_decision set reason = 'x'",
                "delete from luheng.plan_review_decision",
                "update luheng.plan_review set file_name = 'x'",
                "delete from luheng.plan_edition")) {
            assertThatThrownBy(() -> one.run(() -> transactions.executeWithoutResult(
                            status -> jdbc.sql(change).update())))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whatIsNoPlanIsRefusedInWords() {
        refused(Fault.NO_WORDS, () -> one.call(() -> reviews.open("空.txt", new byte[0], "")));
        refused(Fault.FILE_TOO_LARGE, () -> one.call(() -> reviews.open("大.txt", new byte[(32 << 20) + 1], "")));
        refused(
                Fault.TOO_MUCH_INSIDE,
                () -> one.call(
                        () -> reviews.open("长.txt", "节能减排。\n".repeat(200_000).getBytes(StandardCharsets.UTF_8), "")));
        refused(Fault.NO_SUCH_THING, () -> one.call(() -> reviews.open("方案.txt", another(PLAN), "erqi-2015")));
        long id = one.call(() -> reviews.open("", another("没有标题也没有目标的一句话。\n"), ""));
        assertThat(board(id).docket().all()).noneMatch(entry -> entry.item().kind() != Item.Kind.DOUBT);
    }
}
