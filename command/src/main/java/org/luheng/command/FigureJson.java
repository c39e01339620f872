package org.luheng.command;

import java.io.OutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Trace;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A figure as JSON: decimals as strings, everything named in the interface always there, null where there is none. */
record FigureJson(Words words, boolean trace) {
    /** Leaves the stream open. */
    static JsonGenerator generator(OutputStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        return factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    void figure(JsonGenerator json, Figure figure) {
        json.writeStartObject();
        region(json, figure.region());
        json.writeStringProperty("period", figure.period().toString());
        json.writeStringProperty("indicator", figure.indicator());
        json.writeStringProperty("name", words.name(figure.indicator()));
        value(json, figure.value());
        json.writeStringProperty("unit", figure.unit());
        json.writeStringProperty("edition", figure.edition().id());
        text(json, "missing", figure.missing());
        text(json, "target", figure.target() == null ? null : figure.target().id());
        json.writeBooleanProperty("bracketed", figure.bracketed());
        json.writeBooleanProperty("sample", figure.sample());
        json.writeName("trace");
        if (trace) {
            trace(json, figure.trace());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    void region(JsonGenerator json, String code) {
        json.writeStringProperty("region", words.asGiven(code));
        json.writeStringProperty("regionCode", code);
        json.writeStringProperty("regionName", words.whose(code));
    }

    private static void value(JsonGenerator json, @Nullable BigDecimal value) {
        text(json, "value", value == null ? null : Arithmetic.printed(value));
    }

    static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    private static void trace(JsonGenerator json, Trace trace) {
        json.writeStartObject();
        json.writeStringProperty("text", trace.text());
        text(json, "formula", trace.formula());
        value(json, trace.value());
        text(json, "unit", trace.unit());
        json.writeStringProperty("kind", trace.kind().name().toLowerCase(java.util.Locale.ROOT));
        text(json, "ref", trace.ref());
        json.writeName("children");
        json.writeStartArray();
        trace.children().forEach(child -> trace(json, child));
        json.writeEndArray();
        json.writeEndObject();
    }
}
