package org.luheng.app.fact.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Indicator.Accumulation;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Relation;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;

/**
 * Facts about everything else a plan has a target for: one series for each indicator of a place, however many targets
 * look at it. Most come out as asked, some fall short, some go the wrong way, some are late, some say nothing.
 */
final class SampleIndicators {
    private static final String REDUCTION = "pollutant.reduction.";
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int OPEN_YEAR = 2025;

    private enum Outcome {
        REACHED,
        SHORT,
        WRONG_WAY,
        /** Right, but the last year is not in yet. */
        LATE,
        SILENT;

        static Outcome draw(Chance chance) {
            int ticket = chance.between("0", "99").intValue();
            return ticket < 64 ? REACHED : ticket < 80 ? SHORT : ticket < 86 ? WRONG_WAY : ticket < 92 ? LATE : SILENT;
        }
    }

    private final List<Plan> plans;
    private final Rules rules;
    private final SamplePlaces places;
    private final Consumer<SampleRow> rows;

    /** @param plans those of one place */
    SampleIndicators(List<Plan> plans, Rules rules, SamplePlaces places, Consumer<SampleRow> rows) {
        this.plans = plans;
        this.rules = rules;
        this.places = places;
        this.rows = rows;
    }

    private record Matter(String region, String indicator) {}

    void make() {
        Map<Matter, List<Target>> matters = new LinkedHashMap<>();
        for (Plan plan : plans) {
            for (Target target : plan.targets()) {
                if (!madeElsewhere(target.indicator())) {
                    matters.computeIfAbsent(
                                    new Matter(target.region(), target.indicator()), matter -> new ArrayList<>())
                            .add(target);
                }
            }
        }
        reductions(matters);
        matters.forEach((matter, targets) -> {
            if (!matter.indicator().startsWith(REDUCTION)) {
                series(matter, targets);
            }
        });
    }

    private static boolean madeElsewhere(String indicator) {
        return indicator.equals(Element.INTENSITY)
                || indicator.equals(Element.ENERGY_INCREMENT)
                || indicator.equals(SampleEnergy.COAL);
    }

    // ---- pollutants: amounts from projects, by quarter; a city that divides its amount is the sum of its districts

    private void reductions(Map<Matter, List<Target>> matters) {
        Plan plan = plans.getFirst();
        Map<String, Map<Period, BigDecimal>> city = new TreeMap<>();
        matters.forEach((matter, targets) -> {
            BigDecimal goal = targets.getFirst().value();
            if (!matter.indicator().startsWith(REDUCTION) || goal == null) {
                return;
            }
            boolean divided = matters.keySet().stream()
                    .anyMatch(other -> other.indicator().equals(matter.indicator())
                            && !other.region().equals(plan.region()));
            if (matter.region().equals(plan.region()) && divided) {
                return;
            }
            amounts(matter, plan, goal).forEach((period, amount) -> {
                reduction(matter.region(), matter.indicator(), period, amount);
                if (divided) {
                    city.computeIfAbsent(matter.indicator(), indicator -> new TreeMap<>())
                            .merge(period, amount, BigDecimal::add);
                }
            });
        });
        city.forEach(
                (indicator, sums) -> sums.forEach((period, sum) -> reduction(plan.region(), indicator, period, sum)));
    }

    private static Map<Period, BigDecimal> amounts(Matter matter, Plan plan, BigDecimal goal) {
        Chance chance = Chance.of(matter.region(), matter.indicator());
        int scale = goal.compareTo(HUNDRED) < 0 ? 2 : goal.compareTo(new BigDecimal(2000)) < 0 ? 1 : 0;
        BigDecimal done = chance.inHundred(70) ? chance.between("1.00", "1.12") : chance.between("0.70", "0.95");
        int years = plan.lastYear() - plan.firstYear() + 1;
        BigDecimal each = goal.multiply(done).divide(new BigDecimal(years), 6, RoundingMode.HALF_EVEN);
        String[] finished = {"0.15", "0.40", "0.68", "1.00"};
        Map<Period, BigDecimal> amounts = new TreeMap<>();
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            // Early years bring less, later ones more; the middle one as much as the mean.
            BigDecimal tilt =
                    new BigDecimal(2 * (year - plan.firstYear()) - years + 1).multiply(new BigDecimal("0.05"));
            BigDecimal amount = each.multiply(BigDecimal.ONE.add(tilt)).multiply(chance.between("0.94", "1.06"));
            for (int quarter = 0; quarter < 4; quarter++) {
                amounts.put(
                        SampleEnergy.period(year, quarter),
                        amount.multiply(new BigDecimal(finished[quarter])).setScale(scale, RoundingMode.HALF_EVEN));
            }
        }
        return amounts;
    }

    private void reduction(String region, String indicator, Period period, BigDecimal amount) {
        rows.accept(new SampleRow(
                region,
                period,
                indicator,
                amount,
                "吨",
                period.isYear() && period.year() < OPEN_YEAR ? Stage.FINAL : Stage.PRELIMINARY,
                "样例：减排项目台账",
                places.environment(region),
                "行政",
                SampleEnergy.published(period)));
    }

    // ---- everything else: one value a year

    private void series(Matter matter, List<Target> targets) {
        Indicator indicator = rules.indicator(matter.indicator());
        if (indicator == null) {
            throw new IllegalStateException("no indicator " + matter.indicator());
        }
        Chance chance = Chance.of(matter.region(), matter.indicator());
        Outcome outcome = Outcome.draw(chance);
        if (outcome == Outcome.SILENT) {
            return;
        }
        Plan plan = plans.getFirst();
        Target target = leading(targets);
        int first = plan.baseYear();
        int last = outcome == Outcome.LATE ? plan.lastYear() - 1 : plan.lastYear();
        int due = Math.max(first + 1, target.due().year());
        if (target.kind() == TargetKind.DEADLINE) {
            completion(matter, indicator, outcome, first, last, due, chance);
        } else if (target.kind() == TargetKind.RELATIVE_CHANGE && indicator.accumulation() == Accumulation.RATE) {
            rates(matter, indicator, target, outcome, first, last, due, chance);
        } else if (target.kind() == TargetKind.CUMULATIVE) {
            shares(matter, indicator, target, outcome, first, last, chance);
        } else if (target.kind() == TargetKind.CLASS) {
            classes(matter, indicator, target, outcome, first, last);
        } else {
            levels(matter, indicator, targets, target, outcome, first, last, due, chance);
        }
    }

    /** A level says more than a change. */
    private static Target leading(List<Target> targets) {
        return targets.stream()
                .filter(target -> target.kind() != TargetKind.RELATIVE_CHANGE)
                .findFirst()
                .orElse(targets.getFirst());
    }

    private void completion(
            Matter matter, Indicator indicator, Outcome outcome, int first, int last, int due, Chance chance) {
        BigDecimal end = switch (outcome) {
            case SHORT -> chance.between("78", "97");
            case WRONG_WAY -> chance.between("35", "70");
            default -> HUNDRED;
        };
        BigDecimal start = chance.between("0", "30");
        for (int year = first; year <= last; year++) {
            BigDecimal done = year >= due
                    ? end
                    : between(start, end, year - first, due - first)
                            .add(chance.between("-3", "3"))
                            .max(BigDecimal.ZERO)
                            .min(new BigDecimal(99))
                            .min(end);
            row(matter, indicator, year, done.setScale(0, RoundingMode.HALF_EVEN));
        }
    }

    private void rates(
            Matter matter,
            Indicator indicator,
            Target target,
            Outcome outcome,
            int first,
            int last,
            int due,
            Chance chance) {
        BigDecimal goal = number(target);
        boolean falls = falls(target.relation());
        BigDecimal yearly = target.unit().equals("%/年")
                ? goal
                : goal.divide(new BigDecimal(due - first), 4, RoundingMode.HALF_EVEN);
        BigDecimal part = switch (outcome) {
            case SHORT -> chance.between("0.50", "0.85");
            case WRONG_WAY -> chance.between("-0.40", "-0.15");
            default -> chance.between("1.06", "1.22");
        };
        for (int year = first + 1; year <= last; year++) {
            BigDecimal rate = yearly.multiply(part)
                    .multiply(chance.between("0.90", "1.10"))
                    .setScale(2, RoundingMode.HALF_EVEN);
            row(matter, indicator, year, falls ? rate.negate() : rate);
        }
    }

    private void shares(
            Matter matter, Indicator indicator, Target target, Outcome outcome, int first, int last, Chance chance) {
        BigDecimal goal = number(target);
        BigDecimal part = outcome == Outcome.SHORT || outcome == Outcome.WRONG_WAY
                ? chance.between("0.55", "0.90")
                : chance.between("1.01", "1.15");
        int years = Math.max(1, plans.getFirst().lastYear() - first);
        int scale = Math.max(goal.scale(), goal.compareTo(HUNDRED) < 0 ? 2 : 0);
        for (int year = first + 1; year <= last; year++) {
            row(
                    matter,
                    indicator,
                    year,
                    goal.multiply(part)
                            .multiply(chance.between("0.92", "1.08"))
                            .divide(new BigDecimal(years), scale, RoundingMode.HALF_EVEN));
        }
    }

    private void classes(Matter matter, Indicator indicator, Target target, Outcome outcome, int first, int last) {
        BigDecimal goal = number(target);
        boolean misses = outcome == Outcome.SHORT || outcome == Outcome.WRONG_WAY;
        for (int year = first; year <= last; year++) {
            boolean reached = !misses && year >= first + 2;
            row(matter, indicator, year, reached ? goal : goal.add(BigDecimal.ONE));
        }
    }

    private void levels(
            Matter matter,
            Indicator indicator,
            List<Target> targets,
            Target target,
            Outcome outcome,
            int first,
            int last,
            int due,
            Chance chance) {
        boolean down = wantsLess(target, indicator);
        boolean shareOfAll = indicator.unit().equals("%");
        BigDecimal goal = target.value();
        BigDecimal printedBase = target.baseValue();
        BigDecimal start;
        BigDecimal end;
        if (isChange(target)) {
            start = shareOfAll ? chance.between("45.0", "70.0") : chance.between("4000", "9000");
            BigDecimal wanted = number(target).multiply(chance.between("1.02", "1.18"));
            BigDecimal change = target.kind() == TargetKind.POINTS ? wanted : start.multiply(wanted.movePointLeft(2));
            end = down ? start.subtract(change) : start.add(change);
        } else {
            BigDecimal wanted = number(target);
            BigDecimal beyond =
                    wanted.multiply(down ? chance.between("0.940", "0.995") : chance.between("1.002", "1.040"));
            end = target.relation() == Relation.RANGE || whole(indicator) ? wanted : beyond;
            start = printedBase != null
                    ? printedBase
                    : wanted.multiply(down ? chance.between("1.08", "1.30") : chance.between("0.55", "0.88"));
            BigDecimal further = alsoAskedChange(targets);
            if (further != null) {
                BigDecimal factor = BigDecimal.ONE.add(
                        further.multiply(new BigDecimal("1.1")).movePointLeft(2));
                start = down ? end.multiply(factor) : end.divide(factor, 6, RoundingMode.HALF_EVEN);
                start = printedBase == null ? start : printedBase;
            }
        }
        if (shareOfAll) {
            start = start.min(HUNDRED);
            end = end.min(HUNDRED);
        }
        BigDecimal way = end.subtract(start);
        BigDecimal finish = switch (outcome) {
            case SHORT -> start.add(way.multiply(chance.between("0.55", "0.88")));
            case WRONG_WAY ->
                start.subtract(way.multiply(chance.between("0.10", "0.35"))).max(BigDecimal.ZERO);
            default -> end;
        };
        int scale = scale(indicator, goal, start);
        for (int year = first; year <= last; year++) {
            BigDecimal value = year == first ? start : between(start, finish, Math.min(year, due) - first, due - first);
            boolean under = year > first && year < due;
            BigDecimal luck = under ? way.multiply(chance.between("-0.04", "0.06")) : BigDecimal.ZERO;
            BigDecimal told =
                    value.add(luck).setScale(scale, year < due ? RoundingMode.HALF_EVEN : safe(down, outcome));
            row(matter, indicator, year, shareOfAll ? told.min(HUNDRED) : told);
        }
    }

    /** What has been reached is not rounded away. */
    private static RoundingMode safe(boolean down, Outcome outcome) {
        if (outcome == Outcome.SHORT || outcome == Outcome.WRONG_WAY) {
            return RoundingMode.HALF_EVEN;
        }
        return down ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    private static @Nullable BigDecimal alsoAskedChange(List<Target> targets) {
        return targets.stream()
                .filter(SampleIndicators::isChange)
                .map(Target::value)
                .findFirst()
                .orElse(null);
    }

    private static boolean isChange(Target target) {
        return target.kind() == TargetKind.RELATIVE_CHANGE || target.kind() == TargetKind.POINTS;
    }

    private static boolean falls(Relation relation) {
        return relation == Relation.FALL || relation == Relation.FALL_AT_LEAST;
    }

    private static boolean wantsLess(Target target, Indicator indicator) {
        return switch (target.relation()) {
            case AT_MOST, LESS, FALL, FALL_AT_LEAST -> true;
            case AT_LEAST, MORE, RISE, RISE_AT_LEAST, DONE -> false;
            case EQUAL, ABOUT, RANGE -> !indicator.rising();
        };
    }

    /** Things that are counted one by one. */
    private static boolean whole(Indicator indicator) {
        return List.of("个", "家", "条", "座", "处").contains(indicator.unit());
    }

    private static int scale(Indicator indicator, @Nullable BigDecimal goal, BigDecimal start) {
        if (whole(indicator)) {
            return 0;
        }
        int printed = goal == null ? 0 : Math.max(goal.scale(), 0);
        int wanted = start.compareTo(BigDecimal.TEN) < 0 ? 2 : start.compareTo(new BigDecimal(1000)) < 0 ? 1 : 0;
        return Math.max(printed, wanted);
    }

    private static BigDecimal between(BigDecimal start, BigDecimal end, int passed, int all) {
        return start.add(end.subtract(start)
                .multiply(new BigDecimal(passed))
                .divide(new BigDecimal(all), 8, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal number(Target target) {
        BigDecimal value = target.value();
        if (value == null) {
            throw new IllegalStateException("target " + target.id() + " has no value");
        }
        return value;
    }

    private void row(Matter matter, Indicator indicator, int year, BigDecimal value) {
        rows.accept(new SampleRow(
                matter.region(),
                Period.year(year),
                matter.indicator(),
                value,
                indicator.unit(),
                year < OPEN_YEAR ? Stage.FINAL : Stage.PRELIMINARY,
                "样例：年度任务完成情况",
                places.office(matter.region()),
                "行政",
                LocalDate.of(year + 1, 3, 10)));
    }
}
