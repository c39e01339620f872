package org.luheng.command;

import java.io.OutputStream;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.RuleEdition;
import tools.jackson.core.JsonGenerator;

/** Figures and lights as JSON: decimals as strings, everything named in the interface always there, null where there is none. */
record AccountJson(Accounted accounted, boolean trace) {
    void write(OutputStream out) {
        try (JsonGenerator json = FigureJson.generator(out)) {
            json.writeStartObject();
            head(json);
            FigureJson figures = new FigureJson(accounted, trace);
            json.writeName("figures");
            json.writeStartArray();
            for (Figure figure : accounted.result().figures()) {
                figures.figure(json, figure);
            }
            json.writeEndArray();
            json.writeName("lights");
            json.writeStartArray();
            for (Light light : accounted.result().lights()) {
                light(json, light, figures);
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

    private void light(JsonGenerator json, Light light, FigureJson figures) {
        json.writeStartObject();
        figures.region(json, light.region());
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
        FigureJson.text(json, "edition", edition == null ? null : edition.id());
        FigureJson.text(
                json, "target", light.target() == null ? null : light.target().id());
        json.writeBooleanProperty("bracketed", light.bracketed());
        json.writeBooleanProperty("sample", light.sample());
        json.writeEndObject();
    }
}
