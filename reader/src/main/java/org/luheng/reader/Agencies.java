package org.luheng.reader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agencies of one document: 市发改委 and 市发展改革委 are one, 市发改委、工信局 are two of the 市. */
final class Agencies {
    private static final String LEVELS = "市省区县州盟旗";

    private final String place;
    private final Map<String, Set<String>> forms = new LinkedHashMap<>();

    Agencies(String place) {
        this.place = place;
    }

    /** Names with what an enumeration left out, each in the form first printed; the level of the last one is carried on. */
    final class Run {
        private char level;

        List<String> named(Collection<String> printed) {
            List<String> named = new ArrayList<>();
            for (String name : printed) {
                if (LEVELS.indexOf(name.charAt(0)) >= 0) {
                    level = name.charAt(0);
                }
                named.add(name(level != 0 && leavesOutLevel(name) ? level + name : name, name));
            }
            return named.stream().distinct().toList();
        }
    }

    Run run() {
        return new Run();
    }

    private boolean leavesOutLevel(String name) {
        if (name.length() < 3
                || name.length() > 10
                || LEVELS.indexOf(name.charAt(0)) >= 0
                || "各有国中相其".indexOf(name.charAt(0)) >= 0
                || ofTheState(name)
                || (!place.isEmpty() && name.startsWith(bare(place)))) {
            return false;
        }
        for (int at = 1; at < name.length() - 1; at++) {
            if ("市区县省州".indexOf(name.charAt(at)) >= 0 && !name.startsWith("市场", at)) {
                return false;
            }
        }
        if (name.endsWith("分局") || name.indexOf('局') < name.length() - 1 && name.indexOf('局') > 0) {
            // 供电局某某分局 is no office of the place.
            return false;
        }
        char last = name.charAt(name.length() - 1);
        return last == '局'
                || last == '委'
                || last == '厅'
                || (last == '办' && name.length() > 3)
                || Lexicon.AGENCIES.has(name);
    }

    /** Their offices stand beside those of a place, not under it. */
    private static boolean ofTheState(String name) {
        for (String word : new String[] {"民航", "铁路", "海事", "人民银行", "长江", "黄河", "淮河", "海河", "珠江", "太湖"}) {
            if (name.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String place) {
        return place.length() > 2 ? place.substring(0, place.length() - 1) : place;
    }

    private String name(String full, String printed) {
        Set<String> known = forms.computeIfAbsent(key(full), key -> new LinkedHashSet<>());
        known.add(full);
        known.add(printed);
        return known.iterator().next();
    }

    private String key(String name) {
        String rest = name;
        String level = "";
        if (place.length() > 2 && name.startsWith(place)) {
            level = place.substring(place.length() - 1);
            rest = name.substring(place.length());
        } else if (LEVELS.indexOf(name.charAt(0)) >= 0) {
            level = name.substring(0, 1);
            rest = name.substring(1);
        }
        return level + (Lexicon.AGENCIES.has(rest) ? Lexicon.AGENCIES.kind(rest) : rest);
    }

    List<Agency> all() {
        return forms.values().stream()
                .map(known -> new Agency(known.iterator().next(), new ArrayList<>(known)))
                .toList();
    }
}
