package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/** The years a title or a whole text speaks of, and the date of a paper. */
final class Spans {
    static final String PLANS = "一二三四五六七八九";

    private Spans() {}

    /** The n-th five-year plan: the 14th is 2021 to 2025. */
    static Times.Span of(int number) {
        int first = 2021 + 5 * (number - 14);
        return new Times.Span(first, first + 4);
    }

    /** “十四五”, 2015年, 2021—2025年, （2018-2020年） in a title. */
    static Times.@Nullable Span ofTitle(String printed) {
        String title = arabic(printed);
        for (int at = 0; at < title.length(); at++) {
            char c = title.charAt(at);
            if (c == '十'
                    && at + 2 < title.length()
                    && title.charAt(at + 2) == '五'
                    && PLANS.indexOf(title.charAt(at + 1)) >= 0) {
                return of(PLANS.indexOf(title.charAt(at + 1)) + 11);
            }
            if (Chinese.isDigit(c)) {
                int end = Times.digits(title, at, title.length());
                if (end - at == 4) {
                    int first = Integer.parseInt(title.substring(at, end));
                    int second = end;
                    while (second < title.length() && second - end < 4 && !Chinese.isDigit(title.charAt(second))) {
                        second++;
                    }
                    int secondEnd = Times.digits(title, second, title.length());
                    if (first >= 1949 && first <= 2100) {
                        if (secondEnd - second == 4) {
                            int last = Integer.parseInt(title.substring(second, secondEnd));
                            if (last > first && last <= 2100) {
                                return new Times.Span(first, last);
                            }
                        }
                        return new Times.Span(first, first);
                    }
                }
                at = end - 1;
            }
        }
        return null;
    }

    /** 二〇二五年三月十一日 with digits; unchanged where no year is written so. */
    private static String arabic(String words) {
        int year = words.indexOf('年');
        if (year < 4 || words.length() > 60) {
            return words;
        }
        StringBuilder digits = new StringBuilder();
        for (int at = year - 4; at < year; at++) {
            char c = words.charAt(at);
            int digit = c == '零' || c == '○' || c == 'О' || c == 'O' || c == '〇' ? 0 : Chinese.value(String.valueOf(c));
            if (digit == 0 && "零○〇OО".indexOf(c) < 0 || digit > 9) {
                return words;
            }
            digits.append(digit);
        }
        StringBuilder all =
                new StringBuilder(words.substring(0, year - 4)).append(digits).append('年');
        int at = year + 1;
        while (at < words.length()) {
            int end = at;
            while (end < words.length() && Chinese.isNumeral(words.charAt(end))) {
                end++;
            }
            boolean dated = end > at && end < words.length() && "月日".indexOf(words.charAt(end)) >= 0;
            if (!dated) {
                return all.append(words, at, words.length()).toString();
            }
            all.append(Chinese.value(words.substring(at, end))).append(words.charAt(end));
            at = end + 1;
        }
        return all.toString();
    }

    /** The five-year plan a text speaks of most, if it does so three times. */
    static Times.@Nullable Span mostNamed(String text) {
        int[] count = new int[PLANS.length()];
        for (int at = text.indexOf('十'); at >= 0; at = text.indexOf('十', at + 1)) {
            if (at + 2 < text.length() && text.charAt(at + 2) == '五' && PLANS.indexOf(text.charAt(at + 1)) >= 0) {
                count[PLANS.indexOf(text.charAt(at + 1))]++;
            }
        }
        int best = 0;
        for (int at = 1; at < count.length; at++) {
            best = count[at] > count[best] ? at : best;
        }
        return count[best] >= 3 ? of(best + 11) : null;
    }

    /** To the year a text names most as its end (到2025年), from the year it is dated; null where it names none twice. */
    static Times.@Nullable Span upTo(String text, @Nullable String date) {
        int[] count = new int[101];
        for (int at = text.indexOf("到20"); at >= 0; at = text.indexOf("到20", at + 1)) {
            int end = Times.digits(text, at + 1, text.length());
            if (end - at == 5 && end < text.length() && text.charAt(end) == '年') {
                int year = Integer.parseInt(text.substring(at + 1, end)) - 2000;
                count[Math.min(year, 100)]++;
            }
        }
        int best = 0;
        for (int year = 1; year < count.length; year++) {
            best = count[year] > count[best] ? year : best;
        }
        if (count[best] < 2) {
            return null;
        }
        int to = 2000 + best;
        int from = date == null ? to - 4 : Integer.parseInt(date.substring(0, 4));
        return new Times.Span(Math.min(from, to), to);
    }

    /** A line that is nothing but a date, as ISO. */
    static @Nullable String wholeDate(String printed) {
        String line = arabic(printed);
        int year = Times.digits(line, 0, line.length());
        if (year != 4 || year >= line.length() || line.charAt(year) != '年') {
            return null;
        }
        int month = Times.digits(line, year + 1, line.length());
        if (month == year + 1 || month >= line.length() || line.charAt(month) != '月' || month - year > 3) {
            return null;
        }
        int day = Times.digits(line, month + 1, line.length());
        if (day == month + 1 || day - month > 3 || day != line.length() - 1 || line.charAt(day) != '日') {
            return null;
        }
        return line.substring(0, 4) + "-" + Times.two(line.substring(year + 1, month)) + "-"
                + Times.two(line.substring(month + 1, day));
    }
}
