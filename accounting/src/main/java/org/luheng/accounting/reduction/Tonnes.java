package org.luheng.accounting.reduction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;

/** Counted amounts and amounts taken back, added up. */
record Tonnes(List<Figure> figures, int uncounted) {
    static final String UNIT = "吨";

    /** Of the projects counted for {@code from} to {@code to}, and what was taken back in those years. */
    static Tonnes of(List<Reduction> reductions, int from, int to) {
        List<Figure> figures = new ArrayList<>();
        int uncounted = 0;
        for (Reduction reduction : reductions) {
            if (within(reduction.net(), from, to)) {
                if (reduction.counted()) {
                    figures.add(reduction.net());
                } else {
                    uncounted++;
                }
            }
            Figure takenBack = reduction.takenBack();
            if (takenBack != null && within(takenBack, from, to)) {
                figures.add(takenBack);
            }
        }
        return new Tonnes(figures, uncounted);
    }

    private static boolean within(Figure figure, int from, int to) {
        int year = figure.period().year();
        return from <= year && year <= to;
    }

    boolean isEmpty() {
        return figures.isEmpty() && uncounted == 0;
    }

    BigDecimal sum() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure figure : figures) {
            BigDecimal value = figure.value();
            if (value != null) {
                sum = sum.add(value);
            }
        }
        return sum;
    }

    /** {@code 12.5 + 3 − 1 = 14.5} */
    String formula() {
        List<String> terms = new ArrayList<>();
        for (Figure figure : figures) {
            BigDecimal value = figure.value();
            terms.add(value == null ? "0" : Arithmetic.printed(value));
        }
        return added(terms) + " = " + Arithmetic.printed(sum());
    }

    static String added(List<String> terms) {
        return terms.isEmpty() ? "0" : String.join(" + ", terms).replace("+ -", "− ");
    }

    /** What is said of the projects that are listed and do not count. */
    String remark() {
        return uncounted == 0 ? "" : "，另有 " + uncounted + " 项列入名单而未计";
    }

    /** The sum's rule, no surer than the least sure of what was added. */
    RuleEdition edition(Condition condition) {
        Certainty worst = condition.edition().certainty();
        for (Figure figure : figures) {
            worst = Reductions.worse(worst, figure.edition().certainty());
        }
        return Reductions.with(condition.edition(), worst);
    }

    List<Trace> traces() {
        return figures.stream().map(Figure::trace).toList();
    }

    Figure figure(String region, int year, Pollutant pollutant, Condition condition, Supplier<Trace> explanation) {
        return new Figure(
                region,
                Period.year(year),
                pollutant.indicator(),
                sum(),
                UNIT,
                edition(condition),
                null,
                false,
                explanation);
    }
}
