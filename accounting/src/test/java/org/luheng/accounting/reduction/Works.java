package org.luheng.accounting.reduction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;

/** A project under construction, and the rules it is counted by. */
final class Works {
    static final String SEWAGE = "sewage";
    static final String CLOSURE = "closure";
    static final String INDUSTRY = "industry";

    private String id = "P1";
    private String region = "410102";
    private String enterprise = "";
    private String source = "S1";
    private final String measure;
    private Pollutant pollutant = Pollutant.COD;
    private int year = 2021;
    private @Nullable LocalDate accepted;
    private boolean carried;
    private boolean inBase = true;
    private final Map<Input, BigDecimal> inputs = new HashMap<>();
    private @Nullable BigDecimal offsetUsed;
    private String alsoUsed = "";
    private Project.@Nullable Failure failure;
    private final Map<Verdict, BigDecimal> verdicts = new EnumMap<>(Verdict.class);
    private @Nullable BigDecimal greenhouseFactor;
    private String ref = "名单 第2行";

    private Works(String measure) {
        this.measure = measure;
    }

    static Works of(String measure) {
        return new Works(measure);
    }

    /** (3800 − 3000) × (280 − 30) × 0.01 = 2000 t a year, running since March 2021: eight months. */
    static Works sewage() {
        return of(SEWAGE)
                .notInBase()
                .accepted("2021-03-20")
                .with(Input.VOLUME_BASE, "3000")
                .with(Input.VOLUME, "3800")
                .with(Input.INFLOW, "280")
                .with(Input.OUTFLOW, "30");
    }

    /** 100 t. */
    static Works closure() {
        return of(CLOSURE).with(Input.BASE_EMISSION, "100");
    }

    /** 100 − 40 = 60 t. */
    static Works industry() {
        return of(INDUSTRY).with(Input.BASE_EMISSION, "100").with(Input.EMISSION, "40");
    }

    Works id(String id) {
        this.id = id;
        return this;
    }

    Works region(String region) {
        this.region = region;
        return this;
    }

    Works enterprise(String code) {
        this.enterprise = code;
        return this;
    }

    Works source(String source) {
        this.source = source;
        return this;
    }

    Works pollutant(Pollutant pollutant) {
        this.pollutant = pollutant;
        return this;
    }

    Works year(int year) {
        this.year = year;
        return this;
    }

    Works accepted(@Nullable String day) {
        this.accepted = day == null ? null : LocalDate.parse(day);
        return this;
    }

    Works carried() {
        this.carried = true;
        return this;
    }

    Works notInBase() {
        this.inBase = false;
        return this;
    }

    Works with(Input input, String value) {
        inputs.put(input, new BigDecimal(value));
        return this;
    }

    Works without(Input input) {
        inputs.remove(input);
        return this;
    }

    Works offsetUsed(String tonnes) {
        this.offsetUsed = new BigDecimal(tonnes);
        return this;
    }

    Works alsoUsed(String what) {
        this.alsoUsed = what;
        return this;
    }

    Works failed(int year, @Nullable String tonnes) {
        this.failure = new Project.Failure(year, tonnes == null ? null : new BigDecimal(tonnes), "复产");
        return this;
    }

    Works said(Verdict verdict, String tonnes) {
        verdicts.put(verdict, new BigDecimal(tonnes));
        return this;
    }

    Works greenhouse(String factor) {
        this.greenhouseFactor = new BigDecimal(factor);
        return this;
    }

    Works line(int line) {
        this.ref = "名单 第" + line + "行";
        return this;
    }

    Project project() {
        return new Project(
                id,
                "项目" + id,
                region,
                enterprise,
                source,
                measure,
                pollutant,
                year,
                accepted,
                carried,
                inBase,
                inputs,
                offsetUsed,
                alsoUsed,
                failure,
                verdicts,
                greenhouseFactor,
                greenhouseFactor == null ? "" : "某研究",
                ref);
    }

    /** Alone, by the rules of {@link #rules()}. */
    Reduction reduction() {
        return Reductions.of(List.of(project()), rules()).getFirst();
    }

    static RuleEdition edition(String id, Certainty certainty) {
        return new RuleEdition(id, "reduction", "规则" + id, "文" + id, 2021, 2025, "出处", certainty);
    }

    static Measure measure(String code, Form form, boolean inventoried, boolean byMonth, boolean exclusive) {
        return new Measure(
                code,
                form,
                Set.of(Pollutant.values()),
                form.inputs(),
                inventoried,
                byMonth,
                exclusive,
                edition(code, Certainty.FOUND));
    }

    static Condition condition(Condition.Matter matter, @Nullable Integer value, Certainty certainty) {
        return new Condition(matter, value, edition("c-" + matter.code(), certainty));
    }

    static List<Condition> conditions() {
        return List.of(
                condition(Condition.Matter.BASE, 2020, Certainty.FOUND),
                condition(Condition.Matter.INVENTORY, null, Certainty.FOUND),
                condition(Condition.Matter.START, 2, Certainty.FOUND),
                condition(Condition.Matter.LIMIT, null, Certainty.FOUND),
                condition(Condition.Matter.ONCE, null, Certainty.FOUND),
                condition(Condition.Matter.NET, null, Certainty.FOUND),
                condition(Condition.Matter.TAKEN_BACK, null, Certainty.FOUND),
                condition(Condition.Matter.SUM, null, Certainty.FOUND));
    }

    /** Every form under its own code, and the three measures that the tests speak of; settled, 2021 to 2025. */
    static ReductionRules rules() {
        List<Measure> measures = new java.util.ArrayList<>();
        for (Form form : Form.values()) {
            if (form != Form.CLOSURE) {
                measures.add(measure(form.code(), form, true, false, false));
            }
        }
        measures.add(measure(SEWAGE, Form.ADDED_VOLUME, false, true, false));
        measures.add(measure(CLOSURE, Form.CLOSURE, true, false, true));
        measures.add(measure(INDUSTRY, Form.EMISSION_FALL, true, false, false));
        return new ReductionRules(measures, conditions());
    }
}
