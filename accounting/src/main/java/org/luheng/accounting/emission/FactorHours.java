package org.luheng.accounting.emission;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hours of every factor of a source, each made once when asked for. */
final class FactorHours {
    /** Where two have one version, the order in which they came must not matter. */
    private static final Comparator<Reading> LATER =
            Comparator.comparingLong(Reading::version).thenComparing(Reading::toString);

    private final SourceSeries series;
    private final EmissionRules rules;
    private final HourOfReadings maker;
    private final Map<String, Map<LocalDateTime, Said>> said = new HashMap<>();
    private final Map<String, Map<LocalDateTime, FactorHour>> made = new HashMap<>();
    private final List<Marked> marks;

    private static final class Said {
        private @Nullable Reading whole;
        private final Map<LocalDateTime, Reading> parts = new TreeMap<>();
    }

    FactorHours(SourceSeries series, EmissionRules rules) {
        this.series = series;
        this.rules = rules;
        this.maker = new HourOfReadings(rules, series.medium());
        this.marks = series.marks().stream()
                .sorted(Comparator.comparingLong(Marked::sequence))
                .toList();
        for (Reading reading : series.readings()) {
            if (!reading.at().isBefore(series.begin()) && reading.at().isBefore(series.until())) {
                take(reading);
            }
        }
    }

    private void take(Reading reading) {
        Said hour = said.computeIfAbsent(reading.factor(), factor -> new HashMap<>())
                .computeIfAbsent(reading.at().truncatedTo(ChronoUnit.HOURS), start -> new Said());
        if (reading.command() == Reading.OF_HOUR) {
            hour.whole = hour.whole == null || LATER.compare(reading, hour.whole) > 0 ? reading : hour.whole;
        } else if (reading.command() == Reading.OF_MINUTES) {
            hour.parts.merge(
                    reading.at().truncatedTo(ChronoUnit.MINUTES),
                    reading,
                    (one, other) -> LATER.compare(one, other) > 0 ? one : other);
        }
    }

    Set<String> factors() {
        return said.keySet();
    }

    /** @param substance null: there is no such factor, and nothing was said of it */
    FactorHour at(@Nullable Substance substance, LocalDateTime start) {
        return substance == null
                ? FactorHour.NOTHING
                : made.computeIfAbsent(substance.factor(), factor -> new HashMap<>())
                        .computeIfAbsent(start, hour -> make(substance, hour));
    }

    private FactorHour make(Substance substance, LocalDateTime start) {
        LocalDateTime end = start.plusHours(1);
        Said hour = said.getOrDefault(substance.factor(), Map.of()).get(start);
        List<Marked> about = marks.stream()
                .filter(mark -> mark.speaksOf(substance.factor())
                        && mark.from().isBefore(end)
                        && mark.to().isAfter(start))
                .toList();
        boolean hoursFirst = rules.ruling(Parameter.FIRST_SOURCE, series.medium(), start.getYear())
                        .number()
                == Reading.OF_HOUR;
        List<Reading> parts = hour == null ? List.of() : new ArrayList<>(hour.parts.values());
        Reading whole = hour == null || (!hoursFirst && !parts.isEmpty()) ? null : hour.whole;
        return maker.hour(substance, start, series.termsAt(start).minutes(), whole, parts, about);
    }
}
