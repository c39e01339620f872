package org.luheng.accounting.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;

/** What the projects of one place come to in each year, without a plan. */
public final class YearTotals {
    private YearTotals() {}

    /** By place, then pollutant, then year; no figure for a year in which nothing is listed, or for which no rule holds. */
    public static List<Figure> of(List<Reduction> reductions, ReductionRules rules) {
        Map<String, Map<Pollutant, List<Reduction>>> byPlace = new TreeMap<>();
        TreeSet<Integer> years = new TreeSet<>();
        for (Reduction reduction : reductions) {
            Project project = reduction.project();
            byPlace.computeIfAbsent(project.region(), region -> new TreeMap<>())
                    .computeIfAbsent(project.pollutant(), pollutant -> new ArrayList<>())
                    .add(reduction);
            years.add(project.year());
            Figure takenBack = reduction.takenBack();
            if (takenBack != null) {
                years.add(takenBack.period().year());
            }
        }
        List<Figure> totals = new ArrayList<>();
        byPlace.forEach((region, byPollutant) -> byPollutant.forEach((pollutant, own) -> {
            for (int year : years) {
                Tonnes tonnes = Tonnes.of(own, year, year);
                if (!tonnes.isEmpty()) {
                    rules.condition(Condition.Matter.SUM, year)
                            .ifPresent(condition -> totals.add(total(region, pollutant, year, tonnes, condition)));
                }
            }
        }));
        return List.copyOf(totals);
    }

    private static Figure total(String region, Pollutant pollutant, int year, Tonnes tonnes, Condition condition) {
        return tonnes.figure(region, year, pollutant, condition, () -> {
            List<Trace> children = new ArrayList<>(tonnes.traces());
            children.add(Trace.rule(condition.edition()));
            return Trace.computed(
                    year + "年" + pollutant.word() + "重点工程减排量合计" + tonnes.remark(),
                    tonnes.formula(),
                    tonnes.sum(),
                    Tonnes.UNIT,
                    children);
        });
    }
}
