package org.luheng.accounting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of months as statistics print it: {@code 2021} a year, {@code 2021-Q2} that quarter alone, {@code 2021-06} that month
 * alone, {@code 2021-01/2021-06} from January to June. Growth is against the same span a year earlier. January to December
 * is the year.
 */
public record Period(Kind kind, YearMonth from, YearMonth to) implements Comparable<Period> {
    /** Forms that are never mixed in one figure or light. */
    public enum Kind {
        YEAR,
        QUARTER,
        MONTH,
        /** Several months of one year, in practice from January: 1—6月. */
        SPAN
    }

    private static final Pattern FORM = Pattern.compile(
            "(?<year>[0-9]{4})(?:-(?:Q(?<quarter>[1-4])|(?<month>[0-9]{2})(?:/(?<toYear>[0-9]{4})-(?<toMonth>[0-9]{2}))?))?");

    public static Period year(int year) {
        return new Period(Kind.YEAR, YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    /**
     * Reads one of the four forms.
     *
     * @return the period, or null where the text is no period (a span must lie within one year and not run backwards)
     */
    public static @Nullable Period parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        try {
            int year = Integer.parseInt(form.group("year"));
            if (form.group("quarter") != null) {
                int first = 3 * Integer.parseInt(form.group("quarter")) - 2;
                return new Period(Kind.QUARTER, YearMonth.of(year, first), YearMonth.of(year, first + 2));
            }
            if (form.group("month") == null) {
                return year(year);
            }
            YearMonth from = YearMonth.of(year, Integer.parseInt(form.group("month")));
            if (form.group("toYear") == null) {
                return new Period(Kind.MONTH, from, from);
            }
            YearMonth to =
                    YearMonth.of(Integer.parseInt(form.group("toYear")), Integer.parseInt(form.group("toMonth")));
            if (to.getYear() != year || !from.isBefore(to)) {
                return null;
            }
            boolean whole = from.getMonthValue() == 1 && to.getMonthValue() == 12;
            return new Period(whole ? Kind.YEAR : Kind.SPAN, from, to);
        } catch (DateTimeException noSuchMonth) {
            return null;
        }
    }

    public int year() {
        return to.getYear();
    }

    public LocalDate end() {
        return to.atEndOfMonth();
    }

    /** The same span a year earlier. */
    public Period yearBefore() {
        return new Period(kind, from.minusYears(1), to.minusYears(1));
    }

    /** Whether the span begins with its year, so that it can be held against the year's share of a target. */
    public boolean isYearToDate() {
        return from.getMonthValue() == 1;
    }

    public boolean isYear() {
        return kind == Kind.YEAR;
    }

    /** By end, then the longer span last, so that a year follows its own quarters. */
    @Override
    public int compareTo(Period other) {
        return Long.compare(order(), other.order());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Period period && order() == period.order();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(order());
    }

    /** Smaller for what comes first; the same for equal periods alone. */
    long order() {
        long end = months(to);
        return (end << 32) + ((end - months(from)) << 2) + kind.ordinal();
    }

    private static long months(YearMonth month) {
        return 12L * month.getYear() + month.getMonthValue();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case YEAR -> Integer.toString(from.getYear());
            case QUARTER -> from.getYear() + "-Q" + (from.getMonthValue() + 2) / 3;
            case MONTH -> from.toString();
            case SPAN -> from + "/" + to;
        };
    }

    /** For pages: 2021年、2021年二季度、2021年6月、2021年1—6月. */
    public String inWords() {
        return switch (kind) {
            case YEAR -> from.getYear() + "年";
            case QUARTER -> from.getYear() + "年" + "一二三四".charAt((from.getMonthValue() - 1) / 3) + "季度";
            case MONTH -> from.getYear() + "年" + from.getMonthValue() + "月";
            case SPAN -> from.getYear() + "年" + from.getMonthValue() + "—" + to.getMonthValue() + "月";
        };
    }
}
