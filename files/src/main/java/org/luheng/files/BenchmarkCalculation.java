package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Units;
import org.luheng.accounting.benchmark.BenchmarkRules;
import org.luheng.accounting.benchmark.Benchmarking;
import org.luheng.accounting.benchmark.CapacityShares;
import org.luheng.accounting.benchmark.Claim;
import org.luheng.accounting.benchmark.Comparison;
import org.luheng.accounting.benchmark.ConsumptionUnit;
import org.luheng.accounting.benchmark.Production;
import org.luheng.accounting.benchmark.Scale;

/** Unit consumption against the efficiency levels: one row a line of production in a year. */
public final class BenchmarkCalculation implements Calculation {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    /** As many as the standard with most of them (blast furnaces) has, and one to spare. */
    private static final int CORRECTIONS = 5;

    private static final String PER_YEAR = "/年";
    private static final List<String> CORRECTION_PARTS = List.of("condition", "factor", "addition", "levels", "reason");

    private static final Map<String, String> NAMES = Map.of(
            Benchmarking.POSITION, "能效位置（1 优于标杆，2 标杆—基准，3 劣于基准）",
            Benchmarking.GRADE, "能耗限额等级（4 为超出3级限额）",
            Benchmarking.TO_BASELINE, "达到基准水平应节约的能源",
            Benchmarking.TO_BENCHMARK, "达到标杆水平应节约的能源",
            Benchmarking.INDEX, "能效指数（小于 1 为优于标杆）",
            CapacityShares.SHARE, "达到标杆水平的产能占比");

    private final BenchmarkRules rules;
    private final Units units;
    private final Register register;
    private final Set<String> products;
    private final List<Column> columns;

    public BenchmarkCalculation(BenchmarkRules rules, Units units, Register register) {
        this.rules = rules;
        this.units = units;
        this.register = register;
        this.products = rules.products();
        this.columns = columns(products);
    }

    @Override
    public String code() {
        return "benchmark";
    }

    @Override
    public String title() {
        return "能效标杆水平和基准水平";
    }

    @Override
    public String purpose() {
        return "把单位产品能耗与当年的标杆水平、基准水平和国家标准的 1、2、3 级限额分别比较，算出达到各水平应节约的能源、"
                + "达到标杆水平的产能占比，并列出劣于基准的生产线。修正（海拔、原料、钢种）只改限额，不改实际值。";
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    private static List<Column> columns(Set<String> products) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("region", true, "地区：register/regions.csv 的代码或名称"),
                new Column("enterprise", true, "企业名称或统一社会信用代码"),
                new Column("line", false, "生产线；只有一条的空着"),
                new Column("product", true, "产品：" + String.join("；", products)),
                new Column("standard_product", false, "国家标准里的产品名称，与 product 不同时写"),
                new Column("year", true, "年份"),
                new Column("consumption", true, "单位产品能耗（或电耗），可以为负"),
                new Column("unit", true, "单位产品能耗的单位，如 kgce/t、kgce/重箱、kgoe/(t·因数)、kWh/t"),
                new Column("output", false, "当年产量；算应节约的能源要用"),
                new Column("output_unit", false, "产量的单位，如 吨、万吨、重箱、万平方米"),
                new Column("capacity", false, "产能；算产能占比要用"),
                new Column("capacity_unit", false, "产能的单位，如 万吨/年"),
                new Column("coefficient", false, "电力折标准煤系数，kgce/kWh；能耗以 kWh 计时，算应节约的能源要用"),
                new Column("coefficient_basis", false, "系数是哪一种：等价 或 当量")));
        for (int number = 1; number <= CORRECTIONS; number++) {
            columns.addAll(List.of(
                    new Column("correction_" + number, false, "限额修正：rules/benchmark-corrections.csv 的名称，或自定名称"),
                    new Column("condition_" + number, false, "修正的条件，如海拔多少米、废钢比百分之几"),
                    new Column("factor_" + number, false, "修正系数：规则要求填报的（海拔）或自定修正的"),
                    new Column("addition_" + number, false, "自定修正对限额的增减量，单位与限额相同"),
                    new Column("levels_" + number, false, "自定修正适用的限额，如 1级;2级;3级"),
                    new Column("reason_" + number, false, "自定修正的理由和依据")));
        }
        return List.copyOf(columns);
    }

    @Override
    public String example() {
        return """
                region,enterprise,line,product,year,consumption,unit,output,output_unit,capacity,capacity_unit,\
                coefficient,coefficient_basis,correction_1,condition_1,factor_1
                荥阳市,示例水泥厂,一线,水泥熟料,2024,112,kgce/t,155,万吨,150,万吨/年,,,,,
                登封市,示例水泥厂,,水泥熟料,2024,98.6,kgce/t,80,万吨,75,万吨/年,,,海拔,1600,1.01
                巩义市,示例铝厂,,电解铝 铝液交流电耗,2024,13420,kWh/t,30,万吨,30,万吨/年,0.1229,当量,,,
                郑州市,示例玻璃厂,,平板玻璃 500~800 t/d,2024,13.9,kgce/重箱,310,万重箱,400,万重箱/年,,,,,
                """;
    }

    @Override
    public Calculated calculate(String label, String text) {
        InputTable table = InputTable.read(label, text, columns);
        int leftOut = table.leftOut();
        Map<List<String>, List<Line>> lines = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Production production = production(row);
            if (production == null) {
                leftOut++;
            } else {
                lines.computeIfAbsent(key(production), key -> new ArrayList<>()).add(new Line(production, row));
            }
        }
        List<Line> whole = new ArrayList<>();
        for (List<Line> same : lines.values()) {
            if (same.size() == 1) {
                whole.add(same.getFirst());
                continue;
            }
            leftOut += same.size();
            Line first = same.getFirst();
            for (Line line : same) {
                Place other = (line == first ? same.get(1) : first).row().place();
                line.row()
                        .faultOf(
                                Fault.LINE_DOUBLED,
                                "enterprise",
                                line.production().inWords(),
                                "where",
                                other.inWords());
            }
        }
        return calculated(whole, leftOut, table);
    }

    private record Line(Production production, Row row) {}

    private static List<String> key(Production production) {
        return List.of(
                production.region(),
                production.enterprise(),
                production.line(),
                production.product(),
                production.period().toString());
    }

    private Calculated calculated(List<Line> lines, int leftOut, InputTable table) {
        Benchmarking benchmarking = new Benchmarking(rules);
        List<Figure> figures = new ArrayList<>();
        Map<String, String> bodies = new HashMap<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (Line line : lines) {
            Production production = line.production();
            Comparison comparison = benchmarking.compare(production);
            comparisons.add(comparison);
            figures.addAll(comparison.figures());
            bodies.put(production.body(), register.name(production.region()) + " " + production.inWords());
            if (comparison.isBehindBaseline()) {
                line.row()
                        .faultOf(
                                Fault.BEHIND_BASELINE,
                                "consumption",
                                production.inWords(),
                                "comparison",
                                Objects.requireNonNull(
                                        comparison.position().trace().formula()),
                                "duty",
                                duty(comparison));
            }
        }
        List<Figure> shares =
                new CapacityShares(rules).shares(comparisons, leftOut == 0 ? "" : "有 " + leftOut + " 行没有计算，占比不完整");
        for (Figure share : shares) {
            String[] parts = share.region().split("/", 2);
            String name = register.name(parts[0]);
            bodies.put(share.region(), parts.length > 1 ? name + " " + parts[1] : name);
        }
        figures.addAll(shares);
        return new Calculated(figures, NAMES, bodies, table.notices());
    }

    private static String duty(Comparison comparison) {
        Scale scale = comparison.scale();
        return scale == null || scale.deadline() == null ? "" : "；应在 " + scale.deadline() + " 前改造升级或退出";
    }

    /** Null where anything in the row is wrong. */
    private @Nullable Production production(Row row) {
        long errors = row.findings().errors();
        String region = region(row);
        String enterprise = row.required("enterprise");
        String product = product(row, "product");
        String standardProduct = row.text("standard_product").isEmpty() ? product : product(row, "standard_product");
        row.required("year");
        Integer year = row.whole("year", FIRST_YEAR, LAST_YEAR);
        if (year != null && !rules.covers(year)) {
            row.fault(Fault.RULES_END, "year", "year", year.toString(), "matter", "能效水平比较");
        }
        row.required("consumption");
        BigDecimal consumption = row.decimal("consumption");
        String given = row.required("unit");
        ConsumptionUnit unit = rules.unit(given);
        String unitCode = unit == null ? given : unit.code();
        BigDecimal output = amount(row, "output");
        BigDecimal capacity = amount(row, "capacity");
        BigDecimal coefficient = coefficient(row);
        List<Claim> claims = claims(row);
        if (row.findings().errors() > errors || year == null || consumption == null) {
            return null;
        }
        Facts facts = new Facts(row, region, Period.year(year));
        String per = unit == null ? "" : unit.output();
        return new Production(
                region,
                enterprise,
                row.text("line"),
                product,
                standardProduct,
                Period.year(year),
                facts.of("benchmark.consumption", consumption, unitCode, consumption, given),
                output == null ? null : facts.in(per, "benchmark.output", output, row.text("output_unit"), units),
                capacity == null
                        ? null
                        : facts.in(per, "benchmark.capacity", capacity, perYear(row.text("capacity_unit")), units),
                coefficient == null
                        ? null
                        : facts.of(
                                "benchmark.coefficient",
                                coefficient,
                                "kgce/kWh",
                                coefficient,
                                "kgce/kWh（" + row.text("coefficient_basis") + "值）"),
                claims);
    }

    /** A capacity is by the year, said or not. */
    private static String perYear(String unit) {
        return unit.endsWith(PER_YEAR) ? unit.substring(0, unit.length() - PER_YEAR.length()) : unit;
    }

    /** Facts of one row. */
    private record Facts(Row row, String region, Period period) {
        /** In the wanted unit where it can be converted, else as it is: the arithmetic says that they do not fit. */
        Fact in(String wanted, String element, BigDecimal value, String unit, Units units) {
            BigDecimal converted = wanted.isEmpty() ? null : units.convert(value, unit, wanted);
            return converted == null
                    ? of(element, value, unit, value, unit)
                    : of(element, converted, wanted, value, unit);
        }

        Fact of(String element, BigDecimal value, String unit, BigDecimal given, String givenUnit) {
            return new Fact(
                    row.line(),
                    region,
                    period,
                    element,
                    value,
                    unit,
                    unit.equals(givenUnit) ? null : given.toPlainString() + " " + givenUnit,
                    Stage.FINAL,
                    "",
                    "",
                    row.place().file(),
                    null,
                    false,
                    row.place().file() + ":" + row.line());
        }
    }

    private String region(Row row) {
        String text = row.required("region");
        if (text.isEmpty()) {
            return "";
        }
        Register.Lookup lookup = register.region(text, null);
        Finding finding = Register.finding(lookup, row.place().column("region"), text);
        if (finding != null) {
            row.findings().add(finding);
        }
        return lookup instanceof Register.Lookup.Found(Region region) ? region.code() : "";
    }

    private String product(Row row, String column) {
        String product = row.required(column);
        if (!product.isEmpty() && !products.contains(product)) {
            row.fault(Fault.UNKNOWN_PRODUCT, column, "nearest", Nearest.asQuestion(product, products));
        }
        return product;
    }

    /** An amount that is not negative, with its unit beside it. */
    private static @Nullable BigDecimal amount(Row row, String column) {
        BigDecimal amount = row.decimal(column);
        String unit = column + "_unit";
        if (amount != null && amount.signum() < 0) {
            row.fault(Fault.NEGATIVE, column);
        }
        together(row, column, unit);
        return amount;
    }

    private static void together(Row row, String one, String other) {
        if (row.text(one).isEmpty() != row.text(other).isEmpty()) {
            boolean lacksOne = row.text(one).isEmpty();
            row.fault(Fault.GOES_WITH, lacksOne ? one : other, "other", lacksOne ? other : one);
        }
    }

    private static @Nullable BigDecimal coefficient(Row row) {
        BigDecimal coefficient = row.decimal("coefficient");
        if (coefficient != null && coefficient.signum() <= 0) {
            row.fault(Fault.NOT_POSITIVE, "coefficient");
        }
        together(row, "coefficient", "coefficient_basis");
        row.oneOf("coefficient_basis", List.of("等价", "当量", ""));
        return coefficient;
    }

    private static List<Claim> claims(Row row) {
        List<Claim> claims = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int number = 1; number <= CORRECTIONS; number++) {
            String column = "correction_" + number;
            String name = row.text(column);
            int at = number;
            if (name.isEmpty()) {
                CORRECTION_PARTS.stream()
                        .map(part -> part + "_" + at)
                        .filter(part -> !row.text(part).isEmpty())
                        .findFirst()
                        .ifPresent(part -> row.fault(Fault.GOES_WITH, column, "other", part));
                continue;
            }
            if (!names.add(name)) {
                row.fault(Fault.DUPLICATE_ID, column, "where", "同一行前面的修正");
            }
            List<String> levels = row.list("levels_" + number);
            levels.stream()
                    .filter(level -> !BenchmarkRows.isALevel(level))
                    .forEach(level ->
                            row.faultOf(Fault.NOT_ONE_OF, "levels_" + at, level, "allowed", BenchmarkRows.allLevels()));
            claims.add(new Claim(
                    name,
                    row.decimal("condition_" + number),
                    row.decimal("factor_" + number),
                    row.decimal("addition_" + number),
                    levels,
                    row.text("reason_" + number)));
        }
        return claims;
    }
}
