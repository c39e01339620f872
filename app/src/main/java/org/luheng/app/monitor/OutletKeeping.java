package org.luheng.app.monitor;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.emission.EmissionRules;
import org.luheng.accounting.emission.Mark;
import org.luheng.accounting.emission.Medium;
import org.luheng.accounting.emission.Substance;
import org.luheng.accounting.emission.Window;
import org.luheng.app.monitor.store.OutletTables;
import org.luheng.app.monitor.store.OutletTables.Permitted;
import org.luheng.app.monitor.store.OutletTables.Stated;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * What people say of an outlet: offices how it is measured and what its permit allows, enterprises when it stood still or its devices
 * were looked after. Everything is added, nothing changed; the database decides who may.
 */
@Service
public class OutletKeeping {
    private static final String TIME = "如 2026-11-20 08:00";
    private static final int LONGEST = 400;

    private final OutletTables tables;
    private final EmissionRules rules;

    OutletKeeping(OutletTables tables, SourceValues values) {
        this.tables = tables;
        this.rules = values.rules();
    }

    /** @throws Refused with all that is wrong at once */
    public void mark(Outlet outlet, Map<String, String> form) {
        Findings findings = new Findings();
        LocalDateTime from = moment(findings, "起", field(form, "from"));
        LocalDateTime to = moment(findings, "止", field(form, "to"));
        String factor = field(form, "factor");
        String reason = reason(findings, form);
        List<String> marks = rules.entered(from == null ? LocalDate.EPOCH.getYear() : from.getYear()).stream()
                .map(Mark::word)
                .toList();
        if (from != null) {
            oneOf(findings, "标记", field(form, "mark"), marks);
        }
        if (!factor.isEmpty()) {
            oneOf(findings, "因子", factor, factors(outlet.medium()));
        }
        if (from != null
                && to != null
                && (!from.isBefore(to) || from.plusDays(LONGEST).isBefore(to))) {
            findings.add(Finding.of(Fault.TIME_BACKWARDS, Place.parameter("止"), field(form, "to")));
        }
        findings.throwIfRefused();
        allowed(
                outlet,
                () -> tables.mark(
                        outlet.code(),
                        factor,
                        field(form, "mark"),
                        Objects.requireNonNull(from),
                        Objects.requireNonNull(to),
                        reason));
    }

    /** @throws Refused where there is no such mark any more */
    public void withdraw(Outlet outlet, Map<String, String> form) {
        Findings findings = new Findings();
        String reason = reason(findings, form);
        String id = field(form, "id");
        if (!id.matches("[0-9]{1,15}")) {
            findings.add(Finding.of(Fault.NO_SUCH_THING, Place.parameter("标记"), id));
        }
        findings.throwIfRefused();
        allowed(outlet, () -> {
            if (tables.withdraw(outlet.code(), Long.parseLong(id), reason) == 0) {
                throw Refused.of(Finding.of(Fault.NO_SUCH_THING, Place.parameter("标记"), id));
            }
        });
    }

    /** @throws Refused with all that is wrong at once */
    public void state(Outlet outlet, Map<String, String> form) {
        Findings findings = new Findings();
        LocalDate since = day(findings, field(form, "since"));
        Medium medium = Medium.of(field(form, "medium"));
        oneOf(findings, "介质", field(form, "medium"), List.of("废气", "废水"));
        String limits = field(form, "limits");
        if (medium != null && !limits.isEmpty()) {
            oneOf(findings, "执行标准", limits, rules.sets(medium));
        }
        BigDecimal oxygen = number(findings, "基准含氧量", field(form, "oxygen"), "0", "20.99");
        BigDecimal barometer = number(findings, "大气压", field(form, "barometer"), "50000", "110000");
        oneOf(findings, "分钟数据间隔", field(form, "minutes"), MINUTES);
        findings.throwIfRefused();
        allowed(
                outlet,
                () -> tables.state(
                        outlet.code(),
                        new Stated(
                                Objects.requireNonNull(since),
                                Objects.requireNonNull(medium),
                                limits,
                                oxygen,
                                !field(form, "flow").equals("工况"),
                                !field(form, "gas").equals("湿基"),
                                barometer,
                                field(form, "flowUnit").equals("m³/h"),
                                Integer.parseInt(field(form, "minutes")))));
    }

    /** @throws Refused with all that is wrong at once */
    public void permit(Outlet outlet, Map<String, String> form) {
        Findings findings = new Findings();
        LocalDate since = day(findings, field(form, "since"));
        oneOf(findings, "因子", field(form, "factor"), factors(outlet.medium()));
        oneOf(findings, "时段", field(form, "span"), List.of(Window.HOUR.word(), Window.DAY.word()));
        BigDecimal least = number(findings, "下限", field(form, "least"), "0", "1000000");
        BigDecimal most = number(findings, "上限", field(form, "most"), "0", "1000000");
        if (least != null && (most == null || least.compareTo(most) >= 0)) {
            findings.add(
                    Finding.of(Fault.NOT_ONE_OF, Place.parameter("下限"), field(form, "least"), "allowed", "小于上限的数"));
        }
        String source = field(form, "source");
        expect(findings, "依据", source, "\\P{Cntrl}{1,200}", "许可证编号和页次");
        findings.throwIfRefused();
        allowed(
                outlet,
                () -> tables.permit(
                        outlet.code(),
                        new Permitted(
                                Objects.requireNonNull(since),
                                field(form, "factor"),
                                field(form, "span"),
                                least,
                                most,
                                source)));
    }

    public static final List<String> MINUTES = List.of("1", "2", "3", "4", "5", "6", "10", "12", "15", "20", "30");

    private List<String> factors(Medium medium) {
        return rules.substances().stream()
                .filter(substance -> substance.medium() == medium)
                .map(Substance::factor)
                .toList();
    }

    private static void allowed(Outlet outlet, Runnable change) {
        try {
            change.run();
        } catch (DataAccessException refusal) {
            String state = refusal.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            // insufficient_privilege: row security refused the row
            if ("42501".equals(state)) {
                throw Refused.of(Finding.of(Fault.NOT_YOURS, Place.parameter("排放口"), outlet.name()));
            }
            throw refusal;
        }
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    private static String reason(Findings findings, Map<String, String> form) {
        String reason = field(form, "reason");
        expect(findings, "理由", reason, "\\P{Cntrl}{1,300}", "1 至 300 字");
        return reason;
    }

    private static void expect(Findings findings, String place, String value, String pattern, String form) {
        if (!value.matches(pattern)) {
            findings.add(Finding.of(Fault.BAD_ID, Place.parameter(place), value, "form", form));
        }
    }

    private static void oneOf(Findings findings, String place, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            findings.add(
                    Finding.of(Fault.NOT_ONE_OF, Place.parameter(place), value, "allowed", String.join("、", allowed)));
        }
    }

    private static @Nullable LocalDateTime moment(Findings findings, String place, String text) {
        try {
            LocalDateTime moment = LocalDateTime.parse(text.replace(' ', 'T'));
            if (moment.getYear() >= 1949 && moment.getYear() <= 2100) {
                return moment;
            }
        } catch (DateTimeException noMoment) {
            // Said below.
        }
        findings.add(Finding.of(Fault.BAD_ID, Place.parameter(place), text, "form", TIME));
        return null;
    }

    private static @Nullable LocalDate day(Findings findings, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1949 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // Said below.
        }
        findings.add(Finding.of(Fault.NOT_A_DATE, Place.parameter("起始日期"), text));
        return null;
    }

    private static @Nullable BigDecimal number(
            Findings findings, String place, String text, String least, String most) {
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal number = text.matches("[0-9]{1,7}(\\.[0-9]{1,6})?") ? new BigDecimal(text) : null;
        if (number == null
                || number.compareTo(new BigDecimal(least)) < 0
                || number.compareTo(new BigDecimal(most)) > 0) {
            findings.add(Finding.of(
                    Fault.NOT_ONE_OF, Place.parameter(place), text, "allowed", least + " 至 " + most + "，或空着"));
        }
        return number;
    }
}
