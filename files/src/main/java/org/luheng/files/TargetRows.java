package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Due;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Relation;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;

/** The rows of {@code targets.csv}. */
final class TargetRows {
    static final Set<String> COLUMNS = new LinkedHashSet<>(PlanFolder.TARGET_COLUMNS);

    private static final Pattern ID = Pattern.compile("T[0-9]{3,5}");
    private static final List<String> NATURES = List.of("", "约束性", "参考值", "预期性", "激励目标");
    private static final List<String> MODALITIES = List.of("", "力争", "原则上");
    private static final Map<String, String> CLASSES =
            Map.of("Ⅰ", "1", "Ⅱ", "2", "Ⅲ", "3", "Ⅳ", "4", "Ⅴ", "5", "劣Ⅴ", "6");
    private static final Set<Relation> CHANGES =
            EnumSet.of(Relation.FALL, Relation.FALL_AT_LEAST, Relation.RISE, Relation.RISE_AT_LEAST);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final PlanReading.@Nullable Head head;
    private final Map<String, Clause> clauses;
    private final int characters;
    private final Rules rules;
    private final Register register;
    private final Map<String, Place> places;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    TargetRows(
            PlanReading.@Nullable Head head,
            Map<String, Clause> clauses,
            int characters,
            Rules rules,
            Register register,
            Map<String, Place> places) {
        this.head = head;
        this.clauses = clauses;
        this.characters = characters;
        this.rules = rules;
        this.register = register;
        this.places = places;
    }

    Set<String> ids() {
        return lines.keySet();
    }

    List<Target> read(Table table) {
        List<Target> targets = new ArrayList<>();
        for (Row row : table.rows()) {
            Target target = target(row);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private @Nullable Target target(Row row) {
        String id = row.required("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            row.fault(Fault.BAD_ID, "id", "form", "T001");
        }
        Integer first = id.isEmpty() ? null : lines.putIfAbsent(id, row.line());
        if (first != null) {
            row.fault(Fault.DUPLICATE_ID, "id", "where", "第 " + first + " 行");
        }
        places.put(id, row.place());
        String section = row.required("section");
        Clause clause = PlanReading.clause(row, section, clauses);
        TargetKind kind = TargetKind.of(row.text("kind"));
        if (kind == null) {
            row.fault(Fault.NOT_ONE_OF, "kind", "allowed", "相对变化 百分点变化 水平 占比 累计量 总量上限 数量 类别 期限");
        }
        Relation relation = Relation.of(row.text("comparator"));
        if (relation == null) {
            row.fault(Fault.NOT_ONE_OF, "comparator", "allowed", ">= <= = > < about 下降 下降>= 提高 提高>= range done");
        }
        Due due = PlanReading.due(row, row.required("due"), head);
        BigDecimal value = value(row, "value", kind);
        BigDecimal valueTo = value(row, "value_to", kind);
        if (kind != null && relation != null) {
            checkShape(row, kind, relation, value, valueTo);
        }
        checkIndicator(row, kind);
        checkRegion(row);
        Integer baseYear = row.whole("base_year", 1990, 2100);
        if (baseYear != null && due != null && baseYear > due.year()) {
            row.fault(Fault.BASE_AFTER_DUE, "base_year", "due", due.text());
        }
        int[] span = PlanReading.span(row, clause, characters);
        String title = row.required("title");
        boolean inherited = row.yes("due_inherited");
        String nature = row.oneOf("nature", NATURES);
        String modality = row.oneOf("modality", MODALITIES);
        BigDecimal baseValue = row.decimal("base_value");
        if (kind == null || relation == null || due == null) {
            return null;
        }
        return new Target(
                id,
                section,
                title,
                row.text("indicator"),
                kind,
                relation,
                value,
                valueTo,
                row.text("unit"),
                baseYear,
                baseValue,
                due,
                inherited,
                row.text("region"),
                row.text("scope"),
                nature,
                modality,
                span[0],
                span[1],
                row.text("note"));
    }

    private static @Nullable BigDecimal value(Row row, String column, @Nullable TargetKind kind) {
        if (kind != TargetKind.CLASS || row.text(column).isEmpty()) {
            return row.decimal(column);
        }
        String rank = CLASSES.get(row.text(column));
        if (rank == null) {
            row.fault(Fault.NOT_ONE_OF, column, "allowed", "Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ 劣Ⅴ");
            return null;
        }
        return new BigDecimal(rank);
    }

    private static void checkShape(
            Row row, TargetKind kind, Relation relation, @Nullable BigDecimal value, @Nullable BigDecimal valueTo) {
        boolean change = kind == TargetKind.RELATIVE_CHANGE || kind == TargetKind.POINTS;
        boolean fits =
                (kind == TargetKind.DEADLINE) == (relation == Relation.DONE) && (change || !CHANGES.contains(relation));
        if (!fits) {
            row.fault(Fault.KIND_AND_COMPARATOR, "comparator", "kind", kind.word());
            return;
        }
        if (kind == TargetKind.DEADLINE) {
            for (String column : List.of("value", "value_to", "unit")) {
                if (!row.text(column).isEmpty()) {
                    row.fault(Fault.NOT_WANTED, column, "kind", kind.word());
                }
            }
            return;
        }
        row.required("value");
        if (relation == Relation.RANGE) {
            row.required("value_to");
            if (value != null && valueTo != null && valueTo.compareTo(value) < 0) {
                row.fault(Fault.RANGE_BACKWARDS, "value_to", "from", value.toPlainString());
            }
        } else if (!row.text("value_to").isEmpty()) {
            row.fault(Fault.NOT_WANTED, "value_to", "kind", relation.word());
        }
        boolean tooFar = kind == TargetKind.RELATIVE_CHANGE
                && (relation == Relation.FALL || relation == Relation.FALL_AT_LEAST)
                && value != null
                && value.compareTo(HUNDRED) >= 0;
        if (value != null && CHANGES.contains(relation) && (value.signum() < 0 || tooFar)) {
            row.fault(Fault.FALL_SIGN, "value");
        }
    }

    private void checkIndicator(Row row, @Nullable TargetKind kind) {
        String code = row.required("indicator");
        Indicator indicator = rules.indicator(code);
        if (code.isEmpty()) {
            return;
        }
        if (indicator == null) {
            row.fault(
                    Fault.UNKNOWN_INDICATOR,
                    "indicator",
                    "nearest",
                    Nearest.asQuestion(code, rules.indicators().keySet()));
            return;
        }
        String unit = row.text("unit");
        if (kind == null || kind == TargetKind.DEADLINE || unit.isEmpty()) {
            return;
        }
        String wanted = switch (kind) {
            case RELATIVE_CHANGE -> unit.equals("%/年") ? "%/年" : "%";
            case POINTS -> "个百分点";
            default -> indicator.unit();
        };
        if (rules.units().convert(BigDecimal.ONE, unit, wanted) == null) {
            row.fault(
                    rules.units().knows(unit) ? Fault.WRONG_DIMENSION : Fault.UNKNOWN_UNIT,
                    "unit",
                    "element",
                    indicator.name(),
                    "unit",
                    wanted.isEmpty() ? "空白（无量纲）" : wanted);
        }
    }

    private void checkRegion(Row row) {
        String code = row.required("region");
        if (code.isEmpty()) {
            return;
        }
        Region region = register.region(code);
        if (region == null) {
            row.fault(Fault.UNKNOWN_REGION, "region", "nearest", "");
        } else if (head != null && !register.isWithin(code, head.region())) {
            row.fault(Fault.OUTSIDE_PLAN, "region", "region", region.name());
        }
    }
}
