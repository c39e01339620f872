package org.luheng.reader;

/** Units behind a number: multiple, unit, and what it is per. */
final class UnitReader {
    private static final String[] MULTIPLES = {"百万", "千万", "万亿", "百亿", "千亿", "亿", "万", "千", "百"};

    private final String text;

    UnitReader(String text) {
        this.text = text;
    }

    /** Behind the unit at a position: multiple, unit, and what it is per. */
    int end(int from, int to) {
        int end = simpleUnitEnd(from, to);
        if (end == from) {
            return from;
        }
        while (end + 1 < to && (text.charAt(end) == '/' || text.charAt(end) == '·')) {
            int next = simpleUnitEnd(end + 1, to);
            if (next == end + 1) {
                next = unknownUnitEnd(end + 1, to);
            }
            if (next == end + 1) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** 9.5千克标准煤/重量箱: what something is per may be anything short. */
    private int unknownUnitEnd(int from, int to) {
        int at = from;
        while (at < to && at - from < 4 && Chinese.isHan(text.charAt(at)) && "以左上和及与或".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        boolean closed = at == to || "、，；。）〕以左和及与（".indexOf(text.charAt(at)) >= 0;
        return closed && at > from ? at : from;
    }

    private int simpleUnitEnd(int from, int to) {
        int best = from;
        String direct = Lexicon.UNITS.at(text, from, to);
        if (direct != null && !Lexicon.UNITS.kind(direct).equals("none")) {
            best = from + direct.length();
        }
        for (String multiple : MULTIPLES) {
            if (text.startsWith(multiple, from) && from + multiple.length() <= to) {
                int unit = from + multiple.length();
                if (text.startsWith("余", unit) || text.startsWith("多", unit)) {
                    unit++;
                }
                String word = Lexicon.UNITS.at(text, unit, to);
                if (word != null && !Lexicon.UNITS.kind(word).equals("none") && unit + word.length() > best) {
                    best = unit + word.length();
                }
            }
        }
        return best;
    }

    /** Of the whole unit: what is per something is a rate. */
    static String kind(String unit) {
        if (unit.indexOf('/') > 0) {
            boolean daily = unit.endsWith("/日") || unit.endsWith("/天") || unit.endsWith("/年") || unit.endsWith("/d");
            return daily ? "capacity" : "rate";
        }
        String bare = unit;
        boolean multiple = false;
        if (!Lexicon.UNITS.has(bare)) {
            for (String word : MULTIPLES) {
                if (bare.startsWith(word)) {
                    bare = bare.substring(word.length());
                    multiple = true;
                    break;
                }
            }
        }
        if (!Lexicon.UNITS.has(bare)) {
            return "";
        }
        String kind = Lexicon.UNITS.kind(bare);
        // 亿立方米 is an amount of water, 450立方米 the size of a furnace.
        return multiple && kind.equals("size") && !bare.equals("蒸吨") ? "volume" : kind;
    }
}
