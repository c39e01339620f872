package org.luheng.reader;

/** Characters and numerals of Chinese. */
final class Chinese {
    private static final String DIGITS = "零一二三四五六七八九";

    private Chinese() {}

    static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF')
                || (c >= '\u3400' && c <= '\u4DBF')
                || c == '〇'
                || Character.isSurrogate(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static boolean isNumeral(char c) {
        return DIGITS.indexOf(c) >= 0 || c == '十' || c == '百' || c == '〇' || c == '两';
    }

    static boolean opens(char c) {
        return c == '（' || c == '〔';
    }

    static boolean closes(char c) {
        return c == '）' || c == '〕';
    }

    /** 一 to 九百九十九; 0 where it is none. */
    static int value(CharSequence numeral) {
        int value = 0;
        int digit = 0;
        for (int at = 0; at < numeral.length(); at++) {
            char c = numeral.charAt(at);
            if (c == '十') {
                value += Math.max(1, digit) * 10;
                digit = 0;
            } else if (c == '百') {
                value += Math.max(1, digit) * 100;
                digit = 0;
            } else if (c == '两') {
                digit = 2;
            } else {
                int known = c == '〇' ? 0 : DIGITS.indexOf(c);
                if (known < 0) {
                    return 0;
                }
                digit = known;
            }
        }
        return value + digit;
    }
}
