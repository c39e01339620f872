package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/**
 * What is to be reached.
 *
 * @param indicator a name as a person would write it
 * @param value decimal digits as printed without separators, a class of water ({@code Ⅲ}), or null for a mere date
 * @param valueTo upper end of a range
 * @param unit as printed ({@code ％} and 百分之 as {@code %}), empty where there is none
 * @param due {@code 2025}, {@code 2023-10}, {@code 2015-09-01} or a period {@code 2021/2025}; null: nothing says it
 * @param dueInherited not in the sentence itself but before it, or the end of the plan
 * @param scope where it is not the whole place
 * @param baseline base year
 * @param modality 力争, 原则上, 参考值 or empty
 * @param bound 约束性, 预期性 or empty
 * @param perYear the value is for each year (年均, 每年)
 */
public record Target(
        String section,
        Quote quote,
        String indicator,
        Comparator comparator,
        @Nullable String value,
        @Nullable String valueTo,
        String unit,
        @Nullable String due,
        boolean dueInherited,
        String scope,
        @Nullable Integer baseline,
        String modality,
        String bound,
        boolean perYear) {

    /** The same with the date its table states. */
    Target due(String stated) {
        return new Target(
                section,
                quote,
                indicator,
                comparator,
                value,
                valueTo,
                unit,
                stated,
                false,
                scope,
                baseline,
                modality,
                bound,
                perYear);
    }

    /** The same by another name. */
    Target named(String name) {
        return new Target(
                section,
                quote,
                name,
                comparator,
                value,
                valueTo,
                unit,
                due,
                dueInherited,
                scope,
                baseline,
                modality,
                bound,
                perYear);
    }
}
