package org.luheng.files;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;

/**
 * What is contradictory, doubtful or wanting in plans that are well written as files. Never an error: officials' plans may
 * contradict themselves, and saying so is the use of this.
 */
public final class PlanChecks {
    private static final String VALUE = "数值";
    private static final String SCOPE = "范围";

    private final Rules rules;

    public PlanChecks(Rules rules) {
        this.rules = rules;
    }

    /** Of one plan by itself. */
    public List<Finding> within(PlanFolder folder) {
        List<Finding> findings = new ArrayList<>();
        List<Target> targets = folder.plan().targets();
        for (SumCheck sum : folder.sums()) {
            sum(folder, sum, findings);
        }
        for (int one = 0; one < targets.size(); one++) {
            for (int other = one + 1; other < targets.size(); other++) {
                Target first = targets.get(one);
                Target second = targets.get(other);
                // Within one plan another scope or date is meant: only what cannot both hold is said.
                if (sameMatter(first, second) && differences(first, second).equals(List.of(VALUE))) {
                    findings.add(compared(Fault.CONTRADICTS, folder, second, folder, first, ""));
                }
            }
        }
        for (Target target : targets) {
            gaps(folder, target, findings);
        }
        return List.copyOf(findings);
    }

    /** Of two plans: where they speak of the same indicator of the same place. */
    public List<Finding> between(PlanFolder one, PlanFolder other) {
        List<Finding> findings = new ArrayList<>();
        for (Target first : one.plan().targets()) {
            for (Target second : other.plan().targets()) {
                if (!sameMatter(first, second)) {
                    continue;
                }
                List<String> differences = differences(first, second);
                if (differences.equals(List.of(VALUE))) {
                    findings.add(compared(Fault.CONTRADICTS, one, first, other, second, ""));
                } else if (!differences.isEmpty() && !differences.equals(List.of(SCOPE))) {
                    String words = String.join("、", differences);
                    findings.add(compared(Fault.SUSPECTED, one, first, other, second, words));
                }
            }
        }
        return List.copyOf(findings);
    }

    private boolean sameMatter(Target one, Target other) {
        return one.indicator().equals(other.indicator())
                && one.region().equals(other.region())
                && one.kind() == other.kind()
                && rules.units().convert(BigDecimal.ONE, one.unit(), other.unit()) != null;
    }

    private List<String> differences(Target one, Target other) {
        List<String> differences = new ArrayList<>();
        if (!one.scope().equals(other.scope())) {
            differences.add(SCOPE);
        }
        // “十四五”时期 and 2025 end on the same day.
        if (!one.due().end().equals(other.due().end())) {
            differences.add("期限");
        }
        if (one.relation() != other.relation()) {
            differences.add("比较方式");
        }
        if (!sameValue(one, other)) {
            differences.add(VALUE);
        }
        return differences;
    }

    private boolean sameValue(Target one, Target other) {
        return same(one.value(), one.unit(), other.value(), other.unit())
                && same(one.valueTo(), one.unit(), other.valueTo(), other.unit());
    }

    private boolean same(@Nullable BigDecimal one, String unit, @Nullable BigDecimal other, String otherUnit) {
        if (one == null || other == null) {
            return one == other;
        }
        BigDecimal converted = rules.units().convert(one, unit, otherUnit);
        return converted != null && converted.compareTo(other) == 0;
    }

    private static Finding compared(
            Fault fault, PlanFolder folder, Target target, PlanFolder other, Target against, String difference) {
        return Finding.of(
                fault,
                place(folder, target),
                "",
                "title",
                target.title(),
                "words",
                words(target),
                "other",
                "《" + other.plan().shortTitle() + "》" + against.section() + " " + against.id(),
                "otherWords",
                words(against),
                "difference",
                difference);
    }

    private static String words(Target target) {
        return (target.scope().isEmpty() ? "" : "（" + target.scope() + "）") + target.inWords() + "（"
                + target.due().inWords() + "）";
    }

    private static Place place(PlanFolder folder, Target target) {
        Place place = folder.places().get(target.id());
        return place == null ? Place.file(folder.plan().id()) : place;
    }

    private static void sum(PlanFolder folder, SumCheck sum, List<Finding> findings) {
        Target total = sum.total();
        BigDecimal whole = total == null ? null : total.value();
        BigDecimal difference = sum.difference();
        if (total != null && whole != null && difference != null && sum.differs()) {
            findings.add(Finding.of(
                    Fault.SUM_DIFFERS,
                    place(folder, total).column("value"),
                    whole.toPlainString(),
                    "title",
                    total.title(),
                    "sum",
                    printed(sum.sum()) + sum.unit(),
                    "total",
                    printed(whole) + sum.unit(),
                    "difference",
                    printed(difference) + sum.unit()));
        }
    }

    private void gaps(PlanFolder folder, Target target, List<Finding> findings) {
        Place place = place(folder, target);
        boolean led =
                folder.tasksFor(target).stream().anyMatch(task -> !task.lead().isEmpty());
        if (!led) {
            findings.add(Finding.of(Fault.NOBODY_LEADS, place, target.id(), "title", target.title()));
        }
        Indicator indicator = rules.indicator(target.indicator());
        boolean needsUnit = target.kind() != TargetKind.DEADLINE
                && target.kind() != TargetKind.CLASS
                && (indicator == null || !indicator.unit().isEmpty());
        if (needsUnit && target.unit().isEmpty()) {
            findings.add(Finding.of(Fault.NO_UNIT, place.column("unit"), "", "title", target.title()));
        }
        boolean needsBase = (target.kind() == TargetKind.RELATIVE_CHANGE || target.kind() == TargetKind.POINTS)
                && !target.unit().equals("%/年");
        if (needsBase && target.baseYear() == null) {
            findings.add(Finding.of(
                    Fault.NO_BASE,
                    place.column("base_year"),
                    "",
                    "title",
                    target.title(),
                    "year",
                    Integer.toString(folder.plan().baseYear())));
        }
        if (target.dueInherited()) {
            findings.add(Finding.of(
                    Fault.DUE_INHERITED,
                    place.column("due"),
                    target.due().text(),
                    "title",
                    target.title(),
                    "due",
                    target.due().inWords()));
        }
    }
}
