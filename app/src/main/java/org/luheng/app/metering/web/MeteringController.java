package org.luheng.app.metering.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.app.metering.Counted;
import org.luheng.app.metering.EnergyYear;
import org.luheng.app.metering.Metering;
import org.luheng.app.metering.StatType;
import org.luheng.app.metering.store.MeteringReadings;
import org.luheng.app.metering.store.MeteringReadings.Metered;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.register.Enterprises;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.OnlineRules;
import org.luheng.files.Refused;
import org.luheng.files.RulesFolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of energy online monitoring: all enterprises, one of them, and letting a device register. */
@Controller
class MeteringController {
    private static final Frame.Crumb LIST = new Frame.Crumb("能耗在线", "/metering");

    private final Metering metering;
    private final MeteringReadings readings;
    private final OnlineRules rules;
    private final CodeNames names;
    private final Enterprises enterprises;
    private final Clock clock;

    MeteringController(
            Metering metering, MeteringReadings readings, RulesFolder folder, Enterprises enterprises, Clock clock) {
        this.metering = metering;
        this.readings = readings;
        this.rules = folder.online();
        this.names = new CodeNames(rules);
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @GetMapping("/metering")
    Object list(@RequestParam(required = false) @Nullable String format, HttpServletRequest request) {
        LocalDate today = metering.today();
        List<MeteringPage.Line> lines = readings.enterprises().stream()
                .map(each -> line(each, metering.year(each, today.getYear()), today))
                .toList();
        String called = request.getRequestURL().toString();
        MeteringPage page = new MeteringPage(
                Frame.of(
                        "能耗在线",
                        "monitor",
                        lines.stream().anyMatch(each -> each.enterprise().sample())),
                lines,
                readings.refusals(null),
                called.substring(0, called.length() - "/metering".length()) + "/energy-online/register");
        return format == null
                ? new ModelAndView("metering/enterprises", "page", page)
                : Download.of(page.table(), format);
    }

    private MeteringPage.Line line(Metered enterprise, List<EnergyYear> years, LocalDate today) {
        YearMonth running = YearMonth.from(today);
        long findings = years.stream()
                .flatMap(year -> year.months().stream()
                        .filter(month -> !month.month().isBefore(running.minusMonths(1)))
                        .flatMap(month -> year.findings(month, rules).stream()))
                .count();
        return new MeteringPage.Line(enterprise, years.size(), findings, clock.instant());
    }

    @GetMapping("/metering/enterprise")
    Object enterprise(
            @RequestParam String code,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String data,
            @RequestParam(defaultValue = "0") int month,
            @RequestParam(required = false) @Nullable String format) {
        EnterprisePage page = page(code, year, data, month, List.of());
        return format == null
                ? new ModelAndView("metering/enterprise", "page", page)
                : Download.of(page.table(), format);
    }

    private EnterprisePage page(String code, @Nullable Integer year, String data, int month, List<Finding> problems) {
        Metered enterprise = readings.enterprise(code).orElseThrow(() -> Address.unknown("code", code));
        LocalDate today = metering.today();
        List<Integer> years = readings.years(code);
        int shown = year != null ? year : years.isEmpty() ? today.getYear() : years.getFirst();
        if (shown < 2000 || shown > 2100) {
            throw Address.badValue("year", Integer.toString(shown), "2000 至 2100");
        }
        if (month < 0 || month > 12) {
            throw Address.badValue("month", Integer.toString(month), "1 至 12");
        }
        List<EnergyYear> energy = metering.year(enterprise, shown);
        List<EnterprisePage.Row> rows = energy.stream()
                .map(each -> new EnterprisePage.Row(names.name(each.code()), names.unit(each.code()), each))
                .toList();
        EnterprisePage.Row chosen = rows.stream()
                .filter(row -> data.isEmpty() || row.code().equals(data))
                .findFirst()
                .orElse(null);
        int wanted = month > 0 ? month : shown == today.getYear() ? today.getMonthValue() : 12;
        List<Counted> days = chosen == null ? List.of() : days(code, chosen, YearMonth.of(shown, wanted));
        return new EnterprisePage(
                Frame.of(enterprise.name(), "monitor", enterprise.sample(), LIST),
                line(enterprise, energy, today),
                shown,
                years,
                rows,
                chosen,
                wanted,
                days,
                readings.meterChanges(code),
                readings.uploads(code),
                readings.refusals(code),
                org.luheng.app.page.Reader.current().offers("/facts/report"),
                problems,
                rules);
    }

    private List<Counted> days(String code, EnterprisePage.Row chosen, YearMonth month) {
        return readings
                .values(
                        code,
                        StatType.DAY,
                        month.atDay(1).atStartOfDay(),
                        month.plusMonths(1).atDay(1).atStartOfDay())
                .stream()
                .filter(each -> each.code().digits().equals(chosen.code()))
                .toList();
    }

    @GetMapping("/metering/new")
    ModelAndView newPage(@RequestParam(defaultValue = "") String enterprise) {
        return newPage(Map.of("enterprise", enterprise), List.of(), HttpStatus.OK);
    }

    private ModelAndView newPage(Map<String, String> form, List<Finding> problems, HttpStatus status) {
        ModelAndView shown = new ModelAndView(
                "metering/new",
                "page",
                new NewMeteringPage(
                        Frame.of("开放端设备注册", "monitor", false, LIST), form, enterprises.choices(), problems));
        shown.setStatus(status);
        return shown;
    }

    @PostMapping("/metering")
    Object open(@RequestParam Map<String, String> form) {
        try {
            metering.open(form);
        } catch (Refused refused) {
            return newPage(form, refused.findings().list(), status(refused));
        }
        return to("/metering");
    }

    @PostMapping("/metering/meter-change")
    Object meterChanged(@RequestParam String enterprise, @RequestParam Map<String, String> form) {
        try {
            metering.meterChanged(enterprise, form);
        } catch (Refused refused) {
            ModelAndView again = new ModelAndView(
                    "metering/enterprise",
                    "page",
                    page(
                            enterprise,
                            null,
                            form.getOrDefault("code", ""),
                            0,
                            refused.findings().list()));
            again.setStatus(status(refused));
            return again;
        }
        return to("/metering/enterprise?code=" + Reading.query(enterprise));
    }

    private static HttpStatus status(Refused refused) {
        return refused.findings().list().stream().anyMatch(each -> each.fault() == Fault.NOT_YOURS)
                ? HttpStatus.FORBIDDEN
                : HttpStatus.BAD_REQUEST;
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
