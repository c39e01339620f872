package org.luheng.app.monitor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.emission.Day;
import org.luheng.accounting.emission.Hour;
import org.luheng.accounting.emission.PollutantAccount;
import org.luheng.accounting.emission.SourceAccount;
import org.luheng.app.monitor.DeviceEntry;
import org.luheng.app.monitor.Measurements;
import org.luheng.app.monitor.Outlet;
import org.luheng.app.monitor.SourceValues;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Reading;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Hourly and daily values for programs. */
@RestController
@Tag(name = "monitor", description = "在线监测：小时值、日值与排放量")
class ValuesApi {
    private static final int MOST_DAYS = 400;
    private static final int USUAL_DAYS = 7;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+08:00'");

    private final SourceValues values;
    private final Measurements measurements;
    private final Clock clock;
    private final JsonMapper json;

    ValuesApi(SourceValues values, Measurements measurements, Clock clock, JsonMapper json) {
        this.values = values;
        this.measurements = measurements;
        this.clock = clock;
        this.json = json;
    }

    /**
     * One pollutant in one hour or day; decimals are strings.
     *
     * @param origin of the mass of an hour: 实测 替代 缺 停运; of a day: null
     */
    record Value(
            String outlet,
            String time,
            String factor,
            String name,
            String state,
            @Nullable String value,
            @Nullable String converted,
            String unit,
            @Nullable String flow,
            @Nullable String kilograms,
            @Nullable String origin,
            int validHours,
            int substitutedHours,
            int lackingHours,
            int stoppedHours,
            @Nullable String effectiveTransmission,
            boolean bracketed,
            String note) {
        static final List<String> COLUMNS = List.of(
                "outlet",
                "time",
                "factor",
                "name",
                "state",
                "value",
                "converted",
                "unit",
                "flow",
                "kilograms",
                "origin",
                "validHours",
                "substitutedHours",
                "lackingHours",
                "stoppedHours",
                "effectiveTransmission",
                "bracketed",
                "note");

        List<@Nullable Object> cells() {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(outlet);
            cells.add(time);
            cells.add(factor);
            cells.add(name);
            cells.add(state);
            cells.add(value);
            cells.add(converted);
            cells.add(unit);
            cells.add(flow);
            cells.add(kilograms);
            cells.add(origin);
            cells.add(validHours);
            cells.add(substitutedHours);
            cells.add(lackingHours);
            cells.add(stoppedHours);
            cells.add(effectiveTransmission);
            cells.add(bracketed);
            cells.add(note);
            return cells;
        }
    }

    @Operation(
            summary = "在线监测小时值、日值",
            description = "一个排放口一段时间内各污染物的小时值或日值，由读数和标记按规则算出；排放量一并说明实测、替代、缺的小时数。用 mn 指设备今天所在的排放口，或用 outlet 直接指排放口。")
    @GetMapping("/api/monitor/values")
    void values(
            @Parameter(description = "设备唯一标识 MN") @RequestParam(required = false) @Nullable String mn,
            @Parameter(description = "排放口代码") @RequestParam(required = false) @Nullable String outlet,
            @Parameter(description = "起：2026-11-20，缺省为七天前") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "止（不含），缺省为明天") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "hour 小时、day 日") @RequestParam(defaultValue = "hour") String kind,
            @Parameter(description = "json 或 csv") @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        Outlet found = outlet(mn, outlet);
        LocalDate end =
                to == null ? LocalDate.ofInstant(clock.instant(), Moments.ZONE).plusDays(1) : day("to", to);
        LocalDate begin = from == null ? end.minusDays(USUAL_DAYS) : day("from", from);
        if (!begin.isBefore(end) || begin.plusDays(MOST_DAYS).isBefore(end)) {
            throw Refused.of(Finding.of(Fault.TIME_BACKWARDS, Place.parameter("to"), end.toString()));
        }
        if (!values.covers(found, begin, end)) {
            throw Refused.of(Finding.of(Fault.NO_MONITORING_RULES, Place.parameter("from"), begin.toString()));
        }
        if (!kind.equals("hour") && !kind.equals("day")) {
            throw Address.badValue("kind", kind, "hour、day");
        }
        List<Value> made = made(found, values.account(found, begin, end), begin, end, kind.equals("hour"));
        switch (format) {
            case "csv" ->
                Download.csv(
                        response,
                        "在线监测" + (kind.equals("hour") ? "小时值-" : "日值-") + found.code(),
                        Value.COLUMNS,
                        each -> made.forEach(value -> each.accept(value.cells())));
            case "json" -> {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                json.writeValue(response.getOutputStream(), made);
            }
            default -> throw Address.badValue("format", format, "json、csv");
        }
    }

    private Outlet outlet(@Nullable String mn, @Nullable String outlet) {
        if (outlet != null) {
            return ValuesController.outlet(values, outlet);
        }
        String asked = mn == null ? "" : mn;
        DeviceEntry device = measurements.device(asked).orElseThrow(() -> Address.unknown("mn", asked));
        return values.outlet(device.outlet()).orElseThrow(() -> Address.unknown("mn", asked));
    }

    private static LocalDate day(String parameter, String text) {
        LocalDate day = LocalDate.ofInstant(Moments.of(parameter, text), Moments.ZONE);
        if (text.length() != 10 || day.getYear() < 1949 || day.getYear() > 2100) {
            throw Address.badDate(parameter, text);
        }
        return day;
    }

    private static List<Value> made(Outlet outlet, SourceAccount account, LocalDate from, LocalDate to, boolean hours) {
        List<Value> made = new ArrayList<>();
        for (PollutantAccount pollutant : account.pollutants()) {
            if (hours) {
                LocalDateTime end = to.atStartOfDay();
                pollutant.hours(from.atStartOfDay(), end).forEach(hour -> made.add(of(outlet, pollutant, hour)));
            } else {
                pollutant.days(from, to).forEach(day -> made.add(of(outlet, pollutant, day)));
            }
        }
        return made;
    }

    private static Value of(Outlet outlet, PollutantAccount pollutant, Hour hour) {
        return new Value(
                outlet.code(),
                HOUR.format(hour.start()),
                pollutant.substance().factor(),
                pollutant.substance().name(),
                hour.state().word(),
                text(hour.concentration()),
                text(hour.converted()),
                pollutant.substance().unit(),
                text(hour.flow()),
                text(hour.mass()),
                pollutant.hasMass() ? hour.origin().word() : null,
                hour.state() == org.luheng.accounting.emission.HourState.VALID ? 1 : 0,
                hour.origin() == org.luheng.accounting.emission.Origin.SUBSTITUTED ? 1 : 0,
                hour.origin() == org.luheng.accounting.emission.Origin.LACKING ? 1 : 0,
                hour.origin() == org.luheng.accounting.emission.Origin.STOPPED ? 1 : 0,
                null,
                !pollutant.settled(hour.start().getYear()),
                hour.note());
    }

    private static Value of(Outlet outlet, PollutantAccount pollutant, Day day) {
        return new Value(
                outlet.code(),
                day.date().toString(),
                pollutant.substance().factor(),
                pollutant.substance().name(),
                day.valid() ? "有效" : "无效",
                text(day.mean()),
                text(day.converted()),
                pollutant.substance().unit(),
                null,
                pollutant.hasMass() ? text(day.emission().kilograms()) : null,
                null,
                (int) day.validHours(),
                day.emission().substituted(),
                day.emission().lacking(),
                day.emission().stopped(),
                text(day.transmission().effective()),
                !pollutant.settled(day.date().getYear()),
                pollutant.hasMass() ? day.emission().missing() : "");
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        BigDecimal data = Reading.data(value);
        return data == null ? null : data.toPlainString();
    }
}
