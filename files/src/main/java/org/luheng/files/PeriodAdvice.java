package org.luheng.files;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luheng.accounting.Period;

/** What somebody probably meant by a period that is none. */
final class PeriodAdvice {
    private static final String YEAR = "(?<year>[0-9]{4})[年./-]?";
    private static final Pattern ALONE = Pattern.compile(YEAR + "度?");
    private static final Pattern QUARTER =
            Pattern.compile(YEAR + "(?:第?(?<number>[1-4一二三四])季度?|[Qq](?<q>[1-4])|[Qq]?0(?<zero>[1-4])Q)");
    private static final Pattern HALF = Pattern.compile(YEAR + "(?:上半年|H1|h1)");
    private static final Pattern SPAN =
            Pattern.compile(YEAR + "0?1月?[-—–~～至到/](?:[0-9]{4}[年./-]?)?(?<month>[0-9]{1,2})月?(?:累计)?");
    private static final Pattern MONTH = Pattern.compile(YEAR + "(?<month>[0-9]{1,2})月?");

    private PeriodAdvice() {}

    /** {@code ，应写 2021-Q2}, or nothing where there is no telling. */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        String meant = meant(plain);
        return Period.parse(meant) == null ? "" : "，应写 " + meant;
    }

    private static String meant(String plain) {
        Matcher alone = ALONE.matcher(plain);
        if (alone.matches()) {
            return alone.group("year");
        }
        Matcher quarter = QUARTER.matcher(plain);
        if (quarter.matches()) {
            String number = quarter.group("number") != null
                    ? quarter.group("number")
                    : quarter.group("q") != null ? quarter.group("q") : quarter.group("zero");
            int chinese = "一二三四".indexOf(number);
            return quarter.group("year") + "-Q" + (chinese >= 0 ? chinese + 1 : number);
        }
        Matcher half = HALF.matcher(plain);
        if (half.matches()) {
            return half.group("year") + "-01/" + half.group("year") + "-06";
        }
        Matcher span = SPAN.matcher(plain);
        if (span.matches()) {
            String year = span.group("year");
            return year + "-01/" + year + "-" + twoDigits(span.group("month"));
        }
        Matcher month = MONTH.matcher(plain);
        if (month.matches()) {
            return month.group("year") + "-" + twoDigits(month.group("month"));
        }
        return "";
    }

    private static String twoDigits(String month) {
        return month.length() == 1 ? "0" + month : month;
    }
}
