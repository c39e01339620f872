package org.luheng.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Formula;
import org.luheng.accounting.Formulas;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Units;
import org.luheng.accounting.formula.Expression;
import org.luheng.accounting.formula.Flaw;
import org.luheng.accounting.formula.Measure;
import org.luheng.accounting.formula.Reading;
import org.luheng.accounting.formula.Reference;

/**
 * {@code rules/formulas.csv}: how indicators are computed from elements ({@code docs/formulas.md}). Words, elements, units
 * and circles are all looked at here, so that nothing but missing data can keep a formula from its result later.
 */
final class FormulaRows {
    static final int MOST = 1_000;

    private final Map<String, Indicator> indicators;
    private final Units units;
    private final Findings findings;

    FormulaRows(Map<String, Indicator> indicators, Units units, Findings findings) {
        this.indicators = indicators;
        this.units = units;
        this.findings = findings;
    }

    /** Makes the edition of a row, whose title and text come from the names of the elements. */
    interface Editions {
        RuleEdition of(Row row, String matter, String title, String text);
    }

    /** @return without formulas where any is at fault; the findings say which */
    Formulas read(Table table, Editions editions) {
        if (table.rows().size() > MOST) {
            findings.add(
                    Fault.FORMULA_TOO_LARGE,
                    Place.file(table.label()),
                    "",
                    "what",
                    "公式个数",
                    "limit",
                    Integer.toString(MOST));
            return Formulas.NONE;
        }
        List<Formula> formulas = new ArrayList<>();
        Map<String, Row> rows = new HashMap<>();
        for (Row row : table.rows()) {
            String code = row.required("indicator");
            Indicator indicator = indicators.get(code);
            if (indicator == null && !code.isEmpty()) {
                unknown(row.place().column("indicator"), code);
            }
            Expression expression = expression(row, indicator);
            RuleEdition edition = editions.of(
                    row,
                    "formula." + code,
                    "公式：" + (indicator == null ? code : indicator.name()),
                    (expression == null ? "" : inWords(expression))
                            + (row.text("text").isEmpty() ? "" : "。" + row.text("text")));
            if (indicator != null && expression != null) {
                formulas.add(new Formula(code, expression, edition));
                rows.putIfAbsent(code, row);
            }
        }
        List<List<String>> circles = Formulas.circles(formulas);
        for (List<String> circle : circles) {
            Row row = rows.get(circle.getFirst());
            if (row != null) {
                row.fault(Fault.FORMULA_CIRCLE, "expression", "circle", String.join(" → ", circle));
            }
        }
        return circles.isEmpty() ? new Formulas(formulas) : Formulas.NONE;
    }

    private @Nullable Expression expression(Row row, @Nullable Indicator indicator) {
        String text = row.required("expression");
        if (text.isEmpty()) {
            return null;
        }
        Reading reading = Expression.of(text);
        if (reading instanceof Flaw flaw) {
            fault(row, flaw, indicator);
            return null;
        }
        Expression expression = (Expression) reading;
        boolean known = true;
        for (Reference reference : expression.references()) {
            if (!indicators.containsKey(reference.element())) {
                known = false;
                unknown(row.place().column("expression"), reference.element());
            }
        }
        if (!known || indicator == null) {
            return null;
        }
        Map<String, Measure> measures = new HashMap<>();
        for (String element : expression.elements()) {
            Indicator of = indicators.get(element);
            Measure measure = of == null ? null : units.measure(of.unit());
            if (measure == null) {
                // The unit is a finding of its own where the element stands.
                return null;
            }
            measures.put(element, measure);
        }
        Measure result = units.measure(indicator.unit());
        if (result == null) {
            return null;
        }
        Flaw flaw = expression.flaw(element -> measures.getOrDefault(element, Measure.NUMBER), result);
        if (flaw != null) {
            fault(row, flaw, indicator);
            return null;
        }
        return expression;
    }

    private void unknown(Place place, String code) {
        findings.add(Fault.UNKNOWN_ELEMENT, place, code, "nearest", Nearest.asQuestion(code, indicators.keySet()));
    }

    private void fault(Row row, Flaw flaw, @Nullable Indicator indicator) {
        Place place = row.place().column("expression");
        String at = Integer.toString(flaw.at());
        String text = row.text("expression");
        switch (flaw.kind()) {
            case TOO_LARGE ->
                findings.add(Fault.FORMULA_TOO_LARGE, place, text, "what", flaw.subject(), "limit", flaw.other());
            case UNKNOWN_WORD -> findings.add(Fault.FORMULA_WORD, place, flaw.subject(), "at", at);
            case BROKEN -> findings.add(Fault.FORMULA_BROKEN, place, flaw.subject(), "at", at);
            case MIXED -> findings.add(Fault.FORMULA_MIXED, place, text, "left", flaw.subject(), "right", flaw.other());
            case OTHER_RESULT ->
                findings.add(
                        Fault.FORMULA_RESULT,
                        place,
                        text,
                        "found",
                        flaw.subject(),
                        "unit",
                        indicator == null ? "" : indicator.unit(),
                        "wanted",
                        flaw.other());
            case HUNDREDFOLD -> findings.add(Fault.FORMULA_HUNDREDFOLD, place, text);
            case DIVISOR -> findings.add(Fault.FORMULA_DIVISOR, place, text);
        }
    }

    private String inWords(Expression expression) {
        Function<Reference, String> words = reference -> {
            Indicator indicator = indicators.get(reference.element());
            String name = indicator == null ? reference.element() : indicator.name();
            return switch (reference.when()) {
                case SAME -> name;
                case PREVIOUS -> "上年同期" + name;
                case BASE -> "基年" + name;
            };
        };
        return expression.term().inWords(words);
    }
}
