package org.luheng.app.snapshot.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Plan;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The first page. */
@Controller
class HomeController {
    private final View view;
    private final Plans plans;
    private final Names names;

    HomeController(View view, Plans plans, Names names) {
        this.view = view;
        this.plans = plans;
        this.names = names;
    }

    @GetMapping("/")
    Object home(
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String format) {
        PlanFolder folder = view.plan(plan);
        View.Asked asked = view.find(folder, null, null, period, asof).orElse(null);
        if (asked == null && format == null && plan == null) {
            UnpublishedPage page = new UnpublishedPage(Frame.of("总览", "home", false), plans.all());
            return new ModelAndView("snapshot/unpublished", Map.of("page", page));
        }
        if (asked == null) {
            throw View.notPublished("plan", folder.plan().id());
        }
        Matrix matrix = Matrix.of(asked, names::place, section -> Plans.heading(folder, section));
        String place = names.place(matrix.plan().region());
        if (format != null) {
            return Download.of(matrix.table(place, asked.asOf(), site()), format);
        }
        Frame frame = asked.framed(Frame.of(place + "总览", "home", matrix.samples()));
        HomePage page = new HomePage(
                frame,
                place,
                matrix,
                plans.of(matrix.plan().region()).stream().map(PlanFolder::plan).toList(),
                tabs(matrix.plan()),
                asked.periods(),
                asked.asOf());
        return new ModelAndView("snapshot/home", Map.of("page", page));
    }

    /** Scheme, host and port that the reader came by. */
    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    /** One tab a place, in the order of the plans; a place's first plan stands for it. */
    private List<HomePage.Tab> tabs(Plan shown) {
        List<HomePage.Tab> tabs = new ArrayList<>();
        for (String region : plans.regions()) {
            PlanFolder first = plans.of(region).getFirst();
            tabs.add(new HomePage.Tab(
                    names.place(region), "/?plan=" + Reading.query(first.plan().id()), region.equals(shown.region())));
        }
        return tabs;
    }
}
