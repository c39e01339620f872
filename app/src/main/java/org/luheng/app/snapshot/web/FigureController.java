package org.luheng.app.snapshot.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Target;
import org.luheng.accounting.Trace;
import org.luheng.app.fact.FactBook;
import org.luheng.app.fact.FactEntry;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;
import org.luheng.app.plan.Documents;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sheet of one figure. */
@Controller
class FigureController {
    private final View view;
    private final Names names;
    private final FactBook facts;
    private final Documents documents;

    FigureController(View view, Names names, FactBook facts, Documents documents) {
        this.view = view;
        this.names = names;
        this.facts = facts;
        this.documents = documents;
    }

    @GetMapping("/figure")
    Object sheet(
            @RequestParam String plan,
            @RequestParam String region,
            @RequestParam String indicator,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String format) {
        View.Asked asked = view.of(view.plan(plan), region, indicator, period, asof);
        Snapshot snapshot = asked.snapshot();
        Target wanted = target == null ? null : target(snapshot, target, region, indicator);
        Figure figure = figure(snapshot, region, indicator, asked.period(), wanted);
        Trace trace = figure.trace();
        String name = names.figure(indicator);
        if (format != null) {
            return Download.of(table(figure, trace, name, asked), format);
        }
        Light light = light(snapshot, figure, wanted);
        Figure yardstick = light == null ? null : snapshot.yardstick(light);
        Trace against = yardstick == null ? null : yardstick.trace();
        FigurePage page = new FigurePage(
                asked.framed(Frame.of(
                        (wanted == null ? name : wanted.title()) + " " + names.place(region),
                        "home",
                        figure.sample() || (yardstick != null && yardstick.sample()),
                        new Frame.Crumb(
                                names.place(snapshot.plan().region()),
                                "/?plan=" + Reading.query(plan) + "&period=" + Reading.query(period) + "&asof="
                                        + asked.asOf()),
                        new Frame.Crumb(
                                names.place(region),
                                "/regions/" + region + "?plan=" + Reading.query(plan) + "&period="
                                        + Reading.query(period) + "&asof=" + asked.asOf()))),
                snapshot.plan(),
                figure,
                wanted == null ? name : wanted.title(),
                names.place(region),
                light,
                light == null ? wanted : light.target(),
                trace,
                against,
                needed(snapshot, figure),
                asked.asOf(),
                entries(trace, against),
                quotes(trace, against),
                Matrix.href(snapshot, region, indicator, asked.period(), wanted));
        return new ModelAndView("snapshot/figure", Map.of("page", page));
    }

    /** A target only under its own place and indicator: an address must not say one thing and show another. */
    static Target target(Snapshot snapshot, String id, String region, String indicator) {
        return snapshot.plan().targets().stream()
                .filter(target -> target.id().equals(id))
                .filter(target ->
                        target.region().equals(region) && target.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> Address.unknown("target", id));
    }

    static Figure figure(Snapshot snapshot, String region, String indicator, Period period, @Nullable Target wanted) {
        if (!concerns(snapshot, region)) {
            throw Address.unknown("region", region);
        }
        Figure figure = wanted == null ? snapshot.figure(region, indicator, period) : snapshot.figure(wanted, period);
        if (figure == null) {
            throw Address.unknown("indicator", indicator);
        }
        return figure;
    }

    /** Whether the plan speaks of the place. */
    static boolean concerns(Snapshot snapshot, String region) {
        return snapshot.plan().places().contains(region)
                || snapshot.plan().targets().stream()
                        .anyMatch(target -> target.region().equals(region));
    }

    /** The light that the figure decides: change decides {@code intensity}, and so on. */
    static @Nullable Light light(Snapshot snapshot, Figure figure, @Nullable Target wanted) {
        if (wanted != null) {
            return snapshot.light(wanted, figure.period());
        }
        String light = Element.lightOf(figure.indicator());
        return light == null ? null : snapshot.light(figure.region(), light, figure.period());
    }

    /** The rate still needed, where the figure is the cumulative change and years are left. */
    private static FigurePage.@Nullable Needed needed(Snapshot snapshot, Figure figure) {
        if (!figure.indicator().equals(Element.CUMULATIVE)) {
            return null;
        }
        Figure required = snapshot.figure(figure.region(), Element.REQUIRED, figure.period());
        return required == null || required.value() == null
                ? null
                : new FigurePage.Needed(
                        required.value(),
                        Matrix.href(snapshot, figure.region(), Element.REQUIRED, figure.period(), null));
    }

    private Map<Long, FactEntry> entries(Trace trace, @Nullable Trace against) {
        Map<Long, FactEntry> entries = new HashMap<>();
        gather(trace, entries);
        if (against != null) {
            gather(against, entries);
        }
        return entries;
    }

    private void gather(Trace trace, Map<Long, FactEntry> entries) {
        Fact fact = trace.fact();
        if (fact != null) {
            facts.entry(fact.sequence()).ifPresent(entry -> entries.put(fact.sequence(), entry));
        }
        trace.children().forEach(child -> gather(child, entries));
    }

    private Map<String, String> quotes(Trace trace, @Nullable Trace against) {
        Map<String, String> quotes = new HashMap<>();
        quote(trace, quotes);
        if (against != null) {
            quote(against, quotes);
        }
        return quotes;
    }

    private void quote(Trace trace, Map<String, String> quotes) {
        String ref = trace.ref();
        if (trace.kind() == Trace.Kind.CLAUSE && ref != null) {
            String[] parts = ref.split("#", 3);
            documents.sentence(parts[0], parts[2]).ifPresent(sentence -> quotes.put(ref, sentence));
        }
        trace.children().forEach(child -> quote(child, quotes));
    }

    /** The sheet as rows: depth, kind, text, value, source. */
    private Table table(Figure figure, Trace trace, String name, View.Asked asked) {
        Table.Builder table = Table.of(
                "绿衡-" + figure.indicator() + "-" + figure.region() + "-"
                        + figure.period().toString().replace('/', '_'),
                name,
                "层",
                "种类",
                "内容",
                "公式",
                "数值",
                "单位",
                "数据阶段",
                "数出何门",
                "来源",
                "公布日期",
                "录入人",
                "录入时间",
                "出处");
        rows(table, trace, 0, entries(trace, null));
        return table.note("方案：" + asked.folder().plan().title())
                .note("截至 " + asked.asOf() + " 已公布的数据")
                .build(figure.sample());
    }

    private static void rows(Table.Builder table, Trace trace, int depth, Map<Long, FactEntry> entries) {
        Fact fact = trace.fact();
        FactEntry entry = fact == null ? null : entries.get(fact.sequence());
        table.row(
                Integer.toString(depth),
                Reading.kindWord(trace.kind()),
                trace.text(),
                trace.formula(),
                fact == null ? Reading.data(trace.value()) : trace.value(),
                trace.unit(),
                fact == null ? null : fact.stage().word(),
                fact == null ? null : fact.authority(),
                fact == null ? null : fact.source(),
                fact == null || fact.published() == null
                        ? null
                        : fact.published().toString(),
                entry == null ? null : entry.actor(),
                entry == null ? null : Reading.minute(entry.recorded()),
                trace.ref());
        trace.children().forEach(child -> rows(table, child, depth + 1, entries));
    }
}
