package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.benchmark.BenchmarkRules;
import org.luheng.accounting.benchmark.ConsumptionUnit;
import org.luheng.accounting.benchmark.Correction;
import org.luheng.accounting.benchmark.Level;
import org.luheng.accounting.benchmark.Scale;

/** Efficiency levels, what corrects them and their units, read from {@code benchmark-*.csv}. */
record BenchmarkRows(Findings findings, Editions editions) {
    static final String LEVELS = "benchmark-levels.csv";
    static final String CORRECTIONS = "benchmark-corrections.csv";
    static final String UNITS = "benchmark-units.csv";

    private static final List<String> POLICY_LEVELS = List.of("benchmark", "baseline");
    private static final List<String> STANDARD_LEVELS = List.of("level1", "level2", "level3");
    private static final Set<String> LEVEL_COLUMNS = Register.columns(
            "id",
            "kind",
            "title",
            "product",
            "unit",
            "benchmark",
            "baseline",
            "level1",
            "level2",
            "level3",
            "deadline",
            "from",
            "to",
            "source",
            "certainty");
    private static final Set<String> CORRECTION_COLUMNS = Register.columns(
            "id",
            "product",
            "correction",
            "levels",
            "form",
            "base",
            "amount",
            "least",
            "most",
            "above",
            "condition_unit",
            "text",
            "from",
            "to",
            "source",
            "certainty");
    private static final Set<String> UNIT_COLUMNS =
            Register.columns("id", "unit", "aliases", "energy", "output", "kgce", "from", "to", "source", "certainty");

    /** Reads what every rule has: id, years, source, certainty. */
    interface Editions {
        RuleEdition of(Row row, String matter, String title, String text);
    }

    /** @param methods all editions of the house; those of {@link BenchmarkRules#MATTERS} are taken */
    BenchmarkRules read(
            @Nullable Source levels, @Nullable Source corrections, @Nullable Source units, List<RuleEdition> methods) {
        List<ConsumptionUnit> read = units(Table.read(units, UNIT_COLUMNS, Set.of(), findings));
        List<Scale> scales = scales(Table.read(levels, LEVEL_COLUMNS, Set.of(), findings), read);
        return new BenchmarkRules(
                scales,
                corrections(Table.read(corrections, CORRECTION_COLUMNS, Set.of(), findings), scales),
                read,
                methods.stream()
                        .filter(method -> BenchmarkRules.MATTERS.contains(method.matter()))
                        .toList());
    }

    private List<ConsumptionUnit> units(Table table) {
        List<ConsumptionUnit> units = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Row row : table.rows()) {
            List<String> aliases = row.list("aliases");
            List<String> all = new ArrayList<>(aliases);
            all.add(row.required("unit"));
            for (String name : all) {
                Integer taken = names.putIfAbsent(name, row.line());
                if (taken != null) {
                    row.faultOf(Fault.NAME_TAKEN, "unit", name, "line", taken.toString());
                }
            }
            BigDecimal kgce = row.decimal("kgce");
            if (kgce != null && kgce.signum() <= 0) {
                row.fault(Fault.NOT_POSITIVE, "kgce");
            }
            String energy = row.required("energy");
            units.add(new ConsumptionUnit(
                    row.text("unit"),
                    aliases,
                    row.required("output"),
                    kgce,
                    editions.of(
                            row,
                            "benchmark.unit",
                            energy + " 折标准煤",
                            kgce == null
                                    ? "没有通用的系数，须由填报方写明"
                                    : "1 " + energy + " = " + kgce.toPlainString() + " kgce")));
        }
        return units;
    }

    private List<Scale> scales(Table table, List<ConsumptionUnit> units) {
        List<Scale> scales = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            long errors = findings.errors();
            Scale.Kind kind = row.oneOf("kind", List.of("policy", "standard")).equals("standard")
                    ? Scale.Kind.STANDARD
                    : Scale.Kind.POLICY;
            boolean policy = kind == Scale.Kind.POLICY;
            String product = row.required("product");
            String unit = row.required("unit");
            if (!unit.isEmpty()
                    && units.stream().noneMatch(known -> known.code().equals(unit))) {
                row.fault(Fault.UNKNOWN_UNIT, "unit", "element", product, "unit", "rules/" + UNITS + " 所列");
            }
            (policy ? STANDARD_LEVELS : POLICY_LEVELS).forEach(column -> blank(row, column));
            if (!policy) {
                blank(row, "deadline");
            }
            List<Level> levels = levels(row, kind, policy ? POLICY_LEVELS : STANDARD_LEVELS);
            RuleEdition edition = editions.of(
                    row, "benchmark." + row.text("kind"), row.required("title"), inWords(product, levels, unit));
            Integer taken = starts.putIfAbsent(kind + "|" + product + "@" + edition.from(), row.line());
            if (taken != null) {
                row.fault(Fault.EDITIONS_CLASH, "from", "line", taken.toString());
            }
            var deadline = row.date("deadline");
            if (findings.errors() == errors) {
                scales.add(new Scale(kind, product, unit, levels, deadline, edition));
            }
        }
        return scales;
    }

    private static void blank(Row row, String column) {
        if (!row.text(column).isEmpty()) {
            row.fault(Fault.NOT_ONE_OF, column, "allowed", "空着");
        }
    }

    private static List<Level> levels(Row row, Scale.Kind kind, List<String> columns) {
        List<Level> levels = new ArrayList<>();
        BigDecimal before = null;
        for (int at = 0; at < columns.size(); at++) {
            BigDecimal limit = row.decimal(columns.get(at));
            if (before != null && limit != null && limit.compareTo(before) < 0) {
                row.fault(Fault.LEVELS_OUT_OF_ORDER, columns.get(at), "before", before.toPlainString());
            }
            before = limit == null ? before : limit;
            levels.add(new Level(kind.levels().get(at), limit));
        }
        return levels;
    }

    /** {@code 水泥熟料：标杆 100，基准 117 kgce/t} */
    private static String inWords(String product, List<Level> levels, String unit) {
        return product + "："
                + String.join(
                        "，",
                        levels.stream()
                                .map(level -> level.name() + " "
                                        + (level.limit() == null
                                                ? "空缺"
                                                : level.limit().toPlainString()))
                                .toList())
                + " " + unit;
    }

    private List<Correction> corrections(Table table, List<Scale> scales) {
        Set<String> products = new java.util.TreeSet<>();
        scales.forEach(scale -> products.add(scale.product()));
        List<Correction> corrections = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            long errors = findings.errors();
            String product = row.required("product");
            if (!product.isEmpty() && !scales.isEmpty() && !products.contains(product)) {
                row.fault(Fault.UNKNOWN_PRODUCT, "product", "nearest", Nearest.asQuestion(product, products));
            }
            String name = row.required("correction");
            row.required("levels");
            List<String> levels = row.list("levels");
            levels.stream()
                    .filter(level -> !isALevel(level))
                    .forEach(level -> row.faultOf(Fault.NOT_ONE_OF, "levels", level, "allowed", allLevels()));
            Correction.Form form = form(row);
            BigDecimal amount = row.decimal("amount");
            if (form != Correction.Form.STATED_FACTOR) {
                row.required("amount");
            } else {
                blank(row, "amount");
            }
            if (form == Correction.Form.PER_UNIT) {
                row.required("base");
            } else {
                blank(row, "base");
            }
            if (form.needsCondition()) {
                row.required("condition_unit");
            } else {
                blank(row, "condition_unit");
                blank(row, "above");
            }
            if (form == Correction.Form.FACTOR && amount != null && amount.signum() <= 0) {
                row.fault(Fault.NOT_POSITIVE, "amount");
            }
            BigDecimal least = row.decimal("least");
            BigDecimal most = row.decimal("most");
            if (least != null && most != null && least.compareTo(most) > 0) {
                row.fault(Fault.YEARS_BACKWARDS, "most", "from", least.toPlainString(), "to", most.toPlainString());
            }
            BigDecimal base = row.decimal("base");
            BigDecimal above = row.decimal("above");
            RuleEdition edition =
                    editions.of(row, "benchmark.correction", product + " 限额修正：" + name, row.required("text"));
            for (String level : levels) {
                Integer taken =
                        starts.putIfAbsent(product + "|" + name + "|" + level + "@" + edition.from(), row.line());
                if (taken != null) {
                    row.fault(Fault.EDITIONS_CLASH, "from", "line", taken.toString());
                }
            }
            if (findings.errors() == errors) {
                corrections.add(new Correction(
                        product,
                        name,
                        levels,
                        form,
                        base,
                        amount,
                        least,
                        most,
                        above,
                        row.text("condition_unit"),
                        edition));
            }
        }
        return corrections;
    }

    static boolean isALevel(String name) {
        return Scale.Kind.POLICY.levels().contains(name)
                || Scale.Kind.STANDARD.levels().contains(name);
    }

    static String allLevels() {
        return String.join(" ", Scale.Kind.POLICY.levels()) + " " + String.join(" ", Scale.Kind.STANDARD.levels());
    }

    private static Correction.Form form(Row row) {
        return switch (row.oneOf("form", List.of("stated_factor", "factor", "addition", "per_unit"))) {
            case "stated_factor" -> Correction.Form.STATED_FACTOR;
            case "factor" -> Correction.Form.FACTOR;
            case "per_unit" -> Correction.Form.PER_UNIT;
            default -> Correction.Form.ADDITION;
        };
    }
}
