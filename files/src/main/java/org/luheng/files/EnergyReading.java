package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Indicator.Accumulation;
import org.luheng.accounting.Units;
import org.luheng.accounting.energy.Basis;
import org.luheng.accounting.energy.Coefficient;
import org.luheng.accounting.energy.CoefficientSet;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.EnergyKind.Purpose;
import org.luheng.accounting.energy.EnergyRules;
import org.luheng.accounting.energy.StandardCoal;

/** Reads kinds of energy and their coefficients, and makes the elements that follow from the kinds. */
final class EnergyReading {
    static final String KINDS = "energy-kinds.csv";
    static final String SETS = "coefficient-sets.csv";
    static final String COEFFICIENTS = "coefficients.csv";
    static final Set<String> KIND_COLUMNS =
            Register.columns("code", "name", "unit", "per", "group", "made_from", "part_of", "source", "certainty");
    static final Set<String> SET_COLUMNS =
            Register.columns("id", "title", "regions", "enterprises", "from", "to", "source", "certainty");
    static final Set<String> COEFFICIENT_COLUMNS = Register.columns(
            "id",
            "set",
            "kind",
            "basis",
            "coefficient",
            "coefficient_high",
            "heat",
            "heat_high",
            "from",
            "to",
            "source",
            "certainty");

    /** Printed coefficients are rounded to four places, heats to whole kJ. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.00006");

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_SETS = 99;

    private final Units units;
    private final Map<String, Place> places;
    private final Map<String, EnergyKind> kinds = new LinkedHashMap<>();
    private final Map<String, CoefficientSet> sets = new LinkedHashMap<>();
    private final List<Coefficient> coefficients = new ArrayList<>();

    /** @param places where every id of the folder stands; ours are added */
    EnergyReading(Units units, Map<String, Place> places) {
        this.units = units;
        this.places = places;
    }

    EnergyRules read(Table kindTable, Table setTable, Table coefficientTable) {
        kindTable.rows().forEach(this::kind);
        kindTable.rows().forEach(this::relations);
        setTable.rows().forEach(this::set);
        Map<String, List<Row>> same = new HashMap<>();
        coefficientTable.rows().forEach(row -> coefficient(row, same));
        return new EnergyRules(List.copyOf(kinds.values()), List.copyOf(sets.values()), coefficients);
    }

    /** Elements that facts may speak of, by kind and purpose. */
    static List<Indicator> elements(EnergyRules rules) {
        List<Indicator> elements = new ArrayList<>();
        for (EnergyKind kind : rules.kinds()) {
            for (Purpose purpose : Purpose.values()) {
                if (purpose == Purpose.USE || !kind.isTotal() && !kind.isMedium()) {
                    elements.add(element(
                            kind,
                            kind.element(purpose),
                            purpose.word(),
                            kind.unit(),
                            Accumulation.FLOW,
                            definition(kind, purpose)));
                }
            }
            String heatUnit = kind.heatUnit();
            if (heatUnit != null) {
                elements.add(element(
                        kind,
                        kind.heatElement(),
                        "实测低位发热量",
                        heatUnit,
                        Accumulation.STOCK,
                        "按消费量加权的收到基低位发热量；优先于参考折标系数"));
            }
        }
        return elements;
    }

    private static String definition(EnergyKind kind, Purpose purpose) {
        return switch (purpose) {
            case USE -> kind.isMedium() ? "耗能工质，不计入地区能源消费总量" : "终端消费量与损失量，不含加工转换投入";
            case IN -> "投入加工转换的数量，不含在消费量内";
            case OUT -> "加工转换产出的数量";
            case SOLD -> "供给本单位以外的数量";
            case FEEDSTOCK -> "消费量中用作原料、材料的部分";
        };
    }

    private static Indicator element(
            EnergyKind kind, String code, String word, String unit, Accumulation accumulation, String definition) {
        return new Indicator(
                code, kind.name() + word, unit, false, accumulation, "年", definition, kind.source(), kind.certainty());
    }

    private void kind(Row row) {
        String unit = row.required("unit");
        String per = row.text("per");
        BigDecimal perUnit = per.isEmpty() ? BigDecimal.ZERO : units.convert(BigDecimal.ONE, unit, per);
        if (!unit.isEmpty() && !units.knows(unit)) {
            row.fault(Fault.UNKNOWN_UNIT, "unit", "element", "", "unit", "rules/units.csv 所列");
        } else if (perUnit == null) {
            row.fault(Fault.WRONG_DIMENSION, "per", "element", row.text("name"), "unit", unit);
        }
        EnergyKind.Group group = EnergyKind.Group.of(row.text("group"));
        if (group == null) {
            row.fault(Fault.NOT_ONE_OF, "group", "allowed", "coal oil gas heat electricity other medium");
        }
        EnergyKind kind = new EnergyKind(
                row.required("code"),
                row.required("name"),
                unit,
                per,
                perUnit == null ? BigDecimal.ONE : perUnit,
                group == null ? EnergyKind.Group.OTHER : group,
                row.list("made_from"),
                row.text("part_of"),
                row.required("source"),
                row.certainty());
        if (isNew(row, "code", "energy.kind.")) {
            kinds.put(kind.code(), kind);
        }
    }

    private void relations(Row row) {
        for (String source : row.list("made_from")) {
            if (!kinds.containsKey(source)) {
                row.faultOf(
                        Fault.UNKNOWN_KIND, "made_from", source, "nearest", Nearest.asQuestion(source, kinds.keySet()));
            }
        }
        String whole = row.text("part_of");
        if (!whole.isEmpty() && !kinds.containsKey(whole)) {
            row.fault(Fault.UNKNOWN_KIND, "part_of", "nearest", Nearest.asQuestion(whole, kinds.keySet()));
        }
        EnergyKind above = kinds.get(whole);
        for (int steps = 0; above != null; steps++) {
            if (steps > kinds.size()) {
                row.fault(Fault.KINDS_CIRCLE, "part_of");
                return;
            }
            above = kinds.get(above.partOf());
        }
    }

    private void set(Row row) {
        CoefficientSet set = new CoefficientSet(
                row.required("id"),
                row.required("title"),
                row.whole("regions", 1, MOST_SETS),
                row.whole("enterprises", 1, MOST_SETS),
                year(row, "from", FIRST_YEAR),
                year(row, "to", LAST_YEAR),
                row.required("source"),
                row.certainty());
        backwards(row);
        if (isNew(row, "id", "coefficient.set.")) {
            sets.put(set.id(), set);
        }
    }

    private void coefficient(Row row, Map<String, List<Row>> same) {
        String set = row.required("set");
        if (!set.isEmpty() && !sets.containsKey(set)) {
            row.fault(Fault.UNKNOWN_SET, "set", "nearest", Nearest.asQuestion(set, sets.keySet()));
        }
        EnergyKind kind = kinds.get(row.required("kind"));
        if (kind == null && !row.text("kind").isEmpty()) {
            row.fault(Fault.UNKNOWN_KIND, "kind", "nearest", Nearest.asQuestion(row.text("kind"), kinds.keySet()));
        }
        Basis basis = Basis.of(row.oneOf("basis", List.of("当量", "等价")));
        BigDecimal value = positive(row, "coefficient");
        if (row.text("coefficient").isEmpty()) {
            row.fault(Fault.BLANK, "coefficient");
        }
        BigDecimal high = positive(row, "coefficient_high");
        if (value != null && high != null && high.compareTo(value) <= 0) {
            row.fault(Fault.RANGE_BACKWARDS, "coefficient_high", "from", value.toPlainString());
        }
        BigDecimal heat = positive(row, "heat");
        BigDecimal heatHigh = positive(row, "heat_high");
        if (kind == null || !kind.isElectricity()) {
            agree(row, "coefficient", value, heat);
            agree(row, "coefficient_high", high, heatHigh);
        }
        int from = year(row, "from", FIRST_YEAR);
        int to = year(row, "to", LAST_YEAR);
        backwards(row);
        List<Row> others =
                same.computeIfAbsent(set + " " + row.text("kind") + " " + row.text("basis"), key -> new ArrayList<>());
        for (Row other : others) {
            if (year(other, "from", FIRST_YEAR) <= to && from <= year(other, "to", LAST_YEAR)) {
                row.fault(Fault.EDITIONS_CLASH, "from", "line", Integer.toString(other.line()));
            }
        }
        others.add(row);
        if (isNew(row, "id", "") && kind != null && basis != null && value != null) {
            coefficients.add(new Coefficient(
                    row.required("id"),
                    set,
                    kind.code(),
                    basis,
                    value,
                    high,
                    heat,
                    heatHigh,
                    from,
                    to,
                    row.required("source"),
                    row.certainty()));
        }
    }

    /** The check that finds digits lost in copying: heat ÷ 29307.6 is the coefficient. */
    private static void agree(Row row, String column, @Nullable BigDecimal coefficient, @Nullable BigDecimal heat) {
        if (coefficient == null || heat == null) {
            return;
        }
        BigDecimal computed = StandardCoal.coefficient(heat);
        if (computed.subtract(coefficient).abs().compareTo(TOLERANCE) > 0) {
            row.fault(
                    Fault.COEFFICIENT_NOT_HEAT,
                    column,
                    "heat",
                    heat.toPlainString(),
                    "computed",
                    Arithmetic.printed(computed, 4));
        }
    }

    private static @Nullable BigDecimal positive(Row row, String column) {
        BigDecimal number = row.decimal(column);
        if (number != null && number.signum() <= 0) {
            row.fault(Fault.NOT_POSITIVE, column);
            return null;
        }
        return number;
    }

    private static int year(Row row, String column, int otherwise) {
        Integer year = row.whole(column, FIRST_YEAR, LAST_YEAR);
        return year == null ? otherwise : year;
    }

    private static void backwards(Row row) {
        row.required("from");
        row.required("to");
        int from = year(row, "from", FIRST_YEAR);
        int to = year(row, "to", LAST_YEAR);
        if (from > to) {
            row.fault(Fault.YEARS_BACKWARDS, "to", "from", Integer.toString(from), "to", Integer.toString(to));
        }
    }

    private boolean isNew(Row row, String column, String prefix) {
        Place first = places.putIfAbsent(prefix + row.text(column), row.place());
        if (first != null) {
            row.fault(Fault.DUPLICATE_ID, column, "where", first.inWords());
        }
        return first == null;
    }
}
