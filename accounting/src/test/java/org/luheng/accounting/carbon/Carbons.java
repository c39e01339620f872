package org.luheng.accounting.carbon;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.carbon.FuelFactor.Burnt;
import org.luheng.accounting.carbon.FuelFactor.Outright;
import org.luheng.accounting.carbon.GridFactor.Scope;
import org.luheng.accounting.carbon.ProcessFactor.Form;
import org.luheng.accounting.energy.CoefficientSet;
import org.luheng.accounting.energy.Energies;
import org.luheng.accounting.energy.EnergyKind;

/** A few factors as they were published. */
public final class Carbons {
    public static final RuleEdition RULE = rule("carbon.total");

    /** Provinces before grids before the nation; the nearest year. */
    static final GridRule NEAREST = gridRule(GridRule.Choice.NEAREST, Scope.PROVINCE, Scope.GRID, Scope.NATION);

    public static final CarbonRules RULES = rules(NEAREST);

    private Carbons() {}

    static RuleEdition rule(String matter) {
        return new RuleEdition(matter, matter, matter, matter, 2006, 2030, "指南", Certainty.FOUND);
    }

    static GridRule gridRule(GridRule.Choice choice, Scope... scopes) {
        return new GridRule(
                choice,
                List.of(scopes),
                new RuleEdition("grid-rule", "carbon.grid", "口径", "最近", 2006, 2030, "约定", Certainty.UNSURE));
    }

    static CarbonRules rules(GridRule rule) {
        return new CarbonRules(
                List.of(set("ten", 1, 2), set("guide", 2, 1), set("other", null, null)),
                List.of(
                        burnt("ten", "raw-coal", "20908", "26.37", "0.94", Certainty.CONFIRMED),
                        burnt("ten", "coke", "28435", "29.5", "0.93", Certainty.CONFIRMED),
                        burnt("guide", "coke", "28446", "29.4", "0.93", Certainty.FOUND),
                        burnt("guide", "washed-coal", "26344", "25.4", "0.93", Certainty.FOUND),
                        burnt("guide", "natural-gas", "38931", "15.3", "0.99", Certainty.FOUND),
                        burnt("guide", "lignite", "14449", "28", "0.96", Certainty.MEMORY),
                        burnt("other", "raw-coal", "20000", "26", "0.9", Certainty.FOUND),
                        outright("ten", "heat", "0.11", Certainty.CONFIRMED),
                        outright("ten", "briquette", "0", Certainty.MEMORY)),
                List.of(
                        grid("grid-41-2021", Scope.PROVINCE, "河南", 2021, "0.6369", Certainty.CONFIRMED, "410000"),
                        grid("grid-41-2022", Scope.PROVINCE, "河南", 2022, "0.6058", Certainty.CONFIRMED, "410000"),
                        grid("central-2021", Scope.GRID, "华中", 2021, "0.5354", Certainty.FOUND, "410000", "420000"),
                        grid("central-2023", Scope.GRID, "华中", 2023, "0.5271", Certainty.FOUND, "410000", "420000"),
                        grid("nation-2022", Scope.NATION, "全国", 2022, "0.5366", Certainty.FOUND, "000000")),
                List.of(rule),
                List.of(
                        process("clinker", "", "水泥熟料", Form.FACTOR, Certainty.MEMORY, "factor", "0.538"),
                        process("clinker-measured", "", "水泥熟料（实测）", Form.CLINKER, Certainty.CONFIRMED),
                        process("raw-meal", "", "生料中非燃料碳", Form.CARBON_CONTENT, Certainty.MEMORY),
                        process("dolomite", "", "白云石", Form.FACTOR, Certainty.CONFIRMED, "factor", "0.471"),
                        process("dolomite", "4743", "白云石", Form.FACTOR, Certainty.FOUND, "factor", "0.4743"),
                        process("fixed", "", "粗钢固碳", Form.FACTOR, Certainty.CONFIRMED, "factor", "-0.0154"),
                        process(
                                "anode",
                                "",
                                "预焙阳极",
                                Form.ANODE,
                                Certainty.CONFIRMED,
                                "net",
                                "0.411",
                                "sulphur",
                                "0.02",
                                "ash",
                                "0.004"),
                        process(
                                "anode-effect",
                                "",
                                "阳极效应",
                                Form.ANODE_EFFECT,
                                Certainty.CONFIRMED,
                                "cf4",
                                "0.034",
                                "c2f6",
                                "0.0034",
                                "gwp_cf4",
                                "6630",
                                "gwp_c2f6",
                                "11100",
                                "slope",
                                "0.143",
                                "ratio",
                                "0.1")));
    }

    static EnergyKind kind(String code) {
        return Objects.requireNonNull(Energies.RULES.kind(code));
    }

    private static CoefficientSet set(String id, @Nullable Integer regions, @Nullable Integer enterprises) {
        return new CoefficientSet(id, id, regions, enterprises, 2006, 2030, "指南", Certainty.FOUND);
    }

    static Burnt burnt(String set, String kind, String heat, String carbon, String oxidation, Certainty certainty) {
        return new Burnt(
                set + "-" + kind,
                set,
                kind,
                new BigDecimal(heat),
                new BigDecimal(carbon),
                new BigDecimal(oxidation),
                2006,
                2030,
                "指南",
                certainty);
    }

    private static Outright outright(String set, String kind, String kilograms, Certainty certainty) {
        return new Outright(set + "-" + kind, set, kind, new BigDecimal(kilograms), 2006, 2030, "指南", certainty);
    }

    private static GridFactor grid(
            String id, Scope scope, String area, int year, String value, Certainty certainty, String... regions) {
        return new GridFactor(id, scope, area, List.of(regions), year, new BigDecimal(value), "公告", certainty);
    }

    static ProcessFactor process(
            String code, String set, String name, Form form, Certainty certainty, String... namesAndValues) {
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            parameters.put(namesAndValues[at], new BigDecimal(namesAndValues[at + 1]));
        }
        return new ProcessFactor(
                "process-" + code + set, code, set, name, form, "吨", parameters, 2006, 2030, "指南", certainty);
    }
}
