package org.luheng.document;

import java.util.Locale;

/** A number as lists print it (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */
final class ListNumber {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    private ListNumber() {}

    static String of(String format, int number) {
        if (number < 0 || number > 32_767) {
            return String.valueOf(number);
        }
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> counted(number, DIGITS, "十百千", true);
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
                counted(number, LEGAL, "拾佰仟", false);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digitByDigit(number);
            case "ideographTraditional" -> inTurn(number, STEMS);
            case "ideographZodiac" -> inTurn(number, BRANCHES);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, '①', 20);
            case "decimalEnclosedParen" -> enclosed(number, '⑴', 20);
            case "decimalEnclosedFullstop" -> enclosed(number, '⒈', 20);
            case "ideographEnclosedCircle" -> enclosed(number, '㊀', 10);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "none", "bullet" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String counted(int number, String digits, String tens, boolean plain) {
        if (number == 0) {
            return digits.substring(0, 1);
        }
        if (number >= 10_000) {
            return String.valueOf(number);
        }
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int power = 3, unit = 1000; power >= 0; power--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if (gap) {
                words.append(plain ? '零' : digits.charAt(0));
                gap = false;
            }
            if (!(digit == 1 && power == 1 && words.isEmpty() && plain)) {
                words.append(digits.charAt(digit));
            }
            if (power > 0) {
                words.append(tens.charAt(power - 1));
            }
        }
        return words.toString();
    }

    private static String digitByDigit(int number) {
        StringBuilder words = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> words.append(DIGITS.charAt(digit - '0')));
        return words.toString();
    }

    private static String fullWidth(int number) {
        StringBuilder words = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> words.append((char) (digit - '0' + '０')));
        return words.toString();
    }

    private static String inTurn(int number, String signs) {
        return number == 0 ? "0" : String.valueOf(signs.charAt((number - 1) % signs.length()));
    }

    private static String enclosed(int number, char first, int most) {
        return number >= 1 && number <= most ? String.valueOf((char) (first + number - 1)) : String.valueOf(number);
    }

    /** A … Z, AA, BB … */
    private static String letters(int number) {
        return number == 0
                ? "0"
                : String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder words = new StringBuilder();
        int rest = number;
        for (int at = 0; at < values.length; at++) {
            while (rest >= values[at]) {
                words.append(signs[at]);
                rest -= values[at];
            }
        }
        return words.toString();
    }
}
