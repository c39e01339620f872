package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.formula.Dimension;
import org.luheng.accounting.formula.Measure;

class UnitsTest {
    private static final Units UNITS = new Units(List.of(
            new Units.Unit("吨", "质量", BigDecimal.ONE, List.of("t")),
            new Units.Unit("万吨", "质量", new BigDecimal(10_000), List.of()),
            new Units.Unit("千克", "质量", new BigDecimal("0.001"), List.of("kg")),
            new Units.Unit("公斤", "质量", new BigDecimal("0.0010"), List.of()),
            new Units.Unit("%", "比例", new BigDecimal("0.01"), List.of()),
            new Units.Unit("吨/万元", "质量/金额", BigDecimal.ONE, List.of())));

    @Test
    void convertsWithinOneDimensionOnly() {
        assertThat(UNITS.convert(new BigDecimal("1.5"), "万吨", "吨")).isEqualTo(new BigDecimal("1.5E+4"));
        assertThat(UNITS.convert(new BigDecimal("1.50"), "t", "吨")).isEqualTo(new BigDecimal("1.50"));
        assertThat(UNITS.convert(new BigDecimal("1.50"), "千克", "公斤")).isEqualTo(new BigDecimal("1.50"));
        assertThat(UNITS.convert(new BigDecimal("7"), "斗", "斗")).isEqualTo(new BigDecimal("7"));
        assertThat(UNITS.convert(BigDecimal.ONE, "吨", "%")).isNull();
        assertThat(UNITS.convert(BigDecimal.ONE, "吨", "吨/万元")).isNull();
        assertThat(UNITS.convert(BigDecimal.ONE, "斗", "吨")).isNull();
        assertThat(UNITS.convert(BigDecimal.ONE, "吨", "斗")).isNull();
    }

    @Test
    void isAMeasureToFormulas() {
        assertThat(UNITS.measure("kg")).isEqualTo(new Measure(Dimension.of("质量"), new BigDecimal("0.001")));
        assertThat(UNITS.measure("吨/万元")).isEqualTo(new Measure(Dimension.of("质量/金额"), BigDecimal.ONE));
        assertThat(UNITS.measure("%")).isEqualTo(new Measure(Dimension.NONE, new BigDecimal("0.01")));
        assertThat(UNITS.measure("")).isEqualTo(Measure.NUMBER);
        assertThat(UNITS.measure("斗")).isNull();
        assertThat(UNITS.knows("t")).isTrue();
        assertThat(UNITS.knows("斗")).isFalse();
    }

    @Property
    void whatIsConvertedThereAndBackIsWhatItWas(
            @ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(6) BigDecimal value,
            @ForAll @From("masses") String from,
            @ForAll @From("masses") String to) {
        BigDecimal there = UNITS.convert(value, from, to);
        assertThat(there).isNotNull();
        assertThat(UNITS.convert(there, to, from)).isEqualByComparingTo(value);
    }

    @Provide
    Arbitrary<String> masses() {
        return Arbitraries.of("吨", "万吨", "千克", "公斤", "kg");
    }
}
