package org.luheng.accounting;

import org.luheng.accounting.formula.Expression;

/**
 * How an indicator is computed from elements where nobody reported it: a row of {@code rules/formulas.csv}, read and found
 * sound in its units.
 *
 * @param edition the row, with years, source and certainty
 */
public record Formula(String indicator, Expression expression, RuleEdition edition) {}
