package org.luheng.accounting.carbon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;

/**
 * What a process gives off besides what it burns: a row of {@code rules/process-factors.csv}. Formulas are code, numbers are data.
 *
 * @param process code of the activity
 * @param set empty for the one that counts; others only where asked for
 * @param unit of the activity: 吨
 * @param parameters by name, as the form asks for them; what was measured goes before
 */
public record ProcessFactor(
        String id,
        String process,
        String set,
        String name,
        Form form,
        String unit,
        Map<String, BigDecimal> parameters,
        int from,
        int to,
        String source,
        Certainty certainty) {

    /** How the elements begin under which regions report their activities. */
    static final String ELEMENT = "carbon.activity.";

    private static final BigDecimal DIOXIDE = new BigDecimal(44);
    private static final BigDecimal CARBON = new BigDecimal(12);

    /** Weights of a molecule of quicklime and of magnesia. */
    private static final BigDecimal QUICKLIME = new BigDecimal(56);

    private static final BigDecimal MAGNESIA = new BigDecimal(40);

    public ProcessFactor {
        parameters = Map.copyOf(parameters);
    }

    /** How tonnes of carbon dioxide (equivalent) come from a tonne of activity, and what it takes. */
    public enum Form {
        /** A number of tonnes; negative where the product binds carbon. */
        FACTOR("factor", List.of("factor"), List.of()),
        /** Clinker by its measured oxides, less what did not come from carbonates, in percent. */
        CLINKER("clinker", List.of("cao", "mgo"), List.of("cao_other", "mgo_other")),
        /** Carbon in what went in, in percent. */
        CARBON_CONTENT("carbon-content", List.of("carbon"), List.of()),
        /** Anodes that burn off: t/t × (1 − sulphur − ash), shares. */
        ANODE("anode", List.of("net", "sulphur", "ash"), List.of()),
        /** CF₄ and C₂F₆ in kg/t, by their warming potential; from the minutes of anode effect where these are known. */
        ANODE_EFFECT(
                "anode-effect", List.of("cf4", "c2f6", "gwp_cf4", "gwp_c2f6", "slope", "ratio"), List.of("minutes"));

        private final String code;
        private final List<String> needed;
        private final List<String> optional;

        Form(String code, List<String> needed, List<String> optional) {
            this.code = code;
            this.needed = needed;
            this.optional = optional;
        }

        public String code() {
            return code;
        }

        /** What it cannot do without. */
        public List<String> needed() {
            return needed;
        }

        /** All that may be given. */
        public List<String> parameters() {
            List<String> all = new ArrayList<>(needed);
            all.addAll(optional);
            return all;
        }

        public boolean knows(String parameter) {
            return needed.contains(parameter) || optional.contains(parameter);
        }

        public static @Nullable Form of(String code) {
            for (Form form : values()) {
                if (form.code.equals(code)) {
                    return form;
                }
            }
            return null;
        }
    }

    /**
     * Tonnes per tonne, with the formula it came by.
     *
     * @param value null where something is wanting, which {@code words} then names
     */
    public record Result(@Nullable BigDecimal value, String words) {}

    public boolean holdsIn(int year) {
        return from <= year && year <= to;
    }

    /** Whether the row alone gives a factor. */
    public boolean isComplete() {
        return parameters.keySet().containsAll(form.needed());
    }

    /** @param measured parameters of this very activity, by name; they go before those of the row */
    public Result perUnit(Map<String, BigDecimal> measured) {
        for (String needed : form.needed()) {
            if (!measured.containsKey(needed) && !parameters.containsKey(needed)) {
                return new Result(null, name + "缺 " + needed);
            }
        }
        return switch (form) {
            case FACTOR -> {
                BigDecimal factor = of("factor", measured);
                yield new Result(factor, factor.toPlainString());
            }
            case CARBON_CONTENT -> {
                BigDecimal carbon = of("carbon", measured);
                yield new Result(
                        Arithmetic.divide(carbon.movePointLeft(2).multiply(DIOXIDE), CARBON),
                        carbon.toPlainString() + "% × 44/12");
            }
            case CLINKER -> clinker(measured);
            case ANODE -> {
                BigDecimal net = of("net", measured);
                BigDecimal sulphur = of("sulphur", measured);
                BigDecimal ash = of("ash", measured);
                yield new Result(
                        Arithmetic.divide(
                                net.multiply(BigDecimal.ONE.subtract(sulphur).subtract(ash))
                                        .multiply(DIOXIDE),
                                CARBON),
                        net.toPlainString() + " × (1 − " + sulphur.toPlainString() + " − " + ash.toPlainString()
                                + ") × 44/12");
            }
            case ANODE_EFFECT -> anodeEffect(measured);
        };
    }

    /** Whether any number of the row counts beside what was measured. */
    boolean isUsed(Map<String, BigDecimal> measured) {
        boolean minutes = measured.containsKey("minutes");
        return form.needed().stream()
                .filter(needed -> !(minutes && (needed.equals("cf4") || needed.equals("c2f6"))))
                .anyMatch(needed -> !measured.containsKey(needed));
    }

    private BigDecimal of(String parameter, Map<String, BigDecimal> measured) {
        BigDecimal own = measured.get(parameter);
        BigDecimal given = own == null ? parameters.get(parameter) : own;
        return given == null ? BigDecimal.ZERO : given;
    }

    private Result clinker(Map<String, BigDecimal> measured) {
        BigDecimal calcium = of("cao", measured).subtract(of("cao_other", measured));
        BigDecimal magnesium = of("mgo", measured).subtract(of("mgo_other", measured));
        if (calcium.signum() < 0 || magnesium.signum() < 0) {
            return new Result(null, name + "非碳酸盐来源的氧化物多于全部氧化物");
        }
        BigDecimal value = Arithmetic.divide(calcium.movePointLeft(2).multiply(DIOXIDE), QUICKLIME)
                .add(Arithmetic.divide(magnesium.movePointLeft(2).multiply(DIOXIDE), MAGNESIA));
        return new Result(
                value,
                "[(" + of("cao", measured).toPlainString() + "% − "
                        + of("cao_other", measured).toPlainString() + "%) × 44/56 + ("
                        + of("mgo", measured).toPlainString() + "% − "
                        + of("mgo_other", measured).toPlainString() + "%) × 44/40]");
    }

    private Result anodeEffect(Map<String, BigDecimal> measured) {
        BigDecimal minutes = measured.get("minutes");
        BigDecimal first =
                minutes == null ? of("cf4", measured) : of("slope", measured).multiply(minutes);
        BigDecimal second =
                minutes == null ? of("c2f6", measured) : of("ratio", measured).multiply(first);
        BigDecimal value = first.multiply(of("gwp_cf4", measured))
                .add(second.multiply(of("gwp_c2f6", measured)))
                .movePointLeft(3);
        return new Result(
                value,
                "(" + first.stripTrailingZeros().toPlainString() + " × "
                        + of("gwp_cf4", measured).toPlainString() + " + "
                        + second.stripTrailingZeros().toPlainString() + " × "
                        + of("gwp_c2f6", measured).toPlainString() + ") ÷ 1000");
    }

    /** Code of the element under which a region's activity is kept. */
    public String element() {
        return ELEMENT + process;
    }

    /** As leaf of an explanation. */
    public RuleEdition edition() {
        return new RuleEdition(
                id, "carbon.process." + process, name + "排放因子", form.code(), from, to, source, certainty);
    }
}
