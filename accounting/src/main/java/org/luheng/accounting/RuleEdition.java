package org.luheng.accounting;

/**
 * One rule of the arithmetic in one edition: dated data, read from {@code rules/editions.csv}.
 *
 * @param id stable, printed beside every figure that used it
 * @param matter what it rules, e.g. {@code intensity.change}
 * @param text the rule in words, with its formula
 * @param from first assessed year it holds for
 * @param to last assessed year, inclusive
 * @param source document and clause it was taken from
 */
public record RuleEdition(
        String id, String matter, String title, String text, int from, int to, String source, Certainty certainty) {

    /** Whether it holds for the assessed year. */
    public boolean holdsIn(int year) {
        return from <= year && year <= to;
    }

    /** The same rule, no surer than the parameters it was used with. */
    public RuleEdition restingOn(Certainty parameters) {
        Certainty weaker = certainty.weaker(parameters);
        return weaker == certainty ? this : new RuleEdition(id, matter, title, text, from, to, source, weaker);
    }
}
