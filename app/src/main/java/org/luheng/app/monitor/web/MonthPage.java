package org.luheng.app.monitor.web;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.emission.Capture;
import org.luheng.accounting.emission.Day;
import org.luheng.accounting.emission.Emission;
import org.luheng.accounting.emission.Episode;
import org.luheng.accounting.emission.Medium;
import org.luheng.accounting.emission.PollutantAccount;
import org.luheng.accounting.emission.SourceAccount;
import org.luheng.accounting.emission.Terms;
import org.luheng.accounting.emission.Transmission;
import org.luheng.app.monitor.Outlet;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * An outlet's month: what each pollutant comes to, with its coverage, and the days of one of them.
 *
 * @param terms that hold at its end; null: none were stated
 * @param drawn whose days are shown; null: nothing was measured
 */
public record MonthPage(
        Frame frame,
        Outlet outlet,
        YearMonth month,
        SourceAccount account,
        @Nullable Terms terms,
        @Nullable PollutantAccount drawn,
        BigDecimal pass) {

    /** One pollutant of the month. */
    public record Line(
            PollutantAccount pollutant,
            Emission emission,
            Transmission transmission,
            @Nullable Capture capture,
            int exceeded,
            boolean bracketed) {
        public String kilograms() {
            return !pollutant.hasMass() ? "—" : Figures.bracketed(emission.kilograms(), bracketed);
        }

        public @Nullable BigDecimal captured() {
            return capture == null ? null : capture.rate();
        }
    }

    private LocalDateTime from() {
        return month.atDay(1).atStartOfDay();
    }

    private LocalDateTime to() {
        return month.plusMonths(1).atDay(1).atStartOfDay();
    }

    public List<Line> lines() {
        return account.pollutants().stream().map(this::line).toList();
    }

    private Line line(PollutantAccount pollutant) {
        return new Line(
                pollutant,
                pollutant.emission(from(), to()),
                pollutant.transmission(from(), to()),
                outlet.medium() == Medium.GAS ? pollutant.capture(month.atEndOfMonth()) : null,
                pollutant.episodes(from(), to()).size(),
                !pollutant.settled(month.getYear()));
    }

    public Transmission transmission() {
        return account.transmission(from(), to());
    }

    public boolean passes() {
        BigDecimal effective = transmission().effective();
        return effective != null && effective.compareTo(pass) >= 0;
    }

    public List<Episode> episodes() {
        return account.episodes(from(), to());
    }

    public List<Day> days() {
        return drawn == null
                ? List.of()
                : drawn.days(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public Emission drawnEmission() {
        if (drawn == null) {
            throw new IllegalStateException("nothing was measured");
        }
        return drawn.emission(from(), to());
    }

    public boolean over() {
        return !account.series().until().isBefore(to());
    }

    public String href(YearMonth other, String factor) {
        return "/monitor/month?outlet=" + Reading.query(outlet.code()) + "&month=" + other
                + (factor.isEmpty() ? "" : "&factor=" + factor);
    }

    public String factor() {
        return drawn == null ? "" : drawn.substance().factor();
    }

    public String dayHref(Day day) {
        return "/monitor/day?outlet=" + Reading.query(outlet.code()) + "&day=" + day.date() + "&factor=" + factor();
    }

    public String download(String format) {
        return href(month, factor()) + "&format=" + format;
    }

    Table table() {
        Table.Builder table = Table.of(
                "绿衡-在线监测日值-" + outlet.number() + "-" + month,
                outlet.ownerName() + " " + outlet.name() + " " + month,
                "日期",
                "污染物",
                "日均",
                "折算日均",
                "单位",
                "有效日",
                "有效小时",
                "停运小时",
                "排放量（千克）",
                "其中替代小时",
                "缺小时",
                "有效传输率（%）");
        for (PollutantAccount pollutant : account.pollutants()) {
            for (Day day : pollutant.days(month.atDay(1), month.plusMonths(1).atDay(1))) {
                table.row(
                        day.date().toString(),
                        pollutant.substance().name(),
                        Reading.data(day.mean()),
                        Reading.data(day.converted()),
                        pollutant.substance().unit(),
                        day.valid() ? "是" : "否",
                        BigDecimal.valueOf(day.validHours()),
                        BigDecimal.valueOf(day.emission().stopped()),
                        pollutant.hasMass() ? Reading.data(day.emission().kilograms()) : null,
                        BigDecimal.valueOf(day.emission().substituted()),
                        BigDecimal.valueOf(pollutant.hasMass() ? day.emission().lacking() : 0),
                        Reading.data(day.transmission().effective()));
            }
        }
        return table.note("按 rules/ 中在线监测核算参数计算，其中多数凭通行做法，未核原文").build(outlet.sample());
    }
}
