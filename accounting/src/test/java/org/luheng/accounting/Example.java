package org.luheng.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small play: a plan with a few targets, a few facts, and what comes of them. */
final class Example {
    static final String CITY = "410100";
    static final String DISTRICT = "410102";

    private final List<Target> targets = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private PathForm form = PathForm.GEOMETRIC;
    private boolean adjusts;
    private boolean exempts;
    private AuthorityOrder authorities = AuthorityOrder.NONE;

    Example path(PathForm form) {
        this.form = form;
        return this;
    }

    Example totalAdjusts() {
        this.adjusts = true;
        return this;
    }

    Example totalExemptByIntensity() {
        this.exempts = true;
        return this;
    }

    Example authorities(AuthorityOrder order) {
        this.authorities = order;
        return this;
    }

    Example intensityFall(String region, String percent) {
        return target(region, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, percent, "%", 2020, null);
    }

    Example target(
            String region,
            String indicator,
            TargetKind kind,
            Relation relation,
            @Nullable String value,
            String unit,
            @Nullable Integer baseYear,
            @Nullable String baseValue) {
        targets.add(new Target(
                "T" + (targets.size() + 1),
                "二",
                indicator,
                indicator,
                kind,
                relation,
                value == null ? null : new BigDecimal(value),
                null,
                unit,
                baseYear,
                baseValue == null ? null : new BigDecimal(baseValue),
                due("2025"),
                false,
                region,
                "",
                "",
                "",
                0,
                0,
                ""));
        return this;
    }

    static Due due(String text) {
        Due due = Due.parse(text);
        if (due == null) {
            throw new AssertionError(text);
        }
        return due;
    }

    static Period period(String text) {
        Period period = Period.parse(text);
        if (period == null) {
            throw new AssertionError(text);
        }
        return period;
    }

    Example fact(String region, String period, String element, String value) {
        return fact(region, period, element, value, Stage.FINAL, "", null);
    }

    Example fact(
            String region,
            String period,
            String element,
            String value,
            Stage stage,
            String authority,
            @Nullable String published) {
        facts.add(new Fact(
                facts.size() + 1,
                region,
                period(period),
                element,
                new BigDecimal(value),
                "%",
                null,
                stage,
                authority,
                "",
                "test",
                published == null ? null : LocalDate.parse(published),
                false,
                "test:" + (facts.size() + 1)));
        return this;
    }

    Example growth(String region, int year, String energy, String product) {
        return fact(region, Integer.toString(year), Element.ENERGY_GROWTH, energy)
                .fact(region, Integer.toString(year), Element.GDP_GROWTH, product);
    }

    List<Fact> facts() {
        return facts;
    }

    Snapshot snapshot() {
        return snapshot("2026-11-21", facts);
    }

    Snapshot snapshot(String asOf) {
        return snapshot(asOf, facts);
    }

    Snapshot snapshot(String asOf, List<Fact> inThisOrder) {
        FactBase base = new FactBase(authorities);
        inThisOrder.forEach(base::add);
        Plan plan = new Plan(
                "example",
                "例",
                "例",
                CITY,
                List.of(DISTRICT),
                2021,
                2025,
                2020,
                form,
                adjusts,
                exempts,
                targets,
                "hash");
        return new Snapshot(plan, rules(authorities), base.knownOn(LocalDate.parse(asOf)));
    }

    static Rules rules(AuthorityOrder authorities) {
        List<RuleEdition> editions = new ArrayList<>();
        for (String matter : List.of(
                "intensity.change",
                "intensity.cumulative",
                "intensity.required",
                "energy.total",
                "energy.total.target",
                "path.geometric",
                "path.linear",
                "indicator")) {
            editions.add(new RuleEdition(matter, matter, matter, matter, 2006, 2030, "test", Certainty.FOUND));
        }
        List<Barometer> barometers = new ArrayList<>();
        for (String light : List.of("intensity", "progress", "indicator")) {
            barometers.add(barometer(light, Barometer.Form.DIRECTION, Certainty.FOUND));
        }
        barometers.add(barometer("total", Barometer.Form.GAP, Certainty.UNSURE));
        Map<String, Indicator> indicators = new HashMap<>();
        indicator(indicators, "reduction", true, Indicator.Accumulation.CUMULATIVE, "吨");
        indicator(indicators, "leakage", false, Indicator.Accumulation.STOCK, "%");
        indicator(indicators, "green", true, Indicator.Accumulation.STOCK, "%");
        indicator(indicators, "adhesive", false, Indicator.Accumulation.FLOW, "吨");
        indicator(indicators, "industry", false, Indicator.Accumulation.RATE, "%");
        indicator(indicators, "water.class", true, Indicator.Accumulation.STOCK, "类");
        indicator(indicators, Element.ENERGY, false, Indicator.Accumulation.FLOW, "万吨标准煤");
        return new Rules(indicators, editions, barometers, authorities, new Units(List.of()), "hash");
    }

    private static Barometer barometer(String light, Barometer.Form form, Certainty certainty) {
        return new Barometer(
                light,
                form,
                BigDecimal.TEN,
                new RuleEdition(light, light, light, light, 2006, 2030, "test", certainty));
    }

    private static void indicator(
            Map<String, Indicator> all, String code, boolean rising, Indicator.Accumulation accumulation, String unit) {
        all.put(code, new Indicator(code, code, unit, rising, accumulation, "年", "", "test", Certainty.FOUND));
    }
}
