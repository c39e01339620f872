package org.luheng.accounting.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;

class CapacitySharesTest {
    private static Comparison line(String name, String consumption, String capacity) {
        return new Plant().named(name).capacity(capacity, "吨").compared(consumption);
    }

    private static List<Figure> shares(Comparison... comparisons) {
        return new CapacityShares(Plant.rules()).shares(List.of(comparisons), "");
    }

    private static String missing(Figure figure) {
        assertThat(figure.value()).isNull();
        return Objects.requireNonNull(figure.missing());
    }

    @Test
    void capacityCountsAndNotTheNumberOfLines() {
        List<Figure> shares = shares(line("甲", "99", "100"), line("乙", "110", "100"), line("丙", "120", "300"));
        assertThat(shares).hasSize(2);
        assertThat(shares.get(0).region()).isEqualTo("郑州市");
        assertThat(shares.get(1).region()).isEqualTo("郑州市/水泥熟料");
        for (Figure share : shares) {
            assertThat(share.value()).isEqualByComparingTo("20");
            assertThat(share.unit()).isEqualTo("%");
            assertThat(share.indicator()).isEqualTo("benchmark.share");
            assertThat(share.bracketed()).isFalse();
        }
        assertThat(shares.get(0).trace().text()).isEqualTo("2024年 各产品 达到标杆水平的产能占比");
        Trace trace = shares.get(1).trace();
        assertThat(trace.text()).isEqualTo("2024年 水泥熟料 达到标杆水平的产能占比");
        assertThat(trace.formula()).isEqualTo("100 ÷ 500 = 20%");
        assertThat(trace.children())
                .extracting(Trace::text)
                .containsExactly("丙 水泥熟料：未达到标杆", "乙 水泥熟料：未达到标杆", "甲 水泥熟料：达到标杆，计入分子", "benchmark.share 题（已见公开文本）");
        assertThat(trace.children().get(2).formula()).isEqualTo("产能 100 吨");
        assertThat(trace.children().get(2).children()).hasSize(2);
    }

    @Test
    void productsWithoutABenchmarkAreLeftAside() {
        Comparison unknown = new Plant()
                .named("戊")
                .of("电弧炉工序 <50 t", "kgce/t")
                .capacity("900", "吨")
                .compared("70");
        assertThat(shares(unknown)).isEmpty();
        List<Figure> shares = shares(line("甲", "99", "100"), unknown);
        assertThat(shares).extracting(Figure::region).containsExactly("郑州市", "郑州市/水泥熟料");
        assertThat(shares.getFirst().value()).isEqualByComparingTo("100");
    }

    @Test
    void overAllProductsOnlyWhereTheUnitsAgree() {
        Comparison glass = new Plant()
                .named("丁")
                .of("平板玻璃", "kgce/重箱")
                .capacity("900", "重箱")
                .compared("7");
        List<Figure> shares = shares(line("甲", "110", "100"), glass);
        assertThat(missing(shares.get(0))).isEqualTo("产能单位不一（吨、重箱），不能相加");
        assertThat(shares.get(1).region()).isEqualTo("郑州市/平板玻璃");
        assertThat(shares.get(1).value()).isEqualByComparingTo("100");
        assertThat(shares.get(2).value()).isEqualByComparingTo("0");
    }

    @Test
    void yearsAreKeptApart() {
        Comparison before = new Plant().in(2023).capacity("5", "吨").compared("120");
        List<Figure> shares = shares(line("甲", "99", "100"), before);
        assertThat(shares)
                .extracting(share -> share.period() + " " + share.region())
                .containsExactly("2023 郑州市", "2023 郑州市/水泥熟料", "2024 郑州市", "2024 郑州市/水泥熟料");
        assertThat(shares.get(0).value()).isEqualByComparingTo("0");
        assertThat(shares.get(2).value()).isEqualByComparingTo("100");
    }

    @Test
    void anUndeterminedLineLeavesTheShareOpen() {
        Comparison undetermined =
                new Plant().named("乙").of("只有基准", "kgce/t").capacity("100", "吨").compared("110");
        assertThat(missing(shares(line("甲", "99", "100"), line("丙", "120", "200"), undetermined)
                        .getFirst()))
                .isEqualTo("1 条生产线的位置未定，占比只知在 25% 与 50% 之间");
    }

    @Test
    void aLineWithoutCapacityOrLeftOutLeavesNoShare() {
        assertThat(missing(shares(line("甲", "99", "100"), new Plant().named("乙").compared("99"))
                        .getFirst()))
                .isEqualTo("缺产能：乙 水泥熟料");
        assertThat(missing(shares(line("甲", "99", "0")).getFirst())).isEqualTo("产能合计为零");
        assertThat(missing(new CapacityShares(Plant.rules())
                        .shares(List.of(line("甲", "99", "100")), "第 3 行有错")
                        .getFirst()))
                .isEqualTo("第 3 行有错");
    }

    @Test
    void aShareIsNoSurerThanItsLevels() {
        Comparison memory = new Plant().of("凭记忆", "kgce/t").capacity("1", "吨").compared("9");
        assertThat(shares(line("甲", "99", "100"), memory).getFirst().bracketed())
                .isTrue();
    }

    @Test
    void whatIsBehindTheBaselineIsListedByYearAndName() {
        List<Comparison> behind = CapacityShares.behind(List.of(
                line("乙", "118", "1"),
                line("甲", "117", "1"),
                line("丙", "120", "1"),
                new Plant().named("戊").in(2023).compared("130"),
                new Plant().of("只有标杆", "kgce/t").compared("130")));
        assertThat(behind).extracting(one -> one.production().enterprise()).containsExactly("戊", "丙", "乙");
    }
}
