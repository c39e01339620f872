package org.luheng.reader;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines of a document are its paper's and not its own: rules, page numbers, headers that come back on every page. */
final class PageMarks {
    private final List<Line> lines;
    private final BitSet dropped = new BitSet();

    private PageMarks(List<Line> lines) {
        this.lines = lines;
    }

    static BitSet of(List<Line> lines) {
        return new PageMarks(lines).marks();
    }

    private BitSet marks() {
        Map<String, Integer> repeated = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).text;
            if (isRule(line) || isPageMark(line) || isBarePageNumber(at)) {
                dropped.set(at);
            } else if (mayBeHeader(line)) {
                repeated.merge(line, 1, Integer::sum);
            }
        }
        // A running header comes back on every page, some lines apart; the first one may be the title.
        Map<String, Integer> seen = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).text;
            if (!dropped.get(at) && repeated.getOrDefault(line, 0) >= 3) {
                Integer before = seen.put(line, at);
                if (before != null && at - before >= 8) {
                    dropped.set(at);
                }
            }
        }
        return dropped;
    }

    private static boolean isRule(String line) {
        for (int at = 0; at < line.length(); at++) {
            if ("-—_=~*+·.|:：… ".indexOf(line.charAt(at)) < 0) {
                return false;
            }
        }
        return !line.isEmpty();
    }

    /** - 3 -, — 3 —, 第3页, 第3页共18页, 3/18. */
    private static boolean isPageMark(String line) {
        if (line.length() > 14 || line.isEmpty()) {
            return false;
        }
        if (line.startsWith("第") && line.indexOf('页') > 1) {
            return true;
        }
        char first = line.charAt(0);
        char last = line.charAt(line.length() - 1);
        boolean dashed = (first == '-' || first == '—' || first == '·') && (last == '-' || last == '—' || last == '·');
        if (!dashed || line.length() < 3) {
            return false;
        }
        for (int at = 0; at < line.length(); at++) {
            if ("-—· ".indexOf(line.charAt(at)) < 0 && !Chinese.isDigit(line.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean isBarePageNumber(int at) {
        String line = lines.get(at).text;
        if (line.isEmpty() || line.length() > 3) {
            return false;
        }
        for (int character = 0; character < line.length(); character++) {
            if (!Chinese.isDigit(line.charAt(character))) {
                return false;
            }
        }
        return neighbour(at, -1) && neighbour(at, 1);
    }

    private boolean neighbour(int at, int step) {
        for (int next = at + step; next >= 0 && next < lines.size(); next += step) {
            if (!lines.get(next).isEmpty()) {
                return lines.get(next).length() >= 20;
            }
        }
        return true;
    }

    private static boolean mayBeHeader(String line) {
        if (line.length() < 6 || line.length() > 40 || Numbering.at(line, 0, line.length()) != null) {
            return false;
        }
        for (int at = 0; at < line.length(); at++) {
            if ("，。；：、%|".indexOf(line.charAt(at)) >= 0) {
                return false;
            }
        }
        return Chinese.isHan(line.charAt(0));
    }
}
