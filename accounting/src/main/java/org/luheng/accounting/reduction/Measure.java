package org.luheng.accounting.reduction;

import java.util.List;
import java.util.Set;
import org.luheng.accounting.RuleEdition;

/**
 * A kind of project and how it is counted: one row of {@code rules/reduction-measures.csv}.
 *
 * @param pollutants for which it may be used
 * @param inputs which a project must state: those of the form and whatever else the rule wants
 * @param inventoried only a source of the base inventory can be reduced by it (遵循基数); false for new sewage plants
 * @param byMonth counts from a month after it began to run, with the share of the year that is left
 * @param exclusive counts only where nothing of it was sold as discharge right or used as replacement source
 */
public record Measure(
        String code,
        Form form,
        Set<Pollutant> pollutants,
        List<Input> inputs,
        boolean inventoried,
        boolean byMonth,
        boolean exclusive,
        RuleEdition edition) {
    public Measure {
        pollutants = Set.copyOf(pollutants);
        inputs = List.copyOf(inputs);
    }

    public String title() {
        return edition.title();
    }
}
