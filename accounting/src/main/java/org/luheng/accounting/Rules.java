package org.luheng.accounting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy as dated data: one edition of the {@code rules/} folder with a city's changes laid over it.
 *
 * @param hash names this edition: sha256 of the rows
 */
public record Rules(
        Map<String, Indicator> indicators,
        List<RuleEdition> editions,
        List<Barometer> barometers,
        AuthorityOrder authorities,
        Units units,
        Formulas formulas,
        String hash) {

    public Rules {
        indicators = Map.copyOf(indicators);
        editions = List.copyOf(editions);
        barometers = List.copyOf(barometers);
    }

    /** Without formulas. */
    public Rules(
            Map<String, Indicator> indicators,
            List<RuleEdition> editions,
            List<Barometer> barometers,
            AuthorityOrder authorities,
            Units units,
            String hash) {
        this(indicators, editions, barometers, authorities, units, Formulas.NONE, hash);
    }

    public @Nullable Indicator indicator(String code) {
        return indicators.get(code);
    }

    /**
     * The edition that holds for the assessed year; of several the one that began last.
     *
     * @throws NoSuchRule where none covers the year
     */
    RuleEdition edition(String matter, int year) {
        return editions.stream()
                .filter(edition -> edition.matter().equals(matter) && edition.holdsIn(year))
                .max(Comparator.comparingInt(RuleEdition::from))
                .orElseThrow(() -> new NoSuchRule(matter, year));
    }

    /** Whether every matter has an edition for the year; facts of other years serve as base only. */
    public boolean covers(int year) {
        return editions.stream()
                        .map(RuleEdition::matter)
                        .distinct()
                        .allMatch(matter -> editions.stream()
                                .anyMatch(edition -> edition.matter().equals(matter) && edition.holdsIn(year)))
                && barometers.stream()
                        .map(Barometer::light)
                        .distinct()
                        .allMatch(light -> barometers.stream()
                                .anyMatch(barometer -> barometer.light().equals(light)
                                        && barometer.edition().holdsIn(year)));
    }

    Barometer barometer(String light, int year) {
        return barometers.stream()
                .filter(barometer ->
                        barometer.light().equals(light) && barometer.edition().holdsIn(year))
                .max(Comparator.comparingInt(barometer -> barometer.edition().from()))
                .orElseThrow(() -> new NoSuchRule("barometer." + light, year));
    }

    /** No edition covers the assessed year. */
    public static final class NoSuchRule extends RuntimeException {
        private final int year;

        NoSuchRule(String matter, int year) {
            super("没有适用于 " + year + " 年的规则：" + matter);
            this.year = year;
        }

        public int year() {
            return year;
        }
    }
}
