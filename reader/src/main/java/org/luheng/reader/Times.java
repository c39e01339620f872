package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of time in a sentence: when something is due (到2025年, 2023年10月底前, “十四五”末), what it is compared with
 * (比2020年, 与“十三五”末相比), or what it is no date of (2005年以前, 截至2020年底).
 */
final class Times {
    /**
     * Years from to, both included.
     *
     * @param issued the year of the paper, 0: nothing says it
     */
    record Span(int from, int to, int issued) {
        Span(int from, int to) {
            this(from, to, 0);
        }

        boolean isOneYear() {
            return from == to;
        }
    }

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

    /** In front of 前: 2027年采暖季前. */
    private static final String[] SEASONS = {"采暖季", "供暖季", "采暖期", "供暖期", "秋冬季", "汛期", "迎峰度夏", "入冬"};

    private final String text;
    private final @Nullable Span plan;
    private final RelativeTimes relative;

    Times(String text, @Nullable Span plan) {
        this.text = text;
        this.plan = plan;
        relative = new RelativeTimes(text, plan, this);
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
            Time time = Chinese.isDigit(c) && (at == from || !Chinese.isDigit(text.charAt(at - 1)))
                    ? year(from, at, to)
                    : c == '十' ? fiveYears(from, at, to) : null;
            if (time == null) {
                time = relative.at(from, at, to, times.isEmpty() ? null : times.getLast());
            }
            if (time != null) {
                times.add(time);
                at = time.to();
            } else {
                at++;
            }
        }
        return times;
    }

    static int digits(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && Chinese.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private @Nullable Time year(int from, int at, int to) {
        int end = digits(text, at, to);
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
        } else if (starts("上半年", next, to)) {
            due.append("-06");
            next += 3;
        } else if (next + 3 <= to
                && text.startsWith("季度", next + 1)
                && Chinese.value(text.substring(next, next + 1)) > 0) {
            due.append('-').append(two(String.valueOf(3 * Chinese.value(text.substring(next, next + 1)))));
            next += 3;
        }
        for (String season : SEASONS) {
            next += starts(season, next, to) ? season.length() : 0;
        }
        return made(from, at, next, to, due.toString(), year);
    }

    static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private @Nullable Time fiveYears(int from, int at, int to) {
        if (at + 2 >= to || Spans.PLANS.indexOf(text.charAt(at + 1)) < 0 || text.charAt(at + 2) != '五') {
            return null;
        }
        Span span = Spans.of(Spans.PLANS.indexOf(text.charAt(at + 1)) + 11);
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
        if (next + 3 <= to && text.charAt(next) == '前' && text.charAt(next + 2) == '年') {
            int years = Chinese.value(text.substring(next + 1, next + 2));
            if (years > 0 && years < 6) {
                int last = span.from() + years - 1;
                return made(from, core, next + 3, to, span.from() + "/" + last, last);
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

    Time made(int from, int core, int end, int to, String due, int year) {
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
        } else if (starts("起", next, to) && plan != null && year >= plan.from() && year <= plan.to()) {
            // 2027年起…不低于40%: from then on it holds.
            next++;
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

    boolean ends(String word, int from, int at) {
        return at - word.length() >= from && text.startsWith(word, at - word.length());
    }

    boolean starts(String word, int at, int to) {
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
}
