package org.luheng.app.snapshot.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Snapshot;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.luheng.files.Region;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Places: the tree, and one of them. */
@Controller
class RegionController {
    private final View view;
    private final Plans plans;
    private final Names names;

    RegionController(View view, Plans plans, Names names) {
        this.view = view;
        this.plans = plans;
        this.names = names;
    }

    @GetMapping("/regions")
    Object all(@RequestParam(required = false) @Nullable String format) {
        List<RegionsPage.Group> groups = new ArrayList<>();
        for (String code : plans.regions()) {
            Region place = names.register().region(code);
            if (place != null) {
                groups.add(new RegionsPage.Group(place, names.register().below(code)));
            }
        }
        RegionsPage page = new RegionsPage(Frame.of("地区", "regions", false), groups);
        return format == null
                ? new ModelAndView("snapshot/regions", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    @GetMapping("/regions/{code}")
    Object one(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String format) {
        Region region = names.register().region(code);
        if (region == null) {
            throw Address.unknown("region", code);
        }
        List<PlanFolder> about = plans.about(code);
        PlanFolder folder =
                plan == null || plan.isEmpty() ? about.stream().findFirst().orElse(null) : plans.get(plan);
        View.Asked asked = folder == null
                ? null
                : view.find(folder, region.code(), null, period, asof).orElse(null);
        if (asked == null && folder != null && format != null) {
            throw View.notPublished("region", code);
        }
        RegionPage page = asked == null ? without(region, folder != null) : page(region, about, asked);
        return format == null
                ? new ModelAndView("snapshot/region", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    /** @param closed there are results, but not for this reader */
    private RegionPage without(Region region, boolean closed) {
        return new RegionPage(
                frame(region, false),
                region.code(),
                region.codeKind(),
                region.name(),
                parent(region),
                below(region),
                List.of(),
                null,
                Period.year(view.day(null).getYear()),
                List.of(),
                view.day(null),
                List.of(),
                List.of(),
                false,
                closed);
    }

    private RegionPage page(Region region, List<PlanFolder> about, View.Asked asked) {
        Snapshot snapshot = asked.snapshot();
        List<RegionPage.Line> energy =
                asked.showsIndicator(Element.INTENSITY) ? energy(snapshot, region.code(), asked.period()) : List.of();
        List<Matrix.Chapter> targets = Matrix.chapters(
                asked,
                target -> target.region().equals(region.code())
                        && !target.indicator().equals(Element.INTENSITY),
                names::place,
                section -> Plans.heading(asked.folder(), section));
        boolean samples = energy.stream().anyMatch(line -> line.cell().sample())
                || targets.stream()
                        .flatMap(chapter -> chapter.items().stream())
                        .anyMatch(item -> item.cell().sample());
        return new RegionPage(
                asked.framed(frame(region, samples)),
                region.code(),
                region.codeKind(),
                region.name(),
                parent(region),
                below(region),
                about.stream().map(PlanFolder::plan).toList(),
                snapshot.plan(),
                asked.period(),
                asked.periods(),
                asked.asOf(),
                energy,
                targets,
                samples,
                false);
    }

    private static Frame frame(Region region, boolean samples) {
        return Frame.of(region.name(), "regions", samples, new Frame.Crumb("地区", "/regions"));
    }

    private RegionPage.@Nullable Link parent(Region region) {
        return region.parent().isEmpty()
                ? null
                : new RegionPage.Link(names.place(region.parent()), "/regions/" + region.parent());
    }

    private List<RegionPage.Link> below(Region region) {
        return names.register().below(region.code()).stream()
                .map(below -> new RegionPage.Link(below.name(), "/regions/" + below.code()))
                .toList();
    }

    private List<RegionPage.Line> energy(Snapshot snapshot, String region, Period period) {
        List<RegionPage.Line> lines = new ArrayList<>();
        for (String light : List.of(Element.LIGHT_INTENSITY, Element.LIGHT_PROGRESS, Element.LIGHT_TOTAL)) {
            Figure figure = snapshot.figureOfLight(region, light, period);
            if (figure != null) {
                lines.add(new RegionPage.Line(
                        names.figure(figure.indicator()),
                        Matrix.cell(snapshot, region, light, period),
                        figure.missing()));
            }
        }
        return lines;
    }
}
