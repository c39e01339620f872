package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Stage;
import org.luheng.accounting.energy.Basis;
import org.luheng.accounting.energy.ComprehensiveEnergy;
import org.luheng.accounting.energy.EnergyAmount;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.EnergyKind.Purpose;
import org.luheng.accounting.energy.EnergyRules;

/** Comprehensive energy consumption of enterprises from a table of amounts; GB/T 2589-2020. */
public final class EnergyCalculation implements Calculation {
    static final int MOST_ROWS = 20_000;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final List<String> REQUIRED = List.of("enterprise", "year", "kind", "purpose", "amount", "unit");
    private static final List<String> OPTIONAL = List.of("heat", "chosen", "equivalent", "set");
    private static final Map<String, String> NAMES = Map.of(
            ComprehensiveEnergy.CALORIFIC,
            "综合能源消费量（当量值）",
            ComprehensiveEnergy.EQUIVALENT,
            "综合能源消费量（等价值）",
            ComprehensiveEnergy.FEEDSTOCK,
            "其中：原料用能（当量值）");

    private final EnergyRules energy;
    private final Rules rules;
    private final ComprehensiveEnergy comprehensive;
    private final Map<String, EnergyKind> kinds = new LinkedHashMap<>();
    private final Map<String, Purpose> purposes = new LinkedHashMap<>();

    public EnergyCalculation(Rules rules) {
        this.rules = rules;
        energy = rules.energy();
        comprehensive = new ComprehensiveEnergy(energy, rules.editions());
        for (EnergyKind kind : energy.kinds()) {
            kinds.put(kind.code(), kind);
            kinds.put(kind.name(), kind);
        }
        purposes.put("use", Purpose.USE);
        purposes.put("in", Purpose.IN);
        purposes.put("out", Purpose.OUT);
        purposes.put("sold", Purpose.SOLD);
        purposes.put("feedstock", Purpose.FEEDSTOCK);
        purposes.put("消费", Purpose.USE);
        purposes.put("投入", Purpose.IN);
        purposes.put("产出", Purpose.OUT);
        purposes.put("外供", Purpose.SOLD);
        purposes.put("原料", Purpose.FEEDSTOCK);
    }

    @Override
    public String code() {
        return "energy";
    }

    @Override
    public String title() {
        return "企业综合能源消费量";
    }

    @Override
    public String purpose() {
        return "把各品种的消费、加工转换、外供折成标准煤，得出综合能源消费量的当量值和等价值（GB/T 2589-2020）。" + "实测低位发热量优先；区间系数须选定；电力等价值系数按当年发电标准煤耗给出，不用常数。";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("enterprise", true, "企业名称或统一社会信用代码"),
                new Column("year", true, "年份"),
                new Column("kind", true, "能源品种：rules/energy-kinds.csv 的代码或名称"),
                new Column("purpose", true, "use 消费（不含加工转换投入）、in 投入加工转换、out 加工转换产出、sold 外供、feedstock 消费中用作原料的部分"),
                new Column("amount", true, "数量，不小于零"),
                new Column("unit", true, "数量的单位，可与品种的单位换算"),
                new Column("heat", false, "实测低位发热量，千焦/千克或千焦/立方米"),
                new Column("chosen", false, "在参考系数区间内选定的系数，或没有参考系数时的实测系数，千克标准煤/千克、/立方米"),
                new Column("equivalent", false, "等价系数：电力为当年发电标准煤耗（千克标准煤/千瓦时）；热力、耗能工质另有依据的"),
                new Column("set", false, "折标系数的出处，rules/coefficient-sets.csv 的编号；空着按 GB/T 2589"));
    }

    @Override
    public String example() {
        return """
                enterprise,year,kind,purpose,amount,unit,heat,chosen,equivalent,set
                示例钢铁,2023,洗精煤,in,130000,吨,,,,
                示例钢铁,2023,焦炭,out,100000,吨,,,,
                示例钢铁,2023,焦炉煤气,out,4200,万立方米,17500,,,
                示例钢铁,2023,焦炭,use,90000,吨,,,,
                示例钢铁,2023,焦炉煤气,use,4000,万立方米,17500,,,
                示例钢铁,2023,天然气,use,300,万立方米,,1.2143,,
                示例钢铁,2023,电力,use,25000,万千瓦时,,,0.3015,
                示例化工,2023,原煤,use,60000,吨,21500,,,
                示例化工,2023,原煤,feedstock,35000,吨,21500,,,
                示例化工,2023,电力,use,8000,万千瓦时,,,0.3015,
                """;
    }

    @Override
    public Calculated calculate(String label, String text) {
        Findings ofTable = new Findings();
        Table table = Table.read(
                new Source(label, text), new LinkedHashSet<>(REQUIRED), new LinkedHashSet<>(OPTIONAL), ofTable);
        boolean whole = ofTable.list().stream().noneMatch(finding -> finding.fault() == Fault.BROKEN_QUOTES);
        if (table == Table.NONE || !whole || ofTable.unlisted() > 0) {
            throw new Refused(ofTable);
        }
        if (table.rows().size() > MOST_ROWS) {
            throw Refused.of(
                    Finding.of(Fault.TOO_MANY_ROWS, Place.file(label), "", "limit", Integer.toString(MOST_ROWS)));
        }
        if (table.rows().isEmpty()) {
            ofTable.add(Fault.NO_ROWS, Place.file(label), "");
        }
        return new Reckoning(ofTable).calculated(table);
    }

    /** Rows of one enterprise and year. */
    private record Of(String enterprise, int year) {}

    /** One table on its way. */
    private final class Reckoning {
        private final Findings findings = new Findings();

        /** Amounts in the order of the table; an enterprise and year with a row at fault has its first reason beside. */
        private final Map<Of, List<EnergyAmount>> amounts = new LinkedHashMap<>();

        private final Map<Of, String> broken = new HashMap<>();
        private final Map<String, String> brokenEnterprises = new HashMap<>();
        private final Set<Integer> linesAtFault = new HashSet<>();
        private @Nullable String brokenTable;
        private final Map<List<String>, Integer> seen = new HashMap<>();
        private final Map<String, Integer> sums = new HashMap<>();

        Reckoning(Findings ofTable) {
            findings.addAll(ofTable.list());
            for (Finding finding : ofTable) {
                linesAtFault.add(finding.place().line());
                // A row without its columns may be of any enterprise.
                if (finding.fault() == Fault.RAGGED_ROW) {
                    brokenTable = reason(finding.place());
                }
            }
        }

        Calculated calculated(Table table) {
            for (Row given : table.rows()) {
                read(new Row(given.place(), given.columns(), given.fields(), findings));
            }
            List<Figure> figures = new ArrayList<>();
            amounts.forEach((of, rows) -> figures.addAll(figures(of, rows)));
            List<Finding> notices = new ArrayList<>(findings.list());
            if (findings.unlisted() > 0) {
                notices.add(Finding.of(
                        Fault.MORE_FOUND, Place.file(table.label()), "", "count", Long.toString(findings.unlisted())));
            }
            return new Calculated(figures, NAMES, Map.of(), notices);
        }

        private List<Figure> figures(Of of, List<EnergyAmount> rows) {
            String wrong = brokenTable != null
                    ? brokenTable
                    : brokenEnterprises.getOrDefault(of.enterprise, broken.getOrDefault(of, ""));
            boolean feedstock = rows.stream().anyMatch(row -> row.purpose() == Purpose.FEEDSTOCK);
            List<Figure> figures = new ArrayList<>();
            if (!wrong.isEmpty()) {
                figures.add(comprehensive.refused(of.enterprise, of.year, ComprehensiveEnergy.CALORIFIC, wrong));
                figures.add(comprehensive.refused(of.enterprise, of.year, ComprehensiveEnergy.EQUIVALENT, wrong));
                return figures;
            }
            figures.add(comprehensive.total(of.enterprise, of.year, rows, Basis.CALORIFIC));
            figures.add(comprehensive.total(of.enterprise, of.year, rows, Basis.EQUIVALENT));
            if (feedstock) {
                figures.add(comprehensive.feedstock(of.enterprise, of.year, rows));
            }
            return figures;
        }

        private static String reason(Place place) {
            return "第 " + place.line() + " 行有错，没有计算";
        }

        private void read(Row row) {
            long errors = findings.errors();
            String enterprise = row.required("enterprise");
            row.required("year");
            Integer year = row.whole("year", FIRST_YEAR, LAST_YEAR);
            EnergyAmount amount = amount(row, enterprise, year == null ? LAST_YEAR : year);
            boolean wrong = amount == null || findings.errors() > errors || linesAtFault.contains(row.line());
            if (enterprise.isEmpty()) {
                brokenTable = brokenTable == null ? reason(row.place()) : brokenTable;
                return;
            }
            if (year == null) {
                brokenEnterprises.putIfAbsent(enterprise, reason(row.place()));
                return;
            }
            Of of = new Of(enterprise, year);
            List<EnergyAmount> rows = amounts.computeIfAbsent(of, key -> new ArrayList<>());
            if (wrong || amount == null) {
                broken.putIfAbsent(of, reason(row.place()));
                findings.add(Fault.ROW_LEFT_OUT, row.place(), "", "body", enterprise, "year", Integer.toString(year));
                return;
            }
            rows.add(amount);
        }

        private @Nullable EnergyAmount amount(Row row, String enterprise, int year) {
            String name = row.required("kind");
            EnergyKind kind = kinds.get(name);
            if (kind == null && !name.isEmpty()) {
                row.fault(Fault.UNKNOWN_KIND, "kind", "nearest", Nearest.asQuestion(name, kinds.keySet()));
            }
            Purpose purpose = purposes.get(row.oneOf("purpose", List.copyOf(purposes.keySet())));
            row.required("amount");
            BigDecimal amount = row.decimal("amount");
            if (amount != null && amount.signum() < 0) {
                row.fault(Fault.NEGATIVE, "amount");
            }
            BigDecimal heat = positive(row, "heat");
            BigDecimal chosen = positive(row, "chosen");
            BigDecimal equivalent = positive(row, "equivalent");
            String set = row.text("set");
            if (!set.isEmpty() && energy.set(set) == null) {
                row.fault(Fault.UNKNOWN_SET, "set", "nearest", Nearest.asQuestion(set, sets()));
            }
            String unit = row.required("unit");
            if (kind == null || purpose == null || amount == null || unit.isEmpty()) {
                return null;
            }
            BigDecimal value = rules.units().convert(amount, unit, kind.unit());
            if (value == null) {
                row.fault(
                        rules.units().knows(unit) ? Fault.WRONG_DIMENSION : Fault.UNKNOWN_UNIT,
                        "unit",
                        "element",
                        kind.name(),
                        "unit",
                        kind.unit());
                return null;
            }
            repeated(row, enterprise, year, kind, purpose);
            Fact fact = new Fact(
                    row.line(),
                    enterprise,
                    Period.year(year),
                    kind.element(purpose),
                    value,
                    kind.unit(),
                    amount.toPlainString() + " " + unit,
                    Stage.FINAL,
                    "",
                    "",
                    row.place().file(),
                    null,
                    false,
                    row.place().file() + ":" + row.line());
            if (kind.isMedium() && (set.isEmpty() || energy.of(set, kind, Basis.CALORIFIC, year) == null)) {
                findings.add(Fault.MEDIUM_LEFT_OUT, row.place().column("kind"), name);
            }
            return new EnergyAmount(kind, purpose, fact, heat, chosen, equivalent, set);
        }

        /** The same row twice is an error; two batches of one kind are added up, and that is said. */
        private void repeated(Row row, String enterprise, int year, EnergyKind kind, Purpose purpose) {
            Integer same =
                    seen.putIfAbsent(row.fields().stream().map(String::strip).toList(), row.line());
            if (same != null) {
                row.fault(Fault.DUPLICATE_ID, "amount", "where", "第" + same + "行");
                return;
            }
            Integer first =
                    sums.putIfAbsent(enterprise + "\n" + year + "\n" + kind.code() + "\n" + purpose, row.line());
            if (first != null) {
                row.fault(Fault.ADDED_UP, "amount", "line", first.toString(), "kind", kind.name() + purpose.word());
            }
        }

        private Set<String> sets() {
            Set<String> ids = new LinkedHashSet<>();
            energy.sets().forEach(set -> ids.add(set.id()));
            return ids;
        }

        private static @Nullable BigDecimal positive(Row row, String column) {
            BigDecimal number = row.decimal(column);
            if (number != null && number.signum() <= 0) {
                row.fault(Fault.NOT_POSITIVE, column);
            }
            return number;
        }
    }
}
