package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;

/** Names of indicators, as a person would write them, from the words around a quantity. */
final class Names {
    /** One value for each. */
    static final List<String> RESPECTIVELY = List.of("分别", "依次", "各自");

    /** A longer name says all of itself; what it begins with holds for no other. */
    private static final int LONG_ITEM = 11;

    private Names() {}

    /** Where such a word stands in a name, −1: nowhere. */
    static int respectively(String words) {
        for (String word : RESPECTIVELY) {
            int at = words.indexOf(word);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** Without time, openings, quotation marks and what goes before: 到2025年，力争全市秸秆综合利用率 becomes 秸秆综合利用率. */
    static String cleaned(String words) {
        String name = withoutMarks(words);
        boolean changed = true;
        while (changed && !name.isEmpty()) {
            changed = false;
            String opening = Lexicon.OPENINGS.at(name, 0, name.length());
            if (opening != null && opening.length() < name.length() && mayGo(name, opening)) {
                name = name.substring(opening.length());
                changed = true;
                continue;
            }
            int after = afterwards(name);
            if (after > 0) {
                name = name.substring(after);
                changed = true;
            }
        }
        for (int cut = trailing(name); cut > 0; cut = trailing(name)) {
            name = name.substring(0, name.length() - cut);
        }
        return Lexicon.OPENINGS.has(name) && Lexicon.OPENINGS.kind(name).equals("strip") ? "" : name;
    }

    /** Length of what a name does not end with. */
    private static int trailing(String name) {
        for (String word : new String[] {
            "改造后", "建成后", "不得", "一般", "总体", "力争", "原则上", "分别", "依次", "各自", "预计", "普遍", "的", "，", "、", "和", "约"
        }) {
            if (name.endsWith(word) && name.length() > word.length() && !name.endsWith("节约")) {
                return word.length();
            }
        }
        return 0;
    }

    private static boolean mayGo(String name, String opening) {
        String rest = name.substring(opening.length());
        return switch (Lexicon.OPENINGS.kind(opening)) {
            // 在线监测, 和田, 及格率, 到岗率: a single character may belong to a word
            case "strip" -> opening.length() > 1 || "、，的—-·•●■：；。".contains(opening) || !isBound(opening, rest);
            case "lift" ->
                endsWithHead(rest) && rest.length() >= 4 && !rest.startsWith("率") && !isAttributeOf(opening, rest);
            default -> false;
        };
    }

    private static boolean isBound(String opening, String rest) {
        return (opening.equals("在") && "线建产校役运营用册编岗网途籍".indexOf(rest.charAt(0)) >= 0)
                || (opening.equals("和") && (rest.startsWith("田") || rest.startsWith("平")))
                || (opening.equals("与") && rest.startsWith("会"))
                || (opening.equals("及") && (rest.startsWith("格") || rest.startsWith("时")))
                || (opening.equals("到") && (rest.startsWith("位") || rest.startsWith("岗")))
                || (opening.equals("应") && (rest.startsWith("急") || rest.startsWith("用") || rest.startsWith("对")))
                || (opening.equals("使") && rest.startsWith("用"))
                || (opening.equals("且") && rest.startsWith("末"))
                || (opening.equals("并") && rest.startsWith("网"))
                || (opening.equals("即") && rest.startsWith("时"))
                || (opening.equals("约") && rest.startsWith("束"));
    }

    /** 提高率, 降低幅度: the verb is part of the name. */
    private static boolean isAttributeOf(String opening, String rest) {
        return rest.startsWith("幅度")
                || rest.startsWith("比例")
                || rest.startsWith("目标")
                || (opening.length() == 2 && rest.length() < 4);
    }

    /** Length of 改造完成后, 项目建成后 at the beginning; 0: none. */
    private static int afterwards(String name) {
        int after = name.indexOf('后');
        if (after >= 2 && after <= 12 && after + 2 < name.length() && !name.startsWith("后备", after)) {
            String before = name.substring(0, after);
            if (before.endsWith("完成")
                    || before.endsWith("建成")
                    || before.endsWith("改造")
                    || before.endsWith("实施")
                    || before.endsWith("投产")
                    || before.endsWith("投运")) {
                return after + 1;
            }
        }
        return 0;
    }

    private static String withoutMarks(String words) {
        StringBuilder bare = new StringBuilder(words.length());
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (c != '“' && c != '”' && c != '"' && c != '‘' && c != '’' && c != '\n') {
                bare.append(c);
            }
        }
        return bare.toString().strip();
    }

    static boolean endsWithHead(String name) {
        String bare = withoutBracketAtEnd(name);
        return Lexicon.HEADS.before(bare, 0, bare.length()) != null;
    }

    static String withoutBracketAtEnd(String name) {
        if (name.endsWith("）")) {
            int open = name.lastIndexOf('（');
            return open > 0 ? name.substring(0, open) : name;
        }
        return name;
    }

    /** The last words of a name that an enumeration shares: 利用率 of 油料作物秸秆利用率. */
    static String tail(String name) {
        String head = Lexicon.HEADS.before(name, 0, name.length());
        if (head == null) {
            return "";
        }
        int at = name.length() - head.length();
        while (at > 0) {
            String attribute = Lexicon.ATTRIBUTES.before(name, 0, at);
            String inner = attribute == null ? Lexicon.HEADS.before(name, 0, at) : attribute;
            if (inner == null || inner.length() < 2 || inner.length() >= at) {
                break;
            }
            at -= inner.length();
        }
        return name.substring(at);
    }

    /** Nothing but such last words: 资源化利用率. */
    static boolean isTail(String name) {
        int at = name.length() - tail(name).length();
        return at == 0 || Lexicon.ATTRIBUTES.has(name.substring(0, at));
    }

    /** 物流等领域新能源车占比: 新能源车占比; empty: no such words. */
    private static String behindExamples(String last) {
        int etc = last.indexOf('等');
        for (String kind : new String[] {"领域", "行业", "区域", "地区", "单位", "车辆", "产品"}) {
            String rest = etc > 0 && last.startsWith(kind, etc + 1) ? last.substring(etc + 1 + kind.length()) : "";
            if (rest.length() >= 3 && endsWithHead(rest)) {
                return rest;
            }
        }
        return "";
    }

    /** 配套率: whole, though what stands before 率 is in no list. */
    private static boolean isRate(String item) {
        return item.endsWith("率") && item.length() >= 3;
    }

    /** Parts of an enumeration outside brackets. */
    static List<String> split(String words, boolean alsoAnd) {
        List<String> items = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at <= words.length()) {
            if (at < words.length() && Chinese.opens(words.charAt(at))) {
                at = Math.max(at + 1, Sentence.past(words, at, words.length()));
                continue;
            }
            boolean end = at == words.length();
            boolean part = !end && (words.charAt(at) == '、' || (alsoAnd && at > from + 1 && isAnd(words, at)));
            if (end || part) {
                if (at > from) {
                    items.add(words.substring(from, at));
                }
                from = at + 1;
            }
            at++;
        }
        return items;
    }

    /** 和, 及, 与 between names; not of 及时率, 合格率, 和谐. */
    private static boolean isAnd(String words, int at) {
        String rest = words.substring(at + 1);
        return switch (words.charAt(at)) {
            case '和' -> !rest.startsWith("谐") && !rest.startsWith("田");
            case '与' -> !rest.startsWith("会");
            case '及' ->
                !rest.startsWith("时") && !rest.startsWith("格") && !rest.startsWith("率") && words.charAt(at - 1) != '普';
            default -> false;
        };
    }

    /** The names an enumeration means, each whole: 化肥、农药利用率 are 化肥利用率 and 农药利用率. */
    static List<String> expanded(List<String> items) {
        if (items.size() < 2) {
            return items;
        }
        String last = items.getLast();
        String tail = tail(last);
        // 主要污染物化学需氧量、氨氮…: the first words say what the list is of.
        String first = items.getFirst();
        if (first.startsWith("主要污染物") && first.length() > 5) {
            first = first.substring(5);
        }
        String qualifier = Lexicon.QUALIFIERS.at(first, 0, first.length());
        if (qualifier == null || qualifier.length() >= first.length()) {
            qualifier = "";
        }
        String ofExamples = behindExamples(last);
        if (!ofExamples.isEmpty()) {
            tail = ofExamples;
            last = last.substring(0, last.indexOf('等')) + ofExamples;
        }
        String ofPlaces = ofExamples.isEmpty() ? Scopes.behindPlace(first, last) : "";
        if (!ofPlaces.isEmpty()) {
            tail = ofPlaces;
            qualifier = "";
        }
        List<String> names = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            String item = at == 0 ? first : at == items.size() - 1 ? last : items.get(at);
            boolean own =
                    at == items.size() - 1 || endsWithHead(item) && (tail(item).length() > 1 || isRate(item));
            String name = own ? item : item + tail;
            boolean qualified = at == 0
                    || qualifier.isEmpty()
                    || isRate(first) && first.length() > LONG_ITEM
                    || name.startsWith(qualifier)
                    || Lexicon.QUALIFIERS.at(name, 0, name.length()) != null;
            names.add(qualified ? name : qualifier + name);
        }
        return names;
    }
}
