package org.luheng.accounting.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Stage;

/** A line of production, and rules of a few products, for tests. */
final class Plant {
    static final RuleEdition STATED = edition("rule", "rule", 2006, 2030, Certainty.CONFIRMED);

    private String product = "水泥熟料";
    private String standardProduct = "水泥熟料";
    private String name = "甲厂";
    private int year = 2024;
    private String unit = "kgce/t";
    private String outputUnit = "吨";
    private String capacityUnit = "吨";
    private @Nullable String output;
    private @Nullable String capacity;
    private @Nullable String coefficient;
    private final List<Claim> claims = new ArrayList<>();

    static RuleEdition edition(String id, String matter, int from, int to, Certainty certainty) {
        return new RuleEdition(id, matter, id + " 题", id + " 文", from, to, "test", certainty);
    }

    static @Nullable BigDecimal number(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    static Scale policy(
            String id, String product, String unit, String benchmark, String baseline, int from, int to, String by) {
        return new Scale(
                Scale.Kind.POLICY,
                product,
                unit,
                List.of(new Level("标杆", number(benchmark)), new Level("基准", number(baseline))),
                by.isEmpty() ? null : LocalDate.parse(by),
                edition(id, "benchmark.policy", from, to, Certainty.FOUND));
    }

    static Scale standard(String id, String product, String unit, String one, String two, String three) {
        return new Scale(
                Scale.Kind.STANDARD,
                product,
                unit,
                List.of(new Level("1级", number(one)), new Level("2级", number(two)), new Level("3级", number(three))),
                null,
                edition(id, "benchmark.standard", 2006, 2030, Certainty.FOUND));
    }

    static Correction correction(
            String product,
            String name,
            Correction.Form form,
            @Nullable String base,
            @Nullable String amount,
            @Nullable String least,
            @Nullable String most,
            @Nullable String above,
            String unit,
            String... levels) {
        return new Correction(
                product,
                name,
                List.of(levels),
                form,
                number(base),
                number(amount),
                number(least),
                number(most),
                number(above),
                unit,
                edition("c-" + name, "benchmark.correction", 2006, 2030, Certainty.FOUND));
    }

    /** Limits as domain knowledge has them: GB 16780-2021, GB 21256-2025, 发改产业〔2023〕723号. */
    static BenchmarkRules rules() {
        Correction.Form perUnit = Correction.Form.PER_UNIT;
        return new BenchmarkRules(
                List.of(
                        policy("p21", "水泥熟料", "kgce/t", "105", "120", 2021, 2030, ""),
                        policy("p23", "水泥熟料", "kgce/t", "100", "117", 2023, 2030, "2025-12-31"),
                        standard("gb16780", "水泥熟料", "kgce/t", "100", "107", "117"),
                        policy("converter", "转炉工序", "kgce/t", "-30", "-10", 2023, 2030, "2025-12-31"),
                        standard("gb21256", "转炉工序", "kgce/t", "-30", "-28", "-12"),
                        standard("eaf", "电弧炉工序 <50 t", "kgce/t", "61", "", "86"),
                        policy("glass", "平板玻璃", "kgce/重箱", "8", "12", 2023, 2030, "2025-12-31"),
                        policy("oil", "炼油", "kgoe/(t·因数)", "7.5", "8.5", 2023, 2030, "2025-12-31"),
                        policy("aluminium", "电解铝", "kWh/t", "13000", "13350", 2023, 2030, "2025-12-31"),
                        policy("pvc", "聚氯乙烯", "kgce/t", "", "", 2023, 2030, "2026-12-31"),
                        policy("top", "只有标杆", "kgce/t", "100", "", 2023, 2030, ""),
                        policy("base", "只有基准", "kgce/t", "", "117", 2023, 2030, ""),
                        new Scale(
                                Scale.Kind.POLICY,
                                "凭记忆",
                                "kgce/t",
                                List.of(new Level("标杆", new BigDecimal(10)), new Level("基准", new BigDecimal(20))),
                                null,
                                edition("memory", "benchmark.policy", 2023, 2030, Certainty.MEMORY))),
                List.of(
                        correction(
                                "水泥熟料",
                                "海拔",
                                Correction.Form.STATED_FACTOR,
                                null,
                                null,
                                "0.968",
                                "1.179",
                                "1500",
                                "m",
                                "3级"),
                        correction("转炉工序", "废钢比", perUnit, "0", "0.23", null, null, null, "%", "1级", "2级", "3级"),
                        correction(
                                "转炉工序",
                                "钢种 轴承",
                                Correction.Form.ADDITION,
                                null,
                                "1.2",
                                null,
                                null,
                                null,
                                "",
                                "1级",
                                "2级",
                                "3级"),
                        correction(
                                "电弧炉工序 <50 t",
                                "全不锈钢",
                                Correction.Form.FACTOR,
                                null,
                                "1.10",
                                null,
                                null,
                                null,
                                "",
                                "1级",
                                "2级",
                                "3级"),
                        correction("电弧炉工序 <50 t", "铁水比", perUnit, "0", "-0.8", null, null, null, "%", "1级", "2级", "3级"),
                        correction("水泥熟料", "品位", perUnit, "62", "-3.61", "0", "18.05", null, "%", "1级", "2级", "3级")),
                List.of(
                        unit("kgce/t", "吨", "1", Certainty.CONFIRMED),
                        unit("kgce/重箱", "重箱", "1", Certainty.CONFIRMED),
                        unit("kgoe/(t·因数)", "吨·因数", "1.4286", Certainty.MEMORY),
                        unit("kWh/t", "吨", null, Certainty.CONFIRMED)),
                BenchmarkRules.MATTERS.stream()
                        .map(matter -> edition(matter, matter, 2006, 2030, Certainty.FOUND))
                        .toList());
    }

    private static ConsumptionUnit unit(String code, String output, @Nullable String kgce, Certainty certainty) {
        return new ConsumptionUnit(
                code,
                List.of(code + " 别名"),
                output,
                number(kgce),
                edition(code, "benchmark.unit", 2006, 2030, certainty));
    }

    Plant of(String product, String unit) {
        this.product = product;
        this.standardProduct = product;
        this.unit = unit;
        return this;
    }

    Plant standardProduct(String other) {
        this.standardProduct = other;
        return this;
    }

    Plant named(String name) {
        this.name = name;
        return this;
    }

    Plant in(int year) {
        this.year = year;
        return this;
    }

    Plant output(String amount, String unit) {
        this.output = amount;
        this.outputUnit = unit;
        return this;
    }

    Plant capacity(String amount, String unit) {
        this.capacity = amount;
        this.capacityUnit = unit;
        return this;
    }

    Plant coefficient(String kgce) {
        this.coefficient = kgce;
        return this;
    }

    Plant claims(String name, @Nullable String condition, @Nullable String factor) {
        claims.add(new Claim(name, number(condition), number(factor), null, List.of(), ""));
        return this;
    }

    Plant states(String name, @Nullable String factor, @Nullable String addition, String reason, String... levels) {
        claims.add(new Claim(name, null, number(factor), number(addition), List.of(levels), reason));
        return this;
    }

    Production using(String consumption) {
        return new Production(
                "郑州市",
                name,
                "",
                product,
                standardProduct,
                Period.year(year),
                fact("benchmark.consumption", consumption, unit),
                output == null ? null : fact("benchmark.output", output, outputUnit),
                capacity == null ? null : fact("benchmark.capacity", capacity, capacityUnit),
                coefficient == null ? null : fact("benchmark.coefficient", coefficient, "kgce/kWh"),
                claims);
    }

    Comparison compared(String consumption) {
        return new Benchmarking(rules()).compare(using(consumption));
    }

    private Fact fact(String element, String value, String unit) {
        return new Fact(
                1,
                "郑州市",
                Period.year(year),
                element,
                new BigDecimal(value),
                unit,
                null,
                Stage.FINAL,
                "",
                "",
                "test",
                null,
                false,
                "f.csv:2");
    }
}
