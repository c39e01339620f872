package org.luheng.accounting.energy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.AuthorityOrder;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Stage;
import org.luheng.accounting.energy.EnergyKind.Group;

/** A few kinds and coefficients as GB/T 2589 prints them, and facts to reckon with. */
public final class Energies {
    public static final String CITY = "410100";
    public static final RuleEdition EDITION = edition(2008, 2030, Certainty.FOUND);

    private final List<Fact> facts = new ArrayList<>();

    private Energies() {}

    public static Energies none() {
        return new Energies();
    }

    static RuleEdition edition(int from, int to, Certainty certainty) {
        return new RuleEdition(
                "energy-total-from-kinds", EnergyFromKinds.MATTER, "分品种折算", "Σ", from, to, "统计指标解释", certainty);
    }

    public static final EnergyRules RULES = rules();

    private static EnergyRules rules() {
        List<EnergyKind> kinds = List.of(
                kind("coal-total", "煤炭合计", "万吨", "", "0", Group.COAL, List.of(), ""),
                kind("raw-coal", "原煤", "万吨", "千克", "10000000", Group.COAL, List.of(), "coal-total"),
                kind("washed-coal", "洗精煤", "万吨", "千克", "10000000", Group.COAL, List.of("raw-coal"), "coal-total"),
                kind("lignite", "褐煤", "万吨", "千克", "10000000", Group.COAL, List.of(), "raw-coal"),
                kind("coke", "焦炭", "万吨", "千克", "10000000", Group.COAL, List.of("washed-coal"), ""),
                kind("briquette", "煤制品", "万吨", "千克", "10000000", Group.COAL, List.of("raw-coal"), "coal-total"),
                kind("natural-gas", "天然气", "亿立方米", "立方米", "100000000", Group.GAS, List.of(), ""),
                kind("coke-oven-gas", "焦炉煤气", "亿立方米", "立方米", "100000000", Group.GAS, List.of("washed-coal"), ""),
                kind("converter-gas", "转炉煤气", "亿立方米", "立方米", "100000000", Group.GAS, List.of(), ""),
                kind("heat", "热力", "万百万千焦", "兆焦", "10000000", Group.HEAT, List.of("raw-coal"), ""),
                kind("electricity", "电力", "亿千瓦时", "千瓦时", "100000000", Group.ELECTRICITY, List.of(), ""),
                kind("new-water", "新水", "万吨", "吨", "10000", Group.MEDIUM, List.of(), ""));
        List<CoefficientSet> sets = List.of(
                set("gbt2589-2020", 2, 1),
                set("gbt2589-2008", 2, 1),
                set("form-205-1", 1, null),
                set("equivalent-constant", null, null));
        List<Coefficient> rows = List.of(
                row("gbt2589-2020", "raw-coal", "当量", "0.7143", null, "20934", 2021, 2030, Certainty.CONFIRMED),
                row("gbt2589-2008", "raw-coal", "当量", "0.7143", null, null, 2008, 2020, Certainty.MEMORY),
                row("gbt2589-2020", "washed-coal", "当量", "0.9000", null, "26377", 2021, 2030, Certainty.CONFIRMED),
                row("gbt2589-2020", "lignite", "当量", "0.4286", null, null, 2021, 2030, Certainty.UNSURE),
                row("gbt2589-2020", "coke", "当量", "0.9714", null, "28470", 2021, 2030, Certainty.CONFIRMED),
                row("gbt2589-2020", "natural-gas", "当量", "1.1000", "1.3300", "32238", 2021, 2030, Certainty.CONFIRMED),
                row(
                        "gbt2589-2020",
                        "coke-oven-gas",
                        "当量",
                        "0.5714",
                        "0.6143",
                        "16747",
                        2021,
                        2030,
                        Certainty.CONFIRMED),
                row("form-205-1", "coke-oven-gas", "当量", "0.6143", null, null, 2021, 2030, Certainty.FOUND),
                row("gbt2589-2020", "heat", "当量", "0.03412", null, null, 2021, 2030, Certainty.CONFIRMED),
                row("gbt2589-2020", "electricity", "当量", "0.1229", null, null, 2021, 2030, Certainty.CONFIRMED),
                row("equivalent-constant", "electricity", "等价", "0.4040", null, null, 2021, 2030, Certainty.FOUND),
                row("gbt2589-2020", "new-water", "等价", "0.2571", null, null, 2021, 2030, Certainty.CONFIRMED),
                row("gbt2589-2008", "new-water", "等价", "0.0857", null, null, 2008, 2020, Certainty.CONFIRMED));
        return new EnergyRules(kinds, sets, rows);
    }

    static EnergyKind kind(
            String code,
            String name,
            String unit,
            String per,
            String perUnit,
            Group group,
            List<String> madeFrom,
            String partOf) {
        return new EnergyKind(
                code, name, unit, per, new BigDecimal(perUnit), group, madeFrom, partOf, "制度", Certainty.FOUND);
    }

    private static CoefficientSet set(String id, @Nullable Integer regions, @Nullable Integer enterprises) {
        return new CoefficientSet(id, id, regions, enterprises, 2008, 2030, "标准", Certainty.FOUND);
    }

    private static Coefficient row(
            String set,
            String kind,
            String basis,
            String value,
            @Nullable String high,
            @Nullable String heat,
            int from,
            int to,
            Certainty certainty) {
        Basis of = Basis.of(basis);
        if (of == null) {
            throw new AssertionError(basis);
        }
        return new Coefficient(
                set + "-" + kind,
                set,
                kind,
                of,
                new BigDecimal(value),
                high == null ? null : new BigDecimal(high),
                heat == null ? null : new BigDecimal(heat),
                null,
                from,
                to,
                "附录A",
                certainty);
    }

    public Energies fact(String region, String period, String element, String value) {
        return fact(region, period, element, value, false);
    }

    public Energies fact(String region, String period, String element, String value, boolean sample) {
        facts.add(new Fact(
                facts.size() + 1L,
                region,
                period(period),
                element,
                new BigDecimal(value),
                "万吨",
                null,
                Stage.FINAL,
                "",
                "",
                "测试",
                null,
                sample,
                "facts.csv:" + (facts.size() + 2)));
        return this;
    }

    /** Of the city in 2021. */
    public Energies is(String element, String value) {
        return fact(CITY, "2021", element, value);
    }

    public Energies reversed() {
        Energies reversed = new Energies();
        reversed.facts.addAll(facts.reversed());
        return reversed;
    }

    public static Period period(String text) {
        Period period = Period.parse(text);
        if (period == null) {
            throw new AssertionError(text);
        }
        return period;
    }

    public Facts facts() {
        FactBase base = new FactBase(AuthorityOrder.NONE);
        facts.forEach(base::add);
        return base.knownOn(LocalDate.of(2026, 1, 1));
    }

    public EnergyFromKinds reckoned() {
        return new EnergyFromKinds(RULES, List.of(EDITION), facts(), EnergyFromKinds::gbt2260);
    }
}
