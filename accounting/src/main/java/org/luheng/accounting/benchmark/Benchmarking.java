package org.luheng.accounting.benchmark;

import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;

/**
 * Compares unit consumption with the levels of the assessed year (发改产业〔2023〕723号, GB norms of unit consumption,
 * GB/T 28924-2023 for the index). Stateless.
 */
public final class Benchmarking {
    public static final String POSITION = "benchmark.position";
    public static final String GRADE = "benchmark.grade";
    public static final String TO_BASELINE = "benchmark.saving.baseline";
    public static final String TO_BENCHMARK = "benchmark.saving.benchmark";
    public static final String INDEX = "benchmark.index";

    /** Unit of positions and grades. */
    public static final String STEP = "档";

    public static final String SAVED = "吨标准煤";

    private static final BigDecimal KILOGRAMS = new BigDecimal(1000);

    private final BenchmarkRules rules;

    public Benchmarking(BenchmarkRules rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException where the rules do not cover the year: {@link BenchmarkRules#covers} asks before */
    public Comparison compare(Production production) {
        Usable policy = usable(Scale.Kind.POLICY, production.product(), production);
        Usable standard = usable(Scale.Kind.STANDARD, production.standardProduct(), production);
        return new Comparison(
                production,
                step(POSITION, policy, production),
                step(GRADE, standard, production),
                saving(TO_BASELINE, Scale.BASELINE, policy, production),
                saving(TO_BENCHMARK, Scale.BENCHMARK, policy, production),
                index(policy, production),
                policy.corrected == null ? null : policy.corrected.scale());
    }

    /** A scale that the value can be held against, or why there is none. */
    private record Usable(
            @Nullable CorrectedScale corrected, @Nullable RuleEdition edition, String missing) {}

    private Usable usable(Scale.Kind kind, String product, Production production) {
        int year = production.period().year();
        Scale scale = rules.scale(kind, product, year);
        if (scale == null) {
            return new Usable(
                    null,
                    null,
                    rules.knows(kind, product)
                            ? "没有适用于 " + year + " 年的“" + product + "”" + kind.word()
                            : kind.word() + "里没有“" + product + "”");
        }
        Fact consumption = production.consumption();
        if (!consumption.unit().equals(scale.unit())) {
            return new Usable(
                    null,
                    scale.edition(),
                    "单位不同不能比较：填报为 " + consumption.unit() + "，" + scale.edition().title() + "“" + product + "”用 "
                            + scale.unit());
        }
        BigDecimal strictest = scale.levels().stream()
                .map(Level::limit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (strictest == null) {
            return new Usable(null, scale.edition(), "未定：" + scale.edition().title() + "“" + product + "”没有数值");
        }
        if (strictest.signum() > 0 && consumption.value().signum() <= 0) {
            return new Usable(
                    null, scale.edition(), "单位产品能耗 " + printed(consumption.value()) + " 不大于零，而这种产品的水平为正，须核对正负号");
        }
        CorrectedScale corrected = CorrectedScale.of(scale, production, rules);
        return corrected.refusal() == null
                ? new Usable(corrected, corrected.edition(), "")
                : new Usable(null, scale.edition(), corrected.refusal());
    }

    private static Figure missing(
            String indicator,
            String unit,
            @Nullable RuleEdition edition,
            RuleEdition method,
            Production of,
            String why) {
        return Figure.missing(of.body(), of.period(), indicator, unit, edition == null ? method : edition, why);
    }

    private Figure step(String indicator, Usable usable, Production production) {
        RuleEdition method =
                rules.method("benchmark.position", production.period().year());
        CorrectedScale corrected = usable.corrected;
        if (corrected == null) {
            return missing(indicator, STEP, usable.edition, method, production, usable.missing);
        }
        Scale scale = corrected.scale();
        RuleEdition edition = corrected.edition().restingOn(method.certainty());
        BigDecimal value = production.consumption().value();
        Standing standing = Standing.of(value, scale.levels());
        List<String> words = scale.kind().positions();
        if (!standing.determined()) {
            return missing(
                    indicator,
                    STEP,
                    edition,
                    method,
                    production,
                    "未定：" + blanks(scale) + "空缺，只知在“" + words.get(standing.best() - 1) + "”与“"
                            + words.get(standing.worst() - 1) + "”之间");
        }
        BigDecimal step = BigDecimal.valueOf(standing.best());
        return figure(
                production,
                indicator,
                step,
                STEP,
                edition,
                () -> Trace.computed(
                        production.inWords() + " " + production.period().inWords() + "，对照" + edition.title() + "："
                                + words.get(standing.best() - 1) + duty(scale, standing, production.period()),
                        comparisons(value, scale),
                        step,
                        STEP,
                        children(corrected, method, edition, fact("单位产品能耗", production.consumption()))));
    }

    private static String blanks(Scale scale) {
        return String.join(
                "、",
                scale.levels().stream()
                        .filter(level -> level.limit() == null)
                        .map(Level::name)
                        .toList());
    }

    private static String duty(Scale scale, Standing standing, Period period) {
        if (scale.deadline() == null || standing.best() <= scale.levels().size()) {
            return "";
        }
        return "，应在 " + scale.deadline() + " 前改造升级或退出" + (period.end().isAfter(scale.deadline()) ? "（已过期限）" : "");
    }

    /** {@code 112 > 标杆 100；112 ≤ 基准 117} */
    private static String comparisons(BigDecimal value, Scale scale) {
        List<String> said = new ArrayList<>();
        for (Level level : scale.levels()) {
            BigDecimal limit = level.limit();
            said.add(
                    limit == null
                            ? level.name() + " 空缺"
                            : printed(value) + (value.compareTo(limit) <= 0 ? " ≤ " : " > ") + level.name() + " "
                                    + printed(limit));
        }
        return String.join("；", said);
    }

    private Figure saving(String indicator, String levelName, Usable usable, Production production) {
        RuleEdition method =
                rules.method("benchmark.saving", production.period().year());
        CorrectedScale corrected = usable.corrected;
        if (corrected == null) {
            return missing(indicator, SAVED, usable.edition, method, production, usable.missing);
        }
        Level level = corrected.scale().level(levelName);
        BigDecimal limit = level.limit();
        ConsumptionUnit unit = rules.unit(corrected.scale().unit());
        String why = limit == null ? "未定：" + levelName + "空缺" : wanting(unit, production);
        if (limit == null || unit == null || !why.isEmpty()) {
            return missing(indicator, SAVED, corrected.edition(), method, production, why);
        }
        Fact output = Objects.requireNonNull(production.output());
        Fact stated = unit.kgce() == null ? production.coefficient() : null;
        BigDecimal kgce = unit.kgce() == null ? Objects.requireNonNull(stated).value() : unit.kgce();
        BigDecimal value = production.consumption().value();
        BigDecimal over = value.subtract(limit).max(BigDecimal.ZERO);
        BigDecimal saved = divide(over.multiply(output.value()).multiply(kgce), KILOGRAMS);
        RuleEdition edition = corrected
                .edition()
                .restingOn(method.certainty())
                .restingOn(stated == null ? unit.edition().certainty() : Certainty.CONFIRMED);
        return figure(production, indicator, saved, SAVED, edition, () -> {
            List<Trace> leaves = new ArrayList<>();
            leaves.add(fact("单位产品能耗", production.consumption()));
            leaves.add(fact("产量", output));
            leaves.add(stated == null ? Trace.rule(unit.edition()) : fact("填报的电力折标准煤系数", stated));
            return Trace.computed(
                    production.inWords() + " " + production.period().inWords() + "，达到" + levelName + "水平应节约的能源"
                            + (over.signum() == 0 ? "：已达到" : ""),
                    over.signum() == 0
                            ? printed(value) + " ≤ " + levelName + " " + printed(limit)
                            : "(" + printed(value) + " − " + bracketed(limit) + ") × " + printed(output.value()) + " × "
                                    + printed(kgce) + " ÷ 1000 = " + printed(saved),
                    saved,
                    SAVED,
                    children(corrected, method, edition, leaves.toArray(Trace[]::new)));
        });
    }

    /** A negative number inside a formula. */
    private static String bracketed(BigDecimal number) {
        return number.signum() < 0 ? "(" + printed(number) + ")" : printed(number);
    }

    private static String wanting(@Nullable ConsumptionUnit unit, Production production) {
        Fact output = production.output();
        if (unit == null) {
            return "不认识的单位 " + production.consumption().unit() + "，不能换算为标准煤";
        }
        if (output == null) {
            return "缺产量（" + unit.output() + "）";
        }
        if (!output.unit().equals(unit.output())) {
            return "产量单位 " + output.unit() + " 与单位产品能耗 " + unit.code() + " 不合，应为 " + unit.output();
        }
        if (output.value().signum() <= 0) {
            return "产量须大于零，现为 " + printed(output.value());
        }
        if (unit.kgce() != null) {
            return "";
        }
        if (production.coefficient() == null) {
            return "不可换算：" + unit.code() + " 折标准煤须写明电力系数（等价或当量）";
        }
        return production.coefficient().value().signum() <= 0 ? "电力折标准煤系数须大于零" : "";
    }

    private Figure index(Usable usable, Production production) {
        RuleEdition method = rules.method("benchmark.index", production.period().year());
        CorrectedScale corrected = usable.corrected;
        if (corrected == null) {
            return missing(INDEX, "", usable.edition, method, production, usable.missing);
        }
        BigDecimal value = production.consumption().value();
        BigDecimal limit = corrected.scale().level(Scale.BENCHMARK).limit();
        if (limit == null || value.signum() * limit.signum() <= 0) {
            return missing(
                    INDEX,
                    "",
                    corrected.edition(),
                    method,
                    production,
                    limit == null ? "未定：标杆空缺" : "报告期 " + printed(value) + " 与标杆 " + printed(limit) + " 正负不一或为零，不作比");
        }
        boolean negative = limit.signum() < 0;
        BigDecimal index = negative ? divide(limit, value) : divide(value, limit);
        RuleEdition edition = corrected.edition().restingOn(method.certainty());
        return figure(
                production,
                INDEX,
                index,
                "",
                edition,
                () -> Trace.computed(
                        production.inWords() + " " + production.period().inWords() + " 能效指数（小于 1 为优）"
                                + (negative ? "：负能耗工序，分子分母对换" : ""),
                        negative
                                ? "标杆 (" + printed(limit) + ") ÷ 报告期 (" + printed(value) + ") = " + printed(index, 4)
                                : "报告期 " + printed(value) + " ÷ 标杆 " + printed(limit) + " = " + printed(index, 4),
                        index,
                        "",
                        children(corrected, method, edition, fact("单位产品能耗", production.consumption()))));
    }

    private static Trace fact(String text, Fact fact) {
        return Trace.fact(text, fact);
    }

    private static List<Trace> children(
            CorrectedScale corrected, RuleEdition method, RuleEdition edition, Trace... leaves) {
        List<Trace> children = new ArrayList<>(List.of(leaves));
        children.addAll(corrected.steps());
        children.add(Trace.rule(edition));
        children.add(Trace.rule(method));
        return children;
    }

    private static Figure figure(
            Production of,
            String indicator,
            BigDecimal value,
            String unit,
            RuleEdition edition,
            java.util.function.Supplier<Trace> explanation) {
        return new Figure(
                of.body(),
                of.period(),
                indicator,
                value,
                unit,
                edition,
                null,
                of.consumption().sample(),
                explanation);
    }
}
