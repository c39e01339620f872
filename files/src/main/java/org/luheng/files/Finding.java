package org.luheng.files;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing found wrong, or worth knowing, in what came from outside.
 *
 * @param value as it stands there, empty where it is not about a value
 * @param args what fills the named places of the fault's text
 */
public record Finding(Fault fault, Place place, String value, Map<String, String> args) {
    private static final int SHOWN = 60;

    public Finding {
        args = Map.copyOf(args);
    }

    /** @param namesAndValues name, value, name, value … */
    public static Finding of(Fault fault, Place place, String value, String... namesAndValues) {
        Map<String, String> args = new LinkedHashMap<>();
        for (int at = 0; at + 1 < namesAndValues.length; at += 2) {
            args.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return new Finding(fault, place, value, args);
    }

    public Fault.Kind kind() {
        return fault.kind();
    }

    /** Without place: {@code 数值里有逗号，应写 1200} */
    public String message() {
        return Fault.filled(fault.chinese(), shown());
    }

    public String messageInEnglish() {
        return Fault.filled(fault.english(), shown());
    }

    /** {@code plans/x/targets.csv 第12行 value 列“1,200”：数值里有逗号，应写 1200（LH-1202）} */
    public String inWords() {
        String quoted = value.isEmpty() ? "" : "“" + shown(value) + "”";
        return shown(place.inWords(), 400) + quoted + "：" + message() + "（" + fault.code() + "）";
    }

    private Map<String, String> shown() {
        Map<String, String> shown = new HashMap<>();
        args.forEach((name, arg) -> shown.put(name, shown(arg, 400)));
        shown.put("value", shown(value));
        return shown;
    }

    private static String shown(String text) {
        return shown(text, SHOWN);
    }

    /** What a stranger wrote, made harmless to a terminal and short enough to read. */
    private static String shown(String text, int most) {
        StringBuilder shown = new StringBuilder();
        int count = 0;
        for (int at = 0; at < text.length() && count < most; count++) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (isInvisible(character)) {
                shown.append(named(character));
            } else {
                shown.appendCodePoint(character);
            }
        }
        return count == most && text.codePointCount(0, text.length()) > most
                ? shown.append('…').toString()
                : shown.toString();
    }

    static boolean isInvisible(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE
                || character == 0x2028
                || character == 0x2029;
    }

    static String named(int character) {
        return switch (character) {
            case '\n' -> "⏎";
            case '\t' -> "⇥";
            default -> String.format("<U+%04X>", character);
        };
    }
}
