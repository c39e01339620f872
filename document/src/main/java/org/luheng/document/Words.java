package org.luheng.document;

/** How pieces of words are put together: Chinese without a blank, Latin letters and digits with one. */
final class Words {
    private Words() {}

    /** One line of them: blanks, tabs and line breaks become single blanks, none at the ends. */
    static String inOneLine(CharSequence words) {
        StringBuilder line = new StringBuilder(words.length());
        boolean blank = false;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (isBlank(c)) {
                blank = true;
            } else {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    /** Whether a blank belongs between what ends and what begins. */
    static boolean parted(CharSequence before, CharSequence after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && isLatin(before.charAt(before.length() - 1))
                && isLatin(after.charAt(0));
    }

    /** Joins lines of one cell: a narrow one breaks numbers, but no words. */
    static void join(StringBuilder words, CharSequence more) {
        if (parted(words, more) && !(isDigit(words.charAt(words.length() - 1)) && isDigit(more.charAt(0)))) {
            words.append(' ');
        }
        words.append(more);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLatin(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u3000'
                || c == '\u0085'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F';
    }

    static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF') || (c >= '\u3400' && c <= '\u4DBF');
    }
}
