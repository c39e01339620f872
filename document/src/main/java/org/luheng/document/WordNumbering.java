package org.luheng.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers that Word prints before paragraphs and does not keep in the text (ECMA-376 part 1, 17.9). */
final class WordNumbering {
    private final WordStyles styles;
    private final Map<String, Abstract> definitions = new HashMap<>();
    private final Map<String, Numbered> lists = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /** A definition of a list, with how far it has counted. */
    private static final class Abstract {
        final ListCounter.Level[] levels = new ListCounter.Level[ListCounter.LEVELS];
        final ListCounter counter = new ListCounter();
        final Map<String, Integer> levelOfStyle = new HashMap<>();

        @Nullable
        String sameAsStyle;

        Abstract() {
            Arrays.fill(levels, ListCounter.Level.NONE);
        }
    }

    private record Numbered(String definition, Map<Integer, Integer> starts, Map<Integer, ListCounter.Level> levels) {}

    private WordNumbering(WordStyles styles) {
        this.styles = styles;
    }

    static WordNumbering of(Original original, Archive archive, String part, WordStyles styles) {
        WordNumbering numbering = new WordNumbering(styles);
        byte[] bytes = archive.part(part);
        if (bytes != null) {
            numbering.read(new Xml(original, part, bytes));
        }
        return numbering;
    }

    private void read(Xml xml) {
        if (xml.child(0) == null) {
            return;
        }
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            if (child.equals("abstractNum")) {
                definitions.put(xml.attribute("abstractNumId", ""), definition(xml));
            } else if (child.equals("num")) {
                String id = xml.attribute("numId", "");
                lists.put(id, list(xml));
            }
        }
    }

    private static Abstract definition(Xml xml) {
        Abstract definition = new Abstract();
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            if (child.equals("lvl")) {
                int at = xml.number("ilvl", 0);
                ListCounter.Level level = level(xml, at, definition.levelOfStyle);
                if (at >= 0 && at < ListCounter.LEVELS) {
                    definition.levels[at] = level;
                }
            } else if (child.equals("numStyleLink")) {
                definition.sameAsStyle = xml.attribute("val");
            }
        }
        return definition;
    }

    private static ListCounter.Level level(Xml xml, int at, Map<String, Integer> levelOfStyle) {
        int start = 0;
        String format = "decimal";
        String text = "";
        boolean arabic = false;
        int restart = -1;
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "start" -> start = xml.number("val", 0);
                case "numFmt" -> format = xml.attribute("val", "decimal");
                case "lvlText" -> text = xml.attribute("val", "");
                case "isLgl" -> arabic = WordReader.isOn(xml.attribute("val"));
                case "lvlRestart" -> restart = xml.number("val", -1);
                case "pStyle" -> levelOfStyle.put(xml.attribute("val", ""), at);
                default -> {}
            }
        }
        return new ListCounter.Level(start, format, text, arabic, restart);
    }

    private static Numbered list(Xml xml) {
        String definition = "";
        Map<Integer, Integer> starts = new HashMap<>();
        Map<Integer, ListCounter.Level> levels = new HashMap<>();
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            if (child.equals("abstractNumId")) {
                definition = xml.attribute("val", "");
            } else if (child.equals("lvlOverride")) {
                int at = xml.number("ilvl", 0);
                int inner = xml.depth();
                for (String part = xml.child(inner); part != null; part = xml.child(inner)) {
                    if (part.equals("startOverride")) {
                        starts.put(at, xml.number("val", 1));
                    } else if (part.equals("lvl")) {
                        levels.put(at, level(xml, at, new HashMap<>()));
                    }
                }
            }
        }
        return new Numbered(definition, starts, levels);
    }

    /**
     * What is printed before the next paragraph; empty: nothing.
     *
     * @param own list of the paragraph itself, null: that of its style
     * @param level of the paragraph itself, −1: not said
     */
    String next(@Nullable String style, @Nullable String own, int level) {
        WordStyles.Style ofStyle = styles.numbered(style);
        String id = own != null ? own : ofStyle == null ? null : ofStyle.list();
        Numbered list = id == null ? null : lists.get(id);
        Abstract definition = list == null ? null : definition(list.definition());
        if (id == null || list == null || definition == null) {
            return "";
        }
        int at = level >= 0 ? level : definition.levelOfStyle.getOrDefault(style == null ? "" : style, -1);
        if (at < 0) {
            at = own == null && ofStyle != null && ofStyle.level() >= 0 ? ofStyle.level() : 0;
        }
        return at >= ListCounter.LEVELS ? "" : count(id, list, definition, at);
    }

    /** By way of the style that it takes its levels from, once. */
    private @Nullable Abstract definition(String id) {
        Abstract definition = definitions.get(id);
        if (definition != null && definition.sameAsStyle != null) {
            WordStyles.Style style = styles.numbered(definition.sameAsStyle);
            Numbered list = style == null || style.list() == null ? null : lists.get(style.list());
            Abstract linked = list == null ? null : definitions.get(list.definition());
            return linked == null ? definition : linked;
        }
        return definition;
    }

    private String count(String id, Numbered list, Abstract definition, int at) {
        ListCounter.Level[] levels = definition.levels.clone();
        list.levels().forEach((level, own) -> {
            if (level >= 0 && level < levels.length) {
                levels[level] = own;
            }
        });
        boolean anew = false;
        Integer start = list.starts().get(at);
        if (start != null && begun.add(id + "/" + at)) {
            ListCounter.Level own = levels[at];
            levels[at] = new ListCounter.Level(start, own.format(), own.text(), own.arabic(), own.restart());
            anew = true;
        }
        return definition.counter.next(levels, at, anew);
    }
}
