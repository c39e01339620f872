package org.luheng.files;

import static org.luheng.accounting.Arithmetic.growthFactor;
import static org.luheng.accounting.Arithmetic.percent;
import static org.luheng.accounting.Arithmetic.power;
import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Relation;
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

    private static final String PER_YEAR = "%/年";
    private static final Set<TargetKind> RATES = EnumSet.of(
            TargetKind.RELATIVE_CHANGE, TargetKind.POINTS, TargetKind.LEVEL, TargetKind.SHARE, TargetKind.CLASS);

    /** As long as a printed number and its mark may be: 第十二章 and a blank. */
    private static final int NUMBER = 6;

    private final Rules rules;
    private final Register register;

    public PlanChecks(Rules rules, Register register) {
        this.rules = rules;
        this.register = register;
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
                // A sentence does not contradict itself: two numbers in one are of two things that share a name.
                boolean oneSentence = first.from() < second.to() && second.from() < first.to();
                if (!oneSentence
                        && sameMatter(first, second)
                        && differences(first, second).equals(List.of(VALUE))) {
                    findings.add(compared(Fault.CONTRADICTS, folder, second, folder, first, ""));
                }
            }
        }
        for (Target target : targets) {
            gaps(folder, target, findings);
        }
        empty(folder, findings);
        return List.copyOf(findings);
    }

    /**
     * Of two plans: where they speak of the same indicator of the same place, and where that of a place asks for less than that of
     * the place above it. Nothing where they have no year in common.
     */
    public List<Finding> between(PlanFolder one, PlanFolder other) {
        List<Finding> findings = new ArrayList<>();
        if (one.plan().firstYear() > other.plan().lastYear()
                || other.plan().firstYear() > one.plan().lastYear()) {
            return findings;
        }
        boolean below = isBelow(one.plan(), other.plan());
        boolean above = isBelow(other.plan(), one.plan());
        for (Target first : one.plan().targets()) {
            for (Target second : other.plan().targets()) {
                if (below && weaker(first, second, other.plan())) {
                    findings.add(compared(Fault.WEAKER, one, first, other, second, ""));
                } else if (above && weaker(second, first, one.plan())) {
                    findings.add(compared(Fault.WEAKER, other, second, one, first, ""));
                }
                if (!sameMatter(first, second)) {
                    paces(one, first, other, second, findings);
                    definitions(one, first, other, second, findings);
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

    private boolean isBelow(Plan plan, Plan above) {
        return !plan.region().equals(above.region()) && register.isWithin(plan.region(), above.region());
    }

    /**
     * Of the whole place, due on the same day, in the same kind of number, and less of what is wanted. Where the plan above sets
     * the place a number of its own, that one counts, and not the whole's.
     */
    private boolean weaker(Target target, Target above, Plan planAbove) {
        boolean own = !planAbove.targets(target.region(), target.indicator()).isEmpty();
        if (!above.region().equals(own ? target.region() : planAbove.region())) {
            return false;
        }
        BigDecimal asked = target.value();
        BigDecimal whole = above.value();
        Indicator indicator = rules.indicator(target.indicator());
        if (asked == null
                || whole == null
                || indicator == null
                || !target.indicator().equals(above.indicator())
                || target.kind() != above.kind()
                || !RATES.contains(target.kind())
                || isFall(target) != isFall(above)
                || !target.scope().isEmpty()
                || !above.scope().isEmpty()
                || !target.due().end().equals(above.due().end())
                || target.isReference()
                || above.isReference()) {
            return false;
        }
        BigDecimal converted = rules.units().convert(asked, target.unit(), above.unit());
        if (converted == null) {
            return false;
        }
        boolean change = target.kind() == TargetKind.RELATIVE_CHANGE || target.kind() == TargetKind.POINTS;
        boolean more = change || indicator.rising();
        return more ? converted.compareTo(whole) < 0 : converted.compareTo(whole) > 0;
    }

    /** A change over the period in one plan, a change for each year in the other: chained, they should come to the same. */
    private void paces(PlanFolder one, Target first, PlanFolder other, Target second, List<Finding> findings) {
        if (first.unit().equals(PER_YEAR) == second.unit().equals(PER_YEAR)
                || first.kind() != TargetKind.RELATIVE_CHANGE
                || second.kind() != TargetKind.RELATIVE_CHANGE
                || !stem(first).equals(stem(second))
                || !first.region().equals(second.region())) {
            return;
        }
        Target yearly = first.unit().equals(PER_YEAR) ? first : second;
        Target whole = yearly == first ? second : first;
        Plan plan = (whole == first ? one : other).plan();
        BigDecimal over = whole.value();
        BigDecimal each = yearly.value();
        if (over == null || each == null) {
            return;
        }
        boolean fall = isFall(whole);
        BigDecimal left = growthFactor(fall ? over.negate() : over);
        BigDecimal rate =
                percent(power(left, 1, whole.due().year() - plan.baseYear()).subtract(BigDecimal.ONE));
        BigDecimal pace = fall ? rate.negate() : rate;
        // One digit more than the plan prints: 18 % in five years is 3.9 % a year and not 4.
        if (pace.setScale(each.scale() + 1, RoundingMode.HALF_UP).compareTo(each) != 0 || fall != isFall(yearly)) {
            findings.add(
                    compared(Fault.SUSPECTED, one, first, other, second, "期间的变化折成每年 " + printed(pace, 2) + "%，数值"));
        }
    }

    private static boolean isFall(Target target) {
        return target.relation() == Relation.FALL || target.relation() == Relation.FALL_AT_LEAST;
    }

    private static String stem(Target target) {
        return target.indicator().replaceFirst("[.]yearly$", "");
    }

    /** One name measured in two ways. */
    private void definitions(PlanFolder one, Target first, PlanFolder other, Target second, List<Finding> findings) {
        boolean sameName =
                first.title().equals(second.title()) && !first.indicator().equals(second.indicator());
        boolean sameCode = first.indicator().equals(second.indicator())
                && first.kind() == second.kind()
                && rules.units().convert(BigDecimal.ONE, first.unit(), second.unit()) == null;
        if (first.region().equals(second.region()) && (sameName || sameCode)) {
            findings.add(compared(Fault.TWO_DEFINITIONS, one, first, other, second, ""));
        }
    }

    /** A chapter that has nothing below its heading. */
    private static void empty(PlanFolder folder, List<Finding> findings) {
        for (Clause clause : folder.clauses()) {
            boolean parted =
                    folder.clauses().stream().anyMatch(other -> other.section().startsWith(clause.section() + "/"));
            if (!parted
                    && !clause.section().contains("/")
                    && clause.to() - clause.from() <= clause.heading().length() + NUMBER) {
                findings.add(Finding.of(
                        Fault.EMPTY_CHAPTER,
                        Place.file(folder.plan().id()),
                        clause.section(),
                        "heading",
                        clause.heading()));
            }
        }
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
