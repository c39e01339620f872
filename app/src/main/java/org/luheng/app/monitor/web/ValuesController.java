package org.luheng.app.monitor.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.emission.Parameter;
import org.luheng.accounting.emission.PollutantAccount;
import org.luheng.accounting.emission.SourceAccount;
import org.luheng.app.monitor.Outlet;
import org.luheng.app.monitor.SourceValues;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reader;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An outlet's month and day. */
@Controller
class ValuesController {
    static final Frame.Crumb LIST = new Frame.Crumb("监测", "/monitor");

    private final SourceValues values;
    private final Clock clock;

    ValuesController(SourceValues values, Clock clock) {
        this.values = values;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.ZONE);
    }

    static Outlet outlet(SourceValues values, String code) {
        return values.outlet(code).orElseThrow(() -> Address.unknown("outlet", code));
    }

    private SourceAccount account(Outlet outlet, LocalDate from, LocalDate to, String asked) {
        if (!values.covers(outlet, from, to)) {
            throw Refused.of(Finding.of(Fault.NO_MONITORING_RULES, Place.parameter("时间"), asked));
        }
        return values.account(outlet, from, to);
    }

    private static @Nullable PollutantAccount drawn(SourceAccount account, String factor) {
        PollutantAccount asked = account.pollutant(factor);
        return asked != null || account.pollutants().isEmpty()
                ? asked
                : account.pollutants().getFirst();
    }

    @GetMapping("/monitor/month")
    Object month(
            @RequestParam String outlet,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(defaultValue = "") String factor,
            @RequestParam(required = false) @Nullable String format) {
        Outlet found = outlet(values, outlet);
        YearMonth asked = month == null ? YearMonth.from(today()) : yearMonth(month);
        LocalDate from = asked.atDay(1);
        SourceAccount account = account(found, from, asked.plusMonths(1).atDay(1), asked.toString());
        BigDecimal pass = values.rules()
                .ruling(Parameter.TRANSMISSION, found.medium(), asked.getYear())
                .value();
        MonthPage page = new MonthPage(
                Frame.of(found.name() + " " + asked, "monitor", found.sample(), LIST),
                found,
                asked,
                account,
                values.terms(found.code()).stream()
                        .filter(each -> each.from() == null || !each.from().isAfter(asked.atEndOfMonth()))
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                drawn(account, factor),
                pass);
        return format == null ? new ModelAndView("monitor/month", "page", page) : Download.of(page.table(), format);
    }

    private static YearMonth yearMonth(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 1949 && month.getYear() <= 2100) {
                return month;
            }
        } catch (DateTimeException noMonth) {
            // Refused below.
        }
        throw Address.badValue("month", text, "2026-11 这样的月份");
    }

    @GetMapping("/monitor/day")
    Object day(
            @RequestParam String outlet,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "") String factor,
            @RequestParam(required = false) @Nullable String format) {
        DayPage page = page(outlet, day, factor);
        return format == null ? new ModelAndView("monitor/day", "page", page) : Download.of(page.table(), format);
    }

    private DayPage page(String outlet, @Nullable String day, String factor) {
        Outlet found = outlet(values, outlet);
        LocalDate date = day == null ? today() : date(day);
        SourceAccount account = account(found, date, date.plusDays(1), date.toString());
        return new DayPage(
                Frame.of(
                        found.name() + " " + date,
                        "monitor",
                        found.sample(),
                        LIST,
                        new Frame.Crumb(
                                found.name() + " " + YearMonth.from(date),
                                "/monitor/month?outlet=" + org.luheng.app.page.Reading.query(found.code()) + "&month="
                                        + YearMonth.from(date))),
                found,
                date,
                account,
                drawn(account, factor),
                values.marks(found, date, date.plusDays(1)),
                List.copyOf(values.rules().entered(date.getYear())),
                Reader.current().offers("/monitor/marks"));
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1949 && date.getYear() <= 2100) {
                return date;
            }
        } catch (DateTimeException noDate) {
            // Refused below.
        }
        throw Address.badDate("day", text);
    }
}
