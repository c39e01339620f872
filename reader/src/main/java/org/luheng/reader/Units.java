package org.luheng.reader;

import java.util.LinkedHashSet;
import java.util.Set;

/** Units by role, as printed. */
final class Units {
    enum Role {
        LEAD,
        RESPONSIBLE,
        COOPERATE
    }

    static final String[] ROLE_WORDS = {"牵头", "会同", "负责", "配合", "参与", "参加", "协助", "落实", "实施", "督办", "主办", "协办", "承办"};

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
            readSentence(bare);
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        UnitNames.read(bare, names);
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

    /** 甲牵头，乙、丙配合: groups of names, each followed by a word of role, or by none. */
    void readSentence(String printed) {
        String sentence = withoutConvention(printed);
        if (sentence.startsWith("以下") || sentence.contains("不再列出") || sentence.contains("不再逐一")) {
            int at = sentence.startsWith("以下") ? 2 : 0;
            for (String word : new String[] {"各项任务", "任务", "工作", "均需要", "均需", "均由", "均应", "都需", "需", "由", "均"}) {
                if (sentence.startsWith(word, at)) {
                    at += word.length();
                }
            }
            int end = roleAt(sentence, at);
            UnitNames.read(sentence.substring(at, end < 0 ? sentence.length() : end), inherited);
            return;
        }
        String rest = sentence;
        while (!rest.isEmpty()) {
            int role = roleAt(rest, 0);
            if (role < 0) {
                UnitNames.read(rest, responsible);
                return;
            }
            String word = roleWordAt(rest, role);
            String before = rest.substring(0, role);
            int past = role + word.length();
            // 甲会同乙负责: the first leads, the others answer with it.
            boolean leads = word.equals("牵头") || word.equals("主办") || word.equals("会同");
            boolean answers = word.equals("负责")
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
            boolean follows = carriesOut && !(lead.isEmpty() && responsible.isEmpty());
            UnitNames.read(before, leads ? lead : answers && !follows ? responsible : follows ? carrying : cooperating);
            rest = past < rest.length() && isPart(rest.charAt(past)) ? rest.substring(past + 1) : rest.substring(past);
        }
    }

    /** 甲、乙，列第一位的为牵头单位，下同: what is behind the units says how to read them. */
    private static String withoutConvention(String sentence) {
        int from = 0;
        for (int at = 0; at <= sentence.length(); at++) {
            if (at == sentence.length() || "，；".indexOf(sentence.charAt(at)) >= 0) {
                String part = sentence.substring(from, at);
                if (part.contains("第一位") || part.contains("首位") || part.equals("下同")) {
                    return sentence.substring(0, Math.max(0, from - 1));
                }
                from = at + 1;
            }
        }
        return sentence.endsWith("下同") ? "" : sentence;
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
}
