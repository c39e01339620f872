package org.luheng.app.snapshot.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Target;
import org.luheng.accounting.Trace;
import org.luheng.app.plan.Plans;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures and lights as data; decimals are strings, days are ISO, zone Asia/Shanghai. */
@RestController
@RequestMapping("/api")
@Tag(name = "snapshot", description = "算得的数与灯")
class ApiController {
    private final View view;
    private final Plans plans;

    ApiController(View view, Plans plans) {
        this.view = view;
        this.plans = plans;
    }

    record PlanData(
            String id,
            String title,
            String number,
            String region,
            int firstYear,
            int lastYear,
            int targets,
            int tasks,
            String hash) {}

    record FigureData(
            String region,
            String period,
            String indicator,
            @Nullable String value,
            String unit,
            String edition,
            @Nullable String missing,
            @Nullable String target,
            boolean bracketed,
            boolean sample,
            @Nullable TraceData trace) {
        static FigureData of(Figure figure, boolean traced) {
            return new FigureData(
                    figure.region(),
                    figure.period().toString(),
                    figure.indicator(),
                    printed(figure.value()),
                    figure.unit(),
                    figure.edition().id(),
                    figure.missing(),
                    figure.target() == null ? null : figure.target().id(),
                    figure.bracketed(),
                    figure.sample(),
                    traced ? TraceData.of(figure.trace()) : null);
        }
    }

    record TraceData(
            String text,
            @Nullable String formula,
            @Nullable String value,
            @Nullable String unit,
            String kind,
            @Nullable String ref,
            List<TraceData> children) {
        static TraceData of(Trace trace) {
            return new TraceData(
                    trace.text(),
                    trace.formula(),
                    printed(trace.value()),
                    trace.unit(),
                    trace.kind().name().toLowerCase(Locale.ROOT),
                    trace.ref(),
                    trace.children().stream().map(TraceData::of).toList());
        }
    }

    record LightData(
            String region,
            String period,
            String light,
            @Nullable Integer level,
            String state,
            String reason,
            @Nullable String edition,
            @Nullable String target,
            boolean bracketed,
            boolean sample) {
        static LightData of(Light light) {
            return new LightData(
                    light.region(),
                    light.period().toString(),
                    light.light(),
                    light.level(),
                    light.state().word(),
                    light.reason(),
                    light.edition() == null ? null : light.edition().id(),
                    light.target() == null ? null : light.target().id(),
                    light.bracketed(),
                    light.sample());
        }
    }

    record SnapshotData(
            String plan,
            String planHash,
            String rulesHash,
            LocalDate asOf,
            @Nullable Integer issue,
            String period,
            List<FigureData> figures,
            List<LightData> lights) {}

    private static @Nullable String printed(@Nullable BigDecimal value) {
        return value == null ? null : Arithmetic.printed(value);
    }

    @Operation(summary = "方案清单")
    @GetMapping("/plans")
    List<PlanData> plans() {
        return plans.all().stream()
                .map(folder -> new PlanData(
                        folder.plan().id(),
                        folder.plan().title(),
                        folder.number(),
                        folder.plan().region(),
                        folder.plan().firstYear(),
                        folder.plan().lastYear(),
                        folder.plan().targets().size(),
                        folder.tasks().size(),
                        folder.plan().hash()))
                .toList();
    }

    @Operation(summary = "一个方案在一个期间的全部数与灯")
    @GetMapping("/snapshot")
    SnapshotData snapshot(
            @RequestParam String plan,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asof) {
        View.Asked asked = view.of(view.plan(plan), null, null, period, asof);
        Snapshot snapshot = asked.snapshot();
        List<FigureData> figures = new ArrayList<>();
        List<LightData> lights = new ArrayList<>();
        Snapshot.Result result = snapshot.of(asked.period());
        result.figures().stream()
                .filter(figure -> asked.shows(figure.region()) && asked.showsIndicator(figure.indicator()))
                .forEach(figure -> figures.add(FigureData.of(figure, false)));
        result.lights().stream()
                .filter(light -> asked.shows(light.region()) && asked.showsIndicator(light.light()))
                .forEach(light -> lights.add(LightData.of(light)));
        return new SnapshotData(
                snapshot.plan().id(),
                snapshot.plan().hash(),
                snapshot.rules().hash(),
                asked.asOf(),
                asked.publication() == null ? null : asked.publication().number(),
                asked.period().toString(),
                figures,
                lights);
    }

    @Operation(summary = "一个数和它的由来")
    @GetMapping("/figure")
    FigureData figure(
            @RequestParam String plan,
            @RequestParam String region,
            @RequestParam String indicator,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String target) {
        View.Asked asked = view.of(view.plan(plan), region, indicator, period, asof);
        Target wanted = target == null ? null : FigureController.target(asked.snapshot(), target, region, indicator);
        return FigureData.of(
                FigureController.figure(asked.snapshot(), region, indicator, asked.period(), wanted), true);
    }
}
