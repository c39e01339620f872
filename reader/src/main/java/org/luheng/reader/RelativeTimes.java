package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/**
 * Times without a year of their own: 6月底前, 一季度, 年内, 比上年, 三年内. In a plan of one year they are of that year; in a longer one
 * 今年 is the year of the paper, a month is of the year named just before.
 */
final class RelativeTimes {
    private static final String[] THIS_YEAR = {"年底", "年末", "年内", "今年", "本年度", "本年"};
    private static final String[] LAST_YEAR = {"上年度", "上年", "上一年度", "上一年", "去年"};
    private static final String OPENING = "，；：。、\n到至于在（";

    private final String text;
    private final Times.@Nullable Span plan;
    private final Times times;

    RelativeTimes(String text, Times.@Nullable Span plan, Times times) {
        this.text = text;
        this.plan = plan;
        this.times = times;
    }

    /** @param before the time found last in the same sentence */
    Times.@Nullable Time at(int from, int at, int to, Times.@Nullable Time before) {
        char c = text.charAt(at);
        if (Chinese.isDigit(c) && (at == from || !Chinese.isDigit(text.charAt(at - 1)))) {
            Times.Time month = month(from, at, to, before);
            return month == null ? years(from, at, to) : month;
        }
        if (Chinese.isNumeral(c)) {
            Times.Time quarter = quarter(from, at, to);
            return quarter == null ? years(from, at, to) : quarter;
        }
        return switch (c) {
            case '年', '今', '本' -> thisYear(from, at, to);
            case '规', '方' -> wholePlan(from, at, to);
            case '上', '去' -> {
                Times.Time half = half(from, at, to);
                yield half == null ? lastYear(from, at, to) : half;
            }
            default -> null;
        };
    }

    private int year() {
        return plan == null ? 0 : plan.isOneYear() ? plan.to() : plan.issued();
    }

    private boolean opens(int from, int at) {
        return at == from || OPENING.indexOf(text.charAt(at - 1)) >= 0 || Chinese.closes(text.charAt(at - 1));
    }

    private Times.@Nullable Time month(int from, int at, int to, Times.@Nullable Time before) {
        int end = Times.digits(text, at, to);
        boolean month = end - at <= 2 && end < to && text.charAt(end) == '月';
        int year = plan != null && plan.isOneYear()
                ? plan.to()
                : before != null
                                && before.kind() == Times.Kind.DUE
                                && before.due().indexOf('/') < 0
                        ? before.year()
                        : 0;
        if (!month || year == 0) {
            return null;
        }
        StringBuilder due = new StringBuilder().append(year).append('-').append(Times.two(text.substring(at, end)));
        int next = end + 1;
        int day = Times.digits(text, next, to);
        if (day > next && day - next <= 2 && day < to && text.charAt(day) == '日') {
            due.append('-').append(Times.two(text.substring(next, day)));
            next = day + 1;
        }
        return times.made(from, at, next, to, due.toString(), year);
    }

    private Times.@Nullable Time quarter(int from, int at, int to) {
        int number = Chinese.value(text.substring(at, at + 1));
        if (!times.starts("季度", at + 1, to) || plan == null || !plan.isOneYear() || number < 1 || number > 4) {
            return null;
        }
        String due = plan.to() + "-" + Times.two(String.valueOf(number * 3));
        return times.made(from, at, at + 3, to, due, plan.to());
    }

    private Times.@Nullable Time half(int from, int at, int to) {
        return times.starts("上半年", at, to) && opens(from, at) && year() > 0
                ? times.made(from, at, at + 3, to, year() + "-06", year())
                : null;
    }

    private Times.@Nullable Time thisYear(int from, int at, int to) {
        if (year() == 0) {
            return null;
        }
        for (String word : THIS_YEAR) {
            int end = at + word.length();
            if (!times.starts(word, at, to)
                    || !opens(from, at)
                            && !times.ends("其中", from, at)
                            && !(word.equals("年内") && isInside(from, at, end, to))) {
                continue;
            }
            if (times.starts("上半年", end, to)) {
                return times.made(from, at, end + 3, to, year() + "-06", year());
            }
            return times.made(from, at, end, to, String.valueOf(year()), year());
        }
        return null;
    }

    /** 规划期内: in all its years. */
    private Times.@Nullable Time wholePlan(int from, int at, int to) {
        for (String word : new String[] {"规划期内", "规划期间", "方案实施期内", "方案期内"}) {
            if (plan != null && !plan.isOneYear() && times.starts(word, at, to) && opens(from, at)) {
                String due = plan.from() + "/" + plan.to();
                return new Times.Time(at, at, at + word.length(), Times.Kind.DUE, due, plan.to());
            }
        }
        return null;
    }

    /** 某电站年内完成…: not 三年内. */
    private boolean isInside(int from, int at, int end, int to) {
        char before = at > from ? text.charAt(at - 1) : ' ';
        return Chinese.isHan(before)
                && !Chinese.isNumeral(before)
                && "全每当数几".indexOf(before) < 0
                && Lexicon.ACTIONS.at(text, end, to) != null;
    }

    /** 比上年, 较上一年, 比去年, 同比. */
    private Times.@Nullable Time lastYear(int from, int at, int to) {
        for (String word : LAST_YEAR) {
            if (times.starts(word, at, to)) {
                boolean base = times.ends("比", from, at) || times.ends("较", from, at);
                int year = plan != null && plan.isOneYear() ? plan.to() - 1 : 0;
                int end = at + word.length();
                for (String more : new String[] {"同期", "水平"}) {
                    end += times.starts(more, end, to) ? more.length() : 0;
                }
                return new Times.Time(base ? at - 1 : at, at, end, base ? Times.Kind.BASE : Times.Kind.NONE, "", year);
            }
        }
        return null;
    }

    /** 三年内, 五年淘汰…: counted from the first year of the plan, or from the paper. */
    private Times.@Nullable Time years(int from, int at, int to) {
        boolean han = Chinese.isNumeral(text.charAt(at));
        int number = han ? Chinese.value(text.substring(at, at + 1)) : text.charAt(at) - '0';
        boolean tried = at - 2 >= from
                && (times.ends("力争", from, at)
                        || times.ends("争取", from, at)
                        || times.ends("未来", from, at)
                        || times.ends("用", from, at)
                        || times.ends("利用", from, at));
        if (plan == null
                || plan.isOneYear()
                || number < 2
                || number > 9
                || !times.starts("年", at + 1, to)
                || !opens(from, at) && !tried) {
            return null;
        }
        int end = at + 2;
        boolean within = times.starts("内", end, to) || times.starts("时间", end, to);
        if (!within && Lexicon.ACTIONS.at(text, end, to) == null && !times.starts("累计", end, to)) {
            return null;
        }
        int last = Math.min(plan.to(), Math.max(plan.from(), plan.issued()) + number - 1);
        int next = within ? end + (times.starts("内", end, to) ? 1 : 2) : end;
        return new Times.Time(at, at, next, Times.Kind.DUE, String.valueOf(last), last);
    }
}
