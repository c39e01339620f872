package org.luheng.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Element;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Target;

/**
 * All figures and lights of a snapshot in the one form in which they are sealed: JSON, decimals as strings with six places
 * at most, one figure or light a line, in the order of the plan's places. The same plan, rules and facts give the same bytes.
 *
 * <p>Only what was computed: names, reasons and explanations are words that a later program may put better without any
 * figure being another.
 *
 * @param content UTF-8, ends with a line feed
 * @param sha256 of the content, hexadecimal
 * @param factsSha256 names the facts it was computed from: all that was known of the places
 * @param bracketed figures and lights that rest on a rule which is not settled
 * @param samples whether any of them rests on made-up facts
 */
public record SealedResult(
        byte[] content, String sha256, String factsSha256, int figures, int lights, int bracketed, boolean samples) {
    private static final int FORMAT = 1;

    /**
     * @param snapshot over the facts of the plan's places as they were when {@code lastFact} was the last one recorded
     * @param period the issue is about; figures and lights of later periods are not in it
     */
    public static SealedResult of(Snapshot snapshot, Period period, long lastFact) {
        Snapshot.Result result = snapshot.until(period);
        String factsSha256 = factsSha256(snapshot.facts());
        StringBuilder json = new StringBuilder(1 << 16);
        Plan plan = snapshot.plan();
        json.append("{\"format\":").append(FORMAT).append(",\n\"plan\":{");
        text(json, "id", plan.id()).append(',');
        text(json, "title", plan.title()).append(',');
        text(json, "region", plan.region()).append(',');
        text(json, "sha256", plan.hash()).append("},\n\"rules\":{");
        text(json, "sha256", snapshot.rules().hash()).append("},\n\"facts\":{");
        text(json, "asOf", snapshot.facts().knownOn().toString());
        json.append(",\"last\":").append(lastFact).append(',');
        text(json, "sha256", factsSha256).append("},\n");
        text(json, "period", period.toString()).append(",\n");
        texts(json, "places", plan.places()).append(",\n");
        texts(json, "columns", columns(plan)).append(",\n\"figures\":[");
        String between = "\n";
        for (Figure figure : result.figures()) {
            figure(json.append(between), figure);
            between = ",\n";
        }
        json.append("\n],\n\"lights\":[");
        between = "\n";
        for (Light light : result.lights()) {
            light(json.append(between), light);
            between = ",\n";
        }
        json.append("\n]}\n");
        byte[] content = json.toString().getBytes(StandardCharsets.UTF_8);
        return new SealedResult(
                content,
                Hash.of(content),
                factsSha256,
                result.figures().size(),
                result.lights().size(),
                bracketed(result),
                result.figures().stream().anyMatch(Figure::sample)
                        || result.lights().stream().anyMatch(Light::sample));
    }

    /** Names content that lies somewhere, to compare. */
    public static String sha256(byte[] content) {
        return Hash.of(content);
    }

    /** The lights that a place is looked at by: those of energy, then the indicators that the plan divides. */
    private static List<String> columns(Plan plan) {
        List<String> columns =
                new ArrayList<>(List.of(Element.LIGHT_INTENSITY, Element.LIGHT_PROGRESS, Element.LIGHT_TOTAL));
        plan.dividedIndicators().stream()
                .filter(indicator -> !indicator.equals(Element.INTENSITY))
                .forEach(columns::add);
        return columns;
    }

    private static int bracketed(Snapshot.Result result) {
        long figures = result.figures().stream()
                .filter(figure -> figure.value() != null && figure.bracketed())
                .count();
        long lights = result.lights().stream().filter(Light::bracketed).count();
        return Math.toIntExact(figures + lights);
    }

    /** Over every fact that is known, in the order they were recorded. */
    private static String factsSha256(Facts facts) {
        List<Fact> known = new ArrayList<>();
        for (String region : facts.regions()) {
            for (String element : facts.elements(region)) {
                for (Period period : facts.periods(region, element)) {
                    known.addAll(facts.all(region, element, period));
                }
            }
        }
        known.sort(Comparator.comparingLong(Fact::sequence));
        Hash hash = new Hash();
        for (Fact fact : known) {
            StringBuilder row = new StringBuilder();
            text(row, "region", fact.region());
            text(row, "period", fact.period().toString());
            text(row, "element", fact.element());
            text(row, "value", fact.value().toPlainString());
            text(row, "unit", fact.unit());
            text(row, "stage", fact.stage().word());
            text(row, "authority", fact.authority());
            text(row, "channel", fact.channel());
            text(row, "source", fact.source());
            text(
                    row,
                    "published",
                    fact.published() == null ? null : fact.published().toString());
            row.append(fact.sample());
            hash.add(Long.toString(fact.sequence()), row.toString());
        }
        return hash.hex();
    }

    private static void figure(StringBuilder json, Figure figure) {
        json.append('{');
        text(json, "region", figure.region()).append(',');
        text(json, "period", figure.period().toString()).append(',');
        text(json, "indicator", figure.indicator()).append(',');
        target(json, figure.target()).append(',');
        text(json, "value", figure.value() == null ? null : Arithmetic.printed(figure.value()))
                .append(',');
        text(json, "unit", figure.unit()).append(',');
        text(json, "edition", figure.edition().id());
        json.append(",\"bracketed\":").append(figure.bracketed());
        json.append(",\"sample\":").append(figure.sample()).append('}');
    }

    private static void light(StringBuilder json, Light light) {
        RuleEdition edition = light.edition();
        json.append('{');
        text(json, "region", light.region()).append(',');
        text(json, "period", light.period().toString()).append(',');
        text(json, "light", light.light()).append(',');
        target(json, light.target());
        json.append(",\"level\":").append(light.level()).append(',');
        text(json, "state", light.state().word()).append(',');
        text(json, "edition", edition == null ? null : edition.id());
        json.append(",\"bracketed\":").append(light.bracketed());
        json.append(",\"sample\":").append(light.sample()).append('}');
    }

    /** @param target null: a general figure of the place */
    private static StringBuilder target(StringBuilder json, @Nullable Target target) {
        text(json, "target", target == null ? null : target.id()).append(',');
        return text(json, "scope", target == null ? "" : target.scope());
    }

    private static StringBuilder texts(StringBuilder json, String name, List<String> values) {
        quoted(json, name).append(":[");
        for (int at = 0; at < values.size(); at++) {
            quoted(at > 0 ? json.append(',') : json, values.get(at));
        }
        return json.append(']');
    }

    private static StringBuilder text(StringBuilder json, String name, @Nullable String value) {
        quoted(json, name).append(':');
        return value == null ? json.append("null") : quoted(json, value);
    }

    private static StringBuilder quoted(StringBuilder json, String value) {
        json.append('"');
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"');
    }
}
