package org.luheng.accounting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of months of one year as statistics print it: {@code 2021} a year, {@code 2021-Q2} that quarter alone, {@code 2021-06} that
 * month alone, {@code 2021-01/2021-06} from January to June. Growth is against the same span a year earlier. January to December
 * is the year.
 *
 * @param first month, 1 to 12
 * @param last month, not before the first
 */
public record Period(Kind kind, int year, int first, int last) implements Comparable<Period> {
    /** Forms that are never mixed in one figure or light. */
    public enum Kind {
        YEAR,
        QUARTER,
        MONTH,
        /** Several months of one year, in practice from January: 1—6月. */
        SPAN
    }

    /** Bits of {@link #order} below those that count months. */
    static final int BELOW_MONTHS = 6;

    /** Spans that statistics are usually of: the year, its quarters and months, and those from January on. */
    static final int USUAL_PLACES = 1 + 4 + 12 + 12;

    /** All others begin in one of eleven months. */
    static final int PLACES = USUAL_PLACES + 11 * 12;

    private static final Pattern FORM = Pattern.compile(
            "(?<year>[0-9]{4})(?:-(?:Q(?<quarter>[1-4])|(?<month>[0-9]{2})(?:/(?<toYear>[0-9]{4})-(?<toMonth>[0-9]{2}))?))?");

    public Period {
        boolean fits = switch (kind) {
            case YEAR -> first == 1 && last == 12;
            case QUARTER -> first == last - 2 && last % 3 == 0;
            case MONTH -> first == last;
            case SPAN -> first < last;
        };
        if (!fits || first < 1 || last > 12) {
            throw new IllegalArgumentException(kind + " of " + year + ": from month " + first + " to " + last);
        }
    }

    public static Period year(int year) {
        return new Period(Kind.YEAR, year, 1, 12);
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
        int year = Integer.parseInt(form.group("year"));
        if (form.group("quarter") != null) {
            int last = 3 * Integer.parseInt(form.group("quarter"));
            return new Period(Kind.QUARTER, year, last - 2, last);
        }
        if (form.group("month") == null) {
            return year(year);
        }
        int first = Integer.parseInt(form.group("month"));
        boolean alone = form.group("toYear") == null;
        int last = alone ? first : Integer.parseInt(form.group("toMonth"));
        if (first < 1 || last > 12 || !alone && (Integer.parseInt(form.group("toYear")) != year || last <= first)) {
            return null;
        }
        boolean whole = first == 1 && last == 12;
        return new Period(alone ? Kind.MONTH : whole ? Kind.YEAR : Kind.SPAN, year, first, last);
    }

    public YearMonth from() {
        return YearMonth.of(year, first);
    }

    public YearMonth to() {
        return YearMonth.of(year, last);
    }

    public LocalDate end() {
        return to().atEndOfMonth();
    }

    /** The same span a year earlier. */
    public Period yearBefore() {
        return in(year - 1);
    }

    /** The same span of another year. */
    Period in(int otherYear) {
        return new Period(kind, otherYear, first, last);
    }

    /** Whether the span begins with its year, so that it can be held against the year's share of a target. */
    public boolean isYearToDate() {
        return first == 1;
    }

    public boolean isYear() {
        return kind == Kind.YEAR;
    }

    /** By end, then the longer span last, so that a year follows its own quarters. */
    @Override
    public int compareTo(Period other) {
        return Integer.compare(order(), other.order());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Period period && order() == period.order();
    }

    @Override
    public int hashCode() {
        int order = order();
        return order >> BELOW_MONTHS ^ order & (1 << BELOW_MONTHS) - 1;
    }

    /** Smaller for what comes first; the same for equal periods alone. */
    int order() {
        return (12 * year + last << BELOW_MONTHS) + (last - first << 2) + kind.ordinal();
    }

    /** Among the spans of one year, from 0; below {@link #USUAL_PLACES} where it is a usual one. */
    int place() {
        return switch (kind) {
            case YEAR -> 0;
            case QUARTER -> last / 3;
            case MONTH -> 4 + last;
            case SPAN -> first == 1 ? 16 + last : USUAL_PLACES + 12 * (first - 2) + last - 1;
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case YEAR -> Integer.toString(year);
            case QUARTER -> year + "-Q" + last / 3;
            case MONTH -> from().toString();
            case SPAN -> from() + "/" + to();
        };
    }

    /** For pages: 2021年、2021年二季度、2021年6月、2021年1—6月. */
    public String inWords() {
        return switch (kind) {
            case YEAR -> year + "年";
            case QUARTER -> year + "年" + "一二三四".charAt((first - 1) / 3) + "季度";
            case MONTH -> year + "年" + first + "月";
            case SPAN -> year + "年" + first + "—" + last + "月";
        };
    }
}
