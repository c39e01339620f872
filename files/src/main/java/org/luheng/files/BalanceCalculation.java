package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Units;
import org.luheng.accounting.balance.Balance;
import org.luheng.accounting.balance.BalanceColumn;
import org.luheng.accounting.balance.BalanceRow;
import org.luheng.accounting.balance.BalanceRules;
import org.luheng.accounting.balance.Balancing;
import org.luheng.accounting.balance.EnergyTable;
import org.luheng.accounting.balance.Entry;
import org.luheng.accounting.balance.Form;
import org.luheng.accounting.balance.Remark;
import org.luheng.accounting.energy.Basis;

/** Regional energy balances: one row a cell, or the coefficient of a column, of a region and year. */
public final class BalanceCalculation implements Calculation {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private final BalanceRules rules;
    private final Units units;
    private final Register register;
    private final List<Column> columns;

    public BalanceCalculation(BalanceRules rules, Units units, Register register) {
        this.rules = rules;
        this.units = units;
        this.register = register;
        this.columns = List.of(
                new Column("region", true, "地区：register/regions.csv 的代码或名称"),
                new Column("year", true, "年份"),
                new Column(
                        "row",
                        true,
                        "表的行：代码或名称；“折标系数”一行写这一栏的系数。"
                                + String.join(
                                        "；",
                                        rules.rows().stream()
                                                .map(row -> row.code() + " " + row.name())
                                                .toList())),
                new Column(
                        "column",
                        true,
                        "表的栏：代码或名称。"
                                + String.join(
                                        "；",
                                        rules.columns().stream()
                                                .map(column -> column.code() + " " + column.name()
                                                        + (column.unit() == null ? "" : "（" + column.unit() + "）"))
                                                .toList())),
                new Column("value", true, "数值，照原表的位数写（62.10 不写成 62.1）：容许误差按末位算；调出、出口、年末库存填正数，加工转换投入填负数"),
                new Column("unit", true, "实物量用栏的单位，标准量用 万吨标准煤；系数如 kgce/千克、kgce/kWh"),
                new Column("basis", false, "等价 或 当量：电力的系数、电力和合计的标准量要写明；一张表只能用一种"));
    }

    @Override
    public String code() {
        return "balance";
    }

    @Override
    public String title() {
        return "能源平衡表";
    }

    @Override
    public String purpose() {
        return "按地区能源平衡表的行和栏算出合计各行、合计栏和平衡差额，实物量按所给系数折为标准量；" + "差额与四舍五入可致的误差比较，照实列出，不凑平衡；填报的合计与各部分不符的，指出来。";
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public String example() {
        return """
                region,year,row,column,value,unit,basis
                郑州市,2024,一次能源生产量,原煤,2105.3,万吨,
                郑州市,2024,外省（区、市）调入量,原煤,310.4,万吨,
                郑州市,2024,火力发电,原煤,-1620.5,万吨,
                郑州市,2024,工业,原煤,780.9,万吨,
                郑州市,2024,生活消费,原煤,14.3,万吨,
                郑州市,2024,折标系数,原煤,0.7143,kgce/千克,
                郑州市,2024,一次能源生产量,电力,21.14,亿千瓦时,
                郑州市,2024,外省（区、市）调入量,电力,260.06,亿千瓦时,
                郑州市,2024,火力发电,电力,391.57,亿千瓦时,
                郑州市,2024,三、损失量,电力,24.80,亿千瓦时,
                郑州市,2024,工业,电力,402.11,亿千瓦时,
                郑州市,2024,第三产业,电力,128.45,亿千瓦时,
                郑州市,2024,生活消费,电力,117.40,亿千瓦时,
                郑州市,2024,折标系数,电力,0.3003,kgce/kWh,等价
                """;
    }

    @Override
    public Calculated calculate(String label, String text) {
        InputTable table = InputTable.read(label, text, columns);
        Findings findings = table.findings();
        Map<Key, Draft> drafts = new LinkedHashMap<>();
        boolean lost = table.leftOut() > 0;
        if (lost) {
            findings.add(Fault.ROW_LEFT_OUT, Place.file(label), "", "body", "所有地区", "year", "每一");
        }
        for (Row row : table.rows()) {
            long errors = findings.errors();
            String region = region(row);
            row.required("year");
            Integer year = row.whole("year", FIRST_YEAR, LAST_YEAR);
            if (region.isEmpty() || year == null) {
                // Whose table lacks it, nobody can say: none of them is known to be whole.
                findings.add(Fault.ROW_LEFT_OUT, row.place(), "", "body", "所有地区", "year", "每一");
                lost = true;
                continue;
            }
            Draft draft = drafts.computeIfAbsent(new Key(region, year), key -> new Draft());
            if (rules.covers(year)) {
                read(row, region, year, draft);
            } else {
                row.fault(Fault.RULES_END, "year", "year", year.toString(), "matter", "能源平衡表");
            }
            if (findings.errors() > errors) {
                draft.broken = true;
                findings.add(
                        Fault.ROW_LEFT_OUT, row.place(), "", "body", register.name(region), "year", year.toString());
            }
        }
        return lost ? new Calculated(List.of(), Map.of(), Map.of(), table.notices()) : calculated(drafts, table);
    }

    private record Key(String region, int year) {}

    /** A table being gathered. */
    private static final class Draft {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final Map<String, Fact> coefficients = new LinkedHashMap<>();
        private final Map<String, Place> places = new HashMap<>();
        private @Nullable Basis basis;
        private boolean broken;
    }

    private Calculated calculated(Map<Key, Draft> drafts, InputTable table) {
        Balancing balancing = new Balancing(rules);
        List<Figure> figures = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> bodies = new HashMap<>();
        drafts.forEach((key, draft) -> {
            if (draft.broken) {
                return;
            }
            Balance balance = balancing.of(new EnergyTable(
                    key.region,
                    Period.year(key.year),
                    List.copyOf(draft.entries.values()),
                    draft.coefficients,
                    draft.basis));
            figures.addAll(balance.figures());
            names.putAll(balance.names());
            bodies.put(key.region, register.name(key.region));
            balance.remarks()
                    .forEach(remark -> table.findings()
                            .add(
                                    fault(remark.kind()),
                                    place(remark, table.label()),
                                    register.name(key.region) + " " + key.year + "年 " + remark.cell(),
                                    "text",
                                    remark.text()));
        });
        return new Calculated(figures, names, bodies, table.notices());
    }

    private static Fault fault(Remark.Kind kind) {
        return switch (kind) {
            case TOTAL_DIFFERS -> Fault.BALANCE_TOTAL_DIFFERS;
            case PART_EXCEEDS -> Fault.BALANCE_PART_EXCEEDS;
            case UNBALANCED -> Fault.UNBALANCED;
            case LOSS_NEGATIVE -> Fault.LOSS_NEGATIVE;
        };
    }

    private static Place place(Remark remark, String label) {
        Entry entry = remark.entry();
        return entry == null
                ? Place.file(label)
                : Place.line(label, (int) entry.fact().sequence()).column("value");
    }

    private void read(Row row, String region, int year, Draft draft) {
        String columnName = row.required("column");
        BalanceColumn column = rules.column(columnName, year);
        if (column == null && !columnName.isEmpty()) {
            row.fault(Fault.NOT_ONE_OF, "column", "allowed", names(year, true));
        }
        String rowName = row.required("row");
        boolean coefficient = BalanceRows.COEFFICIENT.contains(rowName);
        BalanceRow line = rules.row(rowName, year);
        if (line == null && !coefficient && !rowName.isEmpty()) {
            row.fault(Fault.NOT_ONE_OF, "row", "allowed", names(year, false));
        }
        row.required("value");
        row.required("unit");
        BigDecimal value = row.decimal("value");
        basis(row, draft);
        if (column == null || value == null || row.text("unit").isEmpty()) {
            return;
        }
        Period period = Period.year(year);
        if (coefficient) {
            coefficient(row, region, period, column, value, draft);
        } else if (line != null) {
            entry(row, region, period, line, column, value, draft);
        }
    }

    private String names(int year, boolean ofColumns) {
        Set<String> names = new TreeSet<>();
        if (ofColumns) {
            rules.columns(year).forEach(column -> names.add(column.name()));
        } else {
            rules.rows(year).forEach(row -> names.add(row.name()));
            names.add(BalanceRows.COEFFICIENT.getLast());
        }
        return String.join(" ", names);
    }

    private static void basis(Row row, Draft draft) {
        String word = row.oneOf("basis", List.of(Basis.EQUIVALENT.word(), Basis.CALORIFIC.word(), ""));
        Basis basis = Basis.of(word);
        if (basis == null) {
            return;
        }
        draft.basis = draft.basis == null ? basis : draft.basis;
        if (basis != draft.basis) {
            row.fault(Fault.NOT_ONE_OF, "basis", "allowed", draft.basis.word() + "：一张表只能用一种");
        }
    }

    private static void wantBasis(Row row, BalanceColumn column) {
        if ((column.twoBases() || column.total()) && row.text("basis").isEmpty()) {
            row.fault(Fault.BLANK, "basis", "write", "：写明等价或当量");
        }
    }

    private void coefficient(
            Row row, String region, Period period, BalanceColumn column, BigDecimal value, Draft draft) {
        if (value.signum() <= 0) {
            row.fault(Fault.NOT_POSITIVE, "value");
        }
        wantBasis(row, column);
        String unit = row.text("unit");
        BigDecimal converted = column.per() == null ? null : converted(value, unit, column.per());
        if (converted == null) {
            row.fault(
                    Fault.UNKNOWN_UNIT,
                    "unit",
                    "element",
                    column.name(),
                    "unit",
                    column.per() == null ? BalanceColumn.STANDARD_UNIT + "，没有系数" : column.coefficientUnit());
            return;
        }
        if (isNew(row, "coefficient/" + column.code(), draft)) {
            draft.coefficients.put(
                    column.code(),
                    fact(row, region, period, "balance.coefficient", converted, column.coefficientUnit(), value));
        }
    }

    /** {@code tce/t}, {@code kgce/kWh} … as kgce per the unit of the column; null where it is no such unit. */
    private @Nullable BigDecimal converted(BigDecimal value, String unit, String per) {
        int slash = unit.indexOf('/');
        if (slash < 0) {
            return null;
        }
        BigDecimal kgce = units.convert(value, unit.substring(0, slash), BalanceRows.KGCE);
        BigDecimal pieces = units.convert(BigDecimal.ONE, unit.substring(slash + 1), per);
        return kgce == null || pieces == null ? null : Arithmetic.divide(kgce, pieces);
    }

    private void entry(
            Row row,
            String region,
            Period period,
            BalanceRow line,
            BalanceColumn column,
            BigDecimal value,
            Draft draft) {
        if (value.signum() < 0 && !line.negative()) {
            row.fault(Fault.NEGATIVE, "value");
        }
        String unit = row.text("unit");
        for (Form form : Form.values()) {
            String wanted = column.unit(form);
            BigDecimal amount = wanted == null ? null : units.convert(value, unit, wanted);
            BigDecimal half = wanted == null ? null : units.convert(Entry.halfUnit(value), unit, wanted);
            if (wanted == null || amount == null || half == null) {
                continue;
            }
            if (form == Form.STANDARD) {
                wantBasis(row, column);
            }
            if (isNew(row, form + "/" + column.code() + "/" + line.code(), draft)) {
                Fact fact = fact(
                        row,
                        region,
                        period,
                        "balance." + form.code() + "." + column.code() + "." + line.code(),
                        amount,
                        wanted,
                        value);
                draft.entries.put(
                        form + "/" + column.code() + "/" + line.code(),
                        new Entry(line.code(), column.code(), form, fact, half));
            }
            return;
        }
        row.fault(
                Fault.UNKNOWN_UNIT,
                "unit",
                "element",
                column.name(),
                "unit",
                (column.unit() == null ? "" : column.unit() + " 或 ") + BalanceColumn.STANDARD_UNIT);
    }

    private static boolean isNew(Row row, String cell, Draft draft) {
        Place first = draft.places.putIfAbsent(cell, row.place());
        if (first != null) {
            row.fault(Fault.CELL_DOUBLED, "row", "where", first.inWords());
        }
        return first == null;
    }

    private static Fact fact(
            Row row, String region, Period period, String element, BigDecimal value, String unit, BigDecimal given) {
        String givenUnit = row.text("unit");
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
}
