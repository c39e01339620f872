package org.luheng.accounting.energy;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.EnergyKind.Purpose;

/**
 * Comprehensive energy consumption of an enterprise (综合能源消费量, 吨标准煤): Σ of what was consumed and put into transformation
 * × coefficient, less what transformation put out and what was passed on. GB/T 2589-2020. Feedstock is part of it and told
 * apart.
 */
public final class ComprehensiveEnergy {
    /** Electricity by the heat it holds, working media not at all. */
    public static final String CALORIFIC = "energy.comprehensive.calorific";

    /** Electricity by the primary energy spent on it, working media likewise. */
    public static final String EQUIVALENT = "energy.comprehensive.equivalent";

    /** The part that was raw material, by the heat it holds. */
    public static final String FEEDSTOCK = "energy.comprehensive.feedstock";

    /** Matter of the rule in {@code rules/editions.csv}. */
    public static final String MATTER = "energy.comprehensive";

    private static final String UNIT = "吨标准煤";

    private final EnergyRules rules;
    private final List<RuleEdition> editions;

    /** @param editions those of {@link #MATTER} are used; at least one */
    public ComprehensiveEnergy(EnergyRules rules, List<RuleEdition> editions) {
        this.rules = rules;
        this.editions = editions.stream()
                .filter(edition -> edition.matter().equals(MATTER))
                .toList();
        if (this.editions.isEmpty()) {
            throw new IllegalArgumentException("no edition of " + MATTER);
        }
    }

    /** {@link #CALORIFIC} or {@link #EQUIVALENT}; the amounts are all of that enterprise and year. */
    public Figure total(String enterprise, int year, List<EnergyAmount> amounts, Basis basis) {
        String code = basis == Basis.EQUIVALENT ? EQUIVALENT : CALORIFIC;
        Sum<?> sum = new Sum<>(year, basis);
        amounts.stream().filter(amount -> amount.purpose() != Purpose.FEEDSTOCK).forEach(sum::add);
        structure(amounts, year, sum.problems);
        return figure(enterprise, year, code, sum, "综合能源消费量");
    }

    /** {@link #FEEDSTOCK}. */
    public Figure feedstock(String enterprise, int year, List<EnergyAmount> amounts) {
        Sum<?> sum = new Sum<>(year, Basis.CALORIFIC);
        amounts.stream().filter(amount -> amount.purpose() == Purpose.FEEDSTOCK).forEach(amount -> {
            sum.add(amount);
            BigDecimal used = of(amounts, amount.kind(), Purpose.USE);
            if (used == null || amount.fact().value().compareTo(used) > 0) {
                sum.problems.add(
                        amount.kind().name() + "用作原料 " + amount.written() + "，" + (used == null ? "没有报消费量" : "多于消费量"));
            }
        });
        return figure(enterprise, year, FEEDSTOCK, sum, "综合能源消费量中的原料用能");
    }

    /** No figure, because what it would rest on could not be read. */
    public Figure refused(String enterprise, int year, String code, String why) {
        RuleEdition rule = edition(year);
        return Figure.missing(enterprise, Period.year(year), code, UNIT, rule == null ? editions.getLast() : rule, why);
    }

    private Figure figure(String enterprise, int year, String code, Sum<?> sum, String title) {
        RuleEdition rule = edition(year);
        if (rule == null) {
            return refused(enterprise, year, code, "没有适用于 " + year + " 年的综合能耗计算规则");
        }
        if (sum.terms.isEmpty() && sum.problems.isEmpty()) {
            sum.problems.add("没有可以折算的能源");
        }
        BigDecimal value = sum.amount.tonnes();
        if (sum.problems.isEmpty() && value.signum() < 0) {
            sum.problems.add("合计为 " + printed(value, 4) + " 吨标准煤，产出与外供多于消费与投入");
        }
        if (!sum.problems.isEmpty()) {
            return refused(
                    enterprise,
                    year,
                    code,
                    String.join("；", sum.problems.stream().distinct().toList()));
        }
        RuleEdition edition = rule.restingOn(sum.certainty);
        String text = title + " " + year + "年（" + sum.amount.basis().word() + "值）"
                + (sum.left.isEmpty() ? "" : "；耗能工质没有当量值，未计：" + String.join("、", sum.left));
        return new Figure(
                enterprise,
                Period.year(year),
                code,
                value,
                UNIT,
                edition,
                null,
                false,
                () -> sum.explained(text, value, edition));
    }

    private @Nullable RuleEdition edition(int year) {
        RuleEdition latest = null;
        for (RuleEdition edition : editions) {
            if (edition.holdsIn(year) && (latest == null || edition.from() > latest.from())) {
                latest = edition;
            }
        }
        return latest;
    }

    private static @Nullable BigDecimal of(List<EnergyAmount> amounts, EnergyKind kind, Purpose purpose) {
        BigDecimal sum = null;
        for (EnergyAmount amount : amounts) {
            if (amount.kind().equals(kind) && amount.purpose() == purpose) {
                BigDecimal value = amount.fact().value();
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }

    private static boolean positive(@Nullable BigDecimal value) {
        return value != null && value.signum() > 0;
    }

    /** What would be counted or subtracted twice. */
    private void structure(List<EnergyAmount> amounts, int year, List<String> problems) {
        List<EnergyKind> kinds =
                amounts.stream().map(EnergyAmount::kind).distinct().toList();
        String when = Integer.toString(year);
        boolean in = kinds.stream().anyMatch(kind -> positive(of(amounts, kind, Purpose.IN)));
        boolean out = kinds.stream().anyMatch(kind -> positive(of(amounts, kind, Purpose.OUT)));
        if (in && !out) {
            problems.add(Refusal.inWithoutOut(when));
        }
        for (EnergyKind kind : kinds) {
            boolean used = positive(of(amounts, kind, Purpose.USE));
            BigDecimal got = of(amounts, kind, Purpose.OUT);
            if (positive(got) && positive(of(amounts, kind, Purpose.SOLD))) {
                problems.add(kind.name() + "既报了加工转换产出量又报了外供量，会重复扣减");
            }
            if (positive(got)
                    && !in
                    && kinds.stream()
                            .noneMatch(other ->
                                    positive(of(amounts, other, Purpose.USE)) && Refusal.feeds(rules, other, kind))) {
                problems.add(Refusal.outWithoutIn(kind, when));
            }
            if (!used) {
                continue;
            }
            for (EnergyKind other : kinds) {
                if (other.equals(kind) || !positive(of(amounts, other, Purpose.USE))) {
                    continue;
                }
                if (rules.within(kind).contains(other)) {
                    problems.add(Refusal.holds(kind, other, when));
                } else if (Refusal.sources(rules, kind).contains(other)
                        && got == null
                        && of(amounts, other, Purpose.IN) == null) {
                    problems.add(Refusal.madeOf(other, kind, when));
                }
            }
        }
    }

    /** A sum on its way. */
    private final class Sum<B extends Basis> {
        final int year;
        final List<String> problems = new ArrayList<>();
        final List<Term> terms = new ArrayList<>();
        final List<String> left = new ArrayList<>();
        StandardCoal<B> amount;
        Certainty certainty = Certainty.CONFIRMED;

        Sum(int year, B basis) {
            this.year = year;
            this.amount = StandardCoal.none(basis);
        }

        void add(EnergyAmount each) {
            if (each.fact().value().signum() < 0) {
                problems.add(Refusal.negative(
                        each.kind(), each.purpose(), each.fact().value()));
                return;
            }
            if (each.fact().value().signum() == 0) {
                return;
            }
            Applied applied = applied(each, amount.basis(), year);
            if (applied == null) {
                left.add(each.kind().name());
                return;
            }
            if (applied.problem() != null) {
                problems.add(applied.problem());
                return;
            }
            StandardCoal<B> coal = StandardCoal.of(amount.basis(), each.fact().value(), applied.perUnit());
            boolean minus = each.purpose() == Purpose.OUT || each.purpose() == Purpose.SOLD;
            amount = minus ? amount.minus(coal) : amount.plus(coal);
            certainty = certainty.weaker(applied.certainty());
            terms.add(new Term(each, applied, coal.tonnes(), minus));
        }

        Trace explained(String text, BigDecimal value, RuleEdition edition) {
            List<Trace> children = new ArrayList<>();
            StringBuilder formula = new StringBuilder();
            for (Term term : terms) {
                formula.append(formula.isEmpty() ? term.minus ? "−" : "" : term.minus ? " − " : " + ")
                        .append(printed(term.coal, 4));
                children.add(term.explained());
            }
            children.add(Trace.rule(edition));
            return Trace.computed(text, formula + " = " + printed(value, 4) + " " + UNIT, value, UNIT, children);
        }
    }

    private record Term(EnergyAmount of, Applied applied, BigDecimal coal, boolean minus) {
        Trace explained() {
            List<Trace> leaves = new ArrayList<>();
            leaves.add(Trace.fact(of.kind().name() + of.purpose().word(), of.fact()));
            leaves.addAll(applied.leaves());
            return Trace.computed(
                    of.kind().name() + of.purpose().word() + "折标准煤",
                    of.written() + " × " + applied.printedCoefficient(of.heat()) + " = " + printed(coal, 4) + " "
                            + UNIT,
                    minus ? coal.negate() : coal,
                    UNIT,
                    leaves);
        }
    }

    /** Null: a working medium that has no value on this basis. */
    private @Nullable Applied applied(EnergyAmount amount, Basis basis, int year) {
        EnergyKind kind = amount.kind();
        BigDecimal heat = amount.heat();
        BigDecimal chosen = amount.chosen();
        BigDecimal equivalent = amount.equivalent();
        if (heat != null && chosen != null) {
            return Applied.none(kind, kind.name() + "的实测热值和选定系数只能给一个");
        }
        if (equivalent != null) {
            boolean apart = kind.isElectricity() || kind.isMedium() || kind.group() == EnergyKind.Group.HEAT;
            if (!apart) {
                return Applied.none(kind, kind.name() + "的等价值就是当量值，不另给等价系数");
            }
            if (basis == Basis.EQUIVALENT) {
                return chosen(kind, equivalent);
            }
        }
        Coefficient row = row(amount, basis, year);
        if (heat != null) {
            return kind.heatUnit() == null
                    ? Applied.none(kind, kind.name() + "不按实测热值折算")
                    : Applied.fromHeat(kind, heat, row, null);
        }
        // A coefficient that was chosen is of one basis: it never stands in for the other.
        if (row == null && kind.isMedium() && basis == Basis.CALORIFIC) {
            return null;
        }
        if (row == null && kind.isElectricity() && basis == Basis.EQUIVALENT) {
            return Applied.none(kind, "缺 " + year + " 年电力等价值系数，须按当年发电标准煤耗给出");
        }
        if (chosen != null) {
            return chosenBeside(kind, chosen, row);
        }
        return Applied.fromTable(kind, basis, year, row);
    }

    /** What the set asked for says; of a kind it knows on the other basis only, what all enterprises use. */
    private @Nullable Coefficient row(EnergyAmount amount, Basis basis, int year) {
        EnergyKind kind = amount.kind();
        if (amount.set().isEmpty()) {
            return rules.forEnterprises(kind, basis, year);
        }
        Coefficient own = rules.of(amount.set(), kind, basis, year);
        boolean known = own != null || rules.of(amount.set(), kind, Basis.EQUIVALENT, year) != null;
        return own == null && known ? rules.forEnterprises(kind, basis, year) : own;
    }

    private static Applied chosenBeside(EnergyKind kind, BigDecimal chosen, @Nullable Coefficient row) {
        BigDecimal high = row == null ? null : row.high();
        if (row != null && high == null && chosen.compareTo(row.value()) != 0) {
            return Applied.none(
                    kind,
                    kind.name() + "的选定系数 " + chosen.toPlainString() + " 不是参考系数 " + row.printed() + "，另有依据的给出实测热值");
        }
        if (row != null && high != null && (chosen.compareTo(row.value()) < 0 || chosen.compareTo(high) > 0)) {
            return Applied.none(
                    kind, kind.name() + "的选定系数 " + chosen.toPlainString() + " 不在区间 " + row.printed() + " 内");
        }
        return chosen(kind, chosen).resting(row);
    }

    private static Applied chosen(EnergyKind kind, BigDecimal coefficient) {
        return coefficient.signum() > 0
                ? Applied.of(kind, coefficient, null, null)
                : Applied.none(kind, kind.name() + "的系数为 " + coefficient.toPlainString() + "，须大于零");
    }
}
