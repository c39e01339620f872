package org.luheng.command;

import java.io.OutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Figures and lights as JSON: decimals as strings, everything named in the interface always there, null where there is none. */
record AccountJson(Accounted accounted, boolean trace) {
    void write(OutputStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            head(json);
            json.writeName("figures");
            json.writeStartArray();
            for (Figure figure : accounted.result().figures()) {
                figure(json, figure);
            }
            json.writeEndArray();
            json.writeName("lights");
            json.writeStartArray();
            for (Light light : accounted.result().lights()) {
                light(json, light);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void head(JsonGenerator json) {
        json.writeName("plan");
        json.writeStartObject();
        json.writeStringProperty("id", accounted.folder().plan().id());
        json.writeStringProperty("title", accounted.folder().plan().title());
        json.writeStringProperty("sha256", accounted.folder().plan().hash());
        json.writeEndObject();
        json.writeName("rules");
        json.writeStartObject();
        json.writeStringProperty("sha256", accounted.rules().hash());
        json.writeEndObject();
        json.writeStringProperty("asOf", accounted.knownOn().toString());
        json.writeName("facts");
        json.writeStartObject();
        json.writeNumberProperty("rows", accounted.receipt().rows());
        json.writeNumberProperty("taken", accounted.receipt().facts());
        json.writeEndObject();
        json.writeBooleanProperty("sample", accounted.restsOnSamples());
    }

    private void figure(JsonGenerator json, Figure figure) {
        json.writeStartObject();
        region(json, figure.region());
        json.writeStringProperty("period", figure.period().toString());
        json.writeStringProperty("indicator", figure.indicator());
        json.writeStringProperty("name", accounted.name(figure.indicator()));
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

    private void light(JsonGenerator json, Light light) {
        json.writeStartObject();
        region(json, light.region());
        json.writeStringProperty("period", light.period().toString());
        json.writeStringProperty("light", light.light());
        json.writeStringProperty("name", accounted.name(light.light()));
        Integer level = light.level();
        if (level == null) {
            json.writeNullProperty("level");
        } else {
            json.writeNumberProperty("level", level);
        }
        json.writeStringProperty("state", light.state().word());
        json.writeStringProperty("reason", light.reason());
        RuleEdition edition = light.edition();
        text(json, "edition", edition == null ? null : edition.id());
        text(json, "target", light.target() == null ? null : light.target().id());
        json.writeBooleanProperty("bracketed", light.bracketed());
        json.writeBooleanProperty("sample", light.sample());
        json.writeEndObject();
    }

    private void region(JsonGenerator json, String code) {
        json.writeStringProperty("region", accounted.regionAsGiven(code));
        json.writeStringProperty("regionCode", code);
        json.writeStringProperty("regionName", accounted.regionName(code));
    }

    private static void value(JsonGenerator json, @Nullable BigDecimal value) {
        text(json, "value", value == null ? null : Arithmetic.printed(value));
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
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
