package org.luheng.app.monitor.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.luheng.app.fact.Receipt;
import org.luheng.app.monitor.EmissionFacts;
import org.luheng.app.monitor.Outlet;
import org.luheng.app.monitor.OutletKeeping;
import org.luheng.app.monitor.SourceValues;
import org.luheng.app.page.Address;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people say of an outlet: how it is measured, what it may, when it stood still, and that its emission is a fact. */
@Controller
class OutletController {
    private final SourceValues values;
    private final OutletKeeping keeping;
    private final EmissionFacts facts;
    private final Clock clock;

    OutletController(SourceValues values, OutletKeeping keeping, EmissionFacts facts, Clock clock) {
        this.values = values;
        this.keeping = keeping;
        this.facts = facts;
        this.clock = clock;
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    private Outlet outlet(Map<String, String> form) {
        return ValuesController.outlet(values, form.getOrDefault("outlet", ""));
    }

    @GetMapping("/monitor/terms")
    ModelAndView terms(@RequestParam String outlet) {
        return terms(ValuesController.outlet(values, outlet), List.of(), HttpStatus.OK);
    }

    private ModelAndView terms(Outlet outlet, List<Finding> problems, HttpStatus status) {
        ModelAndView shown = new ModelAndView(
                "monitor/terms",
                "page",
                new TermsPage(
                        Frame.of(
                                "监测口径",
                                "monitor",
                                outlet.sample(),
                                ValuesController.LIST,
                                new Frame.Crumb(
                                        outlet.name(), "/monitor/month?outlet=" + Reading.query(outlet.code()))),
                        outlet,
                        LocalDate.ofInstant(clock.instant(), Moments.ZONE),
                        values.terms(outlet.code()),
                        values.rules().sets(outlet.medium()),
                        values.rules().substances().stream()
                                .filter(substance -> substance.medium() == outlet.medium())
                                .toList(),
                        problems));
        shown.setStatus(status);
        return shown;
    }

    private Object kept(Outlet outlet, Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            List<Finding> problems = refused.findings().list();
            if (problems.stream().anyMatch(each -> each.fault() == Fault.NOT_YOURS)) {
                throw refused;
            }
            return terms(outlet, problems, HttpStatus.BAD_REQUEST);
        }
        return to("/monitor/terms?outlet=" + Reading.query(outlet.code()));
    }

    @PostMapping("/monitor/terms")
    Object state(@RequestParam Map<String, String> form) {
        Outlet outlet = outlet(form);
        return kept(outlet, () -> keeping.state(outlet, form));
    }

    @PostMapping("/monitor/limits")
    Object permit(@RequestParam Map<String, String> form) {
        Outlet outlet = outlet(form);
        return kept(outlet, () -> keeping.permit(outlet, form));
    }

    /** Back to the day the form stood on. */
    private static ResponseEntity<Void> day(Outlet outlet, Map<String, String> form) {
        String day = form.getOrDefault("day", "");
        return to("/monitor/day?outlet=" + Reading.query(outlet.code())
                + (day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? "&day=" + day : ""));
    }

    @PostMapping("/monitor/marks")
    ResponseEntity<Void> mark(@RequestParam Map<String, String> form) {
        Outlet outlet = outlet(form);
        keeping.mark(outlet, form);
        return day(outlet, form);
    }

    @PostMapping("/monitor/marks/withdrawn")
    ResponseEntity<Void> withdraw(@RequestParam Map<String, String> form) {
        Outlet outlet = outlet(form);
        keeping.withdraw(outlet, form);
        return day(outlet, form);
    }

    @PostMapping("/monitor/facts")
    ResponseEntity<Void> state(@RequestParam String outlet, @RequestParam String month) {
        Outlet found = ValuesController.outlet(values, outlet);
        YearMonth asked;
        try {
            asked = YearMonth.parse(month);
        } catch (DateTimeException noMonth) {
            throw Address.badValue("month", month, "2026-11 这样的月份");
        }
        Receipt receipt = facts.state(found, asked);
        return to("/imports/" + receipt.id());
    }
}
