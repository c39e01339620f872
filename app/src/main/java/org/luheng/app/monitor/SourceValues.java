package org.luheng.app.monitor;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.emission.EmissionRules;
import org.luheng.accounting.emission.Limit;
import org.luheng.accounting.emission.Marked;
import org.luheng.accounting.emission.Medium;
import org.luheng.accounting.emission.Parameter;
import org.luheng.accounting.emission.Reading;
import org.luheng.accounting.emission.SourceAccount;
import org.luheng.accounting.emission.SourceSeries;
import org.luheng.accounting.emission.Terms;
import org.luheng.accounting.emission.Window;
import org.luheng.app.monitor.store.OutletTables;
import org.luheng.files.RulesFolder;
import org.springframework.stereotype.Service;

/**
 * Hours, days and emissions of an outlet, computed from the store when they are asked for, by the rights of who asks. Data that come
 * late are in the next answer; nothing is kept (decision 25).
 */
@Service
public class SourceValues {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** 2160 valid hours before a gap, and some that are not. */
    private static final int DAYS_BACK = 100;

    /** Devices send an hour after it is over. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(30);

    private static final int LAST_YEAR = 2100;

    private final OutletTables outlets;
    private final Measurements measurements;
    private final EmissionRules rules;
    private final Clock clock;

    SourceValues(OutletTables outlets, Measurements measurements, RulesFolder folder, Clock clock) {
        this.outlets = outlets;
        this.measurements = measurements;
        this.rules = folder.emissions();
        this.clock = clock;
    }

    public EmissionRules rules() {
        return rules;
    }

    public List<Outlet> outlets() {
        return outlets.outlets();
    }

    /** Empty: there is none for who asks. */
    public Optional<Outlet> outlet(String code) {
        return outlets.outlet(code);
    }

    /** Whether there are rules for the days; what they rest on before the first rules is left out. */
    public boolean covers(Outlet outlet, LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.minusDays(1).getYear(); year++) {
            if (!rules.covers(outlet.medium(), year)) {
                return false;
            }
        }
        return true;
    }

    /** What the quarter of the first day needs, and what may be put in the place of its gaps. */
    private static LocalDate begin(LocalDate from) {
        return LocalDate.of(from.getYear(), (from.getMonthValue() - 1) / 3 * 3 + 1, 1)
                .minusDays(DAYS_BACK);
    }

    /** Of the days from the first to before the last, with as much before as they rest on. */
    public SourceAccount account(Outlet outlet, LocalDate from, LocalDate to) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant().minus(ON_ITS_WAY), ZONE);
        LocalDateTime until = to.atStartOfDay().isBefore(now) ? to.atStartOfDay() : now.truncatedTo(ChronoUnit.HOURS);
        LocalDate first = begin(from);
        // Before its first rules nothing is counted.
        while (!rules.covers(outlet.medium(), first.getYear()) && first.getYear() < LAST_YEAR) {
            first = LocalDate.of(first.getYear() + 1, 1, 1);
        }
        List<OutletTables.Link> links = outlets.links(outlet.code());
        List<Reading> readings = readings(links, first.atStartOfDay(), until);
        LocalDateTime begin = begin(links, readings, first, until);
        List<Marked> marks = outlets.marks(outlet.code(), begin, until).stream()
                .map(SourceValues::marked)
                .toList();
        return SourceAccount.of(
                new SourceSeries(outlet.medium(), terms(outlet.code()), readings, marks, begin, until), rules);
    }

    private static Marked marked(OutletTables.MarkRow row) {
        return new Marked(row.from(), row.to(), row.factor(), row.mark(), row.id());
    }

    /** It has to be measured since its first link; where that has no date, since the first that was heard of it. */
    private static LocalDateTime begin(
            List<OutletTables.Link> links, List<Reading> readings, LocalDate first, LocalDateTime until) {
        boolean dated = !links.isEmpty() && links.stream().allMatch(link -> link.from() != null);
        LocalDateTime begin = dated
                ? links.stream()
                        .map(OutletTables.Link::from)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(first)
                        .atStartOfDay()
                : readings.stream()
                        .map(Reading::at)
                        .min(LocalDateTime::compareTo)
                        .orElse(until);
        return begin.isBefore(first.atStartOfDay()) ? first.atStartOfDay() : begin.isAfter(until) ? until : begin;
    }

    private List<Reading> readings(List<OutletTables.Link> links, LocalDateTime from, LocalDateTime until) {
        List<Reading> readings = new ArrayList<>();
        for (OutletTables.Link link : links) {
            LocalDateTime begin =
                    link.from() == null || link.from().atStartOfDay().isBefore(from)
                            ? from
                            : link.from().atStartOfDay();
            LocalDateTime end = link.to() == null || link.to().atStartOfDay().isAfter(until)
                    ? until
                    : link.to().atStartOfDay();
            if (begin.isBefore(end)) {
                List<Reading> hours = new ArrayList<>();
                take(link, Reading.OF_HOUR, begin, end, hours);
                readings.addAll(hours);
                // Minutes are sixty times as many: they are read only of days whose hours are not all there.
                for (LocalDateTime[] days : incomplete(hours, begin, end)) {
                    take(link, Reading.OF_MINUTES, days[0], days[1], readings);
                }
            }
        }
        return readings;
    }

    private void take(
            OutletTables.Link link, int command, LocalDateTime from, LocalDateTime to, List<Reading> readings) {
        measurements.each(
                link.device(),
                link.mn(),
                command,
                from.atZone(ZONE).toInstant(),
                to.atZone(ZONE).toInstant(),
                each -> {
                    if (rules.substance(each.factor()) != null) {
                        readings.add(new Reading(
                                command,
                                LocalDateTime.ofInstant(each.dataTime(), ZONE),
                                each.factor(),
                                number(each.value("Avg")),
                                number(each.value("ZsAvg")),
                                each.value("Flag"),
                                ChronoUnit.MICROS.between(java.time.Instant.EPOCH, each.received())));
                    }
                });
    }

    private static @Nullable BigDecimal number(String text) {
        return text.matches("[-+]?[0-9]{1,18}(\\.[0-9]{1,18})?") ? new BigDecimal(text) : null;
    }

    /** Spans of whole days in which some factor has no record of some hour. */
    private static List<LocalDateTime[]> incomplete(List<Reading> hours, LocalDateTime from, LocalDateTime to) {
        Set<String> factors = new HashSet<>();
        Map<LocalDate, Set<String>> there = new HashMap<>();
        for (Reading hour : hours) {
            factors.add(hour.factor());
            there.computeIfAbsent(hour.at().toLocalDate(), day -> new HashSet<>())
                    .add(hour.factor() + hour.at().getHour());
        }
        List<LocalDateTime[]> spans = new ArrayList<>();
        for (LocalDate day = from.toLocalDate(); day.atStartOfDay().isBefore(to); day = day.plusDays(1)) {
            boolean whole =
                    !factors.isEmpty() && there.getOrDefault(day, Set.of()).size() == factors.size() * 24;
            if (!whole) {
                LocalDateTime end = day.plusDays(1).atStartOfDay().isAfter(to)
                        ? to
                        : day.plusDays(1).atStartOfDay();
                if (!spans.isEmpty() && spans.getLast()[1].equals(day.atStartOfDay())) {
                    spans.getLast()[1] = end;
                } else {
                    spans.add(new LocalDateTime[] {day.atStartOfDay().isBefore(from) ? from : day.atStartOfDay(), end});
                }
            }
        }
        return spans;
    }

    /** Statements and limits of the permit as the arithmetic takes them: one for each span in which nothing changes. */
    public List<Terms> terms(String outlet) {
        List<OutletTables.Stated> stated = outlets.terms(outlet);
        List<OutletTables.Permitted> permitted = outlets.limits(outlet);
        SortedSet<LocalDate> changes = new TreeSet<>();
        stated.forEach(each -> changes.add(each.since()));
        permitted.forEach(each -> changes.add(each.since()));
        List<LocalDate> days = new ArrayList<>(changes);
        List<Terms> terms = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            LocalDate day = days.get(at);
            LocalDate next = at + 1 < days.size() ? days.get(at + 1) : null;
            OutletTables.Stated holds = stated.stream()
                    .filter(each -> !each.since().isAfter(day))
                    .reduce((earlier, later) -> later)
                    .orElse(null);
            terms.add(terms(day, next, holds, permitted));
        }
        return terms;
    }

    private static Terms terms(
            LocalDate day,
            @Nullable LocalDate next,
            OutletTables.@Nullable Stated holds,
            List<OutletTables.Permitted> permitted) {
        Map<String, OutletTables.Permitted> latest = new HashMap<>();
        permitted.stream()
                .filter(each -> !each.since().isAfter(day))
                .forEach(each -> latest.put(each.factor() + each.span(), each));
        List<Limit> limits = latest.values().stream()
                .map(SourceValues::limit)
                .filter(Objects::nonNull)
                .toList();
        return holds == null
                ? new Terms(day, next, "", null, true, true, null, false, Terms.MINUTES, limits)
                : new Terms(
                        day,
                        next,
                        holds.limits(),
                        holds.oxygen(),
                        holds.atStandard(),
                        holds.dry(),
                        holds.barometer(),
                        holds.flowByHour(),
                        holds.minutes(),
                        limits);
    }

    private static @Nullable Limit limit(OutletTables.Permitted permitted) {
        Window window = Objects.requireNonNull(Window.of(permitted.span()));
        return permitted.most() == null
                ? null
                : new Limit(
                        "排污许可证",
                        permitted.factor(),
                        window,
                        permitted.least(),
                        permitted.most(),
                        null,
                        new RuleEdition(
                                "permit-" + permitted.factor(),
                                "emission-limit",
                                "许可排放限值",
                                "许可证规定的" + window.word() + "限值 "
                                        + permitted.most().toPlainString(),
                                permitted.since().getYear(),
                                LAST_YEAR,
                                permitted.source(),
                                Certainty.CONFIRMED));
    }

    /** Marks that touch the days, with whether they came in time. */
    public List<OutletMark> marks(Outlet outlet, LocalDate from, LocalDate to) {
        return outlets.marks(outlet.code(), from.atStartOfDay(), to.atStartOfDay()).stream()
                .map(row -> new OutletMark(
                        row.id(), marked(row), row.reason(), row.recorded(), row.actor(), isLate(outlet.medium(), row)))
                .toList();
    }

    /** A day is to be marked by an hour of the next one. */
    private boolean isLate(Medium medium, OutletTables.MarkRow row) {
        int year = row.from().getYear();
        if (!rules.covers(medium, year)) {
            return false;
        }
        LocalDateTime due = row.to()
                .minusNanos(1)
                .toLocalDate()
                .plusDays(1)
                .atTime(
                        rules.ruling(Parameter.MARKED_UNTIL, medium, year)
                                .value()
                                .intValueExact(),
                        0);
        return LocalDateTime.ofInstant(row.recorded(), ZONE).isAfter(due);
    }
}
