package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/**
 * The number in a cell of a table.
 *
 * @param percent a percent sign is printed
 * @param bracketed the cell says a change in brackets: （4%）
 */
record Cell(String value, @Nullable String valueTo, Comparator comparator, boolean percent, boolean bracketed) {

    /** The same as a rise by so much. */
    Cell rising() {
        Comparator rise = comparator == Comparator.AT_LEAST ? Comparator.RISE_AT_LEAST : Comparator.RISE;
        return new Cell(value, valueTo, rise, percent, bracketed);
    }

    /** Empty, or a stroke that says so. */
    static boolean isBlank(String cell) {
        return cell.isEmpty()
                || cell.equals("/")
                || cell.equals("-")
                || cell.equals("—")
                || cell.equals("——")
                || cell.equals("--");
    }

    static boolean isNumber(String cell) {
        return of(cell) != null;
    }

    static @Nullable Cell of(String words) {
        String bare = words.strip();
        if (bare.isEmpty() || bare.length() > 16) {
            return null;
        }
        boolean bracketed =
                Chinese.opens(bare.charAt(0)) && Chinese.closes(bare.charAt(bare.length() - 1)) && bare.length() > 2;
        if (bracketed) {
            bare = bare.substring(1, bare.length() - 1);
        }
        Comparator comparator = Comparator.EQUAL;
        for (String sign :
                new String[] {"≥", ">=", "不低于", "≤", "<=", "不高于", "不超过", ">", "<", "下降", "降低", "提高", "增长", "约", "达到"}) {
            if (bare.startsWith(sign)) {
                bare = bare.substring(sign.length());
                comparator = switch (sign) {
                    case "≥", ">=", "不低于" -> Comparator.AT_LEAST;
                    case "≤", "<=", "不高于", "不超过" -> Comparator.AT_MOST;
                    case ">" -> Comparator.MORE;
                    case "<" -> Comparator.LESS;
                    case "下降", "降低" -> Comparator.FALL;
                    case "提高", "增长" -> Comparator.RISE;
                    case "约" -> Comparator.ABOUT;
                    default -> Comparator.EQUAL;
                };
                break;
            }
        }
        for (String tail : new String[] {"以上", "以下", "以内", "左右"}) {
            if (bare.endsWith(tail)) {
                bare = bare.substring(0, bare.length() - tail.length());
                comparator = comparator != Comparator.EQUAL
                        ? comparator == Comparator.FALL && tail.equals("以上") ? Comparator.FALL_AT_LEAST : comparator
                        : tail.equals("以上")
                                ? Comparator.AT_LEAST
                                : tail.equals("左右") ? Comparator.ABOUT : Comparator.AT_MOST;
            }
        }
        int more = bare.indexOf('且');
        if (more > 0) {
            // ≥90且无危险废物排放
            bare = bare.substring(0, more);
        }
        boolean percent = bare.endsWith("%");
        if (percent) {
            bare = bare.substring(0, bare.length() - 1);
        }
        String value = decimal(bare);
        return value.isEmpty() ? null : new Cell(value, null, comparator, percent, bracketed);
    }

    /** Digits with sign and point, separators taken out; empty: it is no number. */
    private static String decimal(String words) {
        StringBuilder value = new StringBuilder();
        boolean digit = false;
        int points = 0;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if ((c == '-' || c == '+') && at == 0) {
                value.append(c == '-' ? "-" : "");
            } else if (Chinese.isDigit(c)) {
                value.append(c);
                digit = true;
            } else if (c == '.' && points == 0 && digit) {
                value.append(c);
                points++;
            } else if (c != ',' || !digit) {
                return "";
            }
        }
        return digit && value.charAt(value.length() - 1) != '.' ? value.toString() : "";
    }

    /** 能源消费增量（万吨标准煤）: 万吨标准煤; empty: none. */
    static String unitOf(String words) {
        int open = words.lastIndexOf('（');
        if (open < 0 || !words.endsWith("）")) {
            return "";
        }
        String unit = words.substring(open + 1, words.length() - 1);
        unit = unit.startsWith("单位：") ? unit.substring(3) : unit;
        return unit.equals("%") || new UnitReader(unit).end(0, unit.length()) == unit.length() ? unit : "";
    }

    static String withoutUnit(String words) {
        return unitOf(words).isEmpty()
                ? words
                : words.substring(0, words.lastIndexOf('（')).strip();
    }
}
