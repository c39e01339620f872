package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;

/**
 * Puts mass in the place of hours that were not measured: of gas the greatest of so many valid hours before the gap, by its length and
 * the capture of the quarter (HJ 75-2017 表 5、6); of water the means of an equal time before it (HJ 356-2019 8). Concentrations are
 * never substituted.
 */
final class Substitution {
    private final Medium medium;
    private final EmissionRules rules;
    private final Map<LocalDate, Capture> captures = new HashMap<>();

    Substitution(Medium medium, EmissionRules rules) {
        this.medium = medium;
        this.rules = rules;
    }

    Map<LocalDate, Capture> captures() {
        return captures;
    }

    /** Hours of standstill neither end a gap nor lengthen it. */
    List<Hour> fill(List<Hour> measured) {
        measured.forEach(hour ->
                captures.computeIfAbsent(Capture.quarterOf(hour.start()), quarter -> Capture.of(quarter, measured)));
        List<Hour> filled = new ArrayList<>(measured);
        List<Hour> before = new ArrayList<>();
        List<Integer> gap = new ArrayList<>();
        for (int at = 0; at < measured.size(); at++) {
            Hour hour = measured.get(at);
            if (hour.origin() == Origin.LACKING) {
                gap.add(at);
            } else if (hour.origin() == Origin.MEASURED) {
                close(gap, before, filled);
                before.add(hour);
            }
        }
        close(gap, before, filled);
        return filled;
    }

    private void close(List<Integer> gap, List<Hour> before, List<Hour> filled) {
        Map<Integer, Greatest> found = new HashMap<>();
        for (int at : gap) {
            Hour hour = filled.get(at);
            filled.set(
                    at, medium == Medium.GAS ? gas(hour, gap.size(), before, found) : water(hour, gap.size(), before));
        }
        gap.clear();
    }

    private record Greatest(@Nullable BigDecimal mass, int hours) {
        static Greatest of(List<Hour> before, int span) {
            List<Hour> last = before.subList(Math.max(0, before.size() - span), before.size());
            return new Greatest(
                    last.stream()
                            .map(Hour::mass)
                            .filter(Objects::nonNull)
                            .max(BigDecimal::compareTo)
                            .orElse(null),
                    last.size());
        }
    }

    private int number(Parameter parameter, Hour hour) {
        return rules.ruling(parameter, medium, hour.start().getYear()).number();
    }

    private BigDecimal percent(Parameter parameter, Hour hour) {
        return rules.ruling(parameter, medium, hour.start().getYear()).value();
    }

    private Hour gas(Hour hour, int length, List<Hour> before, Map<Integer, Greatest> found) {
        Capture capture = captures.get(Capture.quarterOf(hour.start()));
        BigDecimal rate = capture == null ? null : capture.rate();
        if (rate == null || rate.compareTo(percent(Parameter.CAPTURE_LEAST, hour)) < 0) {
            return hour.with(null, Origin.LACKING, "季度捕集率不足，无从替代");
        }
        int span = number(
                rate.compareTo(percent(Parameter.CAPTURE_GOOD, hour)) < 0
                        ? Parameter.SPAN_POOR_CAPTURE
                        : length <= number(Parameter.SHORT_GAP, hour)
                                ? Parameter.SPAN_SHORT_GAP
                                : Parameter.SPAN_LONG_GAP,
                hour);
        Greatest greatest = found.computeIfAbsent(span, hours -> Greatest.of(before, hours));
        if (greatest.mass() == null) {
            return hour.with(null, Origin.LACKING, "此前没有有效小时，无从替代");
        }
        return hour.with(
                greatest.mass(),
                Origin.SUBSTITUTED,
                "取此前 " + span + " 个有效小时的最大值" + (greatest.hours() < span ? "（只有 " + greatest.hours() + " 个）" : ""));
    }

    private Hour water(Hour hour, int length, List<Hour> before) {
        int span = length * number(Parameter.EQUAL_SPAN, hour);
        List<Hour> last = before.subList(Math.max(0, before.size() - span), before.size());
        BigDecimal concentration =
                hour.concentration() != null ? hour.concentration() : mean(last, Hour::concentration);
        BigDecimal flow = hour.flow() != null ? hour.flow() : mean(last, Hour::flow);
        if (concentration == null || flow == null) {
            return hour.with(null, Origin.LACKING, "此前没有有效时段，无从替代");
        }
        return hour.with(
                concentration.multiply(flow, Arithmetic.PRECISION).movePointLeft(3),
                Origin.SUBSTITUTED,
                "取此前等长有效时段 " + span + " 小时的均值" + (last.size() < span ? "（只有 " + last.size() + " 小时）" : ""));
    }

    private static @Nullable BigDecimal mean(List<Hour> hours, Function<Hour, @Nullable BigDecimal> value) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (Hour hour : hours) {
            BigDecimal each = value.apply(hour);
            if (each != null) {
                sum = sum.add(each);
                count++;
            }
        }
        return count == 0 ? null : Arithmetic.divide(sum, new BigDecimal(count));
    }
}
