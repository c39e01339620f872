package org.luheng.accounting.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Trace;

/** Each formula once with numbers reckoned by hand, with its text. */
class FormulasTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    added-volume      | volume_base=3000 volume=3800 inflow=280 outflow=30 | 2000 | (3800 − 3000) × (280 − 30) × 0.01 = 2000
                    cleaner-outflow   | volume=5000 outflow_base=50 outflow=30.5 | 975 | 5000 × (50 − 30.5) × 0.01 = 975
                    reuse             | reused=1200 outflow=30 | 360 | 1200 × 30 × 0.01 = 360
                    emission-fall     | base_emission=100 emission=40 | 60 | 100 − 40 = 60
                    removal-rate      | base_emission=900 removal_base=50 running_base=80 removal=90 running=100 | 750 | 900 × [1 − (1 − 90% × 100%) ÷ (1 − 50% × 80%)] = 750
                    flue-gas          | gas=3000000000 gas_concentration_base=100 gas_concentration=50 | 150 | 3000000000 × (100 − 50) × 0.000000001 = 150
                    factor-activity   | factor_base=4 activity_base=10000 factor=1.5 activity=8000 | 28 | (4 × 10000 − 1.5 × 8000) × 0.001 = 28
                    scrapped-vehicles | vehicles=1000 vehicle_factor=2.5 kilometres=20000 | 50 | 1000 × 2.5 × 20000 × 0.000001 = 50
                    substitution      | material=200 content_base=60 content=10 capture_base=80 removal_base=50 | 60 | 200 × (60% − 10%) × (1 − 80% × 50%) = 60
                    end-of-pipe       | generated=100 capture_base=50 removal_base=40 capture=90 removal=80 | 52 | 100 × (90% × 80% − 50% × 40%) = 52
                    leaks             | components=1000 leak_base=0.006 leak=0.001 hours=8000 | 40 | 1000 × (0.006 − 0.001) × 8000 × 0.001 = 40
                    """)
    void aFullYear(String form, String inputs, String tonnes, String formula) {
        Works works = Works.of(form);
        for (String each : inputs.split(" ")) {
            Input input = Input.of(each.substring(0, each.indexOf('=')));
            assertThat(input).isNotNull();
            works.with(input, each.substring(each.indexOf('=') + 1));
        }
        Reduction reduction = works.reduction();
        assertThat(reduction.net().missing()).isNull();
        assertThat(reduction.net().value()).isEqualByComparingTo(tonnes);
        assertThat(reduction.net().unit()).isEqualTo("吨");
        Trace full = reduction.net().trace().children().getFirst();
        assertThat(full.formula()).isEqualTo(formula);
        assertThat(full.value()).isEqualByComparingTo(tonnes);
    }

    @Test
    void aClosureIsItsBase() {
        assertThat(Works.closure().reduction().net().value()).isEqualByComparingTo("100");
        assertThat(Works.closure().reduction().net().trace().formula()).isEqualTo("100 = 100");
    }

    /** Mistake 8: 万m³ × mg/L is ten kilograms, not a tonne. */
    @Test
    void tenThousandCubicMetresOfAMilligramPerLitreAreTenKilograms() {
        Reduction reduction = Works.of("reuse")
                .with(Input.REUSED, "1")
                .with(Input.OUTFLOW, "1")
                .reduction();
        assertThat(reduction.net().value()).isEqualByComparingTo("0.01");
    }

    @Test
    void aThirdIsKeptToFullPrecision() {
        Reduction reduction = Works.of("removal-rate")
                .with(Input.BASE_EMISSION, "1")
                .with(Input.REMOVAL_BASE, "10")
                .with(Input.RUNNING_BASE, "100")
                .with(Input.REMOVAL, "20")
                .with(Input.RUNNING, "100")
                .reduction();
        assertThat(reduction.net().value()).isEqualByComparingTo("0.1111111111111111111111111111111111");
    }

    @Test
    void aPlantThatRemovedEverythingHasNothingToCompareWith() {
        Reduction reduction = Works.of("removal-rate")
                .with(Input.BASE_EMISSION, "1")
                .with(Input.REMOVAL_BASE, "100")
                .with(Input.RUNNING_BASE, "100")
                .with(Input.REMOVAL, "100")
                .with(Input.RUNNING, "100")
                .reduction();
        assertThat(reduction.net().value()).isNull();
        assertThat(reduction.net().missing()).isEqualTo("基准年去除效率与投运率都是 100%，除数为零");
    }

    @Test
    void lessSewageAndWorseTreatmentDoNotMakeAReduction() {
        Reduction reduction = Works.sewage()
                .with(Input.VOLUME, "2000")
                .with(Input.INFLOW, "10")
                .reduction();
        assertThat(reduction.net().value()).isNull();
        assertThat(reduction.net().missing()).isEqualTo("处理水量 2000 万m³ 少于基准年的 3000 万m³，没有新增");
    }

    @Test
    void asMuchSewageAsBeforeIsNoReductionAndNoError() {
        assertThat(Works.sewage().with(Input.VOLUME, "3000").reduction().net().value())
                .isEqualByComparingTo("0");
    }

    @Test
    void moreThanBeforeIsNoReduction() {
        Reduction reduction = Works.industry().with(Input.EMISSION, "140.5").reduction();
        assertThat(reduction.net().value()).isNull();
        assertThat(reduction.counted()).isFalse();
        assertThat(reduction.net().missing()).isEqualTo("100 − 140.5 = -40.5 吨，比基准年多，不是减排");
    }

    @Test
    void everyFormRefusesWhenAnyOfItsInputsIsMissing() {
        for (Form form : Form.values()) {
            String measure = form == Form.CLOSURE ? Works.CLOSURE : form.code();
            for (Input lacking : form.inputs()) {
                Works works = Works.of(measure);
                form.inputs().forEach(input -> works.with(input, "1"));
                Reduction reduction = works.without(lacking).reduction();
                assertThat(reduction.net().value()).as(form + " " + lacking).isNull();
                assertThat(reduction.net().missing())
                        .isEqualTo("缺" + lacking.word() + "（" + lacking.column() + "，" + lacking.unit() + "）");
            }
        }
    }

    @Test
    void codesLeadBackToTheirForms() {
        Map<String, Form> seen = new HashMap<>();
        for (Form form : Form.values()) {
            assertThat(Form.of(form.code())).isSameAs(form);
            assertThat(seen.put(form.code(), form)).isNull();
        }
        assertThat(Form.of("别的")).isNull();
        assertThat(Input.of("outflow_base")).isSameAs(Input.OUTFLOW_BASE);
        assertThat(Input.of("OUTFLOW_BASE")).isNull();
        assertThat(Pollutant.of("nh3-n")).isSameAs(Pollutant.NH3N);
        assertThat(Pollutant.of("氮氧化物")).isSameAs(Pollutant.NOX);
        assertThat(Pollutant.of("SO2")).isNull();
        assertThat(Condition.Matter.of("once")).isSameAs(Condition.Matter.ONCE);
        assertThat(Condition.Matter.of("twice")).isNull();
    }

    @Test
    void sharesAndHoursHaveALargestValue() {
        assertThat(Input.REMOVAL.most()).isEqualByComparingTo(new BigDecimal(100));
        assertThat(Input.HOURS.most()).isEqualByComparingTo(new BigDecimal(8784));
        assertThat(Input.VOLUME.most()).isNull();
        assertThat(Input.REMOVAL.isShare()).isTrue();
        assertThat(Input.HOURS.isShare()).isFalse();
    }
}
