package org.luheng.accounting.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.luheng.accounting.Figure;

class BenchmarkPropertiesTest {
    @Property
    void worseConsumptionIsNeverABetterPosition(
            @ForAll @BigRange(min = "-60", max = "60") BigDecimal some,
            @ForAll @BigRange(min = "0", max = "60") BigDecimal worse) {
        Comparison before = new Plant().of("转炉工序", "kgce/t").compared(some.toPlainString());
        Comparison after =
                new Plant().of("转炉工序", "kgce/t").compared(some.add(worse).toPlainString());
        assertThat(after.position().value())
                .isGreaterThanOrEqualTo(before.position().value());
        assertThat(after.grade().value()).isGreaterThanOrEqualTo(before.grade().value());
    }

    @Property
    void worseConsumptionIsNeverBetterWhereALimitIsBlank(
            @ForAll @BigRange(min = "1", max = "200") BigDecimal some,
            @ForAll @BigRange(min = "0", max = "100") BigDecimal worse,
            @ForAll @IntRange(min = 0, max = 7) int blanks) {
        List<Level> levels = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            levels.add(new Level(
                    Scale.Kind.STANDARD.levels().get(at),
                    (blanks & (1 << at)) == 0 ? new BigDecimal(50 * (at + 1)) : null));
        }
        Standing before = Standing.of(some, levels);
        Standing after = Standing.of(some.add(worse), levels);
        assertThat(after.best()).isGreaterThanOrEqualTo(before.best());
        assertThat(after.worst()).isGreaterThanOrEqualTo(before.worst());
        assertThat(before.best()).isLessThanOrEqualTo(before.worst());
        assertThat(blanks != 0 || before.determined()).isTrue();
    }

    @Property
    void scalingTheOutputScalesTheSaving(
            @ForAll @BigRange(min = "90", max = "200") BigDecimal consumption,
            @ForAll @BigRange(min = "1", max = "1000000") BigDecimal output,
            @ForAll @IntRange(min = 1, max = 1000) int times) {
        Figure one = new Plant()
                .output(output.toPlainString(), "吨")
                .compared(consumption.toPlainString())
                .toBaseline();
        Figure many = new Plant()
                .output(output.multiply(new BigDecimal(times)).toPlainString(), "吨")
                .compared(consumption.toPlainString())
                .toBaseline();
        assertThat(many.value())
                .isEqualByComparingTo(Objects.requireNonNull(one.value()).multiply(new BigDecimal(times)));
    }

    @Property(tries = 100)
    void theOrderOfLinesChangesNothing(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 80, max = 140) Integer> consumptions,
            @ForAll Random random) {
        List<Comparison> lines = new ArrayList<>();
        for (int at = 0; at < consumptions.size(); at++) {
            lines.add(new Plant()
                    .named("厂" + at)
                    .capacity(Integer.toString(at + 1), "吨")
                    .compared(consumptions.get(at).toString()));
        }
        List<Comparison> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        CapacityShares shares = new CapacityShares(Plant.rules());
        List<Figure> some = shares.shares(lines, "");
        List<Figure> others = shares.shares(shuffled, "");
        assertThat(others).hasSameSizeAs(some);
        for (int at = 0; at < some.size(); at++) {
            assertThat(others.get(at).region()).isEqualTo(some.get(at).region());
            assertThat(others.get(at).value()).isEqualByComparingTo(some.get(at).value());
            assertThat(others.get(at).trace()).isEqualTo(some.get(at).trace());
        }
        assertThat(CapacityShares.behind(shuffled).stream()
                        .map(one -> one.production().enterprise()))
                .containsExactlyElementsOf(CapacityShares.behind(lines).stream()
                        .map(one -> one.production().enterprise())
                        .toList());
    }
}
