package org.luheng.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.reader.Quote;
import org.luheng.reader.Reading;

/** A reading as one CSV table for people; the first column says which a row is. */
record ReadingCsv(Reading reading) {
    void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(List.of(
                "kind",
                "section",
                "name",
                "comparator",
                "value",
                "valueTo",
                "unit",
                "due",
                "dueInherited",
                "scope",
                "baseline",
                "modality",
                "bound",
                "lead",
                "cooperating",
                "joint",
                "inherited",
                "start",
                "end",
                "quote"));
        reading.targets()
                .forEach(target -> row(
                        csv,
                        target.quote(),
                        "target",
                        target.section(),
                        target.indicator(),
                        target.comparator().code(),
                        blank(target.value()),
                        blank(target.valueTo()),
                        target.unit(),
                        blank(target.due()),
                        yes(target.dueInherited()),
                        target.scope(),
                        target.baseline() == null ? "" : target.baseline().toString(),
                        target.modality(),
                        target.bound()));
        reading.responsibilities()
                .forEach(one -> row(
                        csv,
                        one.quote(),
                        "responsibility",
                        one.section(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        String.join(";", one.lead()),
                        String.join(";", one.cooperating()),
                        yes(one.joint()),
                        String.join(";", one.inherited())));
        reading.tasks()
                .forEach(task -> row(
                        csv,
                        task.quote(),
                        "task",
                        task.section(),
                        task.order() + task.object(),
                        "",
                        "",
                        "",
                        "",
                        blank(task.due()),
                        yes(task.dueInherited()),
                        task.place()));
        reading.doubts().forEach(doubt -> row(csv, doubt.quote(), "doubt", doubt.section(), doubt.why()));
        csv.flush();
        writer.flush();
    }

    /** Cells that a kind does not have stay blank; a quote is one line. */
    private static void row(CsvWriter csv, Quote quote, String... cells) {
        String[] row = new String[20];
        java.util.Arrays.fill(row, "");
        System.arraycopy(cells, 0, row, 0, cells.length);
        row[17] = String.valueOf(quote.start());
        row[18] = String.valueOf(quote.end());
        row[19] = quote.text().replaceAll("[\\r\\n]+", " ");
        csv.writeRecord(row);
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String yes(boolean yes) {
        return yes ? "是" : "";
    }
}
