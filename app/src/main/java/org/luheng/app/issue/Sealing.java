package org.luheng.app.issue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.app.issue.store.IssueStore;
import org.luheng.app.page.Reading;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Plans;
import org.luheng.app.rule.RuleEditions;
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
    private final RuleEditions editions;
    private final Snapshots snapshots;
    private final IssueStore issues;
    private final Proposals proposals;

    Sealing(
            Plans plans,
            Acceptances acceptances,
            Rules rules,
            RuleEditions editions,
            Snapshots snapshots,
            IssueStore issues,
            Proposals proposals) {
        this.plans = plans;
        this.acceptances = acceptances;
        this.rules = rules;
        this.editions = editions;
        this.snapshots = snapshots;
        this.issues = issues;
        this.proposals = proposals;
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
        payload.put("levels", levels(plan, cut));
        payload.put("bracketed", Integer.toString(result.bracketed()));
        return payload;
    }

    /** How many lights of the period stand at which level: what everybody asks first. */
    private String levels(Plan plan, Cut cut) {
        int[] count = new int[4];
        snapshots.sealed(plan, cut.day(), cut.lastFact()).of(cut.period()).lights().stream()
                .map(Light::level)
                .forEach(level -> count[level == null ? 0 : level]++);
        return "一级 " + count[1] + "、二级 " + count[2] + "、三级 " + count[3] + "、不评 " + count[0];
    }

    /** @throws Refused where two persons have not accepted this edition of the plan, and of the rules */
    void requireAccepted(Plan plan) {
        if (acceptances.of(plan).isEmpty()) {
            throw Refused.of(Finding.of(Fault.PLAN_NOT_ACCEPTED, Place.parameter("方案"), plan.title()));
        }
        editions.requireAccepted(plan.region());
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
    public Runnable ready(Proposal proposal) {
        Plan plan = plans.get(proposal.subject()).plan();
        same(plan, plan.hash(), proposal.said("plan_sha256"), "方案目录已是另一版");
        same(plan, rules.hash(), proposal.said("rules_sha256"), "规则已是另一版");
        requireAccepted(plan);
        Cut cut = Cut.of(proposal);
        SealedResult result = result(plan, cut);
        same(plan, result.factsSha256(), proposal.said("facts_sha256"), "当时已录入的数据与提请时不同");
        same(plan, result.sha256(), proposal.said("sha256"), "重算的结果与提请时不同");
        return () -> issues.seal(plan, rules.hash(), cut.period(), cut.day(), cut.lastFact(), result, proposal.id());
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
                "本期间各灯",
                last == null
                        ? ""
                        : proposals
                                .find(last.proposal())
                                .map(agreed -> agreed.said("levels"))
                                .orElse(""),
                proposal.said("levels")));
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

    private static Instant decided(Proposal proposal) {
        Proposal.Decision decision = proposal.decision();
        return decision == null ? Instant.MAX : decision.at();
    }

    @Override
    public String address(Proposal proposal) {
        if (!proposal.isOpen()) {
            return "/issues?plan=" + Reading.query(proposal.subject());
        }
        Cut cut = Cut.of(proposal);
        return "/?plan=" + Reading.query(proposal.subject()) + "&period="
                + Reading.query(cut.period().toString()) + "&asof=" + cut.day();
    }

    @Override
    public String caveats(Proposal proposal) {
        return "依据未核实规则的数和灯 " + proposal.caveats() + " 个，我已核对，同意一并封存";
    }
}
