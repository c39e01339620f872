package org.luheng.accounting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a target is due: {@code 2025}, {@code 2023-10}, {@code 2015-09-01}, or over a period, {@code 2021/2025}.
 *
 * @param end the last day
 */
public record Due(String text, LocalDate end) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<first>[0-9]{4})/)?(?<year>[0-9]{4})(?:-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?");

    /** By the end of a year. */
    public static Due ofYear(int year) {
        return new Due(Integer.toString(year), LocalDate.of(year, 12, 31));
    }

    public static @Nullable Due parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        int year = Integer.parseInt(form.group("year"));
        if (form.group("first") != null
                && (form.group("month") != null || Integer.parseInt(form.group("first")) > year)) {
            return null;
        }
        try {
            if (form.group("month") == null) {
                return new Due(text, LocalDate.of(year, 12, 31));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(form.group("month")));
            return new Due(
                    text,
                    form.group("day") == null
                            ? month.atEndOfMonth()
                            : month.atDay(Integer.parseInt(form.group("day"))));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    public int year() {
        return end.getYear();
    }

    /** For pages: 2025年、2023年10月底、2021—2025年. */
    public String inWords() {
        int slash = text.indexOf('/');
        if (slash > 0) {
            return text.substring(0, slash) + "—" + text.substring(slash + 1) + "年";
        }
        return switch (text.length()) {
            case 4 -> text + "年";
            case 7 -> end.getYear() + "年" + end.getMonthValue() + "月底";
            default -> end.getYear() + "年" + end.getMonthValue() + "月" + end.getDayOfMonth() + "日";
        };
    }
}
