package org.luheng.app.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.app.approval.Draft;
import org.luheng.app.approval.Proposals;
import org.luheng.app.database.Actor;
import org.luheng.app.fact.FactBook;
import org.luheng.app.issue.store.IssueStore;
import org.luheng.app.page.Address;
import org.luheng.app.plan.Plans;
import org.luheng.app.snapshot.Snapshots;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.SealedResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The issues that the current reader may see, and what proves that they are what they were. */
@Service
public class Issues {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Actor ACTOR = Actor.program("issue");

    private final IssueStore store;
    private final Sealing sealing;
    private final Proposals proposals;
    private final Plans plans;
    private final Rules rules;
    private final FactBook facts;
    private final Snapshots snapshots;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final Map<Long, List<Finding>> checked = new ConcurrentHashMap<>();

    Issues(
            IssueStore store,
            Sealing sealing,
            Proposals proposals,
            Plans plans,
            Rules rules,
            FactBook facts,
            Snapshots snapshots,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.sealing = sealing;
        this.proposals = proposals;
        this.plans = plans;
        this.rules = rules;
        this.facts = facts;
        this.snapshots = snapshots;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** All that may be seen, of every plan the latest first. */
    public List<Issue> all() {
        return read(store::all);
    }

    /** Of one plan, the latest first. */
    public List<Issue> of(String plan) {
        return read(() -> store.of(plan));
    }

    /** @throws Refused where there is none, or none the reader may see */
    public Issue get(long id) {
        return read(() -> store.find(id)).orElseThrow(() -> Address.unknown("期", Long.toString(id)));
    }

    /** The file as it was sealed. */
    public byte[] content(Issue issue) {
        return read(() -> store.content(issue.id()));
    }

    /** The latest published issue of a plan. */
    public Optional<Issue> published(String plan) {
        return of(plan).stream().filter(Issue::isPublished).findFirst();
    }

    /** Whether plan and rules are the editions it was sealed with. */
    public boolean recomputable(Issue issue) {
        return plan(issue)
                        .filter(plan -> plan.hash().equals(issue.planSha256()))
                        .isPresent()
                && rules.hash().equals(issue.rulesSha256());
    }

    private Optional<Plan> plan(Issue issue) {
        return plans.all().stream()
                .map(PlanFolder::plan)
                .filter(plan -> plan.id().equals(issue.plan()))
                .findFirst();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    /**
     * Proposes to seal what the plan's figures and lights are, from what was published until the day and recorded until now.
     *
     * @return the number of the proposal
     * @throws Refused where the plan's edition is not accepted, nothing is known of the period, or the same is sealed already
     */
    public long proposeSealing(String planId, Period period, LocalDate day, String reason) {
        Plan plan = plans.get(planId).plan();
        proposals.requireOffice(plan.region());
        sealing.requireAccepted(plan);
        if (day.isAfter(today())) {
            throw refused(Fault.DAY_AHEAD, "截至", day.toString());
        }
        Sealing.Cut cut = new Sealing.Cut(period, day, facts.lastId());
        if (!periods(plan, day).contains(period)) {
            throw refused(Fault.NOTHING_TO_SEAL, "期间", period.inWords());
        }
        SealedResult result = sealing.result(plan, cut);
        of(planId).stream()
                .filter(issue -> issue.sha256().equals(result.sha256()))
                .findFirst()
                .ifPresent(same -> {
                    throw refused(Fault.ALREADY_SEALED, "结果", plan.title(), "number", Integer.toString(same.number()));
                });
        return proposals.propose(new Draft(
                Sealing.KIND,
                plan.id(),
                plan.region(),
                "封存：" + plan.shortTitle() + " " + period.inWords() + "，截至 " + day,
                sealing.payload(plan, cut, result),
                reason,
                result.bracketed()));
    }

    /** Periods an issue can be about, the latest first. */
    public List<Period> periods(Plan plan, LocalDate day) {
        return snapshots.periods(snapshots.sealed(plan, day, facts.lastId()), plan.places());
    }

    /** The period that a reader would be shown. */
    public Period latestPeriod(Plan plan, LocalDate day) {
        return snapshots.latest(snapshots.sealed(plan, day, facts.lastId()), plan.places());
    }

    /**
     * Proposes to publish an issue, or to withdraw its publication.
     *
     * @return the number of the proposal
     */
    public long proposePublication(long id, boolean open, String reason) {
        Issue issue = get(id);
        proposals.requireOffice(issue.region());
        Publishing.requireChange(issue, open);
        return proposals.propose(new Draft(
                Publishing.kind(open),
                Long.toString(id),
                issue.region(),
                (open ? "公布：" : "撤下：") + issue.title() + " " + issue.inWords(),
                Map.of(Publishing.SHA256, issue.sha256()),
                reason,
                0));
    }

    /**
     * Recomputes every issue from the tables as they are now.
     *
     * @return what is not as it was sealed, empty: all is; an issue whose plan or rules are another edition now cannot be
     *     recomputed here, which is a notice
     */
    public List<Finding> check() {
        FactBase anew = facts.readAnew();
        return ACTOR.call(() -> {
            List<Finding> findings = new ArrayList<>();
            for (Issue issue : all()) {
                findings.addAll(check(issue, content(issue), anew));
            }
            return findings;
        });
    }

    /** The same for one, from the facts in memory; kept, because what was recorded until then does not change there. */
    public List<Finding> check(Issue issue) {
        return checked.computeIfAbsent(issue.id(), id -> check(issue, content(issue), null));
    }

    private List<Finding> check(Issue issue, byte[] content, @Nullable FactBase anew) {
        if (!SealedResult.sha256(content).equals(issue.sha256())) {
            return List.of(finding(Fault.SEAL_BROKEN, issue));
        }
        Optional<Plan> plan = plan(issue).filter(here -> here.hash().equals(issue.planSha256()));
        if (plan.isEmpty()) {
            return List.of(finding(Fault.OTHER_EDITION, issue, "what", "方案"));
        }
        if (!rules.hash().equals(issue.rulesSha256())) {
            return List.of(finding(Fault.OTHER_EDITION, issue, "what", "规则"));
        }
        SealedResult now = SealedResult.of(
                anew == null
                        ? snapshots.sealed(plan.get(), issue.day(), issue.lastFact())
                        : snapshots.sealed(plan.get(), issue.day(), issue.lastFact(), anew),
                issue.period(),
                issue.lastFact());
        if (!now.factsSha256().equals(issue.factsSha256())) {
            return List.of(finding(Fault.SEALED_FACTS_CHANGED, issue));
        }
        return now.sha256().equals(issue.sha256()) ? List.of() : List.of(finding(Fault.RESULT_DIFFERS, issue));
    }

    private static Finding finding(Fault fault, Issue issue, String... args) {
        return Finding.of(fault, Place.parameter(issue.title() + " " + issue.inWords()), "", args);
    }

    private static Refused refused(Fault fault, String place, String value, String... args) {
        return Refused.of(Finding.of(fault, Place.parameter(place), value, args));
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(transactions.execute(status -> query.get()));
    }
}
