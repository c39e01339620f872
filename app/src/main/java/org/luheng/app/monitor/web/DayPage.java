package org.luheng.app.monitor.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Trace;
import org.luheng.accounting.emission.Day;
import org.luheng.accounting.emission.Explanation;
import org.luheng.accounting.emission.Hour;
import org.luheng.accounting.emission.Limit;
import org.luheng.accounting.emission.Mark;
import org.luheng.accounting.emission.PollutantAccount;
import org.luheng.accounting.emission.SourceAccount;
import org.luheng.app.monitor.Outlet;
import org.luheng.app.monitor.OutletMark;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * An outlet's day, hour by hour: what was measured, what was put in its place, and what people said of it.
 *
 * @param drawn null: nothing was measured
 * @param marks that touch the day
 * @param kinds of marks that may be entered
 */
public record DayPage(
        Frame frame,
        Outlet outlet,
        LocalDate date,
        SourceAccount account,
        @Nullable PollutantAccount drawn,
        List<OutletMark> marks,
        List<Mark> kinds,
        boolean mayMark) {

    public @Nullable Day day() {
        return drawn == null ? null : drawn.day(date);
    }

    public boolean bracketed() {
        return drawn != null && !drawn.settled(date.getYear());
    }

    public List<Limit> limits() {
        return drawn == null ? List.of() : drawn.limits(date);
    }

    public Trace trace(Hour hour) {
        if (drawn == null) {
            throw new IllegalStateException("nothing was measured");
        }
        return new Explanation(drawn).hour(hour);
    }

    /** Of the hour's limit; by what it is held against. */
    public boolean exceeds(Hour hour) {
        BigDecimal judged = hour.judged();
        return judged != null
                && limits().stream()
                        .anyMatch(limit -> limit.window() == org.luheng.accounting.emission.Window.HOUR
                                && limit.isExceededBy(judged));
    }

    public String factor() {
        return drawn == null ? "" : drawn.substance().factor();
    }

    public String href(LocalDate other, String factor) {
        return "/monitor/day?outlet=" + Reading.query(outlet.code()) + "&day=" + other
                + (factor.isEmpty() ? "" : "&factor=" + factor);
    }

    public String download(String format) {
        return href(date, factor()) + "&format=" + format;
    }

    Table table() {
        return HourTable.of(
                "绿衡-在线监测小时值-" + outlet.number() + "-" + date,
                outlet.ownerName() + " " + outlet.name() + " " + date,
                account,
                date.atStartOfDay(),
                date.plusDays(1).atStartOfDay(),
                outlet.sample());
    }
}
