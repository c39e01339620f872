package org.luheng.accounting.reduction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Target;
import org.luheng.accounting.Trace;
import org.luheng.accounting.Units;

/**
 * Counted reductions against what a plan divides among its places. The plan's own place has what its districts have and what
 * is listed under itself.
 *
 * @param quotas place by place in the plan's order, of every pollutant with a target or a project
 * @param outside projects of places that the plan does not divide among, or of years it does not cover; not in any sum
 */
public record Quotas(List<Quota> quotas, List<Reduction> outside) {
    public Quotas {
        quotas = List.copyOf(quotas);
        outside = List.copyOf(outside);
    }

    /** @param year up to the end of which, from the plan's first year on */
    public static Quotas against(Plan plan, ReductionRules rules, Units units, List<Reduction> reductions, int year) {
        return new Sum(plan, rules, units, reductions, year).quotas();
    }

    private static final class Sum {
        private final Plan plan;
        private final ReductionRules rules;
        private final Units units;
        private final int year;
        private final Map<String, List<Reduction>> within = new LinkedHashMap<>();
        private final List<Reduction> outside = new ArrayList<>();

        Sum(Plan plan, ReductionRules rules, Units units, List<Reduction> reductions, int year) {
            this.plan = plan;
            this.rules = rules;
            this.units = units;
            this.year = year;
            List<String> places = plan.places();
            for (Reduction reduction : reductions) {
                Project project = reduction.project();
                boolean covered = project.year() >= plan.firstYear() && project.year() <= plan.lastYear();
                if (!covered || !places.contains(project.region())) {
                    outside.add(reduction);
                } else if (project.year() <= year) {
                    within.computeIfAbsent(key(project.region(), project.pollutant()), key -> new ArrayList<>())
                            .add(reduction);
                }
            }
        }

        private static String key(String region, Pollutant pollutant) {
            return region + '|' + pollutant;
        }

        Quotas quotas() {
            List<Quota> quotas = new ArrayList<>();
            for (Pollutant pollutant : Pollutant.values()) {
                boolean wanted = plan.places().stream()
                        .anyMatch(place -> plan.target(place, pollutant.indicator()) != null
                                || within.containsKey(key(place, pollutant)));
                if (wanted) {
                    plan.places().forEach(place -> quotas.add(quota(place, pollutant)));
                }
            }
            return new Quotas(quotas, outside);
        }

        private List<Reduction> of(String place, Pollutant pollutant) {
            Stream<String> places = place.equals(plan.region()) ? plan.places().stream() : Stream.of(place);
            return places.flatMap(each -> within.getOrDefault(key(each, pollutant), List.of()).stream())
                    .toList();
        }

        private Quota quota(String place, Pollutant pollutant) {
            Target target = plan.target(place, pollutant.indicator());
            List<Reduction> reductions = of(place, pollutant);
            Tonnes tonnes = Tonnes.of(reductions, plan.firstYear(), year);
            Figure done = done(place, pollutant, tonnes);
            return new Quota(
                    place,
                    pollutant,
                    target,
                    done,
                    held(place, pollutant, target, done, true),
                    held(place, pollutant, target, done, false),
                    tonnes.uncounted());
        }

        private Figure done(String place, Pollutant pollutant, Tonnes tonnes) {
            Condition condition = rules.condition(Condition.Matter.SUM, year).orElse(null);
            if (condition == null) {
                return missing(place, pollutant.indicator(), noRule(), year + "年没有适用的核算规则 reduction.sum");
            }
            if (tonnes.isEmpty()) {
                return missing(
                        place,
                        pollutant.indicator(),
                        condition.edition(),
                        "名单中没有" + plan.firstYear() + "—" + year + "年的" + pollutant.word() + "项目");
            }
            return tonnes.figure(
                    place, year, pollutant, condition, () -> explained(place, pollutant, tonnes, condition));
        }

        /** The plan's place by its places, a place by its projects. */
        private Trace explained(String place, Pollutant pollutant, Tonnes tonnes, Condition condition) {
            List<Trace> children = new ArrayList<>();
            String formula = tonnes.formula();
            if (place.equals(plan.region())) {
                List<String> terms = new ArrayList<>();
                for (String each : plan.places()) {
                    Tonnes own =
                            Tonnes.of(within.getOrDefault(key(each, pollutant), List.of()), plan.firstYear(), year);
                    if (!own.figures().isEmpty()) {
                        children.add(Trace.computed(
                                each.equals(place) ? each + " 本级" : each,
                                own.formula(),
                                own.sum(),
                                Tonnes.UNIT,
                                own.traces()));
                        terms.add(Arithmetic.printed(own.sum()));
                    }
                }
                formula = Tonnes.added(terms) + " = " + Arithmetic.printed(tonnes.sum());
            } else {
                children.addAll(tonnes.traces());
            }
            children.add(Trace.rule(condition.edition()));
            return Trace.computed(
                    plan.firstYear() + "—" + year + "年" + pollutant.word() + "重点工程减排量合计" + tonnes.remark(),
                    formula,
                    tonnes.sum(),
                    Tonnes.UNIT,
                    children);
        }

        private RuleEdition noRule() {
            return new RuleEdition("", "reduction.sum", "", "", year, year, "", Certainty.UNSURE);
        }

        private Figure missing(String place, String indicator, RuleEdition edition, String why) {
            return Figure.missing(
                    place,
                    Period.year(year),
                    indicator,
                    indicator.endsWith(Quota.SHARE) ? "%" : Tonnes.UNIT,
                    edition,
                    why);
        }

        private Figure held(String place, Pollutant pollutant, @Nullable Target target, Figure done, boolean asShare) {
            String indicator = pollutant.indicator() + (asShare ? Quota.SHARE : Quota.REMAINING);
            BigDecimal printed = target == null ? null : target.value();
            if (target == null || printed == null) {
                return missing(place, indicator, done.edition(), "方案没有给本地区分解" + pollutant.word() + "减排量");
            }
            BigDecimal value = done.value();
            if (value == null) {
                return missing(place, indicator, done.edition(), String.valueOf(done.missing()));
            }
            BigDecimal wanted = units.convert(printed, target.unit(), Tonnes.UNIT);
            if (wanted == null || wanted.signum() <= 0) {
                return missing(place, indicator, done.edition(), "方案的目标 " + target.inWords() + " 不是正的吨数，不能比较");
            }
            BigDecimal held = asShare
                    ? Arithmetic.percent(Arithmetic.divide(value, wanted))
                    : wanted.subtract(value).max(BigDecimal.ZERO);
            String formula = asShare
                    ? Arithmetic.printed(value) + " ÷ " + Arithmetic.printed(wanted) + " = "
                            + Arithmetic.printed(held, 2) + "%"
                    : "max(" + Arithmetic.printed(wanted) + " − " + Arithmetic.printed(value) + ", 0) = "
                            + Arithmetic.printed(held);
            return new Figure(
                            place,
                            Period.year(year),
                            indicator,
                            held,
                            asShare ? "%" : Tonnes.UNIT,
                            done.edition(),
                            null,
                            false,
                            () -> Trace.computed(
                                    pollutant.word() + (asShare ? "减排量完成比例" : "减排量尚差"),
                                    formula,
                                    held,
                                    asShare ? "%" : Tonnes.UNIT,
                                    List.of(done.trace(), Trace.clause(plan, target), Trace.rule(done.edition()))))
                    .heldAgainst(target);
        }
    }
}
