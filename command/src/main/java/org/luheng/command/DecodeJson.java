package org.luheng.command;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.hj212.Codes;
import org.luheng.hj212.Field;
import org.luheng.hj212.Finding;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Items;
import org.luheng.hj212.Reading;
import org.luheng.hj212.Skipped;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One line of JSON for each frame; decimals as strings; the password of the device is left out. */
final class DecodeJson implements Decode.Output {
    private static final int SHOWN = 200;

    private final JsonGenerator json;
    private long frames;

    DecodeJson(OutputStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .rootValueSeparator("\n")
                .build();
        json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    @Override
    public void frame(Frame frame, Reading reading) {
        List<Finding> findings = frame.diagnose();
        boolean valid = frame.isAccepted(Reading.STRICT);
        json.writeStartObject();
        json.writeNumberProperty("frame", ++frames);
        json.writeBooleanProperty("valid", valid);
        text("reason", reason(findings));
        json.writeStringProperty(
                "version",
                frame.version().year() == 0
                        ? "?"
                        : String.valueOf(frame.version().year()));
        text("qn", frame.qn());
        text("st", frame.st());
        number("cn", frame.cn());
        text("mn", frame.mn());
        number("flag", frame.flag());
        json.writeBooleanProperty("wantsAnswer", frame.wantsAnswer());
        number("pnum", frame.pnum());
        number("pno", frame.pno());
        json.writeBooleanProperty("resent", frame.isResent());
        json.writeName("length");
        json.writeStartObject();
        number("declared", frame.declaredLength());
        json.writeNumberProperty("actual", frame.segmentTo() - frame.segmentFrom());
        json.writeEndObject();
        json.writeName("crc");
        json.writeStartObject();
        text("sent", frame.crcSent() < 0 ? null : "%04X".formatted(frame.crcSent()));
        json.writeStringProperty("computed", "%04X".formatted(frame.crcComputed()));
        json.writeEndObject();
        json.writeName("data");
        if (frame.isAccepted(reading)) {
            data(frame.items());
        } else {
            json.writeNull();
        }
        json.writeName("deviations");
        json.writeStartArray();
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("code", finding.deviation().name());
            json.writeStringProperty("clause", finding.deviation().clause());
            json.writeStringProperty("text", finding.deviation().text());
            json.writeBooleanProperty("refused", finding.deviation().refusedStrictly());
            json.writeNumberProperty("at", finding.at());
            json.writeStringProperty("value", finding.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static @Nullable String reason(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.deviation().refusedStrictly())
                .map(finding -> finding.deviation().text())
                .reduce((one, other) -> one + "；" + other)
                .orElse(null);
    }

    private void data(Items items) {
        json.writeStartArray();
        while (items.next()) {
            json.writeStartObject();
            json.writeNumberProperty("group", items.group());
            String factor = items.factor();
            if (factor == null) {
                json.writeStringProperty("name", items.name());
            } else {
                Codes.Code known = Codes.FACTORS.find(factor);
                json.writeStringProperty("factor", factor);
                if (known != null) {
                    json.writeStringProperty("title", known.name());
                    if (!DecodeText.isCumulative(items.field())) {
                        json.writeStringProperty("unit", known.detail());
                    }
                }
                json.writeStringProperty(
                        "field",
                        items.field() == Field.OTHER
                                ? items.name()
                                        .substring(Math.min(
                                                factor.length() + 1,
                                                items.name().length()))
                                : items.field().code());
            }
            json.writeStringProperty("value", DecodeText.isSecret(items.name()) ? "******" : items.text());
            json.writeBooleanProperty("number", items.isNumber());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void skipped(byte[] bytes, int from, int to, Skipped reason) {
        json.writeStartObject();
        json.writeNullProperty("frame");
        json.writeBooleanProperty("valid", false);
        json.writeStringProperty("reason", reason.text());
        json.writeNumberProperty("skipped", to - from);
        json.writeStringProperty(
                "bytes",
                DecodeText.masked(new String(bytes, from, Math.min(SHOWN, to - from), StandardCharsets.ISO_8859_1)));
        json.writeEndObject();
    }

    @Override
    public void end(Framing framing) {
        json.writeRaw('\n');
        json.close();
    }

    private void text(String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    private void number(String name, int number) {
        if (number < 0) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }
}
