package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds quantities: numbers that are no year, no number of a law, no ordinal, no part of a name (PM2.5, 5G, 1:1.25). */
final class Quantities {
    private static final String CLASSES = "ⅠⅡⅢⅣⅤ";

    private final String text;
    private final UnitReader units;

    Quantities(String text) {
        this.text = text;
        units = new UnitReader(text);
    }

    /** Outside brackets and titles of laws, and outside expressions of time. */
    List<Quantity> in(int from, int to, List<Times.Time> times) {
        List<Quantity> found = new ArrayList<>();
        int at = from;
        int time = 0;
        while (at < to) {
            while (time < times.size() && times.get(time).to() <= at) {
                time++;
            }
            char c = text.charAt(at);
            if (time < times.size() && times.get(time).core() <= at) {
                at = times.get(time).to();
                continue;
            }
            if (Chinese.opens(c) || c == '《') {
                at = Sentence.past(text, at, to);
                continue;
            }
            Quantity quantity = Chinese.isDigit(c)
                    ? number(from, at, to)
                    : Chinese.isNumeral(c) || c == '千'
                            ? numeral(from, at, to)
                            : c == '负' || c == '零'
                                    ? growth(at, to)
                                    : CLASSES.indexOf(c) >= 0 || c == 'I' || c == 'V' ? waterClass(from, at, to) : null;
            if (quantity != null) {
                found.add(quantity);
                at = quantity.to();
            } else if (Chinese.isDigit(c) || Chinese.isLetter(c)) {
                at = pastWord(at, to);
            } else {
                at++;
            }
        }
        return found;
    }

    /** Behind letters, digits and points: what was no quantity is not looked into. */
    private int pastWord(int from, int to) {
        int at = from + 1;
        while (at < to
                && (Chinese.isDigit(text.charAt(at)) || Chinese.isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private @Nullable Quantity number(int from, int at, int to) {
        char before = at > from ? text.charAt(at - 1) : ' ';
        if (before == '第'
                || before == '.'
                || before == '#'
                || Chinese.isLetter(before)
                || before == ':'
                || before == '∶') {
            return null;
        }
        int end = numberEnd(at, to);
        Quantity ratio = ratio(at, end, to);
        if (ratio != null) {
            return ratio;
        }
        String value = text.substring(at, end).replace(",", "").replace("，", "");
        if (end < to
                && "号届期:∶GgＧ".indexOf(text.charAt(end)) >= 0
                && !text.startsWith("GW", end)
                && !text.startsWith("GJ", end)
                && !text.startsWith("g/", end)) {
            return null;
        }
        if (end < to
                && (text.charAt(end) == '年'
                        || text.charAt(end) == '月'
                        || text.charAt(end) == '日'
                        || text.charAt(end) == '时')) {
            return null;
        }
        String valueTo = null;
        int unitFrom = end;
        int firstUnit = units.end(end, to);
        int join = firstUnit;
        // 3%-5%, 300~310克, 85%至90%
        int second = join < to && "-—~～至到".indexOf(text.charAt(join)) >= 0 ? join + 1 : -1;
        if (second > 0 && second < to && text.charAt(second) == '—') {
            second++;
        }
        if (second > 0 && second < to && Chinese.isDigit(text.charAt(second))) {
            int secondEnd = numberEnd(second, to);
            if (units.end(secondEnd, to) > secondEnd) {
                valueTo = text.substring(second, secondEnd).replace(",", "");
                unitFrom = secondEnd;
            }
        }
        String qualifier = "";
        int unitTo = units.end(unitFrom, to);
        if (unitTo == unitFrom && unitFrom < to && Chinese.opens(text.charAt(unitFrom))) {
            int close = Sentence.past(text, unitFrom, to);
            if (close > unitFrom + 2) {
                qualifier = text.substring(unitFrom + 1, close - 1);
                unitFrom = close;
                unitTo = units.end(unitFrom, to);
            }
        }
        if (unitTo == unitFrom
                && unitTo + 1 < to
                && "万亿".indexOf(text.charAt(unitTo)) >= 0
                && "、和及".indexOf(text.charAt(unitTo + 1)) >= 0) {
            // 120万、300万、450万千瓦: the last one says of what.
            unitTo++;
        }
        String unit = text.substring(unitFrom, unitTo);
        String kind = unit.isEmpty() ? "" : UnitReader.kind(unit);
        int past = unitTo;
        if (past < to
                && (text.startsWith("级", past) || text.startsWith("型", past))
                && !unit.isEmpty()
                && !kind.equals("share")) {
            kind = "size";
            past++;
        }
        return closed(at, past, value, valueTo, qualifier, unit, kind, to);
    }

    /** 1:8, of piles to cars; what follows a number of a standard or a law has no second number. */
    private @Nullable Quantity ratio(int at, int end, int to) {
        if (end + 1 >= to || ":：∶︰".indexOf(text.charAt(end)) < 0 || !Chinese.isDigit(text.charAt(end + 1))) {
            return null;
        }
        int last = numberEnd(end + 1, to);
        String value = text.substring(at, end) + ":" + text.substring(end + 1, last);
        return closed(at, last, value, null, "", "", "ratio", to);
    }

    private Quantity closed(
            int from,
            int at,
            String value,
            @Nullable String valueTo,
            String qualifier,
            String unit,
            String kind,
            int to) {
        int past = at;
        Quantity.After after = null;
        for (String word :
                new String[] {"及以上", "及其以上", "（含）以上", "以上", "及以下", "（含）以下", "以下", "以内", "之内", "左右", "上下", "内"}) {
            if (text.startsWith(word, past) && past + word.length() <= to) {
                after = word.endsWith("上")
                        ? Quantity.After.ABOVE
                        : word.equals("左右") || word.equals("上下") ? Quantity.After.ABOUT : Quantity.After.BELOW;
                if (word.equals("上下")) {
                    after = Quantity.After.ABOUT;
                }
                past += word.length();
                break;
            }
        }
        return new Quantity(from, past, value, valueTo, qualifier, unit, kind, after);
    }

    private int numberEnd(int from, int to) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            boolean separator = (c == ',' || c == '，') && at + 3 < to && threeDigits(at + 1, to);
            boolean point = c == '.' && at + 1 < to && Chinese.isDigit(text.charAt(at + 1));
            if (!Chinese.isDigit(c) && !separator && !point) {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean threeDigits(int from, int to) {
        for (int at = from; at < from + 3; at++) {
            if (!Chinese.isDigit(text.charAt(at))) {
                return false;
            }
        }
        return from + 3 >= to || (!Chinese.isDigit(text.charAt(from + 3)) && text.charAt(from + 3) != '年');
    }

    /** 百分之八十五, 三分之一, 三成. */
    private @Nullable Quantity numeral(int from, int at, int to) {
        if (text.startsWith("百分之", at) || text.startsWith("千分之", at)) {
            return percent(at, to);
        }
        if (at > from && (Chinese.isNumeral(text.charAt(at - 1)) || text.charAt(at - 1) == '第')) {
            return null;
        }
        if (text.startsWith("一半", at) && at + 2 <= to) {
            return closed(at, at + 2, "50", null, "", "%", "share", to);
        }
        String one = text.substring(at, at + 1);
        if (text.startsWith("分之", at + 1) && at + 3 < to && Chinese.isNumeral(text.charAt(at + 3))) {
            String share = Chinese.value(text.substring(at + 3, at + 4)) + "/" + Chinese.value(one);
            return closed(at, at + 4, share, null, "", "", "share", to);
        }
        boolean tenths = at + 1 < to && text.charAt(at + 1) == '成' && Chinese.value(one) > 0 && Chinese.value(one) < 10;
        if (tenths && (at + 2 >= to || "以左，。；、（".indexOf(text.charAt(at + 2)) >= 0)) {
            return closed(at, at + 2, String.valueOf(Chinese.value(one) * 10), null, "", "%", "share", to);
        }
        return null;
    }

    private @Nullable Quantity percent(int at, int to) {
        String unit = text.charAt(at) == '千' ? "‰" : "%";
        int end = at + 3;
        while (end < to
                && (Chinese.isNumeral(text.charAt(end))
                        || text.charAt(end) == '点'
                        || Chinese.isDigit(text.charAt(end))
                        || text.charAt(end) == '.')) {
            end++;
        }
        String numeral = text.substring(at + 3, end);
        if (numeral.isEmpty()) {
            return null;
        }
        String value = numeral;
        if (!Chinese.isDigit(numeral.charAt(0))) {
            int point = numeral.indexOf('点');
            value = String.valueOf(Chinese.value(point < 0 ? numeral : numeral.substring(0, point)));
            if (point >= 0) {
                StringBuilder decimals = new StringBuilder(value).append('.');
                for (char c : numeral.substring(point + 1).toCharArray()) {
                    decimals.append(Chinese.value(String.valueOf(c)));
                }
                value = decimals.toString();
            }
        }
        return closed(at, end, value, null, "", unit, "share", to);
    }

    private @Nullable Quantity growth(int at, int to) {
        if (text.startsWith("负增长", at) && at + 3 <= to) {
            return new Quantity(at, at + 3, "0", null, "", "%", "growth", Quantity.After.BELOW);
        }
        if (text.startsWith("零增长", at) && at + 3 <= to) {
            return new Quantity(at, at + 3, "0", null, "", "%", "growth", null);
        }
        return null;
    }

    private @Nullable Quantity waterClass(int from, int at, int to) {
        String name = "";
        int end = at;
        if (CLASSES.indexOf(text.charAt(at)) >= 0) {
            name = text.substring(at, at + 1);
            end = at + 1;
        } else {
            while (end < to && (text.charAt(end) == 'I' || text.charAt(end) == 'V')) {
                end++;
            }
            name = switch (text.substring(at, end)) {
                case "I" -> "Ⅰ";
                case "II" -> "Ⅱ";
                case "III" -> "Ⅲ";
                case "IV" -> "Ⅳ";
                case "V" -> "Ⅴ";
                default -> "";
            };
        }
        if (name.isEmpty()
                || end >= to
                || "类级".indexOf(text.charAt(end)) < 0
                || (at > from && text.charAt(at - 1) == '劣')) {
            return null;
        }
        return closed(at, end + 1, name, null, "", text.substring(end, end + 1), "class", to);
    }
}
