package org.luheng.accounting.reduction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Figure;

/**
 * What came of a project. Tonnes of its pollutant.
 *
 * @param net what counts, after limits, months and replacement used; without value where the project does not count
 * @param takenBack negative, in the year of the inspection; null: nothing was
 * @param limit which limit bit and what was computed before it, in Chinese; empty: none
 * @param differences computed less claimed or verified, one for each that was stated; indicators as
 *     {@link #difference(Pollutant, Verdict)}
 * @param greenhouse tonnes CO₂ equivalent that go with it; null where no factor was given
 */
public record Reduction(
        Project project,
        Figure net,
        @Nullable Figure takenBack,
        String limit,
        List<Figure> differences,
        @Nullable Figure greenhouse) {
    public Reduction {
        differences = List.copyOf(differences);
    }

    public boolean counted() {
        return net.value() != null;
    }

    /** Indicator of what was taken back. */
    public static String takenBack(Pollutant pollutant) {
        return pollutant.indicator() + ".taken-back";
    }

    /** Indicator of the computed amount less what somebody said. */
    public static String difference(Pollutant pollutant, Verdict verdict) {
        return pollutant.indicator() + ".less-" + verdict.code();
    }

    /** Indicator of the greenhouse gases that go with the reduction. */
    public static String greenhouse(Pollutant pollutant) {
        return pollutant.indicator() + ".greenhouse";
    }
}
