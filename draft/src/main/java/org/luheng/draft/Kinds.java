package org.luheng.draft;

import java.util.Set;
import org.luheng.accounting.Relation;
import org.luheng.accounting.TargetKind;
import org.luheng.reader.Comparator;
import org.luheng.reader.Target;

/** What kind of number a target read is, and how it is to be met. */
final class Kinds {
    private static final String CLASSES = "ⅠⅡⅢⅣⅤ";
    private static final Set<String> COUNTED = Set.of(
            "家", "个", "座", "辆", "项", "处", "条", "户", "台", "台套", "台（套）", "艘", "种", "名", "人", "次", "批", "所", "株", "只", "宗",
            "份", "万辆", "万户", "万个", "万台", "万人", "万株", "万套", "套");

    private Kinds() {}

    static TargetKind kind(Target target) {
        String unit = target.unit();
        String name = target.indicator();
        return switch (target.comparator()) {
            case DONE -> TargetKind.DEADLINE;
            case FALL, FALL_AT_LEAST, RISE, RISE_AT_LEAST ->
                unit.startsWith("%")
                        ? TargetKind.RELATIVE_CHANGE
                        : unit.contains("百分点") ? TargetKind.POINTS : TargetKind.CUMULATIVE;
            default -> {
                String value = target.value();
                if (value != null && isClass(value)) {
                    yield TargetKind.CLASS;
                } else if (unit.startsWith("%")) {
                    yield TargetKind.SHARE;
                } else if (COUNTED.contains(unit)) {
                    yield TargetKind.COUNT;
                } else if (name.contains("减排量") || name.contains("累计") || name.contains("节能量") || name.contains("新增")) {
                    yield TargetKind.CUMULATIVE;
                } else if (name.endsWith("总量")
                        && (target.comparator() == Comparator.AT_MOST || target.comparator() == Comparator.LESS)) {
                    yield TargetKind.CAP;
                } else {
                    yield TargetKind.LEVEL;
                }
            }
        };
    }

    private static boolean isClass(String value) {
        return value.startsWith("劣") || value.length() == 1 && CLASSES.contains(value);
    }

    /** Ⅲ is 3, 劣Ⅴ 6. */
    static String classNumber(String value) {
        return value.startsWith("劣") ? "6" : Integer.toString(CLASSES.indexOf(value) + 1);
    }

    static Relation relation(Target target, TargetKind kind) {
        Relation relation = Relation.of(target.comparator().code());
        if (relation == null) {
            throw new IllegalStateException("no relation " + target.comparator());
        }
        // Fewer or more by so many tons is an amount to be reached.
        return kind != TargetKind.CUMULATIVE
                ? relation
                : switch (relation) {
                    case FALL, RISE -> Relation.EQUAL;
                    case FALL_AT_LEAST, RISE_AT_LEAST -> Relation.AT_LEAST;
                    default -> relation;
                };
    }
}
