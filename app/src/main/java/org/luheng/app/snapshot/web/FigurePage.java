package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;
import org.luheng.accounting.Trace;
import org.luheng.app.fact.FactEntry;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;

/**
 * The sheet of a figure: what it is, how it was made, down to the facts, rules and clauses it rests on.
 *
 * @param light the light that this figure decides, null where it decides none
 * @param yardstick how that came about which the light compares with
 * @param entries who entered a fact and when, by the fact's sequence
 * @param quotes sentence of a clause by the trace's ref, where the office has loaded the document
 */
public record FigurePage(
        Frame frame,
        Plan plan,
        Figure figure,
        String name,
        String regionName,
        @Nullable Light light,
        @Nullable Target target,
        Trace trace,
        @Nullable Trace yardstick,
        @Nullable Needed needed,
        LocalDate asOf,
        Map<Long, FactEntry> entries,
        Map<String, String> quotes,
        String address) {

    /** The yearly change still needed, and its own sheet. */
    public record Needed(BigDecimal value, String href) {}

    public String series() {
        return "/indicators/" + figure.indicator() + "?plan=" + Reading.query(plan.id()) + "&region="
                + Reading.query(figure.region()) + "&asof=" + asOf
                + (figure.target() == null
                        ? ""
                        : "&target=" + Reading.query(figure.target().id()));
    }

    public String clauseHref(String ref) {
        String[] parts = ref.split("#", 3);
        return "/plans/" + parts[0] + (parts.length == 3 ? "#" + parts[2] : "");
    }

    public @Nullable FactEntry entry(Fact fact) {
        return entries.get(fact.sequence());
    }

    public String published(Fact fact) {
        return fact.published() == null ? "未注明" : fact.published().toString();
    }
}
