package org.luheng.accounting.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTest {
    @ParameterizedTest
    @CsvSource({
        "体积, 体积",
        "体积/金额, 体积/金额",
        "质量/(人数·面积), 质量/(人数·面积)",
        "质量/人数·面积, 质量/(人数·面积)",
        "质量·质量, 质量^2",
        "质量/质量, 无量纲",
        "质量·面积/质量, 面积",
        "比例, 无量纲",
        "百分点, 无量纲",
        "年比例, 无量纲",
        "比例/金额, 1/金额",
        "年比例/(金额·金额), 1/金额^2"
    })
    void isReadAndPrinted(String text, String words) {
        assertThat(Dimension.of(text).inWords()).isEqualTo(words);
    }

    @Test
    void anUnknownNameStandsForItself() {
        assertThat(Dimension.of("降尘量").exponents()).isEqualTo(Map.of("降尘量", 1));
        assertThat(Dimension.of("降尘量")).isNotEqualTo(Dimension.of("质量/面积"));
        assertThat(Dimension.of("比例").isPure()).isTrue();
        assertThat(Dimension.of("质量").isPure()).isFalse();
    }

    @Property
    void whatIsMultipliedAndDividedIsWhatItWas(
            @ForAll @Size(min = 1, max = 4) List<@From("names") String> some,
            @ForAll @Size(min = 1, max = 4) List<@From("names") String> others) {
        Dimension first = product(some);
        Dimension second = product(others);
        assertThat(first.times(second).per(second)).isEqualTo(first);
        assertThat(first.times(second)).isEqualTo(second.times(first));
        assertThat(first.per(second).times(second.per(first))).isEqualTo(Dimension.NONE);
        assertThat(first.per(first)).isEqualTo(Dimension.NONE);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("体积", "金额", "质量", "比例");
    }

    private static Dimension product(List<String> names) {
        Dimension product = Dimension.NONE;
        for (String name : names) {
            product = product.times(Dimension.of(name));
        }
        return product;
    }
}
