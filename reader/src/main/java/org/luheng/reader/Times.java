package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of time in a sentence: when something is due (到2025年, 2023年10月底前, “十四五”末), what it is compared with
 * (比2020年, 与“十三五”末相比), or what it is no date of (2005年以前, 截至2020年底).
 */
final class Times {
    /** Years from to, both included. */
    record Span(int from, int to) {}

    enum Kind {
        DUE,
        BASE,
        /** What is already so. */
        PAST,
        NONE
    }

    /**
     * @param from with its preposition
     * @param core without it
     * @param due as {@link Target#due()}
     * @param year the last year it names
     */
    record Time(int from, int core, int to, Kind kind, String due, int year) {}

    private static final String PLANS = "一二三四五六七八九";

    private final String text;
    private final @Nullable Span plan;

    Times(String text, @Nullable Span plan) {
        this.text = text;
        this.plan = plan;
    }

    List<Time> in(int from, int to) {
        List<Time> times = new ArrayList<>();
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '《') {
                at = Sentence.past(text, at, to);
                continue;
            }
            if (Chinese.isNumeral(c) && text.startsWith("季度", at + 1) && at + 3 <= to) {
                Time quarter = quarter(from, at, to);
                if (quarter != null) {
                    times.add(quarter);
                    at = quarter.to();
                    continue;
                }
            }
            Time time = Chinese.isDigit(c) && (at == from || !Chinese.isDigit(text.charAt(at - 1)))
                    ? year(from, at, to)
                    : c == '十'
                            ? fiveYears(from, at, to)
                            : c == '上' || c == '去'
                                    ? lastYear(from, at, to)
                                    : c == '年' || c == '今' || c == '本' ? thisYear(from, at, to) : null;
            if (time != null) {
                times.add(time);
                at = time.to();
            } else {
                at++;
            }
        }
        return times;
    }

    private static int digits(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && Chinese.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private @Nullable Time year(int from, int at, int to) {
        int end = digits(text, at, to);
        if (end - at <= 2 && end < to && text.charAt(end) == '月') {
            return month(from, at, end, to);
        }
        if (end - at != 4) {
            return null;
        }
        int first = Integer.parseInt(text.substring(at, end));
        if (first < 1949 || first > 2100) {
            return null;
        }
        int year = first;
        int next = end;
        if (next < to && text.charAt(next) == '年') {
            next++;
        }
        // 2021-2025年, 2021年至2025年
        if (next + 4 < to && "-—~至到".indexOf(text.charAt(next)) >= 0) {
            int second = next + 1;
            while (second < to && text.charAt(second) == '—') {
                second++;
            }
            int secondEnd = digits(text, second, to);
            if (secondEnd - second == 4 && secondEnd < to && text.charAt(secondEnd) == '年') {
                year = Integer.parseInt(text.substring(second, secondEnd));
                if (year > first && year <= 2100) {
                    return made(from, at, secondEnd + 1, to, first + "/" + year, year);
                }
                year = first;
            }
        }
        if (next == end) {
            return null;
        }
        StringBuilder due = new StringBuilder().append(year);
        int month = digits(text, next, to);
        if (month > next && month - next <= 2 && month < to && text.charAt(month) == '月') {
            due.append('-').append(two(text.substring(next, month)));
            next = month + 1;
            int day = digits(text, next, to);
            if (day > next && day - next <= 2 && day < to && text.charAt(day) == '日') {
                due.append('-').append(two(text.substring(next, day)));
                next = day + 1;
            }
        } else if (text.startsWith("上半年", next) && next + 3 <= to) {
            due.append("-06");
            next += 3;
        }
        return made(from, at, next, to, due.toString(), year);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** 6月底前, without a year: of a plan of one year. */
    private @Nullable Time month(int from, int at, int end, int to) {
        if (plan == null || plan.from() != plan.to() || end == at) {
            return null;
        }
        StringBuilder due = new StringBuilder().append(plan.to()).append('-').append(two(text.substring(at, end)));
        int next = end + 1;
        int day = digits(text, next, to);
        if (day > next && day - next <= 2 && day < to && text.charAt(day) == '日') {
            due.append('-').append(two(text.substring(next, day)));
            next = day + 1;
        }
        return made(from, at, next, to, due.toString(), plan.to());
    }

    /** 一季度末前: of a plan of one year. */
    private @Nullable Time quarter(int from, int at, int to) {
        int number = Chinese.value(text.substring(at, at + 1));
        if (plan == null || plan.from() != plan.to() || number < 1 || number > 4) {
            return null;
        }
        String due = plan.to() + "-" + two(String.valueOf(number * 3));
        return made(from, at, at + 3, to, due, plan.to());
    }

    /** 年底前, 今年, 本年度: of a plan of one year. */
    private @Nullable Time thisYear(int from, int at, int to) {
        boolean opens = at == from || "，；：。\n到至于".indexOf(text.charAt(at - 1)) >= 0;
        if (plan == null || plan.from() != plan.to() || !opens) {
            return null;
        }
        for (String word : new String[] {"年底", "年末", "年内", "今年", "本年度", "本年"}) {
            if (text.startsWith(word, at) && at + word.length() <= to) {
                return made(from, at, at + word.length(), to, String.valueOf(plan.to()), plan.to());
            }
        }
        return null;
    }

    /** 比上年, 较上一年, 比去年; which year that is, a plan of one year says. */
    private @Nullable Time lastYear(int from, int at, int to) {
        for (String word : new String[] {"上年度", "上年", "上一年度", "上一年", "去年"}) {
            if (text.startsWith(word, at) && at + word.length() <= to) {
                boolean base = ends("比", from, at) || ends("较", from, at);
                int year = plan != null && plan.from() == plan.to() ? plan.to() - 1 : 0;
                int end = at + word.length();
                for (String more : new String[] {"同期", "水平"}) {
                    end += starts(more, end, to) ? more.length() : 0;
                }
                return new Time(base ? at - 1 : at, at, end, base ? Kind.BASE : Kind.NONE, "", year);
            }
        }
        return null;
    }

    private @Nullable Time fiveYears(int from, int at, int to) {
        if (at + 2 >= to || PLANS.indexOf(text.charAt(at + 1)) < 0 || text.charAt(at + 2) != '五') {
            return null;
        }
        Span span = spanOf(PLANS.indexOf(text.charAt(at + 1)) + 11);
        int next = at + 3;
        boolean quoted = at > from && text.charAt(at - 1) == '“';
        if (next < to && text.charAt(next) == '”') {
            next++;
        }
        int core = quoted ? at - 1 : at;
        if (next < to && text.charAt(next) == '末') {
            return made(from, core, next + 1, to, String.valueOf(span.to()), span.to());
        }
        for (String word : new String[] {"时期末", "期末", "规划期末", "末期"}) {
            if (text.startsWith(word, next) && next + word.length() <= to) {
                return made(from, core, next + word.length(), to, String.valueOf(span.to()), span.to());
            }
        }
        for (String word : new String[] {"时期", "期间", "期内", "以来"}) {
            if (text.startsWith(word, next) && next + word.length() <= to) {
                int end = word.equals("以来") ? next : next + word.length();
                return made(from, core, end, to, span.from() + "/" + span.to(), span.to());
            }
        }
        return null;
    }

    /** The n-th five-year plan: the 14th is 2021 to 2025. */
    static Span spanOf(int number) {
        int first = 2021 + 5 * (number - 14);
        return new Span(first, first + 4);
    }

    private Time made(int from, int core, int end, int to, String due, int year) {
        int next = end;
        for (String word : new String[] {"年底前", "底前", "年底", "底", "年末", "末", "初", "之前", "前", "内", "期间", "度"}) {
            if (text.startsWith(word, next)
                    && next + word.length() <= to
                    && !text.startsWith("前景", next)
                    && !text.startsWith("内部", next)
                    && !text.startsWith("度电", next)) {
                next += word.length();
                break;
            }
        }
        boolean before = starts("以前", end, to);
        boolean since =
                starts("以来", next, to) || starts("起", next, to) || starts("以后", next, to) || starts("后", next, to);
        int start = core;
        Kind kind = Kind.DUE;
        if (ends("截至", from, core) || ends("截止", from, core) || ends("截止到", from, core)) {
            kind = Kind.PAST;
            start -= ends("截止到", from, core) ? 3 : 2;
        } else if (ends("相比于", from, core) || ends("相对于", from, core)) {
            kind = Kind.BASE;
            start -= 3;
        } else if (ends("相比", from, core) || ends("相较", from, core) || ends("对比", from, core)) {
            kind = Kind.BASE;
            start -= 2;
        } else if (ends("比", from, core) && !ends("占比", from, core) || ends("较", from, core)) {
            kind = Kind.BASE;
            start -= 1;
        } else if (ends("由", from, core) || ends("从", from, core)) {
            kind = Kind.BASE;
            start -= 1;
        } else if (ends("以", from, core) && (starts("为基", next, to) || starts("为基准", next, to))) {
            kind = Kind.BASE;
            start -= 1;
        } else if ((ends("与", from, core) || ends("同", from, core) || ends("和", from, core))
                && within("相比", next, to, 8)) {
            kind = Kind.BASE;
            start -= 1;
            next = text.indexOf("相比", next) + 2;
        } else if (within("基础上", next, to, 6)) {
            kind = Kind.BASE;
            start -= ends("在", from, core) ? 1 : 0;
            next = text.indexOf("基础上", next) + 3;
        } else if (before) {
            kind = Kind.NONE;
            next = end + 2;
        } else if (since) {
            kind = starts("以来", next, to) ? Kind.PAST : Kind.NONE;
        } else if (starts("水平", next, to) || starts("的", next, to)) {
            kind = Kind.NONE;
        } else if (plan != null && year < plan.from()) {
            kind = opensPiece(from, core) ? Kind.PAST : Kind.NONE;
        } else {
            start -= ends("到", from, core) || ends("至", from, core) || ends("于", from, core) || ends("在", from, core)
                    ? 1
                    : 0;
        }
        if (kind == Kind.BASE) {
            for (String word : new String[] {"水平相比", "相比", "水平", "同期", "的"}) {
                if (starts(word, next, to)) {
                    next += word.length();
                    break;
                }
            }
        }
        return new Time(start, core, Math.max(next, end), kind, due, year);
    }

    /** Said of the whole piece, not of a thing in it. */
    private boolean opensPiece(int from, int at) {
        return at == from || "，；：。、（\n在到至于".indexOf(text.charAt(at - 1)) >= 0 || Chinese.closes(text.charAt(at - 1));
    }

    private boolean ends(String word, int from, int at) {
        return at - word.length() >= from && text.startsWith(word, at - word.length());
    }

    private boolean starts(String word, int at, int to) {
        return at + word.length() <= to && text.startsWith(word, at);
    }

    private boolean within(String word, int at, int to, int most) {
        for (int next = at; next < Math.min(to, at + most); next++) {
            if (starts(word, next, to)) {
                return true;
            }
            if ("，。；".indexOf(text.charAt(next)) >= 0) {
                return false;
            }
        }
        return false;
    }

    /** “十四五”, 2015年, 2021—2025年, （2018-2020年） in a title. */
    static @Nullable Span spanOfTitle(String title) {
        for (int at = 0; at < title.length(); at++) {
            char c = title.charAt(at);
            if (c == '十'
                    && at + 2 < title.length()
                    && title.charAt(at + 2) == '五'
                    && PLANS.indexOf(title.charAt(at + 1)) >= 0) {
                return spanOf(PLANS.indexOf(title.charAt(at + 1)) + 11);
            }
            if (Chinese.isDigit(c)) {
                int end = digits(title, at, title.length());
                if (end - at == 4) {
                    int first = Integer.parseInt(title.substring(at, end));
                    int second = end;
                    while (second < title.length() && second - end < 4 && !Chinese.isDigit(title.charAt(second))) {
                        second++;
                    }
                    int secondEnd = digits(title, second, title.length());
                    if (first >= 1949 && first <= 2100) {
                        if (secondEnd - second == 4) {
                            int last = Integer.parseInt(title.substring(second, secondEnd));
                            if (last > first && last <= 2100) {
                                return new Span(first, last);
                            }
                        }
                        return new Span(first, first);
                    }
                }
                at = end - 1;
            }
        }
        return null;
    }

    /** The five-year plan a text speaks of most, if it does so three times. */
    static @Nullable Span spanMostNamed(String text) {
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
        return count[best] >= 3 ? spanOf(best + 11) : null;
    }

    /** To the year a text names most as its end (到2025年), from the year it is dated; null where it names none twice. */
    static @Nullable Span spanUpTo(String text, @Nullable String date) {
        int[] count = new int[101];
        for (int at = text.indexOf("到20"); at >= 0; at = text.indexOf("到20", at + 1)) {
            int end = digits(text, at + 1, text.length());
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
        return new Span(Math.min(from, to), to);
    }

    /** A line that is nothing but a date, as ISO. */
    static @Nullable String wholeDate(String line) {
        int year = digits(line, 0, line.length());
        if (year != 4 || year >= line.length() || line.charAt(year) != '年') {
            return null;
        }
        int month = digits(line, year + 1, line.length());
        if (month == year + 1 || month >= line.length() || line.charAt(month) != '月' || month - year > 3) {
            return null;
        }
        int day = digits(line, month + 1, line.length());
        if (day == month + 1 || day - month > 3 || day != line.length() - 1 || line.charAt(day) != '日') {
            return null;
        }
        return line.substring(0, 4) + "-" + two(line.substring(year + 1, month)) + "-"
                + two(line.substring(month + 1, day));
    }
}
