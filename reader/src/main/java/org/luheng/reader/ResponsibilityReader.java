package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what: brackets at the end of a clause (A、B牵头，C配合), and lines 牵头单位：、配合单位：、责任单位：.
 *
 * <p>Grammar of a bracket: groups of names, each followed by a word of role, or by none. Where nobody leads, those who are
 * responsible stand in front; a sentence “以下均需…落实” puts units behind all that follow.
 */
final class ResponsibilityReader {
    /**
     * A bracket or a group of lines, and where it stands in the fair copy.
     *
     * @param alone in paragraphs of their own
     */
    record Found(Units units, int from, int to, boolean alone) {
        Found(Units units, int from, int to) {
            this(units, from, to, false);
        }
    }

    /** Characters; a longer list of units is none. */
    private static final int LONGEST_LIST = 800;

    private final String text;

    ResponsibilityReader(String text) {
        this.text = text;
    }

    /** What a label in front of a colon says, or null where it is no such label. */
    static Units.@Nullable Role roleOfLabel(String label) {
        String bare = label.startsWith("（") || label.startsWith("〔") ? label.substring(1) : label;
        boolean ofUnits = bare.endsWith("单位")
                || bare.endsWith("部门")
                || bare.endsWith("主体")
                || bare.endsWith("科室")
                || bare.endsWith("处室")
                || bare.endsWith("站所");
        if (!ofUnits || bare.length() > 8) {
            return null;
        }
        if (bare.startsWith("牵头")
                || bare.startsWith("主办")
                || bare.startsWith("主责")
                || bare.startsWith("主要责任")
                || bare.startsWith("第一责任")
                || bare.startsWith("首要责任")) {
            return Units.Role.LEAD;
        }
        if (bare.startsWith("配合")
                || bare.startsWith("协办")
                || bare.startsWith("参与")
                || bare.startsWith("参加")
                || bare.startsWith("协同")
                || bare.startsWith("协助")
                || bare.startsWith("协作")
                || bare.startsWith("其他责任")
                || bare.startsWith("其它责任")
                || bare.startsWith("相关责任")) {
            return Units.Role.COOPERATE;
        }
        return bare.startsWith("责任")
                        || bare.startsWith("实施")
                        || bare.startsWith("负责")
                        || bare.startsWith("承办")
                        || bare.startsWith("落实")
                ? Units.Role.RESPONSIBLE
                : null;
    }

    /** All in the passages of one clause, in their order. */
    List<Found> in(List<Outline.Passage> passages) {
        List<Found> found = new ArrayList<>();
        Found lines = null;
        for (Outline.Passage passage : passages) {
            if (passage.cells() != null) {
                continue;
            }
            Found labelled = labelled(passage.from(), passage.to());
            if (labelled != null) {
                boolean whole = labelled.from() == passage.from();
                Found line = new Found(labelled.units(), labelled.from(), labelled.to(), whole);
                lines = lines == null ? line : joined(lines, line);
                continue;
            }
            found.addAll(brackets(passage.from(), passage.to()));
        }
        if (lines != null) {
            found.add(lines);
        }
        return found;
    }

    private static Found joined(Found one, Found other) {
        for (Units.Role role : Units.Role.values()) {
            one.units().of(role).addAll(other.units().of(role));
        }
        one.units().carrying.addAll(other.units().carrying);
        return new Found(one.units(), one.from(), other.to(), one.alone());
    }

    private List<Found> brackets(int from, int to) {
        List<Found> found = new ArrayList<>();
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (!Chinese.opens(c)) {
                at++;
                continue;
            }
            int end = Sentence.past(text, at, to);
            if (end > at + 2) {
                Units units = ofBracket(at + 1, end - 1, at == from || text.charAt(at - 1) == '。');
                if (units != null) {
                    found.add(new Found(units, at, end));
                }
            }
            at = end;
        }
        return found;
    }

    private @Nullable Units ofBracket(int from, int to, boolean opensSentence) {
        String inner = text.substring(from, to);
        if (labelledAt(inner) >= 0) {
            Units units = new Units();
            readLabels(inner, units);
            return units.isEmpty() ? null : units;
        }
        boolean roles = false;
        for (String word : Units.ROLE_WORDS) {
            roles |= inner.contains(word);
        }
        Units units = new Units();
        int sentence = 0;
        for (int at = 0; at <= inner.length(); at++) {
            if (at == inner.length() || inner.charAt(at) == '。') {
                units.readSentence(inner.substring(sentence, at));
                sentence = at + 1;
            }
        }
        if (units.isEmpty()) {
            return null;
        }
        List<String> all = new ArrayList<>(units.lead);
        all.addAll(units.responsible);
        all.addAll(units.cooperating);
        all.addAll(units.carrying);
        long agencies = all.stream().filter(UnitNames::isUnit).count();
        boolean trusted = roles
                ? agencies * 2 >= all.size() && agencies > 0
                : opensSentence && agencies == all.size() && endsClause(to);
        return trusted ? units : null;
    }

    /** Without any word of role, a bracket of units counts only where a sentence ends. */
    private boolean endsClause(int close) {
        int next = close + 1;
        return next >= text.length() || text.charAt(next) == '\n' || text.charAt(next) == '。';
    }

    private static int labelledAt(String text) {
        for (int colon = text.indexOf('：'); colon >= 0; colon = text.indexOf('：', colon + 1)) {
            int from = labelFrom(text, colon);
            if (from >= 0) {
                return from;
            }
        }
        return -1;
    }

    /** Labels that no other word ends with: they count even where a blank in front was lost. */
    private static final List<String> PLAIN_LABELS = List.of("牵头单位", "配合单位", "牵头部门", "配合部门");

    /** Where the label in front of a colon begins, −1: there is none. */
    private static int labelFrom(String text, int colon) {
        for (int from = Math.max(0, colon - 8); from <= colon - 4; from++) {
            if (!Chinese.opens(text.charAt(from))
                    && roleOfLabel(text.substring(from, colon)) != null
                    && (from == 0 || "。；，、（〔 \n”）〕".indexOf(text.charAt(from - 1)) >= 0)) {
                return from;
            }
        }
        return colon >= 4 && PLAIN_LABELS.contains(text.substring(colon - 4, colon)) ? colon - 4 : -1;
    }

    private @Nullable Found labelled(int from, int to) {
        String passage = text.substring(from, to);
        int first = labelledAt(passage);
        if (first < 0 || (first > 0 && Chinese.opens(passage.charAt(first - 1)))) {
            return null;
        }
        Units units = new Units();
        readLabels(passage, units);
        return units.isEmpty() ? null : new Found(units, from + first, to);
    }

    private static void readLabels(String text, Units units) {
        int from = labelledAt(text);
        while (from >= 0 && from < text.length()) {
            int colon = text.indexOf('：', from);
            Units.Role role = roleOfLabel(text.substring(from, colon));
            int next = -1;
            int end = text.length();
            for (int later = text.indexOf('：', colon + 1);
                    later >= 0 && next < 0 && later - colon <= LONGEST_LIST;
                    later = text.indexOf('：', later + 1)) {
                next = labelFrom(text, later);
                if (next < 0) {
                    // Another label: 完成时限：
                    String between = text.substring(colon, later);
                    int part = Math.max(
                            between.lastIndexOf('，'), Math.max(between.lastIndexOf('；'), between.lastIndexOf('。')));
                    end = part > 0 ? Math.min(end, colon + part) : end;
                }
            }
            end = next >= 0 ? Math.min(end, next) : end;
            if (role != null) {
                String list = text.substring(colon + 1, end);
                int stop = list.indexOf('。');
                String of = stop >= 0 ? list.substring(0, stop) : list;
                units.read(of, role);
            }
            from = next;
        }
    }
}
