package org.luheng.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Deduction.Reach;
import org.luheng.accounting.carbon.Carbons;
import org.luheng.accounting.energy.Energies;
import org.luheng.accounting.energy.EnergyRules;
import org.luheng.accounting.formula.Expression;

/** A small play: a plan with a few targets, a few facts, and what comes of them. */
final class Example {
    static final String CITY = "410100";
    static final String DISTRICT = "410102";
    static final String FEEDSTOCK = "energy.feedstock";
    static final String NON_FOSSIL = "energy.nonfossil";
    static final String RENEWABLE = "energy.renewable-electricity";
    static final String CERTIFICATES = "energy.certificates";
    static final String PROJECT = "energy.project.granted";
    static final String APPLIED = "energy.project.applied";

    private final List<Target> targets = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private PathForm form = PathForm.GEOMETRIC;
    private boolean adjusts;
    private TotalExempt exempt = TotalExempt.NONE;
    private String scheme = Barometer.NATIONAL;
    private String settled = "";
    private Due due = due("2025");
    private AuthorityOrder authorities = AuthorityOrder.NONE;
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final List<Formula> formulas = new ArrayList<>();
    private final EnergyRules energy = Energies.RULES;

    Example path(PathForm form) {
        this.form = form;
        return this;
    }

    Example totalAdjusts() {
        this.adjusts = true;
        return this;
    }

    Example totalExempt(TotalExempt rule) {
        this.exempt = rule;
        return this;
    }

    Example scheme(String scheme) {
        this.scheme = scheme;
        return this;
    }

    /** The rule of this light, which is not settled in the example, is. */
    Example settled(String light) {
        this.settled = light;
        return this;
    }

    Example authorities(AuthorityOrder order) {
        this.authorities = order;
        return this;
    }

    Example indicator(String code, Indicator.Accumulation accumulation, String unit) {
        indicator(indicators, code, false, accumulation, unit);
        return this;
    }

    Example formula(String indicator, String expression) {
        return formula(indicator, expression, 2011, 2030, Certainty.FOUND);
    }

    Example formula(String indicator, String expression, int from, int to, Certainty certainty) {
        if (!(Expression.of(expression) instanceof Expression read)) {
            throw new AssertionError(expression);
        }
        String id = indicator + "-" + from;
        formulas.add(new Formula(
                indicator,
                read,
                new RuleEdition(id, "formula." + indicator, "公式 " + id, expression, from, to, "test", certainty)));
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
        return target(region, indicator, kind, relation, value, unit, baseYear, baseValue, "");
    }

    Example target(
            String region,
            String indicator,
            TargetKind kind,
            Relation relation,
            @Nullable String value,
            String unit,
            @Nullable Integer baseYear,
            @Nullable String baseValue,
            String nature) {
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
                due,
                false,
                region,
                "",
                nature,
                "",
                0,
                0,
                ""));
        return this;
    }

    Example target(Target target) {
        targets.add(target);
        return this;
    }

    /** The targets that follow are due then. */
    Example by(String day) {
        this.due = due(day);
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

    /** In a unit of its own; a sample where it says so. */
    Example factIn(String unit, String region, String period, String element, String value, boolean sample) {
        facts.add(new Fact(
                facts.size() + 1,
                region,
                period(period),
                element,
                new BigDecimal(value),
                unit,
                null,
                Stage.FINAL,
                "",
                "",
                "test",
                null,
                sample,
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
                exempt,
                scheme,
                targets,
                "hash");
        return new Snapshot(
                plan,
                settled(rules(authorities, indicators, new Formulas(formulas), energy)),
                base.knownOn(LocalDate.parse(asOf)));
    }

    private Rules settled(Rules rules) {
        List<Barometer> barometers = rules.barometers().stream()
                .map(one -> one.light().equals(settled)
                        ? new Barometer(
                                one.light(),
                                one.scheme(),
                                one.form(),
                                one.bands(),
                                edition(one.edition().id(), "barometer", 2006, 2030))
                        : one)
                .toList();
        return new Rules(
                rules.indicators(),
                rules.editions(),
                barometers,
                rules.deductions(),
                rules.priceBases(),
                rules.energy(),
                rules.carbon(),
                rules.formulas(),
                rules.authorities(),
                rules.units(),
                rules.hash());
    }

    static Rules rules(AuthorityOrder authorities) {
        return rules(authorities, Map.of(), Formulas.NONE, new EnergyRules(List.of(), List.of(), List.of()));
    }

    static Rules rules(AuthorityOrder authorities, Map<String, Indicator> more, Formulas formulas, EnergyRules energy) {
        List<RuleEdition> editions = new ArrayList<>();
        for (String matter : List.of(
                "intensity.change",
                "intensity.cumulative",
                "intensity.required",
                "intensity.outlook",
                "energy.total",
                "energy.total.kinds",
                "energy.coal.kinds",
                "carbon.total",
                "carbon.process",
                "carbon.intensity",
                "energy.total.target",
                "path.geometric",
                "path.linear",
                "indicator")) {
            editions.add(new RuleEdition(matter, matter, matter, matter, 2006, 2030, "test", Certainty.FOUND));
        }
        editions.add(edition("none", "deduction", 2006, 2020));
        editions.add(edition("2022", "deduction", 2021, 2022));
        editions.add(edition("2024", "deduction", 2023, 2030));
        List<Barometer> barometers = new ArrayList<>();
        for (String light : List.of("intensity", "progress", "indicator")) {
            barometers.add(new Barometer(
                    light,
                    Barometer.NATIONAL,
                    Barometer.Form.DIRECTION,
                    List.of(),
                    edition(light, "barometer", 2006, 2030)));
        }
        barometers.add(new Barometer(
                "total",
                Barometer.NATIONAL,
                Barometer.Form.GAP,
                List.of(band("10", true, 2, ""), band(null, false, 1, "")),
                new RuleEdition("total", "total", "total", "total", 2006, 2030, "test", Certainty.UNSURE)));
        barometers.add(scheme("Q1", Barometer.Form.GAP, band("10", true, 2, ""), band(null, false, 1, "")));
        barometers.add(scheme(
                "杭州",
                Barometer.Form.POINTS,
                band("0.3", false, 3, "绿"),
                band("1", true, 2, "Ⅰ级（黄）"),
                band("2", true, 2, "Ⅱ级（橙）"),
                band(null, false, 1, "Ⅲ级（红）")));
        barometers.add(scheme(
                "四级",
                Barometer.Form.COMPLETION,
                band("0", true, 3, "0级（绿）"),
                band("10", true, 2, "一级（黄）"),
                band("50", false, 2, "二级（橙）"),
                band(null, false, 1, "三级（红）")));
        Map<String, Indicator> indicators = new HashMap<>();
        indicator(indicators, "reduction", true, Indicator.Accumulation.CUMULATIVE, "吨");
        indicator(indicators, "leakage", false, Indicator.Accumulation.STOCK, "%");
        indicator(indicators, "green", true, Indicator.Accumulation.STOCK, "%");
        indicator(indicators, "adhesive", false, Indicator.Accumulation.FLOW, "吨");
        indicator(indicators, "industry", false, Indicator.Accumulation.RATE, "%");
        indicator(indicators, "water.class", true, Indicator.Accumulation.STOCK, "类");
        indicator(indicators, Element.ENERGY, false, Indicator.Accumulation.FLOW, "万吨标准煤");
        indicator(indicators, FEEDSTOCK, false, Indicator.Accumulation.FLOW, "万吨标准煤");
        indicator(indicators, NON_FOSSIL, true, Indicator.Accumulation.FLOW, "万吨标准煤");
        indicator(indicators, PROJECT, true, Indicator.Accumulation.FLOW, "吨标准煤");
        indicator(indicators, RENEWABLE, true, Indicator.Accumulation.FLOW, "亿千瓦时");
        indicator(indicators, CERTIFICATES, true, Indicator.Accumulation.FLOW, "亿千瓦时");
        indicators.putAll(more);
        Units units = new Units(List.of(
                new Units.Unit("%", "比例", new BigDecimal("0.01"), List.of()),
                new Units.Unit("个百分点", "百分点", new BigDecimal("0.01"), List.of()),
                new Units.Unit("亿立方米", "体积", new BigDecimal(100_000_000), List.of()),
                new Units.Unit("万立方米", "体积", new BigDecimal(10_000), List.of()),
                new Units.Unit("立方米", "体积", BigDecimal.ONE, List.of()),
                new Units.Unit("亿元", "金额", new BigDecimal(10_000), List.of()),
                new Units.Unit("万元", "金额", BigDecimal.ONE, List.of()),
                new Units.Unit("立方米/万元", "体积/金额", BigDecimal.ONE, List.of()),
                new Units.Unit("吨标准煤/万元", "标准煤/金额", BigDecimal.ONE, List.of()),
                new Units.Unit("万吨标准煤", "标准煤", new BigDecimal(10_000), List.of()),
                new Units.Unit("吨标准煤", "标准煤", BigDecimal.ONE, List.of()),
                new Units.Unit("亿千瓦时", "电量", new BigDecimal(100_000_000), List.of())));
        return new Rules(
                indicators,
                editions,
                barometers,
                List.of(
                        deduction("2022", FEEDSTOCK, null, Reach.BOTH, Reach.BOTH, false, null, Certainty.FOUND),
                        deduction("2022", RENEWABLE, null, Reach.NONE, Reach.ADDED, false, null, Certainty.MEMORY),
                        deduction("2022", PROJECT, APPLIED, Reach.BOTH, Reach.BOTH, true, null, Certainty.UNSURE),
                        deduction("2024", FEEDSTOCK, null, Reach.BOTH, Reach.BOTH, false, null, Certainty.FOUND),
                        deduction("2024", NON_FOSSIL, null, Reach.BOTH, Reach.BOTH, false, null, Certainty.FOUND),
                        deduction("2024", CERTIFICATES, null, Reach.BOTH, Reach.BOTH, true, "50", Certainty.MEMORY)),
                List.of(
                        new PriceBase(2020, edition("p2020", "price-base", 2021, 2025)),
                        new PriceBase(2015, edition("p2015", "price-base", 2016, 2020))),
                energy,
                Carbons.RULES,
                formulas,
                authorities,
                units,
                "hash");
    }

    private static RuleEdition edition(String id, String matter, int from, int to) {
        return new RuleEdition(id, matter, id, id, from, to, "test", Certainty.FOUND);
    }

    private static Barometer.Band band(@Nullable String limit, boolean included, int level, String label) {
        return new Barometer.Band(limit == null ? null : new BigDecimal(limit), included, level, label);
    }

    private static Barometer scheme(String name, Barometer.Form form, Barometer.Band... bands) {
        return new Barometer("intensity", name, form, List.of(bands), edition(name, "barometer", 2006, 2030));
    }

    private static Deduction deduction(
            String policy,
            String element,
            @Nullable String applied,
            Reach intensity,
            Reach total,
            boolean unknownIsNone,
            @Nullable String cap,
            Certainty certainty) {
        return new Deduction(
                policy,
                element,
                applied,
                intensity,
                total,
                unknownIsNone,
                cap == null ? null : new BigDecimal(cap),
                new RuleEdition(policy + "-" + element, "deduction", element, element, 2006, 2030, "test", certainty));
    }

    private static void indicator(
            Map<String, Indicator> all, String code, boolean rising, Indicator.Accumulation accumulation, String unit) {
        all.put(code, new Indicator(code, code, unit, rising, accumulation, "年", "", "test", Certainty.FOUND));
    }
}
