package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.emission.EmissionRules.Ruling;

/** Hours, days, emission, coverage and exceeded limits of one pollutant of one source. Spans end before their last moment. */
public final class PollutantAccount {
    private static final BigDecimal HOURS = new BigDecimal(24);

    private final Substance substance;
    private final SourceSeries series;
    private final EmissionRules rules;
    private final List<Hour> hours;
    private final Map<LocalDate, Capture> captures;

    PollutantAccount(
            Substance substance,
            SourceSeries series,
            EmissionRules rules,
            List<Hour> hours,
            Map<LocalDate, Capture> captures) {
        this.substance = substance;
        this.series = series;
        this.rules = rules;
        this.hours = List.copyOf(hours);
        this.captures = Map.copyOf(captures);
    }

    public Substance substance() {
        return substance;
    }

    /** Whether it has a mass. */
    public boolean hasMass() {
        return substance.role() == Role.POLLUTANT;
    }

    /** Those that are over, in order. */
    public List<Hour> hours(LocalDateTime from, LocalDateTime to) {
        int first = index(from);
        return hours.subList(first, Math.max(first, index(to)));
    }

    private int index(LocalDateTime moment) {
        long at = ChronoUnit.HOURS.between(series.begin(), moment);
        return (int) Math.clamp(at, 0, hours.size());
    }

    /** Of the quarter the day lies in; null: nothing of it is known. */
    public @Nullable Capture capture(LocalDate day) {
        return captures.get(Capture.quarterOf(day.atStartOfDay()));
    }

    Ruling ruling(Parameter parameter, int year) {
        return rules.ruling(parameter, series.medium(), year);
    }

    /** Whether every rule the year's values rest on is settled; else they are shown in brackets. */
    public boolean settled(int year) {
        return rests(year).stream().allMatch(edition -> edition.certainty().settled());
    }

    /** Editions the year's values rest on. */
    public List<RuleEdition> rests(int year) {
        List<RuleEdition> editions = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            if (parameter.isOf(series.medium())) {
                editions.add(ruling(parameter, year).edition());
            }
        }
        editions.add(substance.edition());
        return editions;
    }

    /** What it is held against on a day. */
    public List<Limit> limits(LocalDate day) {
        return rules.limits(series.termsAt(day.atStartOfDay()), substance.factor(), day.getYear());
    }

    public Day day(LocalDate date) {
        LocalDateTime from = date.atStartOfDay();
        List<Hour> own = hours(from, from.plusDays(1));
        int running = 24
                - (int) own.stream()
                        .filter(hour -> hour.state() == HourState.STOPPED)
                        .count();
        int wanted = ruling(Parameter.VALID_HOURS, date.getYear())
                .value()
                .multiply(new BigDecimal(running))
                .divide(HOURS, 0, RoundingMode.CEILING)
                .intValueExact();
        long valid =
                own.stream().filter(hour -> hour.state() == HourState.VALID).count();
        boolean over = !series.until().isBefore(from.plusDays(1));
        return new Day(
                date,
                own,
                over && running > 0 && valid >= wanted,
                wanted,
                mean(own, Hour::concentration),
                mean(own, Hour::converted),
                mean(own, Hour::judged),
                emission(from, from.plusDays(1)),
                transmission(own, date.getYear()));
    }

    private @Nullable BigDecimal mean(List<Hour> own, Function<Hour, @Nullable BigDecimal> value) {
        List<Hour> known = own.stream()
                .filter(hour -> hour.state() == HourState.VALID && value.apply(hour) != null)
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        if (substance.role() == Role.ACIDITY) {
            return median(known, value);
        }
        boolean byFlow = ruling(Parameter.DAY_BY_FLOW, known.getFirst().start().getYear())
                        .value()
                        .signum()
                > 0;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Hour hour : known) {
            BigDecimal each = value.apply(hour);
            BigDecimal weight = byFlow ? hour.flow() : BigDecimal.ONE;
            if (each != null && weight != null) {
                sum = sum.add(each.multiply(weight));
                weights = weights.add(weight);
            }
        }
        return weights.signum() == 0 ? null : Arithmetic.divide(sum, weights);
    }

    private static BigDecimal median(List<Hour> known, Function<Hour, @Nullable BigDecimal> value) {
        List<BigDecimal> sorted = new ArrayList<>();
        for (Hour hour : known) {
            BigDecimal each = value.apply(hour);
            if (each != null) {
                sorted.add(each);
            }
        }
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Arithmetic.divide(sorted.get(middle - 1).add(sorted.get(middle)), BigDecimal.TWO);
    }

    /** Days of the span that have begun. */
    public List<Day> days(LocalDate from, LocalDate to) {
        List<Day> days = new ArrayList<>();
        for (LocalDate date = from;
                date.isBefore(to) && date.atStartOfDay().isBefore(series.until());
                date = date.plusDays(1)) {
            if (date.plusDays(1).atStartOfDay().isAfter(series.begin())) {
                days.add(day(date));
            }
        }
        return days;
    }

    public Emission emission(LocalDateTime from, LocalDateTime to) {
        List<Hour> own = hours(from, to);
        return Emission.of(from, to, own, () -> new Explanation(this).emission(from, to, own));
    }

    public Transmission transmission(LocalDateTime from, LocalDateTime to) {
        Transmission sum = Transmission.NONE;
        for (LocalDateTime day = from.truncatedTo(ChronoUnit.DAYS); day.isBefore(to); day = day.plusDays(1)) {
            LocalDateTime end = day.plusDays(1);
            sum = sum.plus(
                    transmission(hours(day.isBefore(from) ? from : day, end.isAfter(to) ? to : end), day.getYear()));
        }
        return sum;
    }

    /** Of one day. */
    private Transmission transmission(List<Hour> own, int year) {
        int due = 0;
        int received = 0;
        int checking = 0;
        int valid = 0;
        for (Hour hour : own) {
            if (hour.state() != HourState.STOPPED) {
                due++;
                received += hour.said().command() != 0 ? 1 : 0;
                valid += hour.state() == HourState.VALID ? 1 : 0;
                checking += hour.state() != HourState.VALID && hour.said().checking() ? 1 : 0;
            }
        }
        int excused = Parameter.CHECK_HOURS.isOf(series.medium())
                ? Math.min(checking, ruling(Parameter.CHECK_HOURS, year).number())
                : 0;
        return new Transmission(due, received, excused, valid);
    }

    /** Limits exceeded in the span, by valid hours and valid days. */
    public List<Episode> episodes(LocalDateTime from, LocalDateTime to) {
        List<Episode> found = new ArrayList<>();
        Exceeding byHour = new Exceeding(substance, found);
        for (Hour hour : hours(from, to)) {
            byHour.next(
                    limit(hour.start().toLocalDate(), Window.HOUR),
                    hour.start(),
                    hour.start().plusHours(1),
                    hour.state() == HourState.VALID ? hour.judged() : null,
                    hour.state() == HourState.STOPPED);
        }
        byHour.end();
        Exceeding byDay = new Exceeding(substance, found);
        for (Day day : days(from.toLocalDate(), to.toLocalDate())) {
            byDay.next(
                    limit(day.date(), Window.DAY),
                    day.date().atStartOfDay(),
                    day.date().plusDays(1).atStartOfDay(),
                    day.valid() ? day.judged() : null,
                    false);
        }
        byDay.end();
        return found;
    }

    private @Nullable Limit limit(LocalDate day, Window window) {
        return limits(day).stream()
                .filter(limit -> limit.window() == window)
                .findFirst()
                .orElse(null);
    }
}
