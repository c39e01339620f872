package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What governments published beside what comes out of their inputs. */
class PublishedFiguresTest {
    @ParameterizedTest(name = "2020年分省公报 {0}: 能耗 {1}%, GDP {2}% → {3}%")
    @CsvSource({"内蒙古,7.1,0.2,6.89", "湖北,-6.1,-5.0,-1.17", "福建,1.4,3.3,-1.83", "全国,2.2,2.3,-0.1"})
    void provincesOf2020ComeOutWithinTheRoundingOfTheirInputs(
            String name, String energy, String product, String published) {
        Figure change = new Example()
                .growth(Example.CITY, 2020, energy, product)
                .snapshot()
                .figure(Example.CITY, Element.CHANGE, Period.year(2020));
        assertThat(change).isNotNull();
        assertThat(change.value()).isNotNull();
        BigDecimal bound = new BigDecimal("0.105");
        assertThat(change.value().subtract(new BigDecimal(published)).abs()).isLessThanOrEqualTo(bound);
    }

    @ParameterizedTest(name = "五年下降 {0}% → 每年 {1}%")
    @CsvSource({"14,2.9714", "13.5,2.859", "15.5,3.312", "20,4.365", "6,1.230"})
    void fiveYearTargetIsSplitGeometrically(String whole, String yearly) {
        Path path = new Path(new BigDecimal(whole).movePointLeft(2).negate(), 2020, 2025, PathForm.GEOMETRIC);
        int places = new BigDecimal(yearly).scale();
        assertThat(Arithmetic.printed(path.yearly().movePointRight(2).negate(), places))
                .isEqualTo(new BigDecimal(yearly).stripTrailingZeros().toPlainString());
    }

    @ParameterizedTest(name = "线性：五年下降 {0}% → 每年 {1}%")
    @CsvSource({"14,2.8", "20,4"})
    void linearSplitIsAFifth(String whole, String yearly) {
        Path path = new Path(new BigDecimal(whole).movePointLeft(2).negate(), 2020, 2025, PathForm.LINEAR);
        assertThat(path.yearly().movePointRight(2).negate()).isEqualByComparingTo(yearly);
    }

    @org.junit.jupiter.api.Test
    void fourteenPercentAfterThreeYearsNeeds4161EveryYear() {
        // domain.md §1: R = 14, done 2.5, 3.0, 1.0 → C = 6.371 %, remaining 8.148 %, 4.161 % a year
        Example example = new Example().intensityFall(Example.CITY, "14");
        example.fact(Example.CITY, "2021", Element.PUBLISHED_CHANGE, "-2.5")
                .fact(Example.CITY, "2022", Element.PUBLISHED_CHANGE, "-3.0")
                .fact(Example.CITY, "2023", Element.PUBLISHED_CHANGE, "-1.0");
        Snapshot snapshot = example.snapshot();
        assertThat(printed(snapshot.figure(Example.CITY, Element.CUMULATIVE, Period.year(2023)), 3))
                .isEqualTo("-6.371");
        assertThat(printed(snapshot.figure(Example.CITY, Element.REQUIRED, Period.year(2023)), 3))
                .isEqualTo("-4.161");
        BigDecimal rest = BigDecimal.ONE.subtract(
                new BigDecimal("0.86").divide(new BigDecimal("0.9362925"), Arithmetic.PRECISION));
        assertThat(Arithmetic.printed(rest.movePointRight(2), 3)).isEqualTo("8.148");
    }

    static String printed(@org.jspecify.annotations.Nullable Figure figure, int places) {
        assertThat(figure).isNotNull();
        assertThat(figure.value()).as(figure.missing()).isNotNull();
        return Arithmetic.printed(figure.value(), places);
    }
}
