package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Element;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Target;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Indicators: all of them, and one over time. */
@Controller
class SeriesController {
    private final View view;
    private final Plans plans;
    private final Names names;
    private final JsonMapper json;

    SeriesController(View view, Plans plans, Names names, JsonMapper json) {
        this.view = view;
        this.plans = plans;
        this.names = names;
        this.json = json;
    }

    @GetMapping("/indicators")
    Object all(@RequestParam(required = false) @Nullable String format) {
        Map<String, IndicatorsPage.Line> lines = new TreeMap<>();
        for (PlanFolder folder : plans.all()) {
            for (Target target : folder.plan().targets()) {
                lines.computeIfAbsent(
                                target.indicator(),
                                code -> new IndicatorsPage.Line(names.indicator(code), new ArrayList<>()))
                        .add(folder.plan(), target);
            }
        }
        IndicatorsPage page = new IndicatorsPage(Frame.of("指标", "indicators", false), List.copyOf(lines.values()));
        return format == null
                ? new ModelAndView("snapshot/indicators", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    @GetMapping("/indicators/{code}")
    Object one(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String format) {
        if (!names.knows(code)) {
            throw Address.unknown("indicator", code);
        }
        PlanFolder folder = view.plan(plan == null ? planWith(code) : plan);
        String place = region == null ? view.place(folder) : region;
        View.Asked asked = view.of(folder, place, code, null, asof);
        Snapshot snapshot = asked.snapshot();
        if (!FigureController.concerns(snapshot, place)) {
            throw Address.unknown("region", place);
        }
        Target wanted = target == null ? null : FigureController.target(snapshot, target, place, code);
        String figureCode = code.equals(Element.INTENSITY) ? Element.CUMULATIVE : code;
        List<SeriesPage.Point> points = points(asked, place, figureCode, wanted);
        boolean samples = anySample(snapshot, place, points, figureCode, wanted);
        String name = wanted == null ? names.figure(figureCode) : wanted.title();
        Target aim = wanted == null ? aim(snapshot, place, figureCode) : wanted;
        SeriesPage page = new SeriesPage(
                asked.framed(Frame.of(
                        name + " " + names.place(place), "indicators", samples, new Frame.Crumb("指标", "/indicators"))),
                snapshot.plan(),
                code,
                name,
                names.definition(code),
                names.place(place),
                place,
                aim,
                points,
                others(asked, figureCode, place),
                chart(name, points),
                asked.asOf(),
                samples);
        return format == null
                ? new ModelAndView("snapshot/series", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private @Nullable String planWith(String code) {
        return plans.all().stream()
                .map(PlanFolder::plan)
                .filter(plan -> plan.targets().stream()
                        .anyMatch(target -> target.indicator().equals(code)))
                .map(Plan::id)
                .findFirst()
                .orElse(null);
    }

    private static final Set<String> OF_INTENSITY = Set.of(Element.CHANGE, Element.CUMULATIVE, Element.REQUIRED);

    private static @Nullable Target aim(Snapshot snapshot, String region, String code) {
        return snapshot.plan().target(region, OF_INTENSITY.contains(code) ? Element.INTENSITY : code);
    }

    private static boolean anySample(
            Snapshot snapshot, String region, List<SeriesPage.Point> points, String code, @Nullable Target wanted) {
        return points.stream()
                .map(point -> FigureController.figure(snapshot, region, code, point.period(), wanted))
                .anyMatch(Figure::sample);
    }

    private List<SeriesPage.Point> points(View.Asked asked, String region, String code, @Nullable Target wanted) {
        Snapshot snapshot = asked.snapshot();
        List<SeriesPage.Point> points = new ArrayList<>();
        for (Period period : snapshot.periods(region)) {
            if (!period.isYearToDate() || !View.covers(asked.publication(), period)) {
                continue;
            }
            Figure figure = FigureController.figure(snapshot, region, code, period, wanted);
            if (figure.value() == null && !period.isYear()) {
                continue;
            }
            Light light = FigureController.light(snapshot, figure, wanted);
            points.add(new SeriesPage.Point(
                    period,
                    figure.value(),
                    figure.unit(),
                    path(snapshot, region, code, period, wanted),
                    published(snapshot, region, code, period),
                    figure.missing(),
                    light,
                    Matrix.href(snapshot, region, code, period, wanted)));
        }
        return points;
    }

    private static @Nullable BigDecimal path(
            Snapshot snapshot, String region, String code, Period period, @Nullable Target wanted) {
        if (code.equals(Element.CHANGE)) {
            return Matrix.share(snapshot, region, period);
        }
        if (code.equals(Element.TOTAL_ASSESSED)) {
            Figure allowed = snapshot.figure(region, Element.TOTAL_TARGET, period);
            return allowed == null ? null : allowed.value();
        }
        Target target = wanted == null ? aim(snapshot, region, code) : wanted;
        if (target == null || code.equals(Element.REQUIRED)) {
            return null;
        }
        return snapshot.onPath(target, period);
    }

    private static @Nullable BigDecimal published(Snapshot snapshot, String region, String code, Period period) {
        if (!code.equals(Element.CHANGE)) {
            return null;
        }
        Fact fact = snapshot.facts().find(region, Element.PUBLISHED_CHANGE, period);
        return fact == null ? null : fact.value();
    }

    private List<SeriesPage.Other> others(View.Asked asked, String code, String shown) {
        Snapshot snapshot = asked.snapshot();
        String light = Objects.requireNonNullElse(Element.lightOf(code), code);
        boolean divided =
                !light.equals(code) || snapshot.plan().dividedIndicators().contains(code);
        List<SeriesPage.Other> others = new ArrayList<>();
        List<String> places = divided ? snapshot.plan().places() : List.of(shown);
        for (String region : places.stream().filter(asked::shows).toList()) {
            others.add(new SeriesPage.Other(
                    names.place(region),
                    "/indicators/" + code + "?plan="
                            + Reading.query(snapshot.plan().id()) + "&region=" + Reading.query(region) + "&asof="
                            + snapshot.facts().knownOn(),
                    region.equals(shown),
                    Matrix.cell(snapshot, region, light, asked.period())));
        }
        return others;
    }

    /** Whole years only, decimals as strings; no character that could end the script element. */
    private String chart(String name, List<SeriesPage.Point> points) {
        List<SeriesPage.Point> years =
                points.stream().filter(point -> point.period().isYear()).toList();
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("name", name);
        chart.put("unit", years.isEmpty() ? "" : years.getFirst().unit());
        chart.put(
                "periods",
                years.stream().map(point -> point.period().toString()).toList());
        chart.put("values", years.stream().map(point -> printed(point.value())).toList());
        chart.put("path", years.stream().map(point -> printed(point.path())).toList());
        chart.put(
                "published",
                years.stream().map(point -> printed(point.published())).toList());
        return json.writeValueAsString(chart).replace("<", "\\u003c");
    }

    private static @Nullable String printed(@Nullable BigDecimal value) {
        return value == null ? null : Arithmetic.printed(value, 3);
    }
}
