package org.luheng.accounting.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;

class ExpressionPropertiesTest {
    /** Made of the pieces of formulas, so that many come near to being one. */
    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(
                        "[a]",
                        "[b@base]",
                        "[c@previous]",
                        "(",
                        ")",
                        "+",
                        "-",
                        "*",
                        "/",
                        ",",
                        "min",
                        "max",
                        "1",
                        "0.5",
                        " ",
                        "[",
                        "]",
                        "@",
                        ".",
                        "e",
                        "A",
                        "x",
                        "^",
                        "\"",
                        "[a",
                        "()",
                        "min(",
                        "\u0000",
                        "。",
                        "\uD83D")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 20_000)
    void whateverIsWrittenIsReadOrRefused(@ForAll("scribbles") String text) {
        Reading reading = Expression.of(text);
        if (reading instanceof Flaw flaw) {
            assertThat(flaw.at()).isBetween(0, text.length() + 1);
        } else {
            // Nothing that stands in the text is dropped: written out again it is the same formula.
            Expression expression = (Expression) reading;
            String again = written(expression.term());
            Expression second = ExpressionTest.expression(again);
            assertThat(second.term()).isEqualTo(expression.term());
            assertThat(signs(again)).isEqualTo(signs(text));
        }
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(Expression.of(text)).isNotNull();
    }

    private static String signs(String text) {
        return text.replaceAll("[()\\s]", "");
    }

    @Provide
    Arbitrary<Written> formulas() {
        Arbitrary<Written> leaves =
                Arbitraries.of("2", "3.5", "0.25", "[a]", "[b]", "[c]").map(text -> new Written(text, number(text)));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner,
                        Combinators.combine(inner, inner, Arbitraries.of("+", "-", "*", "/"))
                                .as(ExpressionPropertiesTest::joined),
                        Combinators.combine(inner, inner).as(ExpressionPropertiesTest::greatest),
                        inner.map(ExpressionPropertiesTest::negated)),
                0,
                5);
    }

    /** A formula and what it comes to by hand; null where something is divided by what is not positive. */
    record Written(String text, @Nullable BigDecimal value) {}

    private static Written negated(Written term) {
        BigDecimal value = term.value();
        return new Written("-(" + term.text() + ")", value == null ? null : value.negate());
    }

    private static Written greatest(Written left, Written right) {
        BigDecimal first = left.value();
        BigDecimal second = right.value();
        return new Written(
                "max(" + left.text() + "," + right.text() + ")",
                first == null || second == null ? null : first.max(second));
    }

    private static BigDecimal number(String text) {
        return switch (text) {
            case "[a]" -> new BigDecimal("12.5");
            case "[b]" -> new BigDecimal("-4");
            case "[c]" -> new BigDecimal("0");
            default -> new BigDecimal(text);
        };
    }

    private static Written joined(Written left, Written right, String sign) {
        String text = "(" + left.text() + ")" + sign + "(" + right.text() + ")";
        BigDecimal first = left.value();
        BigDecimal second = right.value();
        if (first == null || second == null) {
            return new Written(text, null);
        }
        return new Written(
                text,
                switch (sign) {
                    case "+" -> first.add(second, Arithmetic.PRECISION);
                    case "-" -> first.subtract(second, Arithmetic.PRECISION);
                    case "*" -> first.multiply(second, Arithmetic.PRECISION);
                    default -> second.signum() <= 0 ? null : first.divide(second, Arithmetic.PRECISION);
                });
    }

    @Property
    void comesToWhatOneComputesByHand(@ForAll("formulas") Written formula) {
        Reading reading = Expression.of(formula.text());
        if (reading instanceof Flaw flaw) {
            assertThat(flaw.kind()).isEqualTo(Flaw.Kind.TOO_LARGE);
            return;
        }
        BigDecimal value;
        try {
            value = ((Expression) reading).term().value(reference -> number("[" + reference.element() + "]"));
        } catch (Term.NotPositive notPositive) {
            value = null;
        }
        if (formula.value() == null) {
            assertThat(value).isNull();
        } else {
            assertThat(value).isEqualByComparingTo(formula.value());
        }
    }

    private static String written(Term term) {
        return switch (term) {
            case Term.Literal literal -> literal.value().toPlainString();
            case Term.Operand operand -> operand.reference().written();
            case Term.Negation negation -> "-(" + written(negation.term()) + ")";
            case Term.Operation operation ->
                "(" + written(operation.left()) + ")" + sign(operation.sign()) + "(" + written(operation.right()) + ")";
            case Term.Choice choice ->
                (choice.least() ? "min(" : "max(")
                        + String.join(
                                ",",
                                choice.terms().stream()
                                        .map(each -> "(" + written(each) + ")")
                                        .toList())
                        + ")";
        };
    }

    private static String sign(Term.Sign sign) {
        return List.of("+", "-", "*", "/").get(sign.ordinal());
    }
}
