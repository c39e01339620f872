package org.luheng.accounting.emission;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;

/** How an emission came about: by days, those by hours, those by what was said or put in its place. */
public final class Explanation {
    private static final String KILOGRAMS = "千克";
    private static final int PLACES = 4;

    private final PollutantAccount account;

    public Explanation(PollutantAccount account) {
        this.account = account;
    }

    Trace emission(LocalDateTime from, LocalDateTime to, List<Hour> hours) {
        Emission sum = Emission.of(from, to, hours, () -> {
            throw new IllegalStateException("it is being made");
        });
        List<Trace> children = new ArrayList<>();
        if (from.plusDays(1).isBefore(to)) {
            account.days(from.toLocalDate(), to.toLocalDate())
                    .forEach(day -> children.add(day.emission().trace()));
        } else {
            hours.forEach(hour -> children.add(hour(hour)));
        }
        return Trace.computed(
                account.substance().name() + "排放量 " + span(from, to),
                String.join("，", Emission.inWords(sum))
                        + (sum.kilograms() == null
                                ? "；" + sum.missing() + "，已知部分 " + printed(sum.known(), PLACES) + " 千克"
                                : "；各小时之和"),
                sum.kilograms(),
                KILOGRAMS,
                children);
    }

    private static String span(LocalDateTime from, LocalDateTime to) {
        LocalDate last = to.minusNanos(1).toLocalDate();
        return from.toLocalDate().equals(last) ? last.toString() : from.toLocalDate() + " 至 " + last;
    }

    /** One hour, down to what the device said and the rules. */
    public Trace hour(Hour hour) {
        int year = hour.start().getYear();
        List<Trace> children = new ArrayList<>();
        Set<RuleEdition> rules = new LinkedHashSet<>();
        rules.add(account.ruling(Parameter.FIRST_SOURCE, year).edition());
        rules.add(account.ruling(Parameter.VALID_MINUTES, year).edition());
        children.add(said(hour));
        if (hour.concentration() != null && hour.reference() != null) {
            children.add(converted(hour));
            rules.add(account.ruling(Parameter.OXYGEN_OF_AIR, year).edition());
        }
        if (hour.flow() != null) {
            children.add(Trace.computed("流量", "设备所报，折为每小时；废气为标准状态干基", hour.flow(), "立方米", List.of()));
        }
        if (hour.origin() == Origin.SUBSTITUTED || hour.origin() == Origin.LACKING) {
            Capture capture = account.capture(hour.start().toLocalDate());
            if (capture != null && account.substance().medium() == Medium.GAS) {
                children.add(Trace.computed(
                        capture.quarter() + " 起的季度有效数据捕集率",
                        capture.measured() + " ÷ " + capture.running() + " 小时",
                        capture.rate(),
                        "%",
                        List.of()));
            }
            for (Parameter parameter : account.substance().medium() == Medium.WATER
                    ? List.of(Parameter.EQUAL_SPAN)
                    : List.of(
                            Parameter.CAPTURE_LEAST,
                            Parameter.CAPTURE_GOOD,
                            Parameter.SHORT_GAP,
                            Parameter.SPAN_SHORT_GAP,
                            Parameter.SPAN_LONG_GAP,
                            Parameter.SPAN_POOR_CAPTURE)) {
                rules.add(account.ruling(parameter, year).edition());
            }
        }
        rules.forEach(edition -> children.add(Trace.rule(edition)));
        return Trace.computed(
                account.substance().name() + " " + Dates.minute(hour.start()) + " "
                        + hour.state().word() + "，" + hour.origin().word(),
                formula(hour),
                hour.mass(),
                KILOGRAMS,
                children);
    }

    private String formula(Hour hour) {
        BigDecimal concentration = hour.concentration();
        BigDecimal flow = hour.flow();
        BigDecimal mass = hour.mass();
        if (hour.origin() == Origin.MEASURED && concentration != null && flow != null && mass != null) {
            String power = account.substance().medium() == Medium.GAS ? "10⁻⁶" : "10⁻³";
            return number(concentration) + " × " + number(flow) + " × " + power + " = " + number(mass)
                    + (hour.note().isEmpty() ? "" : "（" + hour.note() + "）");
        }
        return hour.note();
    }

    private Trace said(Hour hour) {
        FactorHour said = hour.said();
        String by = said.command() == 0 ? "没有收到数据" : "设备所报 CN " + said.command();
        return new Trace(
                account.substance().name() + " " + Dates.minute(hour.start()) + " " + by,
                "有效 " + said.valid() + " 分钟" + (said.why().isEmpty() ? "" : "；" + said.why()),
                hour.concentration(),
                account.substance().unit(),
                Trace.Kind.FACT,
                said.command() + "@" + Dates.minute(hour.start()),
                null,
                List.of());
    }

    private Trace converted(Hour hour) {
        String air = number(
                account.ruling(Parameter.OXYGEN_OF_AIR, hour.start().getYear()).value());
        BigDecimal oxygen = hour.oxygen();
        return Trace.computed(
                "折算浓度（基准含氧量 " + number(hour.reference()) + "%）",
                oxygen == null || hour.converted() == null
                        ? hour.note()
                        : number(hour.concentration()) + " × (" + air + " − " + number(hour.reference()) + ") ÷ (" + air
                                + " − " + number(oxygen) + ")",
                hour.converted(),
                "毫克/立方米",
                List.of());
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "—" : printed(value, PLACES);
    }
}
