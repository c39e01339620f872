package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.formula.Expression;

class FormulasTest {
    private static Formula formula(String indicator, String expression, int from, int to) {
        return new Formula(
                indicator,
                (Expression) Expression.of(expression),
                new RuleEdition(indicator + from, "formula", "题", "文", from, to, "出处", Certainty.FOUND));
    }

    private static Formula formula(String indicator, String expression) {
        return formula(indicator, expression, 2011, 2030);
    }

    @Test
    void ofTheFormulasThatHoldTheOneThatBeganLastCounts() {
        Formula old = formula("x", "[a]", 2011, 2030);
        Formula later = formula("x", "[b]", 2021, 2025);
        Formula other = formula("y", "[a]", 2016, 2020);
        Formulas formulas = new Formulas(List.of(later, other, old));
        assertThat(formulas.find("x", 2020)).isSameAs(old);
        assertThat(formulas.find("x", 2021)).isSameAs(later);
        assertThat(formulas.find("x", 2025)).isSameAs(later);
        assertThat(formulas.find("x", 2026)).isSameAs(old);
        assertThat(formulas.find("x", 2031)).isNull();
        assertThat(formulas.find("x", 2010)).isNull();
        assertThat(formulas.find("y", 2021)).isNull();
        assertThat(formulas.find("z", 2021)).isNull();
        assertThat(formulas.indicators()).containsExactly("x", "y");
        assertThat(formulas.of("x")).containsExactly(later, old);
        assertThat(formulas.all()).containsExactly(later, old, other);
        assertThat(Formulas.NONE.all()).isEmpty();
    }

    @Test
    void aCircleIsNamedFromOneOfItsIndicatorsBackToIt() {
        assertThat(Formulas.circles(List.of(formula("x", "[a] + [x]")))).containsExactly(List.of("x", "x"));
        assertThat(Formulas.circles(List.of(
                        formula("top", "[x] + [free]"),
                        formula("x", "[y] / [a]"),
                        formula("y", "[b] * [z]"),
                        formula("z", "[x] - 1"),
                        formula("free", "[a] + [b]"))))
                .containsExactly(List.of("x", "y", "z", "x"));
    }

    @Test
    void theYearBeforeIsACircleToo() {
        assertThat(Formulas.circles(List.of(formula("x", "[x@previous] * 2")))).containsExactly(List.of("x", "x"));
        assertThat(Formulas.circles(List.of(formula("x", "[x@base] + 1")))).containsExactly(List.of("x", "x"));
    }

    @Test
    void editionsOfDifferentYearsAreReadTogether() {
        assertThat(Formulas.circles(List.of(formula("x", "[y]", 2011, 2015), formula("y", "[x]", 2021, 2025))))
                .containsExactly(List.of("x", "y", "x"));
    }

    @Test
    void twoCirclesAreTwo() {
        assertThat(Formulas.circles(List.of(formula("x", "[x]"), formula("p", "[q]"), formula("q", "[p] + [x]"))))
                .containsExactly(List.of("x", "x"), List.of("p", "q", "p"));
    }

    @Test
    void whatTwoFormulasShareIsNoCircle() {
        List<Formula> shared = List.of(
                formula("x", "[y] + [z]"), formula("y", "[w] + [a]"), formula("z", "[w] - [a]"), formula("w", "[a]"));
        assertThat(Formulas.circles(shared)).isEmpty();
        assertThat(new Formulas(shared).all()).hasSize(4);
    }

    @Test
    void formulasInACircleAreNotTaken() {
        assertThatThrownBy(() -> new Formulas(List.of(formula("x", "[y]"), formula("y", "[x]"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[[x, y, x]]");
    }
}
