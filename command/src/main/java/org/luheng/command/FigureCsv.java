package org.luheng.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.RuleEdition;

/** Figures and lights as one CSV table; the first column says which a row is. */
record FigureCsv(Words words, boolean trace) {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "region",
            "regionCode",
            "regionName",
            "period",
            "indicator",
            "name",
            "value",
            "unit",
            "edition",
            "missing",
            "level",
            "state",
            "reason",
            "target",
            "bracketed",
            "sample");

    void write(OutputStream out, List<Figure> figures, List<Light> lights) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        List<String> header = new ArrayList<>(COLUMNS);
        if (trace) {
            header.add("formula");
        }
        csv.writeRecord(header);
        for (Figure figure : figures) {
            csv.writeRecord(row(figure));
        }
        for (Light light : lights) {
            csv.writeRecord(row(light));
        }
        csv.flush();
        writer.flush();
    }

    private List<String> row(Figure figure) {
        List<String> row = start("figure", figure.region(), figure.period().toString(), figure.indicator());
        BigDecimal value = figure.value();
        row.add(value == null ? "" : Arithmetic.printed(value));
        row.add(figure.unit());
        row.add(figure.edition().id());
        row.add(figure.missing() == null ? "" : figure.missing());
        row.addAll(List.of("", "", ""));
        row.add(figure.target() == null ? "" : figure.target().id());
        row.add(yes(figure.bracketed()));
        row.add(yes(figure.sample()));
        if (trace) {
            String formula = figure.trace().formula();
            row.add(formula == null ? "" : formula);
        }
        return row;
    }

    private List<String> row(Light light) {
        List<String> row = start("light", light.region(), light.period().toString(), light.light());
        RuleEdition edition = light.edition();
        row.addAll(List.of("", "", edition == null ? "" : edition.id(), ""));
        row.add(light.level() == null ? "" : light.level().toString());
        row.add(light.state().word());
        row.add(light.reason());
        row.add(light.target() == null ? "" : light.target().id());
        row.add(yes(light.bracketed()));
        row.add(yes(light.sample()));
        if (trace) {
            row.add("");
        }
        return row;
    }

    private List<String> start(String kind, String region, String period, String indicator) {
        List<String> row = new ArrayList<>(COLUMNS.size() + 1);
        row.add(kind);
        row.add(words.asGiven(region));
        row.add(region);
        row.add(words.whose(region));
        row.add(period);
        row.add(indicator);
        row.add(words.name(indicator));
        return row;
    }

    private static String yes(boolean yes) {
        return yes ? "是" : "";
    }
}
