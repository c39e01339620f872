package org.luheng.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** What the styles of a docx say of numbers, tables of contents and hidden words. */
final class WordStyles {
    private final Map<String, Style> styles = new HashMap<>();

    /**
     * @param list identifies its numbering, null: none
     * @param level of the list, −1: not said
     */
    record Style(
            String name, @Nullable String basedOn, @Nullable String list, int level, boolean hidden) {}

    static WordStyles of(Original original, Archive archive, String part) {
        WordStyles styles = new WordStyles();
        byte[] bytes = archive.part(part);
        if (bytes != null) {
            Xml xml = new Xml(original, part, bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.is("style")) {
                    styles.add(xml);
                }
            }
        }
        return styles;
    }

    private void add(Xml xml) {
        String id = xml.attribute("styleId", "");
        String name = "";
        String basedOn = null;
        String list = null;
        int level = -1;
        boolean hidden = false;
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "name" -> name = xml.attribute("val", "");
                case "basedOn" -> basedOn = xml.attribute("val");
                case "numId" -> list = xml.attribute("val");
                case "ilvl" -> level = xml.number("val", 0);
                case "vanish" -> hidden = WordReader.isOn(xml.attribute("val"));
                default -> {}
            }
        }
        styles.put(id, new Style(name, basedOn, list, level, hidden));
    }

    /** Of the style or the nearest that it is based on; null: no list. */
    @Nullable
    Style numbered(@Nullable String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (at != null && seen.add(at)) {
            Style style = styles.get(at);
            if (style == null || style.list() != null) {
                return style;
            }
            at = style.basedOn();
        }
        return null;
    }

    boolean isContents(@Nullable String id) {
        Style style = styles.get(id == null ? "" : id);
        String name = style == null ? "" : style.name().toLowerCase(Locale.ROOT);
        return name.startsWith("toc ") || name.startsWith("目录 ");
    }

    boolean isHidden(@Nullable String id) {
        Style style = styles.get(id == null ? "" : id);
        return style != null && style.hidden();
    }
}
