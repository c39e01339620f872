package org.luheng.app.page;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Light;
import org.luheng.accounting.State;
import org.luheng.accounting.Trace;

/** How values look to a reader: numbers rounded for reading, a true minus sign, lights as shape and word. */
public final class Reading {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Reading() {}

    /** At most two places, thousands apart by a thin space, a minus as long as the plus. */
    public static String number(@Nullable BigDecimal value) {
        return value == null ? "—" : spaced(Arithmetic.printed(value, 2));
    }

    /** As precise as data leave the house. */
    public static String exact(@Nullable BigDecimal value) {
        return value == null ? "—" : spaced(Arithmetic.printed(value));
    }

    /** A computed value as data leave the house: six places. Facts are given as they were entered instead. */
    public static @Nullable BigDecimal data(@Nullable BigDecimal computed) {
        return computed == null ? null : new BigDecimal(Arithmetic.printed(computed));
    }

    private static String spaced(String plain) {
        boolean negative = plain.startsWith("-");
        String digits = negative ? plain.substring(1) : plain;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        StringBuilder text = new StringBuilder(negative ? "−" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && whole.length() > 4 && (whole.length() - i) % 3 == 0) {
                text.append('\u2009');
            }
            text.append(whole.charAt(i));
        }
        return text.append(point < 0 ? "" : digits.substring(point)).toString();
    }

    /** A unit beside a number: % stays close, words keep a thin distance. */
    public static String withUnit(@Nullable BigDecimal value, String unit) {
        if (value == null) {
            return "—";
        }
        return number(value) + (unit.startsWith("%") ? unit : "\u2009" + unit);
    }

    /** What a line of an explanation is. */
    public static String kindWord(Trace.Kind kind) {
        return switch (kind) {
            case FACT -> "数据";
            case RULE -> "规则";
            case CLAUSE -> "条款";
            case COMPUTED -> "计算";
        };
    }

    public static String kindClass(Trace.Kind kind) {
        return "kind " + kind.name().toLowerCase(Locale.ROOT);
    }

    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    public static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Style class of a light; shape and word say the same without colour. */
    public static String lightClass(Light light) {
        return lightClass(light.level(), light.state());
    }

    public static String lightClass(@Nullable Integer level, State state) {
        if (level != null) {
            return "light level-" + level;
        }
        return "light "
                + switch (state) {
                    case MET -> "met";
                    case NOT_YET -> "not-yet";
                    case OVERDUE -> "overdue";
                    case REFERENCE, EXEMPT -> "reference";
                    case UNDIVIDED -> "undivided";
                    default -> "no-data";
                };
    }

    public static String lightWord(Light light) {
        return lightWord(light.level(), light.state(), light.bracketed());
    }

    public static String lightWord(@Nullable Integer level, State state, boolean bracketed) {
        if (level == null) {
            return state.word();
        }
        String word = switch (level) {
            case 1 -> "一级";
            case 2 -> "二级";
            default -> "三级";
        };
        return bracketed ? "〔" + word + "〕" : word;
    }
}
