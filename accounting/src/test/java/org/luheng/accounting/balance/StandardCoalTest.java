package org.luheng.accounting.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.balance.Sheet.figure;
import static org.luheng.accounting.balance.Sheet.has;
import static org.luheng.accounting.balance.Sheet.value;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.Basis;

/** Physical amounts become standard coal, and only standard coal is added up over kinds. */
class StandardCoalTest {
    private static Sheet sheet() {
        return new Sheet()
                .basis(Basis.EQUIVALENT)
                .physical("coal", "production", "200")
                .physical("coal", "power", "-90")
                .physical("coal", "final", "110")
                .physical("electricity", "power", "20.0")
                .physical("electricity", "inflow", "5.0")
                .physical("electricity", "final", "25.0");
    }

    @Test
    void withoutACoefficientThereIsNoStandardTable() {
        Balance balance = sheet().balance();
        assertThat(balance.figures()).noneMatch(figure -> figure.indicator().startsWith("balance.standard."));
        assertThat(balance.figures()).noneMatch(figure -> figure.indicator().contains(".total."));
        assertThat(balance.remarks()).isEmpty();
    }

    @Test
    void amountsAreConvertedByTheGivenCoefficientsAndAddedUp() {
        Balance balance = sheet().coefficient("coal", "0.7143")
                .coefficient("electricity", "0.3066")
                .balance();
        assertThat(value(balance, "standard.coal.production")).isEqualByComparingTo("142.86");
        // 5 亿千瓦时 × 0.3066 kgce/kWh × 10
        assertThat(value(balance, "standard.electricity.inflow")).isEqualByComparingTo("15.33");
        assertThat(value(balance, "standard.total.supply")).isEqualByComparingTo("158.19");
        assertThat(value(balance, "standard.total.power")).isEqualByComparingTo("-2.967");
        assertThat(value(balance, "standard.total.transformation")).isEqualByComparingTo("-2.967");
        assertThat(value(balance, "standard.total.final")).isEqualByComparingTo("155.223");
        assertThat(value(balance, "standard.total.difference")).isEqualByComparingTo("0");
        assertThat(value(balance, "standard.total.consumption")).isEqualByComparingTo("158.19");
        // 200, 90 and 110 to half a 万吨 each: 1.5 × 0.7143; three amounts of power to 0.05 亿千瓦时: 0.15 × 3.066
        assertThat(value(balance, "standard.total.difference.tolerance")).isEqualByComparingTo("1.53135");
        Trace converted = figure(balance, "standard.electricity.inflow").trace();
        assertThat(converted.text()).isEqualTo("调入，折标准煤");
        assertThat(converted.formula()).isEqualTo("5 × 0.3066 × 10 = 15.33");
        assertThat(converted.children())
                .extracting(Trace::text)
                .containsExactly("调入", "电力折标系数", "m-conversion 题（已见公开文本）");
        assertThat(figure(balance, "standard.coal.power").trace().formula()).isEqualTo("(-90) × 0.7143 = -64.287");
        Trace total = figure(balance, "standard.total.supply").trace();
        assertThat(total.text()).isEqualTo("合计 一：原煤、电力");
        assertThat(total.formula()).isEqualTo("142.86 + 15.33 = 158.19");
        assertThat(total.unit()).isEqualTo("万吨标准煤");
        assertThat(total.children()).extracting(Trace::text).containsExactly("原煤 一", "电力 一", "m-total 题（已见公开文本）");
        assertThat(figure(balance, "standard.total.supply").edition().id()).isEqualTo("m-total");
        assertThat(balance.names())
                .containsEntry("balance.standard.equivalent.total.supply", "合计 标准量（等价值） 一")
                .containsEntry("balance.standard.equivalent.electricity.inflow", "电力 标准量（等价值） 调入")
                .containsEntry("balance.standard.coal.production", "原煤 标准量 一次生产")
                .containsEntry("balance.physical.electricity.supply", "电力 实物量 一");
        assertThat(balance.remarks()).isEmpty();
    }

    @Test
    void onePowerCoefficientIsNotAnother() {
        Balance equivalent = sheet().coefficient("coal", "0.7143")
                .coefficient("electricity", "0.3066")
                .balance();
        Balance calorific = sheet().basis(Basis.CALORIFIC)
                .coefficient("coal", "0.7143")
                .coefficient("electricity", "0.1229")
                .balance();
        assertThat(value(calorific, "standard.total.consumption"))
                .isLessThan(value(equivalent, "standard.total.consumption"));
        assertThat(calorific.names()).containsEntry("balance.standard.calorific.electricity.inflow", "电力 标准量（当量值） 调入");
    }

    @Test
    void aKindWithoutItsCoefficientLeavesTheTotalUnknown() {
        Balance balance = sheet().coefficient("coal", "0.7143").balance();
        assertThat(figure(balance, "standard.electricity.supply").missing()).isEqualTo("缺“电力”的折标系数（kgce/千瓦时）");
        assertThat(figure(balance, "standard.electricity.inflow").edition().id())
                .isEqualTo("m-conversion");
        assertThat(figure(balance, "standard.total.supply").missing()).isEqualTo("缺“电力”的折标系数（kgce/千瓦时）");
        assertThat(figure(balance, "standard.total.difference").missing()).isEqualTo("缺“电力”的折标系数（kgce/千瓦时）");
        assertThat(figure(balance, "standard.total.consumption").missing()).isEqualTo("缺“电力”的折标系数（kgce/千瓦时）");
        assertThat(value(balance, "standard.coal.supply")).isEqualByComparingTo("142.86");
        assertThat(value(balance, "physical.electricity.supply")).isEqualByComparingTo("5");
        // What was entered for the total stands, though it cannot be checked.
        Balance stated = sheet().coefficient("coal", "0.7143")
                .standard("total", "supply", "158.19")
                .balance();
        assertThat(has(stated, "standard.total.supply")).isFalse();
    }

    @Test
    void whatWentIntoTransformationIsUnknownWithoutACoefficient() {
        Balance balance = new Sheet()
                .physical("coal", "power", "-90")
                .standard("coal", "final", "70")
                .balance();
        assertThat(figure(balance, "standard.coal.consumption").missing()).isEqualTo("缺“原煤”的折标系数（kgce/千克）");
    }

    @Test
    void whatIsEnteredInBothFormsMustAgree() {
        Balance same = sheet().coefficient("coal", "0.7143")
                .coefficient("electricity", "0.3066")
                .standard("coal", "production", "142.86")
                .balance();
        assertThat(same.remarks()).isEmpty();
        assertThat(has(same, "standard.coal.production"))
                .as("entered, not derived")
                .isFalse();
        Balance other = sheet().coefficient("coal", "0.7143")
                .coefficient("electricity", "0.3066")
                .standard("coal", "production", "145.00")
                .balance();
        assertThat(other.remarks())
                .extracting(Remark::kind, Remark::cell, Remark::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Remark.Kind.TOTAL_DIFFERS, "原煤 标准量 一次生产", "填报 145，按实物量折算的数 142.86，相差 2.14，超出四舍五入可致的 ±0.36215"));
        assertThat(value(other, "standard.coal.supply")).isEqualByComparingTo("145");
        assertThat(figure(other, "standard.total.difference").missing())
                .isEqualTo("“一次生产”填报 145，按实物量折算的数 142.86，相差 2.14，超出四舍五入可致的 ±0.36215，先核对");
    }

    @Test
    void noLossFollowsFromAConsumptionInDispute() {
        Balance balance = new Sheet()
                .physical("coal", "final", "90")
                .physical("coal", "consumption", "100")
                .coefficient("coal", "0.7")
                .standard("coal", "consumption", "75.0")
                .balance();
        assertThat(value(balance, "physical.coal.loss.implied")).isEqualByComparingTo("10");
        assertThat(figure(balance, "standard.coal.loss.implied").missing())
                .isEqualTo("“六”填报 75，按实物量折算的数 70，相差 5，超出四舍五入可致的 ±0.4，先核对");
        assertThat(balance.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.TOTAL_DIFFERS);
    }

    @Test
    void aTotalThatIsNotTheSumOfItsColumnsIsFound() {
        Balance balance = sheet().coefficient("coal", "0.7143")
                .coefficient("electricity", "0.3066")
                .standard("total", "final", "165.2")
                .balance();
        assertThat(balance.remarks())
                .extracting(Remark::cell, Remark::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "合计 标准量（等价值） 四", "填报 165.2，各部分之和 155.223，相差 9.977，超出四舍五入可致的 ±0.56045"));
        assertThat(Objects.requireNonNull(balance.remarks().getFirst().entry()).column())
                .isEqualTo("total");
    }

    @Test
    void oneKindAloneMakesNoTotal() {
        Balance alone = new Sheet()
                .standard("coal", "supply", "10")
                .standard("coal", "final", "10")
                .balance();
        assertThat(alone.figures()).noneMatch(figure -> figure.indicator().contains(".total."));
        Balance beside = new Sheet()
                .standard("coal", "supply", "10")
                .standard("coal", "final", "10")
                .standard("total", "supply", "50")
                .standard("total", "final", "50")
                .balance();
        assertThat(beside.remarks()).isEmpty();
        assertThat(value(beside, "standard.total.difference")).isEqualByComparingTo("0");
        assertThat(figure(beside, "standard.total.difference").trace().formula())
                .startsWith("50 + ");
    }

    @Test
    void otherEnergyIsCountedInStandardCoalOnly() {
        Balance balance = new Sheet()
                .standard("other", "production", "3.0")
                .standard("coal", "production", "10.0")
                .balance();
        assertThat(value(balance, "standard.total.production")).isEqualByComparingTo("13");
        assertThat(balance.figures()).noneMatch(figure -> figure.indicator().startsWith("balance.physical."));
    }

    @Test
    void anEnteredPhysicalTotalIsConvertedWhereItHasNoParts() {
        Balance balance = new Sheet()
                .physical("coal", "supply", "100")
                .physical("coal", "final", "100")
                .physical("coal", "consumption", "100")
                .physical("coal", "loss", "0")
                .coefficient("coal", "0.7")
                .balance();
        assertThat(value(balance, "standard.coal.supply")).isEqualByComparingTo("70");
        assertThat(value(balance, "standard.coal.difference")).isEqualByComparingTo("0");
        assertThat(value(balance, "standard.coal.loss")).isEqualByComparingTo("0");
        assertThat(value(balance, "standard.coal.consumption")).isEqualByComparingTo("70");
    }
}
