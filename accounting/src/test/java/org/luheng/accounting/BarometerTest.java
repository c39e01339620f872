package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editions of the early-warning rule beside each other (mistake 5 of domain.md). */
class BarometerTest {
    private static Light light(String scheme, String change) {
        return new Example()
                .scheme(scheme)
                .intensityFall(CITY, "14")
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, change)
                .snapshot()
                .light(CITY, Element.LIGHT_INTENSITY, Period.year(2021));
    }

    // One year's share of −14 % is −2.9714; ten percent of it 0.29714.
    @ParameterizedTest(name = "{0} {1}% → {2} 级 {3}")
    @CsvSource({
        "'',-3,3,''",
        "'',-2.9,2,''",
        "'',0,2,''",
        "'',0.1,1,''",
        "Q1,-3,3,''",
        "Q1,-2.7,2,''",
        "Q1,-2.6,1,''",
        "Q1,0.1,1,''",
        "杭州,-3,3,绿",
        "杭州,-2.7,3,绿",
        "杭州,-2.6,2,Ⅰ级（黄）",
        "杭州,-1.5,2,Ⅱ级（橙）",
        "杭州,-0.9,1,Ⅲ级（红）",
        "四级,-3,3,0级（绿）",
        "四级,-2.7,2,一级（黄）",
        "四级,-2.6,2,二级（橙）",
        "四级,-1.4,1,三级（红）",
        "四级,1,1,三级（红）"
    })
    void editionsDisagreeOnTheSameFall(String scheme, String change, int level, String label) {
        Light light = light(scheme, change);
        assertThat(light.level()).isEqualTo(level);
        if (label.isEmpty()) {
            assertThat(light.reason()).doesNotContain("本地分级");
        } else {
            assertThat(light.reason()).endsWith("（本地分级：" + label + "）");
        }
    }

    @ParameterizedTest(name = "差 {0}（要求 −10）→ {1}")
    @CsvSource({"-10,3", "-9,2", "-8.99,1"})
    void aLimitItselfIsWithinItsBandWhereTheRuleSaysSo(String change, int level) {
        Barometer gap = Example.rules(AuthorityOrder.NONE).barometer("intensity", 2021, "Q1");
        assertThat(gap.ofChange(new BigDecimal(change), BigDecimal.TEN.negate(), true)
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "{0}：{1}（要求 −10）→ {2} {3}")
    @CsvSource({
        // Exactly what was asked for is met, by every rule.
        "'',-10,3,''",
        "Q1,-10,3,''",
        "杭州,-10,3,绿",
        "四级,-10,3,0级（绿）",
        "杭州,-9.7,2,Ⅰ级（黄）",
        "杭州,-9.71,3,绿",
        "杭州,-9,2,Ⅰ级（黄）",
        "杭州,-8,2,Ⅱ级（橙）",
        "杭州,-7.99,1,Ⅲ级（红）"
    })
    void atTheEdge(String scheme, String change, int level, String label) {
        Barometer.Rank rank = Example.rules(AuthorityOrder.NONE)
                .barometer("intensity", 2021, scheme)
                .ofChange(new BigDecimal(change), BigDecimal.TEN.negate(), true);
        assertThat(rank).isEqualTo(new Barometer.Rank(level, label));
    }

    @ParameterizedTest(name = "要求 {1}，实际 {0} → {2}")
    @CsvSource({"0,0,3", "0.1,0,1", "-0.1,0,3", "2,2,3", "2.1,2,1"})
    void whereNoFallIsAskedForNoShareOfItCanBeWanting(String change, String required, int level) {
        Barometer gap = Example.rules(AuthorityOrder.NONE).barometer("intensity", 2021, "Q1");
        assertThat(gap.ofChange(new BigDecimal(change), new BigDecimal(required), true)
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "{0}：{1}（不超过 200）→ {2}")
    @CsvSource({"Q1,200,3", "Q1,200.1,2", "Q1,220,2", "Q1,220.1,1", "'',200,3", "'',200.1,2", "'',400,2"})
    void aLevelMayReachWhatIsAllowed(String scheme, String actual, int level) {
        Barometer barometer = Example.rules(AuthorityOrder.NONE).barometer("intensity", 2021, scheme);
        assertThat(barometer
                        .ofLevel(new BigDecimal(actual), new BigDecimal(200))
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "完成 {0}%")
    @CsvSource({"5.01,二级（橙）", "5,三级（红）", "9,一级（黄）", "8.99,二级（橙）", "10,0级（绿）"})
    void fiftyPercentDoneIsAlreadyTheGravest(String done, String label) {
        Barometer four = Example.rules(AuthorityOrder.NONE).barometer("intensity", 2021, "四级");
        assertThat(four.ofChange(new BigDecimal(done), BigDecimal.TEN, false).label())
                .isEqualTo(label);
    }

    @Property
    void whoDoesWorseGetsNoBetterLightByAnyRule(
            @ForAll @IntRange(min = 0, max = 3) int which,
            @ForAll @BigRange(min = "-30", max = "30") BigDecimal change,
            @ForAll @BigRange(min = "0", max = "30") BigDecimal worse,
            @ForAll @BigRange(min = "-20", max = "5") BigDecimal required) {
        String scheme = new String[] {"", "Q1", "杭州", "四级"}[which];
        Barometer barometer = Example.rules(AuthorityOrder.NONE).barometer("intensity", 2021, scheme);
        assertThat(barometer.ofChange(change.add(worse), required, true).level())
                .isLessThanOrEqualTo(barometer.ofChange(change, required, true).level());
        BigDecimal level = change.add(new BigDecimal(100));
        BigDecimal allowed = required.add(new BigDecimal(100));
        assertThat(barometer.ofLevel(level.add(worse), allowed).level())
                .isLessThanOrEqualTo(barometer.ofLevel(level, allowed).level());
    }
}
