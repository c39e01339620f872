package org.luheng.accounting.carbon;

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
import org.luheng.accounting.carbon.FuelFactor.Burnt;
import org.luheng.accounting.carbon.FuelFactor.Outright;
import org.luheng.accounting.energy.ComprehensiveEnergy;
import org.luheng.accounting.energy.EnergyAmount;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.EnergyKind.Group;
import org.luheng.accounting.energy.EnergyKind.Purpose;
import org.luheng.accounting.energy.EnergyRules;

/**
 * Carbon dioxide of an enterprise (吨二氧化碳): E = Σ FC·NCV·CC·OF·44/12 + processes + electricity bought × EF + heat bought × 0.11
 * tCO₂/GJ; 企业温室气体排放核算方法与报告指南. What transformation put out and what was passed on is subtracted.
 */
public final class EnterpriseCarbon {
    public static final String TOTAL = "carbon.enterprise.total";

    /** Fuels and processes: what the national market counts of some sectors. */
    public static final String DIRECT = "carbon.enterprise.direct";

    /** Electricity and heat bought, less what was passed on. */
    public static final String INDIRECT = "carbon.enterprise.indirect";

    /** Carbon dioxide there is in what was raw material; part of the total, because what the product keeps is not known. */
    public static final String FEEDSTOCK = "carbon.enterprise.feedstock";

    /** Matter of the rule in {@code rules/editions.csv}. */
    public static final String MATTER = "carbon.enterprise";

    public static final String UNIT = "吨二氧化碳";

    /** Between these lies whatever burns, tC/TJ: coke oven gas has 12, blast furnace gas 71. */
    private static final BigDecimal LEAST_CARBON = new BigDecimal(5);

    private static final BigDecimal MOST_CARBON = new BigDecimal(120);

    private final EnergyRules energy;
    private final CarbonRules rules;
    private final List<RuleEdition> editions;

    /** @param editions those of {@link #MATTER} are used; at least one */
    public EnterpriseCarbon(EnergyRules energy, CarbonRules rules, List<RuleEdition> editions) {
        this.energy = energy;
        this.rules = rules;
        this.editions = editions.stream()
                .filter(edition -> edition.matter().equals(MATTER))
                .toList();
        if (this.editions.isEmpty()) {
            throw new IllegalArgumentException("no edition of " + MATTER);
        }
    }

    /** Total, direct and indirect, and feedstock where there is any; the amounts are all of that enterprise and year. */
    public List<Figure> figures(String enterprise, int year, List<FuelAmount> fuels, List<ProcessAmount> processes) {
        Sum direct = new Sum(year);
        Sum indirect = new Sum(year);
        Sum feedstock = new Sum(year);
        for (FuelAmount fuel : fuels) {
            EnergyAmount amount = fuel.energy();
            if (amount.purpose() == Purpose.FEEDSTOCK) {
                feedstock.add(fuel);
            } else if (amount.kind().isElectricity() || amount.kind().group() == Group.HEAT) {
                indirect.add(fuel);
            } else {
                direct.add(fuel);
            }
        }
        processes.forEach(direct::add);
        List<EnergyAmount> amounts = fuels.stream()
                .map(FuelAmount::energy)
                .filter(amount -> amount.purpose() != Purpose.FEEDSTOCK)
                .toList();
        List<String> twice = ComprehensiveEnergy.twice(energy, amounts, year);
        direct.problems.addAll(twice);
        Sum total = new Sum(year);
        total.join(direct);
        total.join(indirect);
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(enterprise, TOTAL, "二氧化碳排放量", total));
        figures.add(figure(enterprise, DIRECT, "其中：直接排放（燃料燃烧与过程）", direct));
        figures.add(figure(enterprise, INDIRECT, "其中：净购入电力、热力的间接排放", indirect));
        if (fuels.stream().anyMatch(fuel -> fuel.energy().purpose() == Purpose.FEEDSTOCK)) {
            figures.add(figure(enterprise, FEEDSTOCK, "其中：用作原料部分所含碳（产品固碳未知，未扣除）", feedstock));
        }
        return figures;
    }

    /** No figure, because what it would rest on could not be read. */
    public Figure refused(String enterprise, int year, String code, String why) {
        RuleEdition rule = edition(year);
        return Figure.missing(enterprise, Period.year(year), code, UNIT, rule == null ? editions.getLast() : rule, why);
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

    private Figure figure(String enterprise, String code, String title, Sum sum) {
        RuleEdition rule = edition(sum.year);
        if (rule == null) {
            return refused(enterprise, sum.year, code, "没有适用于 " + sum.year + " 年的企业碳排放核算规则");
        }
        List<String> problems = new ArrayList<>(sum.problems);
        if (problems.isEmpty() && code.equals(TOTAL)) {
            if (sum.terms.isEmpty()) {
                problems.add("没有可以核算的排放源");
            } else if (sum.amount.signum() < 0) {
                problems.add("合计为 " + printed(sum.amount, 4) + " " + UNIT + "，产出与外供多于消费与投入");
            }
        }
        if (!problems.isEmpty()) {
            return refused(
                    enterprise,
                    sum.year,
                    code,
                    String.join("；", problems.stream().distinct().toList()));
        }
        RuleEdition edition = rule.restingOn(sum.certainty);
        BigDecimal value = sum.amount;
        return new Figure(
                enterprise,
                Period.year(sum.year),
                code,
                value,
                UNIT,
                edition,
                null,
                false,
                () -> sum.explained(title + " " + sum.year + "年", edition));
    }

    private record Term(String text, String words, BigDecimal carbon, List<Trace> leaves) {}

    /** A sum on its way. */
    private final class Sum {
        final int year;
        final List<String> problems = new ArrayList<>();
        final List<Term> terms = new ArrayList<>();
        BigDecimal amount = BigDecimal.ZERO;
        Certainty certainty = Certainty.CONFIRMED;

        Sum(int year) {
            this.year = year;
        }

        void join(Sum other) {
            problems.addAll(other.problems);
            terms.addAll(other.terms);
            amount = amount.add(other.amount);
            certainty = certainty.weaker(other.certainty);
        }

        void add(FuelAmount fuel) {
            EnergyAmount given = fuel.energy();
            EnergyKind kind = given.kind();
            BigDecimal value = given.fact().value();
            if (value.signum() < 0) {
                problems.add(kind.name() + given.purpose().word() + "为 " + value.toPlainString() + "，不能小于零");
                return;
            }
            if (kind.isMedium()) {
                problems.add(kind.name() + "是耗能工质，不产生排放，请删去");
                return;
            }
            if (value.signum() == 0) {
                return;
            }
            Applied applied = applied(fuel, year);
            if (applied.kilograms == null) {
                problems.add(applied.words);
                return;
            }
            BigDecimal carbon = value.multiply(kind.perUnit())
                    .multiply(applied.kilograms)
                    .movePointLeft(3)
                    .stripTrailingZeros();
            boolean minus = given.purpose() == Purpose.OUT || given.purpose() == Purpose.SOLD;
            List<Trace> leaves = new ArrayList<>();
            leaves.add(Trace.fact(kind.name() + given.purpose().word(), given.fact()));
            leaves.addAll(applied.leaves);
            certainty = certainty.weaker(applied.certainty);
            put(
                    kind.name() + given.purpose().word() + "的二氧化碳",
                    written(given) + " × " + applied.words,
                    minus ? carbon.negate() : carbon,
                    leaves);
        }

        void add(ProcessAmount activity) {
            BigDecimal value = activity.fact().value();
            ProcessFactor factor = rules.process(activity.process(), activity.set(), year);
            if (factor == null) {
                problems.add(activity.process() + "没有适用于 " + year + " 年的过程排放因子");
                return;
            }
            if (value.signum() < 0) {
                problems.add(factor.name() + "为 " + value.toPlainString() + "，不能小于零");
                return;
            }
            ProcessFactor.Result result = factor.perUnit(activity.measured());
            if (result.value() == null) {
                problems.add(result.words());
                return;
            }
            certainty = certainty.weaker(factor.isUsed(activity.measured()) ? factor.certainty() : Certainty.CONFIRMED);
            put(
                    factor.name() + "的过程排放",
                    value.toPlainString() + " " + factor.unit() + " × " + result.words(),
                    value.multiply(result.value()).stripTrailingZeros(),
                    List.of(Trace.fact(factor.name(), activity.fact()), Trace.rule(factor.edition())));
        }

        private void put(String text, String words, BigDecimal carbon, List<Trace> leaves) {
            terms.add(new Term(text, words, carbon, leaves));
            amount = amount.add(carbon);
        }

        Trace explained(String text, RuleEdition edition) {
            List<Trace> children = new ArrayList<>();
            StringBuilder formula = new StringBuilder();
            for (Term term : terms) {
                boolean minus = term.carbon.signum() < 0;
                formula.append(formula.isEmpty() ? minus ? "−" : "" : minus ? " − " : " + ")
                        .append(printed(term.carbon.abs(), 4));
                children.add(Trace.computed(
                        term.text,
                        term.words + " = " + printed(term.carbon.abs(), 4) + " " + UNIT,
                        term.carbon,
                        UNIT,
                        term.leaves));
            }
            children.add(Trace.rule(edition));
            return Trace.computed(
                    text,
                    (formula.isEmpty() ? "0" : formula) + " = " + printed(amount, 4) + " " + UNIT,
                    amount,
                    UNIT,
                    children);
        }
    }

    private static String written(EnergyAmount amount) {
        String given = amount.fact().given();
        return given == null
                ? amount.fact().value().toPlainString() + " " + amount.fact().unit()
                : given;
    }

    /** @param kilograms null where there is no factor; then {@code words} says why */
    private record Applied(@Nullable BigDecimal kilograms, String words, Certainty certainty, List<Trace> leaves) {
        static Applied none(String why) {
            return new Applied(null, why, Certainty.CONFIRMED, List.of());
        }
    }

    private Applied applied(FuelAmount fuel, int year) {
        EnergyKind kind = fuel.energy().kind();
        String set = fuel.energy().set();
        BigDecimal heat = fuel.energy().heat();
        boolean measured = heat != null || fuel.carbon() != null || fuel.oxidation() != null;
        BigDecimal given = fuel.factor();
        if (given != null) {
            if (given.signum() <= 0) {
                return Applied.none(kind.name() + "的排放因子为 " + given.toPlainString() + "，须大于零");
            }
            return measured
                    ? Applied.none(kind.name() + "的排放因子和实测参数只能给一样")
                    : new Applied(
                            given, given.toPlainString() + " 千克二氧化碳/" + kind.per(), Certainty.CONFIRMED, List.of());
        }
        if (kind.isElectricity()) {
            return measured ? Applied.none("电力没有热值和含碳量，给出排放因子或所在地") : grid(fuel.place(), year);
        }
        FuelFactor row = set.isEmpty() ? rules.forEnterprises(kind, year) : rules.of(set, kind, year);
        return switch (row) {
            case Outright outright ->
                measured
                        ? Applied.none(kind.name() + "的排放因子是直接给定的，不用热值和含碳量")
                        : new Applied(
                                outright.kilograms(),
                                outright.printed(kind),
                                outright.certainty(),
                                List.of(Trace.rule(outright.edition(kind))));
            case Burnt burnt -> burnt(fuel, kind, burnt);
            case null -> withoutRow(fuel, kind, year);
        };
    }

    private Applied grid(String place, int year) {
        if (place.isEmpty()) {
            return Applied.none("缺电力排放因子，或写明所在地");
        }
        GridChoice grid = rules.grid(place, year);
        return grid == null
                ? Applied.none(place + " 没有可用于 " + year + " 年的电力排放因子")
                : new Applied(grid.factor().kilograms(), grid.printed(), grid.certainty(), grid.leaves());
    }

    private static Applied burnt(FuelAmount fuel, EnergyKind kind, Burnt row) {
        BigDecimal heat = fuel.energy().heat();
        BigDecimal carbon = fuel.carbon();
        BigDecimal oxidation = fuel.oxidation();
        String doubt = heat == null ? null : Plausible.heat(kind, heat, row.heat());
        doubt = doubt == null && carbon != null ? Plausible.carbon(kind, carbon, row.carbon()) : doubt;
        doubt = doubt == null && oxidation != null ? Plausible.oxidation(kind, oxidation) : doubt;
        if (doubt != null) {
            return Applied.none(doubt);
        }
        Burnt own = row.measured(heat, carbon, oxidation);
        boolean all = heat != null && carbon != null && oxidation != null;
        return new Applied(
                own.kilograms(),
                own.printed(kind),
                all ? Certainty.CONFIRMED : row.certainty(),
                all ? List.of() : List.of(Trace.rule(row.edition(kind))));
    }

    /** A fuel no table knows may be measured in full. */
    private static Applied withoutRow(FuelAmount fuel, EnergyKind kind, int year) {
        BigDecimal heat = fuel.energy().heat();
        BigDecimal carbon = fuel.carbon();
        BigDecimal oxidation = fuel.oxidation();
        if (heat == null || carbon == null || oxidation == null || kind.isTotal()) {
            return Applied.none(kind.name() + "没有适用于 " + year + " 年的二氧化碳排放因子"
                    + (kind.isTotal() ? "，合计须分品种报" : "，须给出排放因子，或实测热值、含碳量和氧化率"));
        }
        String doubt = Plausible.oxidation(kind, oxidation);
        if (doubt == null && (heat.signum() <= 0 || carbon.signum() <= 0)) {
            doubt = kind.name() + "的实测热值和含碳量须大于零";
        }
        if (doubt == null && (carbon.compareTo(LEAST_CARBON) < 0 || carbon.compareTo(MOST_CARBON) > 0)) {
            doubt = kind.name() + "单位热值含碳量 " + carbon.toPlainString() + " 不在 " + LEAST_CARBON + "～" + MOST_CARBON
                    + " 内，单位应为吨碳/太焦";
        }
        if (doubt != null) {
            return Applied.none(doubt);
        }
        Burnt own = new Burnt("", "", kind.code(), heat, carbon, oxidation, year, year, "", Certainty.CONFIRMED);
        return new Applied(own.kilograms(), own.printed(kind), Certainty.CONFIRMED, List.of());
    }
}
