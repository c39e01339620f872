package org.luheng.app.issue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.issue.store.IssueStore;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Plans;
import org.luheng.app.snapshot.Snapshots;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.luheng.files.SealedResult;
import org.springframework.stereotype.Component;

/**
 * Seals a result. Proposed is the result itself, by its sha256; at the confirmation it is computed again from the facts that
 * were recorded when it was proposed, and must be the same.
 */
@Component
final class Sealing implements Matter {
    static final String KIND = "seal";

    private final Plans plans;
    private final Acceptances acceptances;
    private final Rules rules;
    private final Snapshots snapshots;
    private final IssueStore issues;

    Sealing(Plans plans, Acceptances acceptances, Rules rules, Snapshots snapshots, IssueStore issues) {
        this.plans = plans;
        this.acceptances = acceptances;
        this.rules = rules;
        this.snapshots = snapshots;
        this.issues = issues;
    }

    /** From what an issue is computed, beside the plan. */
    record Cut(Period period, LocalDate day, long lastFact) {
        static Cut of(Proposal proposal) {
            return new Cut(
                    Objects.requireNonNull(Period.parse(proposal.said("period"))),
                    LocalDate.parse(proposal.said("day")),
                    Long.parseLong(proposal.said("last_fact")));
        }
    }

    SealedResult result(Plan plan, Cut cut) {
        return SealedResult.of(snapshots.sealed(plan, cut.day(), cut.lastFact()), cut.period(), cut.lastFact());
    }

    /** What is proposed, word for word; the table of issues takes nothing else. */
    Map<String, String> payload(Plan plan, Cut cut, SealedResult result) {
        Map<String, String> payload = new TreeMap<>();
        payload.put("period", cut.period().toString());
        payload.put("day", cut.day().toString());
        payload.put("last_fact", Long.toString(cut.lastFact()));
        payload.put("plan_sha256", plan.hash());
        payload.put("rules_sha256", rules.hash());
        payload.put("facts_sha256", result.factsSha256());
        payload.put("sha256", result.sha256());
        payload.put("figures", Integer.toString(result.figures()));
        payload.put("lights", Integer.toString(result.lights()));
        payload.put("bracketed", Integer.toString(result.bracketed()));
        return payload;
    }

    /** @throws Refused where two persons have not accepted this edition of the plan */
    void requireAccepted(Plan plan) {
        if (acceptances.of(plan).isEmpty()) {
            throw Refused.of(Finding.of(Fault.PLAN_NOT_ACCEPTED, Place.parameter("方案"), plan.title()));
        }
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public String word() {
        return "封存";
    }

    @Override
    public void require(Proposal proposal) {
        result(proposal);
    }

    @Override
    public void apply(Proposal proposal) {
        Plan plan = plan(proposal);
        issues.seal(
                plan,
                rules.hash(),
                Cut.of(proposal).period(),
                Cut.of(proposal).day(),
                Cut.of(proposal).lastFact(),
                result(proposal),
                proposal.id());
    }

    private Plan plan(Proposal proposal) {
        return plans.get(proposal.subject()).plan();
    }

    private SealedResult result(Proposal proposal) {
        Plan plan = plan(proposal);
        same(plan, plan.hash(), proposal.said("plan_sha256"), "方案目录已是另一版");
        same(plan, rules.hash(), proposal.said("rules_sha256"), "规则已是另一版");
        requireAccepted(plan);
        SealedResult result = result(plan, Cut.of(proposal));
        same(plan, result.factsSha256(), proposal.said("facts_sha256"), "当时已录入的数据与提请时不同");
        same(plan, result.sha256(), proposal.said("sha256"), "重算的结果与提请时不同");
        return result;
    }

    private static void same(Plan plan, String now, String then, String otherwise) {
        if (!now.equals(then)) {
            throw Refused.of(Finding.of(Fault.MOVED_ON, Place.parameter("方案"), plan.title(), "what", otherwise));
        }
    }

    @Override
    public List<Change> changes(Proposal proposal) {
        Cut cut = Cut.of(proposal);
        List<Issue> earlier = issues.of(proposal.subject()).stream()
                .filter(issue ->
                        issue.proposal() != proposal.id() && issue.sealed().isBefore(decided(proposal)))
                .toList();
        Issue last = earlier.isEmpty() ? null : earlier.getFirst();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(
                "期",
                last == null ? "" : "第" + last.number() + "期",
                "第" + (last == null ? 1 : last.number() + 1) + "期"));
        changes.add(new Change(
                "期间", last == null ? "" : last.period().inWords(), cut.period().inWords()));
        changes.add(new Change(
                "截至（已公布的数据）",
                last == null ? "" : last.day().toString(),
                cut.day().toString()));
        changes.add(new Change(
                "录入至第几号数据", last == null ? "" : Long.toString(last.lastFact()), Long.toString(cut.lastFact())));
        changes.add(new Change(
                "算得的数、灯",
                last == null ? "" : last.figures() + "、" + last.lights(),
                proposal.said("figures") + "、" + proposal.said("lights")));
        changes.add(new Change(
                "其中依据未核实的规则", last == null ? "" : Integer.toString(last.bracketed()), proposal.said("bracketed")));
        changes.add(new Change("方案版本 sha256", last == null ? "" : last.planSha256(), proposal.said("plan_sha256")));
        changes.add(new Change("规则版本 sha256", last == null ? "" : last.rulesSha256(), proposal.said("rules_sha256")));
        changes.add(new Change("数据 sha256", last == null ? "" : last.factsSha256(), proposal.said("facts_sha256")));
        changes.add(new Change("封存内容 sha256", last == null ? "" : last.sha256(), proposal.said("sha256")));
        return changes;
    }

    private static java.time.Instant decided(Proposal proposal) {
        Proposal.Decision decision = proposal.decision();
        return decision == null ? java.time.Instant.MAX : decision.at();
    }

    @Override
    public String address(Proposal proposal) {
        return "/issues?plan=" + proposal.subject();
    }

    @Override
    public String caveats(Proposal proposal) {
        return "依据未核实规则的数和灯 " + proposal.caveats() + " 个，我已核对，同意一并封存";
    }
}
