package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the original, cleaned: full-width letters and digits made half-width, stray blanks and emphasis marks gone; each
 * character with its place. Where blanks stood is kept as a gap, for a line that turns out to be the row of a table.
 */
final class Line {
    final String text;
    final int[] place;
    private final List<Gap> gaps;

    private enum Width {
        BLANK,
        BLANKS,
        TAB
    }

    private record Gap(int at, Width width) {}

    private Line(String text, int[] place, List<Gap> gaps) {
        this.text = text;
        this.place = place;
        this.gaps = gaps;
    }

    /** Lines of a text; whatever any system takes for a line or page break parts them. */
    static List<Line> of(String original) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < original.length(); at++) {
            char c = original.charAt(at);
            if (c == '\n'
                    || c == '\r'
                    || c == '\f'
                    || c == '\u000B'
                    || c == '\u2028'
                    || c == '\u2029'
                    || c == '\u0085') {
                lines.add(cleaned(original, from, at));
                from = at + 1;
            }
        }
        lines.add(cleaned(original, from, original.length()));
        return lines;
    }

    private static Line cleaned(String original, int from, int to) {
        int start = from;
        while (start < to && isBlank(original.charAt(start))) {
            start++;
        }
        int end = to;
        while (end > start && isBlank(original.charAt(end - 1))) {
            end--;
        }
        List<Gap> gaps = new ArrayList<>();
        for (int tabs = tabs(original, from, start); tabs > 0; tabs--) {
            gaps.add(new Gap(0, Width.TAB));
        }
        start = pastMark(original, start, end);
        StringBuilder text = new StringBuilder(end - start);
        int[] place = new int[Math.max(0, end - start)];
        int at = start;
        while (at < end) {
            char c = original.charAt(at);
            if (isBlank(c)) {
                int next = at;
                while (next < end && isBlank(original.charAt(next))) {
                    next++;
                }
                int tabs = tabs(original, at, next);
                for (int gap = 0; gap < Math.max(1, tabs); gap++) {
                    gaps.add(new Gap(text.length(), tabs > 0 ? Width.TAB : next - at > 1 ? Width.BLANKS : Width.BLANK));
                }
                if (isWord(before(text)) && isWord(original.charAt(next))) {
                    place[text.length()] = at;
                    text.append(' ');
                }
                at = next;
            } else if (isInvisible(c) || (c == '*' && isEmphasis(original, at, end))) {
                at++;
            } else {
                place[text.length()] = at;
                text.append(plain(c, before(text)));
                at++;
            }
        }
        for (int tabs = text.isEmpty() ? 0 : tabs(original, end, to); tabs > 0; tabs--) {
            gaps.add(new Gap(text.length(), Width.TAB));
        }
        return new Line(text.toString(), place, gaps);
    }

    private static int tabs(String original, int from, int to) {
        int tabs = 0;
        for (int at = from; at < to; at++) {
            tabs += original.charAt(at) == '\t' ? 1 : 0;
        }
        return tabs;
    }

    /**
     * Cells parted by bars, else by tabs, else by several blanks; with {@code soft}, by any blank. Where a line has tabs, blanks
     * only stretch the words (名    称).
     */
    List<String> cells(boolean soft) {
        List<String> cells = new ArrayList<>();
        if (isBarred()) {
            int start = text.startsWith("|") ? 1 : 0;
            String inner =
                    text.substring(start, Math.max(start, text.endsWith("|") ? text.length() - 1 : text.length()));
            int from = 0;
            for (int bar = inner.indexOf('|'); bar >= 0; bar = inner.indexOf('|', from)) {
                cells.add(inner.substring(from, bar).strip());
                from = bar + 1;
            }
            cells.add(inner.substring(from).strip());
            return cells;
        }
        int from = 0;
        boolean tabs = gaps.stream().anyMatch(gap -> gap.width() == Width.TAB);
        for (Gap gap : gaps) {
            if (gap.width() == Width.TAB || !tabs && (soft || gap.width() == Width.BLANKS)) {
                cells.add(text.substring(from, gap.at()).strip());
                from = gap.at();
            }
        }
        cells.add(text.substring(from).strip());
        return cells;
    }

    /** Its cells are parted by tabs, as rows of tables are that a form with tables gave. */
    boolean isTabbed() {
        return gaps.stream().anyMatch(gap -> gap.width() == Width.TAB);
    }

    /** Begins with a bar, or has two. */
    boolean isBarred() {
        int first = text.indexOf('|');
        return first == 0 || first > 0 && text.indexOf('|', first + 1) > 0;
    }

    /** Behind the marks of a Markdown heading or quotation. */
    private static int pastMark(String original, int from, int to) {
        int at = from;
        while (at < to && (original.charAt(at) == '#' || original.charAt(at) == '>')) {
            at++;
        }
        if (at == from || at == to || !isBlank(original.charAt(at))) {
            return from;
        }
        while (at < to && isBlank(original.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEmphasis(String original, int at, int end) {
        return (at + 1 < end && original.charAt(at + 1) == '*') || (at > 0 && original.charAt(at - 1) == '*');
    }

    private static char before(StringBuilder text) {
        return text.isEmpty() ? '\0' : text.charAt(text.length() - 1);
    }

    private static boolean isBlank(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u00A0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u202F';
    }

    private static boolean isInvisible(char c) {
        return (c < ' ' && c != '\t')
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u2060';
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** One character for one, so that places hold. */
    private static char plain(char c, char before) {
        if ((c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ')) {
            return (char) (c - '！' + '!');
        }
        return switch (c) {
            case '％' -> '%';
            case '．' -> '.';
            case '＋' -> '+';
            case '－', '−', '–' -> '-';
            case '／', '∕' -> '/';
            case '＜' -> '<';
            case '＞' -> '>';
            case '～', '〜', '∼' -> '~';
            case '(' -> '（';
            case ')' -> '）';
            case ';' -> '；';
            case '?' -> '？';
            case '!' -> '！';
            case '[', '［', '【' -> '〔';
            case ']', '］', '】' -> '〕';
            case '⼀' -> '一';
            case ',' -> Chinese.isHan(before) || before == '”' || before == '）' || before == '%' ? '，' : c;
            case ':' -> Chinese.isHan(before) || before == '”' ? '：' : c;
            default -> c;
        };
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int length() {
        return text.length();
    }
}
