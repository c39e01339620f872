package org.luheng.app.plan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.plan.Plans;
import org.luheng.files.Agency;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Departments and what they answer for. */
@Controller
class AgencyController {
    private final Plans plans;
    private final Register register;

    AgencyController(Plans plans, Register register) {
        this.plans = plans;
        this.register = register;
    }

    @GetMapping("/agencies")
    Object all(@RequestParam(required = false) @Nullable String format) {
        Map<String, Map<Agency, int[]>> places = new LinkedHashMap<>();
        for (PlanFolder folder : plans.all()) {
            folder.duties().forEach((agency, duties) -> {
                int[] counts = places.computeIfAbsent(
                                register.name(agency.jurisdiction()), name -> new LinkedHashMap<>())
                        .computeIfAbsent(agency, each -> new int[2]);
                for (PlanFolder.Duty duty : duties) {
                    counts[leads(duty) ? 0 : 1]++;
                }
            });
        }
        AgenciesPage page = new AgenciesPage(Frame.of("部门", "agencies", false), places);
        return format == null
                ? new ModelAndView("plan/agencies", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    static boolean leads(PlanFolder.Duty duty) {
        return duty.role() == PlanFolder.Role.LEAD || duty.role() == PlanFolder.Role.JOINT;
    }

    @GetMapping("/agencies/{id}")
    Object one(@PathVariable String id, @RequestParam(required = false) @Nullable String format) {
        Agency agency = register.agency(id);
        if (agency == null) {
            throw Address.unknown("agency", id);
        }
        List<AgencyPage.Held> held = new ArrayList<>();
        List<String> offices = new ArrayList<>();
        for (PlanFolder folder : plans.all()) {
            List<PlanFolder.Duty> duties = folder.duties().getOrDefault(agency, List.of());
            duties.forEach(duty -> held.add(new AgencyPage.Held(folder, duty)));
            if (folder.office().stream().anyMatch(unit -> unit.agency().id().equals(id))) {
                offices.add(folder.plan().title());
            }
        }
        AgencyPage page = new AgencyPage(
                Frame.of(agency.name(), "agencies", false, new Frame.Crumb("部门", "/agencies")),
                agency,
                register.name(agency.jurisdiction()),
                offices,
                held);
        return format == null
                ? new ModelAndView("plan/agency", Map.of("page", page))
                : Download.of(page.table(), format);
    }
}
