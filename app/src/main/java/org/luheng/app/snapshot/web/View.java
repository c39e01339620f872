package org.luheng.app.snapshot.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Period;
import org.luheng.accounting.Snapshot;
import org.luheng.app.page.Address;
import org.luheng.app.plan.Plans;
import org.luheng.app.snapshot.Snapshots;
import org.luheng.files.PlanFolder;
import org.springframework.stereotype.Component;

/** What a reader asked to see: a plan, a day and a period, each with what is meant when it is not said. */
@Component
class View {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Plans plans;
    private final Snapshots snapshots;
    private final Clock clock;

    View(Plans plans, Snapshots snapshots, Clock clock) {
        this.plans = plans;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @param folder the plan that is looked at, {@code period} the span, both as asked or as meant */
    record Asked(PlanFolder folder, Snapshot snapshot, Period period, List<Period> periods, LocalDate asOf) {}

    Asked of(@Nullable String plan, @Nullable String period, @Nullable String asOf) {
        return of(plan == null || plan.isEmpty() ? plans.first() : plans.get(plan), null, period, asOf);
    }

    /** @param region the place that is looked at, null: all of the plan's */
    Asked of(PlanFolder folder, @Nullable String region, @Nullable String period, @Nullable String asOf) {
        LocalDate day = day(asOf);
        Snapshot snapshot = snapshots.at(folder.plan(), day);
        List<String> places = region == null ? folder.plan().places() : List.of(region);
        List<Period> periods = snapshots.periods(snapshot, places);
        Period chosen = period == null || period.isEmpty() ? snapshots.latest(snapshot, places) : period(period);
        return new Asked(folder, snapshot, chosen, periods.contains(chosen) ? periods : with(chosen, periods), day);
    }

    private static List<Period> with(Period chosen, List<Period> periods) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(chosen), periods.stream())
                .toList();
    }

    LocalDate day(@Nullable String asOf) {
        if (asOf == null || asOf.isEmpty()) {
            return LocalDate.now(clock.withZone(CHINA));
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeException noDay) {
            throw Address.badDate("asof", asOf);
        }
    }

    static Period period(String text) {
        Period period = Period.parse(text);
        if (period == null) {
            throw Address.badPeriod("period", text);
        }
        return period;
    }
}
