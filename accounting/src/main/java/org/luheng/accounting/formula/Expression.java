package org.luheng.accounting.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A formula that can be computed, as far as its words go; whether its units go together, {@link #flaw} says.
 *
 * @param text as written
 * @param references each once, in the order of the text
 */
public record Expression(String text, Term term, List<Reference> references) implements Reading {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final Measure AMOUNT = new Measure(Dimension.of("时段"), BigDecimal.ONE);

    public Expression {
        references = List.copyOf(references);
    }

    /** Reads a formula. */
    public static Reading of(String text) {
        return Parser.read(text);
    }

    static Expression of(String text, Term term) {
        Set<Reference> references = new LinkedHashSet<>();
        gather(term, references);
        return new Expression(text, term, new ArrayList<>(references));
    }

    private static void gather(Term term, Set<Reference> references) {
        switch (term) {
            case Term.Literal literal -> {}
            case Term.Operand operand -> references.add(operand.reference());
            case Term.Negation negation -> gather(negation.term(), references);
            case Term.Operation operation -> {
                gather(operation.left(), references);
                gather(operation.right(), references);
            }
            case Term.Choice choice -> choice.terms().forEach(each -> gather(each, references));
        }
    }

    /** Codes of the elements it speaks of, in the order of the text. */
    public Set<String> elements() {
        Set<String> elements = new LinkedHashSet<>();
        references.forEach(reference -> elements.add(reference.element()));
        return elements;
    }

    /**
     * Whether units go together and give the one that is wanted.
     *
     * @param measures the unit of each element
     * @param result the unit of the indicator
     * @return null where nothing is wrong
     */
    public @Nullable Flaw flaw(Function<String, Measure> measures, Measure result) {
        try {
            Dimension found = dimension(term, measures);
            if (!found.equals(result.dimension())) {
                return new Flaw(
                        Flaw.Kind.OTHER_RESULT,
                        0,
                        found.inWords(),
                        result.dimension().inWords());
            }
        } catch (Unfit unfit) {
            return unfit.flaw;
        }
        return result.factor().compareTo(HUNDREDTH) == 0 && result.dimension().isPure() && hundredfold(term)
                ? new Flaw(Flaw.Kind.HUNDREDFOLD, 0, "", "")
                : null;
    }

    /**
     * Whether it may be computed for a part of a year: energy used over floor space is four times as much in a year as in a
     * quarter, while a share of two amounts of the same quarter is a share.
     *
     * @param amounts whether an element is an amount of a span of time, not a state
     * @param result whether the indicator is
     */
    public boolean holdsForParts(Predicate<String> amounts, boolean result) {
        try {
            return dimension(term, element -> amounts.test(element) ? AMOUNT : Measure.NUMBER)
                    .equals(result ? AMOUNT.dimension() : Dimension.NONE);
        } catch (Unfit amountsAndStates) {
            return false;
        }
    }

    private static Dimension dimension(Term term, Function<String, Measure> measures) {
        return switch (term) {
            case Term.Literal literal -> Dimension.NONE;
            case Term.Operand operand ->
                measures.apply(operand.reference().element()).dimension();
            case Term.Negation negation -> dimension(negation.term(), measures);
            case Term.Operation(Term.Sign sign, Term left, Term right) -> {
                Dimension first = dimension(left, measures);
                Dimension second = dimension(right, measures);
                if (sign.adds()) {
                    yield same(first, second);
                }
                if (sign == Term.Sign.DIVIDED
                        && right instanceof Term.Literal divisor
                        && divisor.value().signum() == 0) {
                    throw new Unfit(
                            new Flaw(Flaw.Kind.DIVISOR, 0, divisor.value().toPlainString(), ""));
                }
                yield sign == Term.Sign.TIMES ? first.times(second) : first.per(second);
            }
            case Term.Choice choice -> {
                Dimension common = dimension(choice.terms().getFirst(), measures);
                for (Term each : choice.terms()) {
                    common = same(common, dimension(each, measures));
                }
                yield common;
            }
        };
    }

    private static Dimension same(Dimension first, Dimension second) {
        if (!first.equals(second)) {
            throw new Unfit(new Flaw(Flaw.Kind.MIXED, 0, first.inWords(), second.inWords()));
        }
        return first;
    }

    /** Whoever writes shares as in a spreadsheet multiplies by 100; the unit % does that already. */
    private static boolean hundredfold(Term term) {
        return switch (term) {
            case Term.Literal literal -> false;
            case Term.Operand operand -> false;
            case Term.Negation negation -> hundredfold(negation.term());
            case Term.Operation(Term.Sign sign, Term left, Term right) ->
                (sign == Term.Sign.TIMES && (is(left, HUNDRED) || is(right, HUNDRED)))
                        || (sign == Term.Sign.DIVIDED && is(right, HUNDREDTH))
                        || hundredfold(left)
                        || hundredfold(right);
            case Term.Choice choice -> choice.terms().stream().anyMatch(Expression::hundredfold);
        };
    }

    private static boolean is(Term term, BigDecimal number) {
        return term instanceof Term.Literal literal && literal.value().compareTo(number) == 0;
    }

    /** Carries a flaw out of the tree. */
    private static final class Unfit extends RuntimeException {
        private final transient Flaw flaw;

        Unfit(Flaw flaw) {
            super(flaw.kind().name());
            this.flaw = flaw;
        }
    }
}
