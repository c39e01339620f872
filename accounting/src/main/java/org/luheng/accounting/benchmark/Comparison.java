package org.luheng.accounting.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Figure;

/**
 * Where one line of production stands.
 *
 * @param position on 标杆 and 基准: 1 优于标杆, 2 标杆—基准, 3 劣于基准; missing where undetermined
 * @param grade on the GB limits: 1 to 3, 4 beyond the last; missing where undetermined
 * @param toBaseline tce to be saved to reach the baseline, 0 where it is reached
 * @param toBenchmark the same for the benchmark
 * @param index 能效指数 against the benchmark
 * @param scale limits of the policy after corrections; null: none that can be used
 */
public record Comparison(
        Production production,
        Figure position,
        Figure grade,
        Figure toBaseline,
        Figure toBenchmark,
        Figure index,
        @Nullable Scale scale) {

    public List<Figure> figures() {
        return List.of(position, grade, toBaseline, toBenchmark, index);
    }

    public boolean isAtBenchmark() {
        return is(1);
    }

    public boolean isBehindBaseline() {
        return is(Scale.Kind.POLICY.positions().size());
    }

    private boolean is(int wanted) {
        return position.value() != null && position.value().intValueExact() == wanted;
    }
}
