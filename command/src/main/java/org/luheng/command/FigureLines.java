package org.luheng.command;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;

/** A figure as lines of 100 columns, with or without how it came about. */
record FigureLines(Words words, boolean trace) {
    static final int COLUMNS = 100;
    private static final int PLACES = 4;

    void figure(Writer out, Figure figure) throws IOException {
        BigDecimal value = figure.value();
        String number = value == null ? "—" : Arithmetic.printed(value, PLACES);
        String shown = figure.bracketed() ? "（" + number + "）" : number;
        line(
                out,
                "  " + Width.left(figure.period().toString(), 16) + Width.left(words.name(figure.indicator()), 44)
                        + " " + Width.right(shown, 16) + " " + Width.left(figure.unit(), 14)
                        + (figure.sample() ? " ※" : ""));
        if (figure.missing() != null) {
            for (String part : Width.wrapped(figure.missing(), COLUMNS - 18)) {
                line(out, " ".repeat(18) + part);
            }
        }
        if (trace) {
            trace(out, figure.trace(), 1);
        }
    }

    private static void trace(Writer out, Trace trace, int depth) throws IOException {
        String indent = " ".repeat(Math.min(2 + 2 * depth, 40));
        String value = trace.value() == null || trace.kind() == Trace.Kind.COMPUTED
                ? ""
                : " = " + trace.value().toPlainString() + (trace.unit() == null ? "" : trace.unit());
        String ref = trace.ref() == null ? "" : "〔" + trace.ref() + "〕";
        for (String part : Width.wrapped(trace.text() + value + ref, COLUMNS - indent.length())) {
            line(out, indent + part);
        }
        if (trace.formula() != null) {
            for (String part : Width.wrapped(trace.formula(), COLUMNS - indent.length() - 2)) {
                line(out, indent + "  " + part);
            }
        }
        for (Trace child : trace.children()) {
            trace(out, child, depth + 1);
        }
    }

    static void line(Writer out, String text) throws IOException {
        out.write(text.stripTrailing());
        out.write('\n');
    }
}
