package org.luheng.accounting.carbon;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.carbon.FuelFactor.Burnt;
import org.luheng.accounting.energy.EnergyFromKinds;
import org.luheng.accounting.energy.EnergyFromKinds.Net;
import org.luheng.accounting.energy.EnergyFromKinds.Nets;
import org.luheng.accounting.energy.EnergyKind;

/**
 * Carbon dioxide of a region (万吨二氧化碳) from the same amounts as its energy total: Σ (use + transformation in − out) × factor.
 * What went into transformation counts where it was burnt, what came out where it is used: nothing counts twice, and electricity
 * and heat beyond what the region made itself count as bought.
 */
public final class CarbonFromKinds {
    /** Carbon dioxide of energy. */
    public static final String TOTAL = "carbon.total.computed";

    /** Carbon dioxide (equivalent) of processes, beside it. */
    public static final String PROCESS = "carbon.process";

    public static final String UNIT = "万吨二氧化碳";

    /** Element: electricity bought from outside less what was sold there, 亿千瓦时; goes before what use and own generation leave. */
    public static final String NET_IMPORT = "electricity.net-import";

    /** Element: electricity the region made without burning anything, 亿千瓦时. */
    public static final String PRIMARY = "electricity.primary";

    /** 万吨 in kilograms, as a power of ten. */
    private static final int KILOGRAMS = 7;

    private final EnergyFromKinds energy;
    private final CarbonRules rules;
    private final Facts facts;

    public CarbonFromKinds(EnergyFromKinds energy, CarbonRules rules, Facts facts) {
        this.energy = energy;
        this.rules = rules;
        this.facts = facts;
    }

    /**
     * {@link #TOTAL}.
     *
     * @param rule of the year
     */
    public Figure total(String region, Period period, RuleEdition rule) {
        Nets nets = energy.nets(region, period);
        List<String> problems = new ArrayList<>(nets.problems());
        List<Term> terms = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        Certainty certainty = Certainty.CONFIRMED;
        boolean sample = nets.sample();
        Fact imported = facts.find(region, NET_IMPORT, period);
        for (Net net : nets.kinds()) {
            Term term = net.kind().isElectricity()
                    ? electricity(region, period, net, imported, problems)
                    : fuel(net, period.year(), problems);
            if (term != null) {
                terms.add(term);
                sum = sum.add(term.carbon);
                certainty = certainty.weaker(term.certainty);
                sample |= term.sample;
            }
        }
        if (imported != null
                && nets.kinds().stream().noneMatch(net -> net.kind().isElectricity())) {
            Term term =
                    bought(region, period, imported.value(), imported.value().toPlainString(), problems);
            if (term != null) {
                term.leaves.add(Trace.fact("净调入电量 " + period.inWords(), imported));
                terms.add(term);
                sum = sum.add(term.carbon);
                certainty = certainty.weaker(term.certainty);
                sample |= imported.sample();
            }
        }
        if (problems.isEmpty() && sum.signum() < 0) {
            problems.add("合计为 " + printed(sum, 4) + " " + UNIT + "，产出多于消费与投入");
        }
        if (!problems.isEmpty()) {
            return Figure.missing(
                    region,
                    period,
                    TOTAL,
                    UNIT,
                    rule,
                    String.join("；", problems.stream().distinct().toList()));
        }
        return figure(region, period, TOTAL, "能源活动二氧化碳排放量 " + period.inWords(), sum, terms, rule, certainty, sample);
    }

    private static Figure figure(
            String region,
            Period period,
            String code,
            String text,
            BigDecimal sum,
            List<Term> terms,
            RuleEdition rule,
            Certainty certainty,
            boolean sample) {
        RuleEdition edition = rule.restingOn(certainty);
        return new Figure(region, period, code, sum, UNIT, edition, null, sample, () -> {
            List<Trace> children = new ArrayList<>();
            StringBuilder formula = new StringBuilder();
            for (Term term : terms) {
                children.add(Trace.computed(
                        term.text,
                        term.words + " = " + printed(term.carbon, 4) + " " + UNIT,
                        term.carbon,
                        UNIT,
                        term.leaves));
                if (term.carbon.signum() != 0) {
                    boolean minus = term.carbon.signum() < 0;
                    formula.append(formula.isEmpty() ? minus ? "−" : "" : minus ? " − " : " + ")
                            .append(printed(term.carbon.abs(), 4));
                }
            }
            children.add(Trace.rule(edition));
            return Trace.computed(
                    text,
                    (formula.isEmpty() ? "0" : formula) + " = " + printed(sum, 4) + " " + UNIT,
                    sum,
                    UNIT,
                    children);
        });
    }

    /** One source of carbon dioxide. */
    private record Term(
            String text, String words, BigDecimal carbon, Certainty certainty, boolean sample, List<Trace> leaves) {}

    private @Nullable Term fuel(Net net, int year, List<String> problems) {
        EnergyKind kind = net.kind();
        if (net.amount().signum() == 0) {
            return new Term(
                    kind.name(),
                    net.words() + " = 0 " + kind.unit(),
                    BigDecimal.ZERO,
                    Certainty.CONFIRMED,
                    false,
                    net.leaves());
        }
        FuelFactor row = rules.forRegions(kind, year);
        if (row == null) {
            problems.add(kind.name() + "没有适用于 " + year + " 年的二氧化碳排放因子");
            return null;
        }
        Fact heat = net.heat();
        FuelFactor factor = row;
        if (heat != null && row instanceof Burnt burnt) {
            String doubt = Plausible.heat(kind, heat.value(), burnt.heat());
            if (doubt != null) {
                problems.add(doubt);
                return null;
            }
            factor = burnt.measured(heat.value(), null, null);
        }
        List<Trace> leaves = new ArrayList<>(net.leaves());
        if (factor != row && heat != null) {
            leaves.add(Trace.fact(kind.name() + "实测低位发热量 " + heat.period().inWords(), heat));
        }
        leaves.add(Trace.rule(row.edition(kind)));
        return new Term(
                kind.name() + "的二氧化碳",
                bracketed(net.words()) + " " + kind.unit() + " × " + factor.printed(kind),
                carbon(net.amount(), kind, factor.kilograms()),
                row.certainty(),
                false,
                leaves);
    }

    private static String bracketed(String words) {
        return words.contains(" ") || words.startsWith("−") ? "(" + words + ")" : words;
    }

    private static BigDecimal carbon(BigDecimal amount, EnergyKind kind, BigDecimal kilograms) {
        return amount.multiply(kind.perUnit())
                .multiply(kilograms)
                .movePointLeft(KILOGRAMS)
                .stripTrailingZeros();
    }

    /** What the region did not make by burning something, nor from water, wind, sun or atoms, it bought. */
    private @Nullable Term electricity(
            String region, Period period, Net net, @Nullable Fact imported, List<String> problems) {
        if (imported != null) {
            Term term =
                    bought(region, period, imported.value(), imported.value().toPlainString(), problems);
            if (term != null) {
                term.leaves.add(Trace.fact("净调入电量 " + period.inWords(), imported));
            }
            return term == null
                    ? null
                    : new Term(term.text, term.words, term.carbon, term.certainty, imported.sample(), term.leaves);
        }
        Fact primary = facts.find(region, PRIMARY, period);
        if (primary != null && primary.value().signum() < 0) {
            problems.add("本地一次电力生产量为 " + primary.value().toPlainString() + "，不能小于零");
            return null;
        }
        BigDecimal left = primary == null ? net.amount() : net.amount().subtract(primary.value());
        String words =
                net.words() + (primary == null ? "" : " − " + primary.value().toPlainString());
        Term term = bought(region, period, left, bracketed(words), problems);
        if (term == null) {
            return null;
        }
        term.leaves.addAll(0, net.leaves());
        if (primary != null) {
            term.leaves.add(Trace.fact("本地一次电力生产量 " + period.inWords(), primary));
        }
        return new Term(
                primary == null ? term.text + "（本地一次电力未报，自发自用的也按购入计）" : term.text,
                term.words,
                term.carbon,
                term.certainty,
                primary != null && primary.sample(),
                term.leaves);
    }

    private @Nullable Term bought(
            String region, Period period, BigDecimal amount, String words, List<String> problems) {
        GridChoice grid = rules.grid(region, period.year());
        if (grid == null) {
            problems.add(region + " 没有可用于 " + period.year() + " 年的电力排放因子");
            return null;
        }
        // 亿千瓦时 × 千克/千瓦时 = 10 万吨
        BigDecimal carbon =
                amount.multiply(grid.factor().kilograms()).movePointRight(1).stripTrailingZeros();
        return new Term(
                "净购入电力的二氧化碳",
                words + " 亿千瓦时 × " + grid.printed(),
                carbon,
                grid.certainty(),
                false,
                new ArrayList<>(grid.leaves()));
    }

    /** Whether facts under this element are of a process. */
    public static boolean isActivity(String element) {
        return element.startsWith(ProcessFactor.ELEMENT);
    }

    /**
     * {@link #PROCESS}: activities reported under {@code carbon.activity.*}, in 万吨.
     *
     * @return null where none is reported
     */
    public @Nullable Figure process(String region, Period period, RuleEdition rule) {
        List<Term> terms = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        Certainty certainty = Certainty.CONFIRMED;
        boolean sample = false;
        boolean any = false;
        for (String code : rules.processCodes()) {
            ProcessFactor factor = rules.process(code, "", period.year());
            Fact activity = facts.find(region, ProcessFactor.ELEMENT + code, period);
            if (activity == null) {
                continue;
            }
            any = true;
            sample |= activity.sample();
            ProcessFactor.Result result = factor == null ? null : factor.perUnit(Map.of());
            if (activity.value().signum() < 0) {
                problems.add(code + " 活动量为 " + activity.value().toPlainString() + "，不能小于零");
            } else if (factor == null || result == null) {
                problems.add(code + " 没有适用于 " + period.year() + " 年的过程排放因子");
            } else if (result.value() == null) {
                problems.add(result.words());
            } else {
                BigDecimal carbon = activity.value().multiply(result.value()).stripTrailingZeros();
                sum = sum.add(carbon);
                certainty = certainty.weaker(factor.certainty());
                terms.add(new Term(
                        factor.name() + "的过程排放",
                        activity.value().toPlainString() + " 万吨 × " + result.words(),
                        carbon,
                        factor.certainty(),
                        false,
                        List.of(
                                Trace.fact(factor.name() + " " + period.inWords(), activity),
                                Trace.rule(factor.edition()))));
            }
        }
        if (!any) {
            return null;
        }
        return problems.isEmpty()
                ? figure(
                        region, period, PROCESS, "工业过程二氧化碳排放量 " + period.inWords(), sum, terms, rule, certainty, sample)
                : Figure.missing(region, period, PROCESS, UNIT, rule, String.join("；", problems));
    }
}
