package org.luheng.reader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what: brackets at the end of a clause (A、B牵头，C配合), and lines 牵头单位：、配合单位：、责任单位：.
 *
 * <p>Grammar of a bracket: groups of names, each followed by a word of role, or by none. Where nobody leads, those who are
 * responsible stand in front; a sentence “以下均需…落实” puts units behind all that follow.
 */
final class ResponsibilityReader {
    enum Role {
        LEAD,
        RESPONSIBLE,
        COOPERATE
    }

    /** Units by role, as printed. */
    static final class Units {
        final Set<String> lead = new LinkedHashSet<>();
        final Set<String> responsible = new LinkedHashSet<>();
        final Set<String> cooperating = new LinkedHashSet<>();
        final Set<String> inherited = new LinkedHashSet<>();

        /** 落实: they carry out what others lead, or answer for. */
        final Set<String> carrying = new LinkedHashSet<>();

        /** The names of a list, all of one role unless words of role, or a bracket behind a name, say otherwise. */
        void read(String list, Role role) {
            String bare = list.strip();
            if (role == Role.RESPONSIBLE && roleAt(bare, 0) >= 0) {
                readSentence(bare, this);
                return;
            }
            Set<String> names = new LinkedHashSet<>();
            names(bare, names);
            for (String name : names) {
                String leads = leading(name);
                (leads.isEmpty() ? of(role) : lead).add(leads.isEmpty() ? name : leads);
            }
        }

        /** 市发改委（牵头） without the bracket; empty: no such bracket. */
        private static String leading(String name) {
            for (String mark : new String[] {"（牵头）", "（牵头单位）", "〔牵头〕", "（负责牵头）"}) {
                if (name.endsWith(mark)) {
                    return name.substring(0, name.length() - mark.length());
                }
            }
            return "";
        }

        boolean isEmpty() {
            return lead.isEmpty() && responsible.isEmpty() && cooperating.isEmpty() && carrying.isEmpty();
        }

        Set<String> of(Role role) {
            return switch (role) {
                case LEAD -> lead;
                case RESPONSIBLE -> responsible;
                case COOPERATE -> cooperating;
            };
        }
    }

    /** A bracket or a group of lines, and where it stands in the fair copy. */
    record Found(Units units, int from, int to) {}

    private static final String[] ROLE_WORDS = {
        "牵头", "会同", "负责", "配合", "参与", "参加", "协助", "落实", "实施", "督办", "主办", "协办", "承办"
    };

    /** Characters; a longer list of units is none. */
    private static final int LONGEST_LIST = 800;

    private final String text;

    ResponsibilityReader(String text) {
        this.text = text;
    }

    /** What a label in front of a colon says, or null where it is no such label. */
    static @Nullable Role roleOfLabel(String label) {
        String bare = label.startsWith("（") || label.startsWith("〔") ? label.substring(1) : label;
        boolean ofUnits = bare.endsWith("单位") || bare.endsWith("部门") || bare.endsWith("主体");
        if (!ofUnits || bare.length() > 8) {
            return null;
        }
        if (bare.startsWith("牵头")
                || bare.startsWith("主办")
                || bare.startsWith("主责")
                || bare.startsWith("主要责任")
                || bare.startsWith("第一责任")
                || bare.startsWith("首要责任")) {
            return Role.LEAD;
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
            return Role.COOPERATE;
        }
        return bare.startsWith("责任")
                        || bare.startsWith("实施")
                        || bare.startsWith("负责")
                        || bare.startsWith("承办")
                        || bare.startsWith("落实")
                ? Role.RESPONSIBLE
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
                lines = lines == null ? labelled : joined(lines, labelled);
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
        for (Role role : Role.values()) {
            one.units().of(role).addAll(other.units().of(role));
        }
        one.units().carrying.addAll(other.units().carrying);
        return new Found(one.units(), one.from(), other.to());
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
        for (String word : ROLE_WORDS) {
            roles |= inner.contains(word);
        }
        Units units = new Units();
        int sentence = 0;
        for (int at = 0; at <= inner.length(); at++) {
            if (at == inner.length() || inner.charAt(at) == '。') {
                readSentence(inner.substring(sentence, at), units);
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
        long agencies = all.stream().filter(ResponsibilityReader::isUnit).count();
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

    private static void readSentence(String sentence, Units units) {
        if (sentence.contains("第一位") || sentence.contains("首位") || sentence.endsWith("下同")) {
            return;
        }
        if (sentence.startsWith("以下") || sentence.contains("不再列出") || sentence.contains("不再逐一")) {
            int at = sentence.startsWith("以下") ? 2 : 0;
            for (String word : new String[] {"各项任务", "任务", "工作", "均需要", "均需", "均由", "均应", "都需", "需", "由", "均"}) {
                if (sentence.startsWith(word, at)) {
                    at += word.length();
                }
            }
            int end = roleAt(sentence, at);
            names(sentence.substring(at, end < 0 ? sentence.length() : end), units.inherited);
            return;
        }
        String rest = sentence;
        while (!rest.isEmpty()) {
            int role = roleAt(rest, 0);
            if (role < 0) {
                names(rest, units.responsible);
                return;
            }
            String word = roleWordAt(rest, role);
            String before = rest.substring(0, role);
            int past = role + word.length();
            // 甲会同乙负责: the first leads, the others answer with it.
            boolean lead = word.equals("牵头") || word.equals("主办") || word.equals("会同");
            boolean responsible = word.equals("负责")
                    || word.equals("落实")
                    || word.equals("实施")
                    || word.equals("承办")
                    || word.equals("督办");
            // 牵头负责, 配合落实: the first word decides; 负责落实 carries out what others answer for.
            boolean carriesOut = word.equals("落实");
            for (String next = roleWordAt(rest, past); !next.isEmpty(); next = roleWordAt(rest, past)) {
                past += next.length();
                carriesOut |= next.equals("落实");
            }
            boolean follows = carriesOut && !(units.lead.isEmpty() && units.responsible.isEmpty());
            names(
                    before,
                    lead
                            ? units.lead
                            : responsible && !follows
                                    ? units.responsible
                                    : follows ? units.carrying : units.cooperating);
            rest = past < rest.length() && isPart(rest.charAt(past)) ? rest.substring(past + 1) : rest.substring(past);
        }
    }

    private static boolean isPart(char c) {
        return c == '，' || c == '；' || c == '、' || c == '。' || c == ',';
    }

    /** The first word of role outside brackets, −1: none. */
    private static int roleAt(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (Chinese.opens(text.charAt(at))) {
                int end = Sentence.past(text, at, text.length());
                if (end > at + 1) {
                    at = end - 1;
                    continue;
                }
            }
            if (!roleWordAt(text, at).isEmpty()) {
                return at;
            }
        }
        return -1;
    }

    private static String roleWordAt(String text, int at) {
        for (String word : ROLE_WORDS) {
            if (text.startsWith(word, at)) {
                return word;
            }
        }
        return "";
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
            Role role = roleOfLabel(text.substring(from, colon));
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

    /** The names of an enumeration; brackets in a name part nothing, 和 parts where both sides are names. */
    static void names(String list, Set<String> into) {
        String bare = list.strip();
        for (String tail : new String[] {
            "按照各自职责分工", "按照职责分工", "按照职责", "按职责分工", "按职责", "依职责", "分工", "共同", "具体", "分别", "组织", "联合", "抓好"
        }) {
            if (bare.endsWith(tail)) {
                bare = bare.substring(0, bare.length() - tail.length());
            }
        }
        int from = 0;
        int at = 0;
        while (at <= bare.length()) {
            if (at < bare.length() && Chinese.opens(bare.charAt(at))) {
                at = Math.max(at + 1, Sentence.past(bare, at, bare.length()));
                continue;
            }
            boolean parted = at == bare.length() || "、，；,。\n".indexOf(bare.charAt(at)) >= 0;
            boolean and = !parted
                    && "和及与".indexOf(bare.charAt(at)) >= 0
                    && at > from
                    && isUnit(bare.substring(from, at))
                    && at + 2 < bare.length();
            if (parted || and) {
                add(bare.substring(from, at), into);
                from = at + 1;
            }
            at++;
        }
    }

    private static void add(String name, Set<String> into) {
        String bare = name.strip();
        while (bare.startsWith("由") || bare.startsWith("及") || bare.startsWith("和") || bare.startsWith("以及")) {
            bare = bare.substring(bare.startsWith("以及") ? 2 : 1);
        }
        while (bare.endsWith("等") || bare.endsWith("要") || bare.endsWith("等部门") || bare.endsWith("等单位")) {
            bare = bare.substring(0, bare.length() - (bare.endsWith("等") || bare.endsWith("要") ? 1 : 3));
        }
        if (!bare.isEmpty() && bare.length() <= 40 && !isDate(bare)) {
            into.add(bare);
        }
    }

    /** 2025年12月底前完成 among the names. */
    private static boolean isDate(String name) {
        return Chinese.isDigit(name.charAt(0)) && (name.contains("年") || name.contains("月"));
    }

    /** Ends as units do. */
    static boolean isUnit(String name) {
        String bare = name.endsWith("等") ? name.substring(0, name.length() - 1) : name;
        if (bare.length() < 2 || bare.length() > 30) {
            return false;
        }
        for (String tail : new String[] {
            "局", "委", "办", "厅", "部", "院", "署", "府", "中心", "公司", "分行", "银行", "支行", "集团", "部门", "单位", "街道", "乡镇", "委员会",
            "管委会", "办事处", "妇联", "工会", "团委", "协会", "企业", "联合会", "大队", "支队", "总队", "三大队", "海关", "科协", "残联", "工商联", "各区",
            "各县", "县区", "市区", "社", "站", "各地", "区县", "县（市、区）", "县（市）区", "区县（市）", "园区", "开发区", "新区", "学校", "研究所", "研究院",
            "分局", "镇", "乡", "办公室", "指挥部", "室", "镇街", "街镇", "县市", "市县", "科", "处", "股", "领导小组", "专班"
        }) {
            if (bare.endsWith(tail)) {
                return true;
            }
        }
        return false;
    }
}
