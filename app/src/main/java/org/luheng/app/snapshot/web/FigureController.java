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
        View.Asked asked = view.of(plan, period, asof);
        Snapshot snapshot = asked.snapshot();
        Target wanted = target == null ? null : target(snapshot, target);
        Figure figure = figure(snapshot, region, indicator, asked.period(), wanted);
        Trace trace = figure.trace();
        String name = names.figure(indicator);
        if (format != null) {
            return Download.of(table(figure, trace, name), format);
        }
        Light light = light(snapshot, figure, wanted);
        FigurePage page = new FigurePage(
                Frame.of(
                        name + " " + names.place(region),
                        "home",
                        figure.sample(),
                        new Frame.Crumb(
                                names.place(snapshot.plan().region()),
                                "/?plan=" + Reading.query(plan) + "&period=" + Reading.query(period) + "&asof="
                                        + asked.asOf()),
                        new Frame.Crumb(
                                names.place(region),
                                "/regions/" + region + "?plan=" + Reading.query(plan) + "&period="
                                        + Reading.query(period) + "&asof=" + asked.asOf())),
                snapshot.plan(),
                figure,
                wanted == null ? name : wanted.title(),
                names.place(region),
                light,
                light == null ? wanted : light.target(),
                trace,
                asked.asOf(),
                entries(trace),
                quotes(trace),
                Matrix.href(snapshot, region, indicator, asked.period(), wanted));
        return new ModelAndView("snapshot/figure", Map.of("page", page));
    }

    static Target target(Snapshot snapshot, String id) {
        return snapshot.plan().targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Address.unknown("target", id));
    }

    static Figure figure(Snapshot snapshot, String region, String indicator, Period period, @Nullable Target wanted) {
        Figure figure = wanted == null ? snapshot.figure(region, indicator, period) : snapshot.figure(wanted, period);
        if (figure == null) {
            throw Address.unknown("indicator", indicator);
        }
        return figure;
    }

    /** The light that the figure decides: change decides {@code intensity}, and so on. */
    static @Nullable Light light(Snapshot snapshot, Figure figure, @Nullable Target wanted) {
        if (wanted != null) {
            return snapshot.light(wanted, figure.period());
        }
        return switch (figure.indicator()) {
            case Element.CHANGE -> snapshot.light(figure.region(), Element.LIGHT_INTENSITY, figure.period());
            case Element.CUMULATIVE -> snapshot.light(figure.region(), Element.LIGHT_PROGRESS, figure.period());
            case Element.TOTAL_LEVEL -> snapshot.light(figure.region(), Element.LIGHT_TOTAL, figure.period());
            case Element.REQUIRED, Element.TOTAL_TARGET -> null;
            default -> snapshot.light(figure.region(), figure.indicator(), figure.period());
        };
    }

    private Map<Long, FactEntry> entries(Trace trace) {
        Map<Long, FactEntry> entries = new HashMap<>();
        gather(trace, entries);
        return entries;
    }

    private void gather(Trace trace, Map<Long, FactEntry> entries) {
        Fact fact = trace.fact();
        if (fact != null) {
            facts.entry(fact.sequence()).ifPresent(entry -> entries.put(fact.sequence(), entry));
        }
        trace.children().forEach(child -> gather(child, entries));
    }

    private Map<String, String> quotes(Trace trace) {
        Map<String, String> quotes = new HashMap<>();
        quote(trace, quotes);
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
    private static Table table(Figure figure, Trace trace, String name) {
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
                "出处");
        rows(table, trace, 0);
        return table.build(figure.sample());
    }

    private static void rows(Table.Builder table, Trace trace, int depth) {
        Fact fact = trace.fact();
        table.row(
                Integer.toString(depth),
                trace.kind().name().toLowerCase(java.util.Locale.ROOT),
                trace.text(),
                trace.formula(),
                trace.value(),
                trace.unit(),
                fact == null ? null : fact.stage().word(),
                fact == null ? null : fact.authority(),
                fact == null ? null : fact.source(),
                fact == null || fact.published() == null
                        ? null
                        : fact.published().toString(),
                trace.ref());
        trace.children().forEach(child -> rows(table, child, depth + 1));
    }
}
