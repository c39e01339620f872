package org.luheng.accounting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantified target of a plan, one row of {@code targets.csv} ({@code docs/plan-format.md}).
 *
 * @param value as printed, falls as positive numbers; null for a deadline without a number; a class as its number
 * @param valueTo upper end of a range
 * @param baseYear null where the document states none
 * @param region code of the place it binds
 * @param scope narrower than the whole region, empty otherwise
 * @param nature 约束性, 参考值, 预期性, or empty where the document does not say
 * @param from position of its sentence in the document, in code points, half open
 */
public record Target(
        String id,
        String section,
        String title,
        String indicator,
        TargetKind kind,
        Relation relation,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueTo,
        String unit,
        @Nullable Integer baseYear,
        @Nullable BigDecimal baseValue,
        Due due,
        boolean dueInherited,
        String region,
        String scope,
        String nature,
        String modality,
        int from,
        int to,
        String note) {

    private static final String CLASSES = "ⅠⅡⅢⅣⅤⅥ";

    /** A rate for every year ({@code %/年}) rather than one for the whole period. */
    boolean isYearlyRate() {
        return unit.equals("%/年");
    }

    /** A reference value is shown and not assessed. */
    public boolean isReference() {
        return nature.equals("参考值");
    }

    /** An incentive target (激励目标) frees from something; who misses it is held to nothing. */
    public boolean isIncentive() {
        return nature.equals("激励目标");
    }

    /** The wanted change, signed: 下降 14 is −14. */
    BigDecimal change() {
        BigDecimal amount = number();
        return relation.isFall() ? amount.negate() : amount;
    }

    BigDecimal number() {
        if (value == null) {
            throw new IllegalStateException("target " + id + " has no value");
        }
        return value;
    }

    /** The target as a reader would say it: 下降14%、不低于90%、达到或优于Ⅲ类. */
    public String inWords() {
        if (value == null) {
            return due.inWords() + "前完成";
        }
        String amount = kind == TargetKind.CLASS ? className(value) : value.toPlainString();
        String withUnit = amount + unit;
        return switch (relation) {
            case ABOUT -> withUnit + "左右";
            case RANGE -> amount + "—" + (valueTo == null ? "" : valueTo.toPlainString()) + unit;
            case AT_LEAST -> (kind == TargetKind.CLASS ? "达到或优于" : relation.word()) + withUnit;
            default -> relation.word() + withUnit;
        };
    }

    /** Ⅲ for 3; 劣Ⅴ is 6. */
    public static String className(BigDecimal number) {
        int rank = number.intValue();
        if (rank == 6) {
            return "劣Ⅴ";
        }
        return rank >= 1 && rank <= 5 ? CLASSES.substring(rank - 1, rank) : number.toPlainString();
    }
}
