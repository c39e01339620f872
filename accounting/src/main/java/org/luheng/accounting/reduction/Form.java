package org.luheng.accounting.reduction;

import static org.luheng.accounting.reduction.Input.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;

/**
 * The kinds of formula by which a full year's reduction is computed, in tonnes. Which measure uses which, and for which
 * years, is data ({@code rules/reduction-measures.csv}). The powers of ten only turn the field's units into tonnes:
 * 万m³ × mg/L × 10⁻² = t, Nm³ × mg/Nm³ × 10⁻⁹ = t.
 */
public enum Form {
    /** ΔQ·(C_in − C_out): more sewage is treated than in the base year. */
    ADDED_VOLUME("added-volume", VOLUME_BASE, VOLUME, INFLOW, OUTFLOW) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(VOLUME)
                            .subtract(n.of(VOLUME_BASE))
                            .multiply(n.of(INFLOW).subtract(n.of(OUTFLOW))),
                    -2,
                    "(" + n.say(VOLUME) + " − " + n.say(VOLUME_BASE) + ") × (" + n.say(INFLOW) + " − " + n.say(OUTFLOW)
                            + ") × 0.01");
        }

        @Override
        @Nullable
        String refusal(Numbers n) {
            return n.of(VOLUME).compareTo(n.of(VOLUME_BASE)) < 0
                    ? "处理水量 " + n.say(VOLUME) + " 万m³ 少于基准年的 " + n.say(VOLUME_BASE) + " 万m³，没有新增"
                    : null;
        }
    },

    /** Q·(C_out,0 − C_out,1): the same sewage leaves cleaner. */
    CLEANER_OUTFLOW("cleaner-outflow", VOLUME, OUTFLOW_BASE, OUTFLOW) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(VOLUME).multiply(n.of(OUTFLOW_BASE).subtract(n.of(OUTFLOW))),
                    -2,
                    n.say(VOLUME) + " × (" + n.say(OUTFLOW_BASE) + " − " + n.say(OUTFLOW) + ") × 0.01");
        }
    },

    /** Q_reuse·C_out: treated water that is used again is not discharged. */
    REUSE("reuse", REUSED, OUTFLOW) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(REUSED).multiply(n.of(OUTFLOW)), -2, n.say(REUSED) + " × " + n.say(OUTFLOW) + " × 0.01");
        }
    },

    /** E₀ − E₁ of one source. */
    EMISSION_FALL("emission-fall", BASE_EMISSION, EMISSION) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(BASE_EMISSION).subtract(n.of(EMISSION)), 0, n.say(BASE_EMISSION) + " − " + n.say(EMISSION));
        }
    },

    /** E₀: the source is closed for good. */
    CLOSURE("closure", BASE_EMISSION) {
        @Override
        Amount of(Numbers n) {
            return n.amount(n.of(BASE_EMISSION), 0, n.say(BASE_EMISSION));
        }
    },

    /** E₀·[1 − (1 − η₁k₁)/(1 − η₀k₀)]: flue gas is cleaned better or longer. */
    REMOVAL_RATE("removal-rate", BASE_EMISSION, REMOVAL_BASE, RUNNING_BASE, REMOVAL, RUNNING) {
        @Override
        Amount of(Numbers n) {
            BigDecimal ratio = Arithmetic.divide(
                    BigDecimal.ONE.subtract(n.product(REMOVAL, RUNNING)),
                    BigDecimal.ONE.subtract(n.product(REMOVAL_BASE, RUNNING_BASE)));
            return n.amount(
                    n.of(BASE_EMISSION).multiply(BigDecimal.ONE.subtract(ratio), Arithmetic.PRECISION),
                    0,
                    n.say(BASE_EMISSION) + " × [1 − (1 − " + n.say(REMOVAL) + "% × " + n.say(RUNNING) + "%) ÷ (1 − "
                            + n.say(REMOVAL_BASE) + "% × " + n.say(RUNNING_BASE) + "%)]");
        }

        @Override
        @Nullable
        String refusal(Numbers n) {
            return n.product(REMOVAL_BASE, RUNNING_BASE).compareTo(BigDecimal.ONE) == 0
                    ? "基准年去除效率与投运率都是 100%，除数为零"
                    : null;
        }
    },

    /** V·(c₀ − c₁), as measured in the flue. */
    FLUE_GAS("flue-gas", GAS, GAS_CONCENTRATION_BASE, GAS_CONCENTRATION) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(GAS).multiply(n.of(GAS_CONCENTRATION_BASE).subtract(n.of(GAS_CONCENTRATION))),
                    -9,
                    n.say(GAS) + " × (" + n.say(GAS_CONCENTRATION_BASE) + " − " + n.say(GAS_CONCENTRATION)
                            + ") × 0.000000001");
        }
    },

    /** EF₀A₀ − EF₁A₁: another fuel or less of it, vapours recovered at a filling station. */
    FACTOR_ACTIVITY("factor-activity", FACTOR_BASE, ACTIVITY_BASE, FACTOR, ACTIVITY) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(FACTOR_BASE)
                            .multiply(n.of(ACTIVITY_BASE))
                            .subtract(n.of(FACTOR).multiply(n.of(ACTIVITY))),
                    -3,
                    "(" + n.say(FACTOR_BASE) + " × " + n.say(ACTIVITY_BASE) + " − " + n.say(FACTOR) + " × "
                            + n.say(ACTIVITY) + ") × 0.001");
        }
    },

    /** n·EF·VKT of one class of vehicles; a project has a row for each class. */
    SCRAPPED_VEHICLES("scrapped-vehicles", VEHICLES, VEHICLE_FACTOR, KILOMETRES) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(VEHICLES).multiply(n.of(VEHICLE_FACTOR)).multiply(n.of(KILOMETRES)),
                    -6,
                    n.say(VEHICLES) + " × " + n.say(VEHICLE_FACTOR) + " × " + n.say(KILOMETRES) + " × 0.000001");
        }
    },

    /** m·(w₀ − w₁)·(1 − c₀η₀) of one material: what was captured and removed before is no reduction. */
    SUBSTITUTION("substitution", MATERIAL, CONTENT_BASE, CONTENT, CAPTURE_BASE, REMOVAL_BASE) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(MATERIAL)
                            .multiply(Arithmetic.fraction(n.of(CONTENT_BASE).subtract(n.of(CONTENT))))
                            .multiply(BigDecimal.ONE.subtract(n.product(CAPTURE_BASE, REMOVAL_BASE))),
                    0,
                    n.say(MATERIAL) + " × (" + n.say(CONTENT_BASE) + "% − " + n.say(CONTENT) + "%) × (1 − "
                            + n.say(CAPTURE_BASE) + "% × " + n.say(REMOVAL_BASE) + "%)");
        }
    },

    /** G·(c₁η₁ − c₀η₀): more of what is generated is captured and removed. */
    END_OF_PIPE("end-of-pipe", GENERATED, CAPTURE_BASE, REMOVAL_BASE, CAPTURE, REMOVAL) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(GENERATED)
                            .multiply(n.product(CAPTURE, REMOVAL).subtract(n.product(CAPTURE_BASE, REMOVAL_BASE))),
                    0,
                    n.say(GENERATED) + " × (" + n.say(CAPTURE) + "% × " + n.say(REMOVAL) + "% − " + n.say(CAPTURE_BASE)
                            + "% × " + n.say(REMOVAL_BASE) + "%)");
        }
    },

    /** n·(f₀ − f₁)·h of one kind of component: leak detection and repair. */
    LEAKS("leaks", COMPONENTS, LEAK_BASE, LEAK, HOURS) {
        @Override
        Amount of(Numbers n) {
            return n.amount(
                    n.of(COMPONENTS)
                            .multiply(n.of(LEAK_BASE).subtract(n.of(LEAK)))
                            .multiply(n.of(HOURS)),
                    -3,
                    n.say(COMPONENTS) + " × (" + n.say(LEAK_BASE) + " − " + n.say(LEAK) + ") × " + n.say(HOURS)
                            + " × 0.001");
        }
    };

    private final String code;
    private final List<Input> inputs;

    Form(String code, Input... inputs) {
        this.code = code;
        this.inputs = List.of(inputs);
    }

    public String code() {
        return code;
    }

    /** What the formula cannot do without. */
    public List<Input> inputs() {
        return inputs;
    }

    public static @Nullable Form of(String code) {
        for (Form form : values()) {
            if (form.code.equals(code)) {
                return form;
            }
        }
        return null;
    }

    /** A full year's reduction; every input is there and {@link #refusal} is null. */
    abstract Amount of(Numbers numbers);

    /** Why the formula says nothing for these numbers; null: it does. */
    @Nullable
    String refusal(Numbers numbers) {
        return null;
    }

    /** @param formula with its values, without the result */
    record Amount(BigDecimal tonnes, String formula) {}

    /** The inputs of one project, all that the form asks for. */
    record Numbers(Map<Input, BigDecimal> byInput) {
        BigDecimal of(Input input) {
            BigDecimal number = byInput.get(input);
            if (number == null) {
                throw new IllegalStateException("no " + input);
            }
            return number;
        }

        /** Of two shares in percent, as a fraction. */
        BigDecimal product(Input one, Input other) {
            return Arithmetic.fraction(of(one)).multiply(Arithmetic.fraction(of(other)));
        }

        String say(Input input) {
            return of(input).toPlainString();
        }

        Amount amount(BigDecimal inOwnUnits, int powerOfTen, String formula) {
            return new Amount(inOwnUnits.scaleByPowerOfTen(powerOfTen), formula);
        }
    }
}
