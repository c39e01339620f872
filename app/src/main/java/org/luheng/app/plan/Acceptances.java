package org.luheng.app.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.luheng.accounting.Plan;
import org.luheng.app.approval.Draft;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.PlanChanges;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.RowChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which editions of the plans two persons of the office have accepted. Reading a folder is no acceptance: until then the plan is
 * shown, and nothing of it can be sealed; one changed letter in the folder makes another edition.
 */
@Service
public class Acceptances implements Matter {
    private static final String KIND = "plan";
    private static final String SHA256 = "plan_sha256";

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Plans plans;
    private final Proposals proposals;
    private final Duties duties;

    Acceptances(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Plans plans,
            Proposals proposals,
            Duties duties) {
        this.duties = duties;
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.plans = plans;
        this.proposals = proposals;
    }

    /** @param sha256 names the edition that was accepted */
    public record Acceptance(String plan, String sha256, long proposal, Instant at) {}

    /** The acceptance of this very edition. */
    public Optional<Acceptance> of(Plan plan) {
        return accepted("plan = ? and sha256 = ?", plan.id(), plan.hash());
    }

    private Optional<Acceptance> latest(String plan) {
        return accepted("plan = ?", plan);
    }

    private Optional<Acceptance> accepted(String which, String... params) {
        return Objects.requireNonNull(transactions.execute(status -> database.sql(
                        "select plan, sha256, proposal, recorded from luheng.plan_acceptance where " + which
                                + " order by recorded desc limit 1")
                .params((Object[]) params)
                .query((row, number) -> new Acceptance(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional()));
    }

    /**
     * Proposes to accept an edition that is here now.
     *
     * @return the number of the proposal
     */
    public long propose(PlanFolder folder, String reason) {
        Plan plan = folder.plan();
        proposals.requireOffice(plan.region());
        if (of(plan).isPresent()) {
            throw Refused.of(Finding.of(Fault.ALREADY_ACCEPTED, Place.parameter("方案"), plan.title()));
        }
        return proposals.propose(new Draft(
                KIND,
                plan.id(),
                plan.region(),
                "确认方案：" + plan.title(),
                Map.of(
                        SHA256,
                        plan.hash(),
                        "targets",
                        Integer.toString(plan.targets().size()),
                        "tasks",
                        Integer.toString(folder.tasks().size()),
                        "document_sha256",
                        folder.document().sha256()),
                reason,
                0));
    }

    /** The proposal that waits for its second person. */
    public Optional<Proposal> open(Plan plan) {
        return proposals.open(KIND, plan.id());
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public String word() {
        return "确认方案";
    }

    @Override
    public Runnable ready(Proposal proposal) {
        String wanted = proposal.said(SHA256);
        Plan plan = plans.edition(proposal.subject(), wanted)
                .map(PlanFolder::plan)
                .filter(edition -> edition.region().equals(proposal.scope()))
                .orElseThrow(() -> {
                    Plan present = plans.get(proposal.subject()).plan();
                    return Refused.of(Finding.of(
                            Fault.MOVED_ON,
                            Place.parameter("方案"),
                            present.title(),
                            "what",
                            "方案目录已是另一版（" + brief(present.hash()) + "）"));
                });
        return () -> database.sql(
                        "insert into luheng.plan_acceptance (plan, sha256, region, proposal) values (?, ?, ?, ?)")
                .param(plan.id())
                .param(plan.hash())
                .param(plan.region())
                .param(proposal.id())
                .update();
    }

    @Override
    public void settled(Proposal proposal) {
        plans.follow();
        duties.follow();
    }

    @Override
    public List<Change> changes(Proposal proposal) {
        String before = latest(proposal.subject())
                .filter(accepted -> accepted.proposal() != proposal.id())
                .map(Acceptance::sha256)
                .orElse("");
        List<Change> changes = new ArrayList<>(List.of(
                new Change("方案版本 sha256", before, proposal.said(SHA256)),
                new Change("目标", "", proposal.said("targets") + " 个"),
                new Change("责任", "", proposal.said("tasks") + " 处"),
                new Change("所读原件 sha256", "", proposal.said("document_sha256"))));
        plans.edition(proposal.subject(), before)
                .flatMap(was -> plans.edition(proposal.subject(), proposal.said(SHA256))
                        .map(now -> PlanChanges.between(was, now).changes()))
                .ifPresent(rows -> changes.add(new Change("与上次确认的一版相比", "", inWords(rows))));
        return changes;
    }

    /** 新增 2 条、修改 1 条. */
    private static String inWords(List<RowChange> rows) {
        return rows.isEmpty()
                ? "目标和责任没有变化"
                : rows.stream()
                        .collect(Collectors.groupingBy(RowChange::kind, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(count -> count.getKey().word() + " " + count.getValue() + " 条")
                        .collect(Collectors.joining("、"));
    }

    @Override
    public String address(Proposal proposal) {
        return address(proposal.subject(), proposal.said(SHA256));
    }

    /** Of a certain edition; the address of the plan where that is the one shown. */
    private String address(String plan, String sha256) {
        boolean shown = plans.all().stream()
                .map(PlanFolder::plan)
                .anyMatch(each -> each.id().equals(plan) && each.hash().equals(sha256));
        boolean there = plans.edition(plan, sha256).isPresent();
        return "/plans/" + plan + (shown || !there ? "" : "?edition=" + sha256);
    }

    private static String brief(String sha256) {
        return sha256.substring(0, 12) + "…";
    }
}
