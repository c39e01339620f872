package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/**
 * The number a paragraph opens with, in one of the styles of official documents (GB/T 9704: 一、 （一） 1. （1）) or of plans
 * (第一章, 第一节, 第三条, 行动一, 专栏1).
 *
 * @param label as it stands in a section: 一, （一）, 1, 第一章
 * @param end behind the number and its mark
 */
record Numbering(Style style, String label, int rank, int end) {
    /** Outermost first. */
    enum Style {
        ANNEX,
        PART,
        CHAPTER,
        SECTION,
        HAN,
        ARTICLE,
        /** 行动一, 任务2: a word with a number. */
        WORD,
        BOX,
        HAN_BRACKET,
        ARABIC,
        DECIMAL,
        ARABIC_BRACKET,
        CIRCLED
    }

    /** Words that number chapters of actions. */
    private static final String[] WORDS = {"重点任务", "专项行动", "重点工程", "行动", "任务", "工程", "举措", "专项", "措施"};

    private static final int LONGEST_OF_WORD = 20;

    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    private Numbering(Style style, String label, int end) {
        this(style, label, style.ordinal() * 10, end);
    }

    static @Nullable Numbering at(String text, int from, int to) {
        if (from >= to) {
            return null;
        }
        char first = text.charAt(from);
        if (first == '第') {
            return chapter(text, from, to);
        }
        if (first == '（') {
            return bracketed(text, from, to);
        }
        if (first == '附' || first == '专' || first == '表') {
            return annex(text, from, to);
        }
        if (CIRCLED.indexOf(first) >= 0) {
            return new Numbering(Style.CIRCLED, String.valueOf(first), from + 1);
        }
        if (Chinese.isDigit(first)) {
            return arabic(text, from, to);
        }
        Numbering word = word(text, from, to);
        if (word != null) {
            return word;
        }
        int at = numeral(text, from, to);
        if (at > from && at < to && at - from <= 4 && (text.charAt(at) == '、' || text.charAt(at) == '.')) {
            return new Numbering(Style.HAN, text.substring(from, at), at + 1);
        }
        return null;
    }

    /** 行动一：…, 任务2、…; a mark must part the number from the words. */
    private static @Nullable Numbering word(String text, int from, int to) {
        for (String word : WORDS) {
            if (!text.startsWith(word, from) || from + word.length() >= to) {
                continue;
            }
            int number = from + word.length();
            int at = Math.max(numeral(text, number, to), digits(text, number, to));
            if (at > number && at - number <= 3 && at < to && "：:、.".indexOf(text.charAt(at)) >= 0) {
                return new Numbering(Style.WORD, text.substring(from, at), pastMark(text, at, to));
            }
            if (at == number + 1 && isHeadingOfWord(text, at, to)) {
                return new Numbering(Style.WORD, text.substring(from, at), at);
            }
        }
        return null;
    }

    /** 行动一 能源提质行动: a short line to its end, the blank in it lost; not 任务一览表, 工程一期. */
    private static boolean isHeadingOfWord(String text, int from, int to) {
        if (to - from < 4 || to - from > LONGEST_OF_WORD || "览期批体样些般线律定次步时致类级是个项并直".indexOf(text.charAt(from)) >= 0) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (!Chinese.isHan(text.charAt(at)) && "“”、".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int numeral(String text, int from, int to) {
        int at = from;
        while (at < to && Chinese.isNumeral(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int digits(String text, int from, int to) {
        int at = from;
        while (at < to && Chinese.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static @Nullable Numbering chapter(String text, int from, int to) {
        int at = numeral(text, from + 1, to);
        if (at == from + 1) {
            at = digits(text, from + 1, to);
        }
        if (at == from + 1 || at >= to || at - from > 5) {
            return null;
        }
        String two = text.substring(at, Math.min(to, at + 2));
        Style style = two.equals("部分")
                ? Style.PART
                : switch (text.charAt(at)) {
                    case '篇', '编' -> Style.PART;
                    case '章' -> Style.CHAPTER;
                    case '节' -> Style.SECTION;
                    case '条' -> Style.ARTICLE;
                    default -> null;
                };
        if (style == null) {
            return null;
        }
        int end = at + (two.equals("部分") ? 2 : 1);
        String label = text.substring(from, end);
        return new Numbering(style, label, pastMark(text, end, to));
    }

    private static int pastMark(String text, int from, int to) {
        int at = from;
        while (at < to && "、.：:，\t ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static @Nullable Numbering bracketed(String text, int from, int to) {
        int han = numeral(text, from + 1, to);
        int arabic = digits(text, from + 1, to);
        int at = Math.max(han, arabic);
        if (at == from + 1 || at >= to || text.charAt(at) != '）' || at - from > 4) {
            return null;
        }
        Style style = han > arabic ? Style.HAN_BRACKET : Style.ARABIC_BRACKET;
        return new Numbering(style, text.substring(from, at + 1), pastMark(text, at + 1, to));
    }

    private static @Nullable Numbering annex(String text, int from, int to) {
        for (String word : new String[] {"附件", "附表", "附录", "专栏", "表"}) {
            if (text.startsWith(word, from) && from + word.length() <= to) {
                int number = from + word.length();
                int at = digits(text, number, to);
                if (at == number) {
                    at = numeral(text, number, to);
                }
                boolean numbered = at > number && at - number <= 3;
                boolean box = word.equals("专栏") || word.equals("表");
                if (!numbered && (box || number < to)) {
                    return null;
                }
                if (at < to && "年月%、件个，。；级".indexOf(text.charAt(at)) >= 0) {
                    return null;
                }
                Style style = box ? Style.BOX : Style.ANNEX;
                return new Numbering(style, text.substring(from, numbered ? at : number), pastMark(text, at, to));
            }
        }
        return null;
    }

    private static @Nullable Numbering arabic(String text, int from, int to) {
        int at = digits(text, from, to);
        if (at - from > 3 || at >= to) {
            return null;
        }
        int dots = 0;
        int end = at;
        while (end + 1 < to && text.charAt(end) == '.' && Chinese.isDigit(text.charAt(end + 1)) && dots < 4) {
            end = digits(text, end + 1, to);
            dots++;
        }
        if (dots > 0) {
            // 1.2 倍 is a number, 1.2 优化 a heading: a unit, a sign of a sum or nothing behind it makes the number.
            if (end >= to || !headingFollows(text, end, to)) {
                return null;
            }
            String label = text.substring(from, end);
            return new Numbering(Style.DECIMAL, label, Style.DECIMAL.ordinal() * 10 + dots, pastMark(text, end, to));
        }
        char mark = text.charAt(at);
        if ((mark == '.' || mark == '、') && at + 1 < to && !Chinese.isDigit(text.charAt(at + 1))) {
            return new Numbering(Style.ARABIC, text.substring(from, at), at + 1);
        }
        if (mark == '）' && at + 1 < to) {
            return new Numbering(Style.ARABIC_BRACKET, text.substring(from, at + 1), at + 1);
        }
        return null;
    }

    private static boolean headingFollows(String text, int at, int to) {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || c == '、') {
            return at + 1 < to && Chinese.isHan(text.charAt(at + 1));
        }
        return Chinese.isHan(c) && Lexicon.UNITS.at(text, at, to) == null && "万亿千百".indexOf(c) < 0;
    }
}
