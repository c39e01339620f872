package org.luheng.accounting.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.balance.Sheet.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.luheng.accounting.Period;

class BalancePropertiesTest {
    private static final List<String> LEAVES = List.of(
            "opening",
            "closing",
            "production",
            "inflow",
            "outflow",
            "power",
            "loss",
            "primary",
            "industry",
            "tertiary",
            "households");
    private static final String DIFFERENCE = "physical.electricity.difference";

    private static String hundredths(int amount) {
        return BigDecimal.valueOf(amount, 2).toPlainString();
    }

    private static Sheet sheet(List<Integer> amounts) {
        Sheet sheet = new Sheet();
        for (int at = 0; at < LEAVES.size(); at++) {
            sheet.physical("electricity", LEAVES.get(at), hundredths(amounts.get(at)));
        }
        return sheet;
    }

    /** What rounding moves in a true balance never counts as out of balance. */
    @Property
    void aTrueBalanceIsWithinToleranceHoweverItIsRounded(
            @ForAll @Size(11) List<@IntRange(min = 0, max = 9_999_999) Integer> thousandths,
            @ForAll @IntRange(min = 0, max = 2) int places) {
        List<BigDecimal> exact = new ArrayList<>();
        thousandths.forEach(amount -> exact.add(BigDecimal.valueOf(amount, 3)));
        // 生活 takes up what is left, so that the unrounded table is exactly in balance.
        BigDecimal left = exact.get(0)
                .subtract(exact.get(1))
                .add(exact.get(2))
                .add(exact.get(3))
                .subtract(exact.get(4))
                .add(exact.get(5))
                .subtract(exact.get(6))
                .subtract(exact.get(7))
                .subtract(exact.get(8))
                .subtract(exact.get(9));
        exact.set(10, left);
        Sheet sheet = new Sheet();
        for (int at = 0; at < LEAVES.size(); at++) {
            sheet.physical(
                    "electricity",
                    LEAVES.get(at),
                    exact.get(at)
                            .setScale(places, java.math.RoundingMode.HALF_EVEN)
                            .toPlainString());
        }
        Balance balance = sheet.balance();
        assertThat(value(balance, DIFFERENCE).abs())
                .isLessThanOrEqualTo(value(balance, DIFFERENCE + ".tolerance").add(zeros(sheet)));
        if (zeros(sheet).signum() == 0) {
            assertThat(balance.remarks()).isEmpty();
        }
    }

    /** A plain 0 says that there is nothing; here it may have been rounded down to it. */
    private static BigDecimal zeros(Sheet sheet) {
        return new BigDecimal("0.5")
                .multiply(BigDecimal.valueOf(sheet.entries().stream()
                        .filter(entry -> entry.halfUnit().signum() == 0)
                        .count()));
    }

    @Property
    void theOrderOfEntriesChangesNothing(
            @ForAll @Size(11) List<@IntRange(min = 0, max = 99_999) Integer> amounts, @ForAll long seed) {
        Sheet sheet = sheet(amounts).physical("electricity", "final", "1.00");
        List<Entry> shuffled = new ArrayList<>(sheet.entries());
        Collections.shuffle(shuffled, new Random(seed));
        Balance first = sheet.balance();
        Balance second =
                new Balancing(Sheet.RULES).of(new EnergyTable("350000", Period.year(2020), shuffled, Map.of(), null));
        assertThat(inWords(second)).isEqualTo(inWords(first));
        assertThat(second.remarks()).isEqualTo(first.remarks());
    }

    private static List<String> inWords(Balance balance) {
        return balance.figures().stream()
                .map(figure -> figure.indicator()
                        + figure.value()
                        + figure.missing()
                        + figure.trace().formula())
                .toList();
    }

    /** A surplus and the same deficit are judged alike. */
    @Property
    void theToleranceIsSymmetric(@ForAll @IntRange(min = -100, max = 100) int off) {
        boolean surplus = remarked(off);
        boolean deficit = remarked(-off);
        assertThat(surplus).isEqualTo(deficit).isEqualTo(Math.abs(off) > 1);
    }

    private static boolean remarked(int off) {
        return !new Sheet()
                .physical("electricity", "supply", hundredths(10_000 + off))
                .physical("electricity", "final", hundredths(10_000))
                .balance()
                .remarks()
                .isEmpty();
    }

    /** Twice as much of everything is twice the difference. */
    @Property
    void theDifferenceScales(
            @ForAll @Size(11) List<@IntRange(min = 0, max = 99_999) Integer> amounts,
            @ForAll @IntRange(min = 2, max = 9) int factor) {
        Balance once = sheet(amounts).balance();
        Balance often =
                sheet(amounts.stream().map(amount -> amount * factor).toList()).balance();
        assertThat(value(often, DIFFERENCE))
                .isEqualByComparingTo(value(once, DIFFERENCE).multiply(BigDecimal.valueOf(factor)));
        assertThat(value(often, DIFFERENCE + ".tolerance"))
                .isEqualByComparingTo(value(once, DIFFERENCE + ".tolerance"));
    }

    /** One wrong amount, and the difference is wrong by just as much: nothing takes it up. */
    @Property
    void nothingIsRepaired(
            @ForAll @Size(11) List<@IntRange(min = 1, max = 99_999) Integer> amounts,
            @ForAll @IntRange(min = 0, max = 10) int wrong,
            @ForAll @IntRange(min = 1, max = 99_999) int by) {
        List<Integer> changed = new ArrayList<>(amounts);
        changed.set(wrong, amounts.get(wrong) + by);
        boolean lowers = List.of("closing", "outflow", "loss", "primary", "industry", "tertiary", "households")
                .contains(LEAVES.get(wrong));
        assertThat(value(sheet(changed).balance(), DIFFERENCE))
                .isEqualByComparingTo(
                        value(sheet(amounts).balance(), DIFFERENCE).add(BigDecimal.valueOf(lowers ? -by : by, 2)));
    }
}
