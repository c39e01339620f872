package org.luheng.accounting.replacement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.luheng.accounting.RuleEdition;

/**
 * How many times what it adds a project has to replace: a row of {@code rules/replacement-ratios.csv}.
 *
 * @param regions codes of the places it holds in, empty: everywhere
 * @param exempt kinds of projects it does not hold for: 污水处理厂
 * @param provincial whether the province's own ratio counts where it is higher
 */
public record Ratio(
        Set<Subject> subjects,
        Condition condition,
        List<String> regions,
        List<String> exempt,
        boolean provincial,
        BigDecimal times,
        RuleEdition edition) {
    public Ratio {
        subjects = Set.copyOf(subjects);
        regions = List.copyOf(regions);
        exempt = List.copyOf(exempt);
    }
}
