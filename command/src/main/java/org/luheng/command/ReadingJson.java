package org.luheng.command;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.luheng.document.DocumentFile;
import org.luheng.reader.Clause;
import org.luheng.reader.Document;
import org.luheng.reader.Doubt;
import org.luheng.reader.Quote;
import org.luheng.reader.Reading;
import org.luheng.reader.Responsibility;
import org.luheng.reader.Table;
import org.luheng.reader.Target;
import org.luheng.reader.Task;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A reading as JSON: decimals as strings, everything named in the interface always there, null where there is none. */
record ReadingJson(Reading reading, DocumentFile file) {
    void write(OutputStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            document(json, reading.document());
            each(json, "clauses", reading.clauses(), this::clause);
            each(json, "targets", reading.targets(), this::target);
            each(json, "responsibilities", reading.responsibilities(), this::responsibility);
            each(json, "agencies", reading.agencies(), (generator, agency) -> {
                generator.writeStringProperty("name", agency.name());
                strings(generator, "forms", agency.forms());
            });
            each(json, "tasks", reading.tasks(), this::task);
            each(json, "tables", reading.tables(), this::table);
            each(json, "doubts", reading.doubts(), this::doubt);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static <T> void each(JsonGenerator json, String name, List<T> items, BiConsumer<JsonGenerator, T> writer) {
        json.writeName(name);
        json.writeStartArray();
        for (T item : items) {
            json.writeStartObject();
            writer.accept(json, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void document(JsonGenerator json, Document document) {
        json.writeName("document");
        json.writeStartObject();
        json.writeStringProperty("title", document.title());
        json.writeStringProperty("number", document.number());
        json.writeStringProperty("issuer", document.issuer());
        text(json, "date", document.date());
        json.writeStringProperty("place", document.place());
        Integer from = document.from();
        Integer to = document.to();
        text(json, "period", from == null || to == null ? null : from.equals(to) ? from.toString() : from + "/" + to);
        json.writeStringProperty("sha256", file.sha256());
        json.writeStringProperty("kind", file.words().kind().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("pages", file.words().pages());
        json.writeNumberProperty("length", file.text().length());
        json.writeEndObject();
    }

    private void clause(JsonGenerator json, Clause clause) {
        json.writeStringProperty("section", clause.section());
        json.writeStringProperty("heading", clause.heading());
        json.writeNumberProperty("level", clause.level());
        json.writeStringProperty(
                "text", file.text().substring(clause.body(), clause.own()).strip());
        json.writeNumberProperty("start", clause.start());
        json.writeNumberProperty("end", clause.end());
    }

    private void target(JsonGenerator json, Target target) {
        json.writeStringProperty("section", target.section());
        quote(json, target.quote());
        json.writeStringProperty("indicator", target.indicator());
        json.writeStringProperty("comparator", target.comparator().code());
        text(json, "value", target.value());
        text(json, "valueTo", target.valueTo());
        json.writeStringProperty("unit", target.unit());
        text(json, "due", target.due());
        json.writeBooleanProperty("dueInherited", target.dueInherited());
        json.writeStringProperty("scope", target.scope());
        Integer baseline = target.baseline();
        text(json, "baseline", baseline == null ? null : baseline.toString());
        json.writeStringProperty("modality", target.modality());
        json.writeStringProperty("bound", target.bound());
        json.writeBooleanProperty("perYear", target.perYear());
    }

    private void responsibility(JsonGenerator json, Responsibility responsibility) {
        json.writeStringProperty("section", responsibility.section());
        quote(json, responsibility.quote());
        strings(json, "lead", responsibility.lead());
        strings(json, "cooperating", responsibility.cooperating());
        json.writeBooleanProperty("joint", responsibility.joint());
        strings(json, "inherited", responsibility.inherited());
    }

    private void task(JsonGenerator json, Task task) {
        json.writeStringProperty("section", task.section());
        quote(json, task.quote());
        json.writeStringProperty("order", task.order());
        json.writeStringProperty("object", task.object());
        text(json, "due", task.due());
        json.writeBooleanProperty("dueInherited", task.dueInherited());
        json.writeStringProperty("place", task.place());
        numbers(json, "targets", task.targets());
        numbers(json, "responsibilities", task.responsibilities());
    }

    private void table(JsonGenerator json, Table table) {
        json.writeStringProperty("section", table.section());
        json.writeStringProperty("title", table.title());
        json.writeName("rows");
        json.writeStartArray();
        for (List<String> row : table.rows()) {
            json.writeStartArray();
            row.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeNumberProperty("start", table.quote().start());
        json.writeNumberProperty("end", table.quote().end());
        place(json, table.quote().start());
    }

    private void doubt(JsonGenerator json, Doubt doubt) {
        json.writeStringProperty("section", doubt.section());
        json.writeStringProperty("kind", doubt.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("why", doubt.why());
        quote(json, doubt.quote());
    }

    private void quote(JsonGenerator json, Quote quote) {
        json.writeStringProperty("quote", quote.text());
        json.writeNumberProperty("start", quote.start());
        json.writeNumberProperty("end", quote.end());
        place(json, quote.start());
    }

    /** Where in the original it begins: page of a printed document, paragraph or cell of one that flows. */
    private void place(JsonGenerator json, int start) {
        boolean within = start < file.text().length();
        json.writeStringProperty("place", within ? file.words().originOf(start).inWords() : "");
    }

    private static void strings(JsonGenerator json, String name, List<String> words) {
        json.writeName(name);
        json.writeStartArray();
        words.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String name, List<Integer> numbers) {
        json.writeName(name);
        json.writeStartArray();
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
