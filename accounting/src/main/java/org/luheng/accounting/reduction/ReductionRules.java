package org.luheng.accounting.reduction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How reductions are counted, as dated data. Of several editions that hold in a year the one that began last counts. */
public record ReductionRules(List<Measure> measures, List<Condition> conditions) {
    public ReductionRules {
        measures = List.copyOf(measures);
        conditions = List.copyOf(conditions);
    }

    /** Null where no edition of the measure holds in the year. */
    public @Nullable Measure measure(String code, int year) {
        return measures.stream()
                .filter(measure ->
                        measure.code().equals(code) && measure.edition().holdsIn(year))
                .max(Comparator.comparingInt(measure -> measure.edition().from()))
                .orElse(null);
    }

    Optional<Condition> condition(Condition.Matter matter, int year) {
        return conditions.stream()
                .filter(condition ->
                        condition.matter() == matter && condition.edition().holdsIn(year))
                .max(Comparator.comparingInt(condition -> condition.edition().from()));
    }

    /** A matter without an edition in the year; null: all have one. */
    Condition.@Nullable Matter uncovered(int year) {
        return Arrays.stream(Condition.Matter.values())
                .filter(matter -> condition(matter, year).isEmpty())
                .findFirst()
                .orElse(null);
    }
}
