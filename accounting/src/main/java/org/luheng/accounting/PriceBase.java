package org.luheng.accounting;

/**
 * The years whose GDP is counted at the prices of one year (不变价基期): a row of {@code rules/price-bases.csv}. The element
 * {@link #element()} holds GDP at these prices, for years before and after the change of base too where they were published.
 *
 * @param year whose prices
 */
public record PriceBase(int year, RuleEdition edition) {
    public String element() {
        return Element.GDP + "." + year;
    }
}
