package org.luheng.accounting.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.luheng.accounting.Arithmetic;

/** Part of a formula: a tree of numbers, references and what is done with them. */
public sealed interface Term {
    /** Written out, a pure number. */
    record Literal(BigDecimal value) implements Term {}

    /** The value of an element. */
    record Operand(Reference reference) implements Term {}

    record Negation(Term term) implements Term {}

    record Operation(Sign sign, Term left, Term right) implements Term {}

    /** The least or the greatest of two or more. */
    record Choice(boolean least, List<Term> terms) implements Term {
        public Choice {
            terms = List.copyOf(terms);
        }
    }

    /** Of an operation between two terms. */
    enum Sign {
        PLUS('+', '+', 1),
        MINUS('-', '−', 1),
        TIMES('*', '×', 2),
        DIVIDED('/', '÷', 2);

        private final char written;
        private final char printed;
        private final int binding;

        Sign(char written, char printed, int binding) {
            this.written = written;
            this.printed = printed;
            this.binding = binding;
        }

        static Sign of(String written) {
            for (Sign sign : values()) {
                if (written.equals(String.valueOf(sign.written))) {
                    return sign;
                }
            }
            throw new IllegalArgumentException(written);
        }

        boolean adds() {
            return binding == 1;
        }
    }

    /**
     * Computes it, every value in its dimension's own unit.
     *
     * @throws NotPositive where a divisor is zero or negative
     */
    default BigDecimal value(Function<Reference, BigDecimal> values) {
        return switch (this) {
            case Literal literal -> literal.value();
            case Operand operand -> values.apply(operand.reference());
            case Negation negation -> negation.term().value(values).negate();
            case Operation(Sign sign, Term left, Term right) -> {
                BigDecimal first = left.value(values);
                BigDecimal second = right.value(values);
                yield switch (sign) {
                    case PLUS -> first.add(second, Arithmetic.PRECISION);
                    case MINUS -> first.subtract(second, Arithmetic.PRECISION);
                    case TIMES -> first.multiply(second, Arithmetic.PRECISION);
                    case DIVIDED -> {
                        if (second.signum() <= 0) {
                            throw new NotPositive(right);
                        }
                        yield Arithmetic.divide(first, second);
                    }
                };
            }
            case Choice choice -> {
                BigDecimal chosen = choice.terms().getFirst().value(values);
                for (Term term : choice.terms()) {
                    BigDecimal value = term.value(values);
                    chosen = choice.least() ? chosen.min(value) : chosen.max(value);
                }
                yield chosen;
            }
        };
    }

    /** For reading: the words of each reference put in its place, {@code ×}, {@code ÷}, and no more parentheses than needed. */
    default String inWords(Function<Reference, String> words) {
        return switch (this) {
            case Literal literal -> literal.value().toPlainString();
            case Operand operand -> words.apply(operand.reference());
            case Negation negation -> "−" + enclosed(negation.term(), words, 3);
            case Operation(Sign sign, Term left, Term right) ->
                enclosed(left, words, sign.binding) + " " + sign.printed + " "
                        + enclosed(right, words, sign.binding + 1);
            case Choice choice ->
                (choice.least() ? "最小值（" : "最大值（")
                        + String.join(
                                "，",
                                choice.terms().stream()
                                        .map(term -> term.inWords(words))
                                        .toList())
                        + "）";
        };
    }

    private static String enclosed(Term term, Function<Reference, String> words, int binding) {
        boolean open = switch (term) {
            case Operation operation -> operation.sign().binding < binding;
            case Negation negation -> true;
            default -> false;
        };
        return open ? "(" + term.inWords(words) + ")" : term.inWords(words);
    }

    /** A divisor is zero or negative: what is divided by is an amount, so the data are wrong or not there. */
    final class NotPositive extends ArithmeticException {
        private final transient Term divisor;

        NotPositive(Term divisor) {
            super("divisor is not positive");
            this.divisor = divisor;
        }

        public Term divisor() {
            return divisor;
        }
    }
}
