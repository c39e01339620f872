package org.luheng.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Target;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.PlanFolder;
import org.luheng.files.Spot;
import org.luheng.files.SumCheck;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** What a check found, in the order it is told, written for people, for a spreadsheet or for a program. */
record Checked(List<PlanFolder> plans, List<Finding> findings) {
    void text(OutputStream to) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        for (PlanFolder folder : plans) {
            out.printf(
                    "《%s》%d—%d年，目标 %d 个，责任 %d 处%n",
                    folder.plan().title(),
                    folder.plan().firstYear(),
                    folder.plan().lastYear(),
                    folder.plan().targets().size(),
                    folder.tasks().size());
        }
        if (plans.stream().anyMatch(folder -> !folder.sums().isEmpty())) {
            out.printf("%n分解合计%n");
        }
        for (PlanFolder folder : plans) {
            folder.sums().forEach(sum -> out.printf("  %s%n", inWords(sum)));
        }
        for (Fault.Kind kind : Check.ORDER) {
            List<Finding> ofKind =
                    findings.stream().filter(finding -> finding.kind() == kind).toList();
            out.printf("%n%s %d 处%n", kind.word(), ofKind.size());
            ofKind.forEach(finding -> out.println("  " + finding.inWords()));
        }
        out.flush();
    }

    /** Also where everything adds up: that was looked at, and is worth knowing. */
    private static String inWords(SumCheck sum) {
        Target first = sum.parts().getFirst();
        BigDecimal difference = sum.difference();
        String against = difference == null
                ? "没有全市值可比"
                : difference.signum() == 0 ? "与全市值相等" : "与全市值相差 " + difference.toPlainString() + sum.unit();
        return "%s %s（%d 年）：%d 个地区合计 %s%s，%s"
                .formatted(
                        first.section(),
                        title(sum),
                        first.due().year(),
                        sum.parts().size(),
                        Arithmetic.printed(sum.sum()),
                        sum.unit(),
                        against);
    }

    private static String title(SumCheck sum) {
        Target total = sum.total();
        return (total == null ? sum.parts().getFirst() : total).title();
    }

    void csv(OutputStream to) throws IOException {
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("kind", "code", "file", "line", "column", "value", "message", "remedy", "place");
        for (Finding finding : findings) {
            csv.writeRecord(
                    finding.kind().word(),
                    finding.fault().code(),
                    finding.place().file(),
                    finding.place().line() == 0
                            ? ""
                            : Integer.toString(finding.place().line()),
                    finding.place().column() == null ? "" : finding.place().column(),
                    finding.value(),
                    finding.message(),
                    finding.fault().remedy(),
                    spot(finding));
        }
        csv.flush();
        writer.flush();
    }

    void json(OutputStream to) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("plans");
            for (PlanFolder folder : plans) {
                json.writeStartObject();
                json.writeStringProperty("id", folder.plan().id());
                json.writeStringProperty("title", folder.plan().title());
                json.writeStringProperty("region", folder.plan().region());
                json.writeStringProperty(
                        "period",
                        folder.plan().firstYear() + "/" + folder.plan().lastYear());
                json.writeNumberProperty("targets", folder.plan().targets().size());
                json.writeNumberProperty("responsibilities", folder.tasks().size());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("sums");
            for (PlanFolder folder : plans) {
                for (SumCheck sum : folder.sums()) {
                    Target total = sum.total();
                    BigDecimal whole = total == null ? null : total.value();
                    json.writeStartObject();
                    json.writeStringProperty("plan", folder.plan().id());
                    json.writeStringProperty("section", sum.parts().getFirst().section());
                    json.writeStringProperty("title", title(sum));
                    json.writeNumberProperty("parts", sum.parts().size());
                    json.writeStringProperty("sum", Arithmetic.printed(sum.sum()));
                    json.writeStringProperty("total", whole == null ? null : whole.toPlainString());
                    json.writeStringProperty("unit", sum.unit());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("findings");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringProperty("kind", word(finding.kind()));
                json.writeStringProperty("code", finding.fault().code());
                json.writeStringProperty("file", finding.place().file());
                json.writeNumberProperty("line", finding.place().line());
                spot(json, finding.place().spot());
                json.writeStringProperty("column", finding.place().column());
                json.writeStringProperty("value", finding.value());
                json.writeStringProperty("message", finding.message());
                json.writeStringProperty("remedy", finding.fault().remedy());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static String spot(Finding finding) {
        Spot spot = finding.place().spot();
        return spot == null ? "" : spot.inWords();
    }

    /** Page, paragraph, table and row, as far as the document has them. */
    private static void spot(JsonGenerator json, @Nullable Spot spot) {
        if (spot == null) {
            return;
        }
        json.writeNumberProperty("page", spot.page());
        json.writeNumberProperty("paragraph", spot.paragraph());
        json.writeNumberProperty("table", spot.table());
        json.writeNumberProperty("row", spot.row());
    }

    /** As the interface has it: contradiction, suspected, gap, notice. */
    private static String word(Fault.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
