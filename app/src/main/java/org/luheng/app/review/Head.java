package org.luheng.app.review;

import java.util.List;

/**
 * What a plan says of itself, as it stands in the form: what of it is wrong, the reader of the folder says.
 *
 * @param office printed names of agencies
 * @param divides codes of places
 * @param path {@code geometric} or {@code linear}
 * @param exempt {@code incentive}, {@code intensity} or {@code none}
 * @param section the clause that says how to reckon, empty: the plan does not
 * @param follows titles of plans it carries out, each with its number behind a {@code |} where it has one
 */
public record Head(
        String id,
        String shortTitle,
        String title,
        String number,
        String issuer,
        String date,
        String from,
        String to,
        String baseYear,
        List<String> office,
        List<String> divides,
        String path,
        boolean adjusts,
        String exempt,
        String barometer,
        String section,
        List<String> follows) {
    public Head {
        office = List.copyOf(office);
        divides = List.copyOf(divides);
        follows = List.copyOf(follows);
    }

    /** As {@code plan.yaml}. */
    String yaml(String region, Document document) {
        StringBuilder yaml = new StringBuilder("format: 1\n");
        line(yaml, "id", quoted(id));
        line(yaml, "short", quoted(shortTitle));
        line(yaml, "title", quoted(title));
        line(yaml, "number", quoted(number));
        line(yaml, "issuer", quoted(issuer));
        line(yaml, "date", quoted(date));
        line(yaml, "region", quoted(region));
        line(yaml, "period", "{from: " + number(from) + ", to: " + number(to) + "}");
        line(yaml, "base-year", number(baseYear));
        line(yaml, "office", list(office));
        line(yaml, "divides", list(divides));
        line(
                yaml,
                "document",
                "{name: " + quoted(document.name()) + ", sha256: " + quoted(document.sha256()) + ", characters: "
                        + document.characters() + "}");
        line(
                yaml,
                "accounting",
                "{path: " + quoted(path) + ", total-adjusts-with-growth: " + adjusts + ", total-exempt: "
                        + quoted(exempt) + ", barometer: " + quoted(barometer) + ", section: " + quoted(section)
                        + "}");
        yaml.append("follows:").append(follows.isEmpty() ? " []\n" : "\n");
        for (String followed : follows) {
            int bar = followed.indexOf('|');
            String what = bar < 0 ? followed : followed.substring(0, bar);
            yaml.append("  - {title: ")
                    .append(quoted(what.strip()))
                    .append(", number: ")
                    .append(quoted(bar < 0 ? "" : followed.substring(bar + 1).strip()))
                    .append("}\n");
        }
        return yaml.toString();
    }

    /** @param characters in code points */
    record Document(String name, String sha256, int characters) {}

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private static String list(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(Head::quoted).toList()) + "]";
    }

    /** A number as such, so that the reader of the folder takes it for one; what is none is quoted, and refused there. */
    private static String number(String text) {
        return text.matches("[0-9]{1,9}") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
