package org.luheng.accounting.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luheng.accounting.balance.Sheet.figure;
import static org.luheng.accounting.balance.Sheet.has;
import static org.luheng.accounting.balance.Sheet.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.Basis;

class BalancingTest {
    /** 吉林2015年电力平衡，亿千瓦时. */
    private static Sheet jilin2015Electricity() {
        return new Sheet()
                .physical("electricity", "production", "114.63")
                .physical("electricity", "inflow", "147.73")
                .physical("electricity", "outflow", "200.24")
                .physical("electricity", "power", "589.83")
                .physical("electricity", "primary", "12.26")
                .physical("electricity", "secondary", "419.74")
                .physical("electricity", "tertiary", "113.09")
                .physical("electricity", "households", "106.87");
    }

    /** 福建2020年能源平衡，万吨标准煤，等价值. */
    private static Sheet fujian2020() {
        return new Sheet()
                .basis(Basis.EQUIVALENT)
                .standard("total", "production", "3997.99")
                .standard("total", "inflow", "12895.92")
                .standard("total", "outflow", "2953.39")
                .standard("total", "stock", "-35.33")
                .standard("total", "supply", "13905.19")
                .standard("total", "transformation", "-138.31")
                .standard("total", "final", "13795.06")
                .standard("total", "consumption", "13905.19");
    }

    @Test
    void jilin2015ElectricityIsOutOfBalanceByOneHundredthAndThatIsRounding() {
        Balance balance = jilin2015Electricity()
                .physical("electricity", "supply", "62.12")
                .physical("electricity", "final", "651.96")
                .physical("electricity", "difference", "-0.01")
                .balance();
        assertThat(value(balance, "physical.electricity.supply")).isEqualByComparingTo("62.12");
        assertThat(value(balance, "physical.electricity.transformation")).isEqualByComparingTo("589.83");
        assertThat(value(balance, "physical.electricity.final")).isEqualByComparingTo("651.96");
        assertThat(value(balance, "physical.electricity.difference")).isEqualByComparingTo("-0.01");
        assertThat(value(balance, "physical.electricity.difference.tolerance")).isEqualByComparingTo("0.04");
        assertThat(balance.remarks()).isEmpty();
        Figure difference = figure(balance, "physical.electricity.difference");
        assertThat(difference.unit()).isEqualTo("亿千瓦时");
        assertThat(difference.region()).isEqualTo("350000");
        assertThat(difference.period()).isEqualTo(Period.year(2020));
        assertThat(difference.bracketed()).isFalse();
        assertThat(difference.edition().id()).isEqualTo("difference");
        Trace trace = difference.trace();
        assertThat(trace.text()).isEqualTo("电力 五：在四舍五入可致的 ±0.04 之内");
        assertThat(trace.formula()).isEqualTo("62.12 + 589.83 − 0（没有三） − 651.96 = -0.01");
        assertThat(trace.value()).isEqualByComparingTo("-0.01");
        assertThat(trace.unit()).isEqualTo("亿千瓦时");
        assertThat(trace.children())
                .extracting(Trace::text)
                .containsExactly("电力 一", "电力 二", "电力 四", "difference 题（已见公开文本）", "电力 五的容许误差：8 个填报数，各按末位的半个单位");
        assertThat(trace.children().getFirst().formula()).isEqualTo("114.63 + 147.73 − 200.24 = 62.12");
        assertThat(trace.children().getFirst().children())
                .extracting(Trace::text)
                .containsExactly("一次生产", "调入", "调出", "supply 题（已见公开文本）");
        assertThat(trace.children().getFirst().children().getFirst().fact()).isNotNull();
        Trace tolerance =
                figure(balance, "physical.electricity.difference.tolerance").trace();
        assertThat(tolerance.formula()).isEqualTo("± 0.04");
        assertThat(tolerance.value()).isEqualByComparingTo("0.04");
        assertThat(tolerance.children()).extracting(Trace::ref).containsExactly("m-tolerance");
        assertThat(balance.names())
                .containsEntry("balance.physical.electricity.difference", "电力 实物量 五")
                .containsEntry("balance.physical.electricity.difference.tolerance", "电力 实物量 五的容许误差");
    }

    @Test
    void fujian2020LossIsNegativeAndReportedNotRepaired() {
        Balance balance = fujian2020().balance();
        assertThat(value(balance, "standard.total.supply")).isEqualByComparingTo("13905.19");
        assertThat(figure(balance, "standard.total.supply").trace().formula())
                .isEqualTo("(-35.33) + 3997.99 + 12895.92 − 2953.39 = 13905.19");
        assertThat(value(balance, "standard.total.loss.implied")).isEqualByComparingTo("-28.18");
        assertThat(value(balance, "standard.total.difference")).isEqualByComparingTo("-28.18");
        assertThat(has(balance, "standard.total.consumption")).isFalse();
        Trace loss = figure(balance, "standard.total.loss.implied").trace();
        assertThat(loss.text()).isEqualTo("合计 三（由消费量推得，没有填）");
        assertThat(loss.formula()).isEqualTo("13905.19 − 13795.06 − 138.31 = -28.18");
        assertThat(loss.children()).extracting(Trace::text).containsExactly("六", "四", "二", "m-loss 题（已见公开文本）");
        assertThat(figure(balance, "standard.total.loss.implied").bracketed()).isFalse();
        assertThat(balance.names())
                .containsEntry("balance.standard.equivalent.total.loss.implied", "合计 标准量（等价值） 三（由消费量推得）");
        assertThat(figure(balance, "standard.total.difference").trace().text()).isEqualTo("合计 五：超出四舍五入可致的 ±0.03");
        assertThat(figure(balance, "standard.total.difference").trace().formula())
                .isEqualTo("13905.19 + (-138.31) − 0（没有三） − 13795.06 = -28.18");
        assertThat(balance.remarks())
                .extracting(Remark::kind, Remark::cell, Remark::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Remark.Kind.UNBALANCED, "合计 标准量（等价值） 五", "-28.18，超出四舍五入可致的 ±0.03"),
                        org.assertj.core.groups.Tuple.tuple(
                                Remark.Kind.LOSS_NEGATIVE, "合计 标准量（等价值） 三", "-28.18，小于零且超出四舍五入可致的 ±0.015"));
        assertThat(Objects.requireNonNull(balance.remarks().getLast().entry()).row())
                .isEqualTo("consumption");
        assertThat(balance.remarks().getFirst().entry()).isNull();
    }

    @Test
    void fujian2020ConsumptionBySectorIsNotItsFinalConsumption() {
        Balance balance = fujian2020()
                .standard("total", "primary", "254.22")
                .standard("total", "industry", "9206.69")
                .standard("total", "construction", "319.84")
                .standard("total", "tertiary", "2324.59")
                .standard("total", "households", "1799.85")
                .balance();
        assertThat(value(balance, "standard.total.final")).isEqualByComparingTo("13905.19");
        assertThat(balance.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.TOTAL_DIFFERS);
        Remark remark = balance.remarks().getFirst();
        assertThat(remark.cell()).isEqualTo("合计 标准量（等价值） 四");
        assertThat(remark.text()).isEqualTo("填报 13795.06，各部分之和 13905.19，相差 -110.13，超出四舍五入可致的 ±0.03");
        assertThat(Objects.requireNonNull(remark.entry()).row()).isEqualTo("final");
        // What rests on a total in dispute is not struck.
        String disputed = "“四”填报 13795.06，各部分之和 13905.19，相差 -110.13，超出四舍五入可致的 ±0.03，先核对";
        assertThat(figure(balance, "standard.total.difference").missing()).isEqualTo(disputed);
        assertThat(figure(balance, "standard.total.difference").edition().id()).isEqualTo("difference");
        assertThat(figure(balance, "standard.total.loss.implied").missing()).isEqualTo(disputed);
        assertThat(has(balance, "standard.total.difference.tolerance")).isFalse();
    }

    @Test
    void anEnteredLossTakesItsPlaceInTheBalance() {
        Balance balance = new Sheet()
                .physical("electricity", "supply", "100.0")
                .physical("electricity", "loss", "4.0")
                .physical("electricity", "final", "96.0")
                .balance();
        assertThat(value(balance, "physical.electricity.difference")).isEqualByComparingTo("0");
        assertThat(figure(balance, "physical.electricity.difference").trace().formula())
                .isEqualTo("100 + 0（没有二） − 4 − 96 = 0");
        assertThat(value(balance, "physical.electricity.consumption")).isEqualByComparingTo("100");
        assertThat(figure(balance, "physical.electricity.consumption").trace().formula())
                .isEqualTo("96 + 4 + 0（没有加工转换投入） = 100");
    }

    @Test
    void theToleranceIsTheSameOnBothSidesAndItsBoundIsWithin() {
        for (String last : List.of("99.8", "100.2")) {
            Balance balance = new Sheet()
                    .physical("electricity", "supply", "100.0")
                    .physical("electricity", "loss", "0")
                    .physical("electricity", "final", last)
                    .balance();
            assertThat(value(balance, "physical.electricity.difference.tolerance"))
                    .isEqualByComparingTo("0.1");
            assertThat(balance.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.UNBALANCED);
        }
        for (String last : List.of("99.9", "100.1")) {
            Balance balance = new Sheet()
                    .physical("electricity", "supply", "100.0")
                    .physical("electricity", "final", last)
                    .balance();
            assertThat(value(balance, "physical.electricity.difference").abs()).isEqualByComparingTo("0.1");
            assertThat(balance.remarks()).isEmpty();
        }
    }

    @Test
    void halfAUnitOfTheLastPrintedPlace() {
        assertThat(Entry.halfUnit(new BigDecimal("62.12"))).isEqualByComparingTo("0.005");
        assertThat(Entry.halfUnit(new BigDecimal("62.10"))).isEqualByComparingTo("0.005");
        assertThat(Entry.halfUnit(new BigDecimal("62"))).isEqualByComparingTo("0.5");
        assertThat(Entry.halfUnit(new BigDecimal("0.00"))).isEqualByComparingTo("0.005");
        assertThat(Entry.halfUnit(new BigDecimal("0"))).isEqualByComparingTo("0");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Balance none = new Sheet().physical("coal", "final", "5").balance();
        assertThat(figure(none, "physical.coal.difference").missing()).isEqualTo("缺“一”");
        assertThat(value(none, "physical.coal.consumption")).isEqualByComparingTo("5");
        Balance supply = new Sheet().physical("coal", "supply", "5").balance();
        assertThat(figure(supply, "physical.coal.difference").missing()).isEqualTo("缺“四”");
        assertThat(has(supply, "physical.coal.consumption")).isFalse();
        Balance total = new Sheet().physical("coal", "consumption", "5").balance();
        assertThat(figure(total, "physical.coal.loss.implied").missing()).isEqualTo("缺“四”");
    }

    @Test
    void oneKindsConsumptionCountsWhatWentIntoTransformation() {
        Balance balance = new Sheet()
                .physical("coal", "power", "-60")
                .physical("coal", "coking", "-25")
                .physical("coal", "final", "10")
                .physical("coal", "loss", "1")
                .physical("coke", "coking", "18")
                .physical("coke", "final", "17")
                .balance();
        assertThat(value(balance, "physical.coal.transformation")).isEqualByComparingTo("-85");
        assertThat(value(balance, "physical.coal.consumption")).isEqualByComparingTo("96");
        Figure coal = figure(balance, "physical.coal.consumption");
        assertThat(coal.bracketed()).as("rests on memory").isTrue();
        assertThat(coal.edition().id()).isEqualTo("m-consumption");
        assertThat(coal.trace().formula()).isEqualTo("10 + 1 + 85 = 96");
        assertThat(coal.trace().children())
                .extracting(Trace::text)
                .containsExactly("四", "三", "加工转换投入", "m-consumption 题（凭通行做法，未核原文）");
        assertThat(coal.trace().children().get(2).formula()).isEqualTo("85");
        assertThat(coal.trace().children().get(2).children())
                .extracting(Trace::text)
                .containsExactly("火电", "炼焦");
        // Coke that was made is no consumption of coke.
        assertThat(value(balance, "physical.coke.consumption")).isEqualByComparingTo("17");
    }

    @Test
    void withoutItsPartsNobodyKnowsWhatWentIntoTransformation() {
        Balance balance = new Sheet()
                .physical("coal", "supply", "95")
                .physical("coal", "transformation", "-85")
                .physical("coal", "final", "10")
                .balance();
        assertThat(figure(balance, "physical.coal.consumption").missing()).isEqualTo("“二”没有分项，不知投入多少");
        assertThat(value(balance, "physical.coal.difference")).isEqualByComparingTo("0");
    }

    @Test
    void anEnteredConsumptionIsCompared() {
        Sheet sheet = new Sheet()
                .standard("total", "supply", "100.0")
                .standard("total", "transformation", "-10.0")
                .standard("total", "loss", "2.0")
                .standard("total", "final", "88.0");
        assertThat(value(sheet.balance(), "standard.total.consumption")).isEqualByComparingTo("100");
        assertThat(figure(sheet.balance(), "standard.total.consumption").trace().formula())
                .isEqualTo("88 + 2 + 10 = 100");
        assertThat(figure(sheet.balance(), "standard.total.consumption").bracketed())
                .isFalse();
        assertThat(figure(sheet.balance(), "standard.total.consumption")
                        .edition()
                        .id())
                .isEqualTo("consumption");
        Balance wrong = sheet.standard("total", "consumption", "101.0").balance();
        assertThat(value(wrong, "standard.total.consumption")).isEqualByComparingTo("100");
        assertThat(wrong.remarks()).extracting(Remark::text).containsExactly("填报 101，按公式算得的数 100，相差 1，超出四舍五入可致的 ±0.2");
        assertThat(figure(wrong, "standard.total.consumption").unit()).isEqualTo("万吨标准煤");
    }

    @Test
    void aPositiveImpliedLossIsNoRemark() {
        Balance balance = new Sheet()
                .physical("electricity", "final", "95.0")
                .physical("electricity", "consumption", "100.0")
                .balance();
        assertThat(value(balance, "physical.electricity.loss.implied")).isEqualByComparingTo("5");
        assertThat(figure(balance, "physical.electricity.loss.implied").trace().formula())
                .isEqualTo("100 − 95 − 0（没有加工转换投入） = 5");
        assertThat(figure(balance, "physical.electricity.loss.implied").bracketed())
                .as("for one kind it rests on memory")
                .isTrue();
        assertThat(balance.remarks()).isEmpty();
        Balance rounding = new Sheet()
                .physical("electricity", "final", "95.1")
                .physical("electricity", "consumption", "95.0")
                .balance();
        assertThat(value(rounding, "physical.electricity.loss.implied")).isEqualByComparingTo("-0.1");
        assertThat(rounding.remarks()).isEmpty();
    }

    @Test
    void anEnteredDifferenceIsComparedAndNeverTaken() {
        Balance balance = jilin2015Electricity()
                .physical("electricity", "difference", "0.00")
                .balance();
        assertThat(value(balance, "physical.electricity.difference")).isEqualByComparingTo("-0.01");
        assertThat(balance.remarks()).isEmpty();
        Balance wrong = jilin2015Electricity()
                .physical("electricity", "difference", "0.10")
                .balance();
        assertThat(value(wrong, "physical.electricity.difference")).isEqualByComparingTo("-0.01");
        assertThat(wrong.remarks())
                .extracting(Remark::cell, Remark::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "电力 实物量 五", "填报 0.1，按公式算得的数 -0.01，相差 0.11，超出四舍五入可致的 ±0.045"));
    }

    @Test
    void aTotalAtTheBoundOfRoundingIsNotInDispute() {
        // 0.05 for each of the parts, and half of the last place of the total
        for (String total : List.of("9.85", "10.15", "9.895", "10.105")) {
            assertThat(parts().physical("coal", "final", total).balance().remarks())
                    .extracting(Remark::kind)
                    .containsExactly(Remark.Kind.TOTAL_DIFFERS);
        }
        for (String total : List.of("9.90", "10.1")) {
            assertThat(parts().physical("coal", "final", total).balance().remarks())
                    .isEmpty();
        }
        // Exactly at the bound: 0.05 of the part and 0.05 of the total.
        assertThat(new Sheet()
                        .physical("coal", "primary", "4.0")
                        .physical("coal", "industry", "0")
                        .physical("coal", "final", "4.1")
                        .balance()
                        .remarks())
                .isEmpty();
    }

    private static Sheet parts() {
        return new Sheet().physical("coal", "primary", "4.0").physical("coal", "tertiary", "6.0");
    }

    @Test
    void whatIsContainedCannotBeMore() {
        Sheet sheet = new Sheet().physical("coal", "industry", "10.0").physical("coal", "feedstock", "10.1");
        assertThat(sheet.balance().remarks()).isEmpty();
        assertThat(value(sheet.balance(), "physical.coal.secondary"))
                .as("contained, not added")
                .isEqualByComparingTo("10");
        Balance more = new Sheet()
                .physical("coal", "industry", "10.0")
                .physical("coal", "feedstock", "10.2")
                .balance();
        assertThat(more.remarks())
                .extracting(Remark::kind, Remark::cell, Remark::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Remark.Kind.PART_EXCEEDS, "原煤 实物量 用作原料", "10.2 大于“工业” 10"));
        assertThat(Objects.requireNonNull(more.remarks().getFirst().entry()).row())
                .isEqualTo("feedstock");
    }

    @Test
    void partsOfPartsAreAddedUpAndWhatWasEnteredAloneIsNoFigure() {
        Balance balance = new Sheet()
                .physical("coal", "opening", "7")
                .physical("coal", "closing", "9")
                .physical("coal", "outflow", "3")
                .balance();
        assertThat(value(balance, "physical.coal.stock")).isEqualByComparingTo("-2");
        assertThat(value(balance, "physical.coal.supply")).isEqualByComparingTo("-5");
        assertThat(figure(balance, "physical.coal.supply").trace().formula()).isEqualTo("(-2) − 3 = -5");
        assertThat(has(balance, "physical.coal.outflow")).isFalse();
        Balance out = new Sheet().physical("coal", "outflow", "3").balance();
        assertThat(figure(out, "physical.coal.supply").trace().formula()).isEqualTo("−3 = -3");
    }

    @Test
    void whatRestsOnSamplesSaysSo() {
        assertThat(figure(jilin2015Electricity().balance(), "physical.electricity.supply")
                        .sample())
                .isFalse();
        assertThat(figure(new Sheet().madeUp().physical("coal", "outflow", "3").balance(), "physical.coal.supply")
                        .sample())
                .isTrue();
    }

    @Test
    void aTableIsWhole() {
        Sheet twice = new Sheet().physical("coal", "final", "5").physical("coal", "final", "5");
        assertThatThrownBy(twice::table)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new EnergyTable(
                        "350000", Objects.requireNonNull(Period.parse("2020-06")), List.of(), Map.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        EnergyTable early = new EnergyTable("350000", Period.year(1999), List.of(), Map.of(), null);
        assertThatThrownBy(() -> new Balancing(Sheet.RULES).of(early)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Sheet.RULES.covers(1999)).isFalse();
        assertThat(Sheet.RULES.covers(2030)).isTrue();
        assertThat(new BalanceRules(Sheet.RULES.rows(), Sheet.RULES.columns(), List.of()).covers(2020))
                .isFalse();
        assertThatThrownBy(() -> new BalanceRules(
                        List.of(Sheet.row("a", "甲", "b", 1, false, null), Sheet.row("b", "乙", null, 0, false, null)),
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a is part of b");
        assertThatThrownBy(() -> Sheet.column("a", "甲", "万吨", null, "1", false, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sheet.column("a", "甲", "万吨", "千克", "0", false, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sheet.column("a", "甲", "万吨", "千克", "1", true, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
