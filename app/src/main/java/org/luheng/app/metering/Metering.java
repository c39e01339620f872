package org.luheng.app.metering;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luheng.app.metering.store.MeteringReadings;
import org.luheng.app.metering.store.MeteringReadings.Metered;
import org.luheng.app.metering.store.OfficeMetering;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What offices and enterprises see and enter of energy online monitoring. */
@Service
public class Metering {
    private static final int MOST_DAYS = 30;

    private final MeteringReadings readings;
    private final OfficeMetering entries;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Metering(MeteringReadings readings, OfficeMetering entries, PlatformTransactionManager transactions, Clock clock) {
        this.readings = readings;
        this.entries = entries;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(EndDevices.CHINA));
    }

    /** Every data code of which anything is there in the year, by code. */
    public List<EnergyYear> year(Metered enterprise, int year) {
        List<Counted> values = readings.year(enterprise.enterprise(), year);
        List<MeterChange> changes = readings.meterChanges(enterprise.enterprise());
        LocalDate since = Objects.requireNonNullElse(enterprise.since(), today());
        TreeSet<String> codes = new TreeSet<>();
        values.forEach(value -> codes.add(value.code().digits()));
        List<EnergyYear> years = new ArrayList<>();
        for (String code : codes) {
            years.add(EnergyYear.of(new DataCode(code), year, values, changes, since, today()));
        }
        return years;
    }

    /** @throws Refused with all that is wrong at once; LH-1920 where the enterprise is not within reach */
    public void open(Map<String, String> form) {
        Findings findings = new Findings();
        String enterprise = form.getOrDefault("enterprise", "").strip();
        String word = form.getOrDefault("validWord", "1").strip();
        String days = form.getOrDefault("days", "7").strip();
        if (!enterprise.matches("[0-9A-Z]{18}")) {
            findings.add(Finding.of(Fault.BAD_ID, Place.parameter("企业"), enterprise, "form", "18 位统一社会信用代码"));
        }
        if (!word.matches("[\\x21-\\x7e]{1,10}")) {
            findings.add(Finding.of(Fault.BAD_ID, Place.parameter("有效标志"), word, "form", "1"));
        }
        if (!days.matches("[0-9]{1,2}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > MOST_DAYS) {
            findings.add(Finding.of(
                    Fault.NOT_WHOLE, Place.parameter("注册期"), days, "least", "1", "most", Integer.toString(MOST_DAYS)));
        }
        findings.throwIfRefused();
        written(
                enterprise,
                () -> entries.open(
                        enterprise,
                        form.getOrDefault("encrypted", "").equals("是"),
                        word,
                        clock.instant().plus(Duration.ofDays(Integer.parseInt(days))),
                        false));
    }

    /** @throws Refused with all that is wrong at once; LH-1920 where it is not one's own enterprise */
    public void meterChanged(String enterprise, Map<String, String> form) {
        Findings findings = new Findings();
        DataCode code = DataCode.parse(form.getOrDefault("code", ""));
        if (code == null) {
            findings.add(
                    Finding.of(Fault.BAD_ID, Place.parameter("数据编码"), form.getOrDefault("code", ""), "form", "16 位数字"));
        }
        LocalDate day = null;
        try {
            day = LocalDate.parse(form.getOrDefault("day", "").strip());
        } catch (DateTimeException noDay) {
            findings.add(Finding.of(Fault.NOT_A_DATE, Place.parameter("日期"), form.getOrDefault("day", "")));
        }
        String kind = form.getOrDefault("kind", "");
        if (!List.of("换表", "翻转").contains(kind)) {
            findings.add(Finding.of(Fault.NOT_ONE_OF, Place.parameter("类型"), kind, "allowed", "换表、翻转"));
        }
        BigDecimal oldBegin = number(findings, form, "oldBegin", "旧表当日零点读数");
        BigDecimal oldEnd = number(findings, form, "oldEnd", "旧表拆下读数（翻转：满量程）");
        BigDecimal newBegin = number(findings, form, "newBegin", "新表装上读数（翻转：0）");
        BigDecimal newEnd = number(findings, form, "newEnd", "新表当日终了读数");
        BigDecimal ratio = number(findings, form, "ratio", "倍率");
        if (oldBegin != null && oldEnd != null && oldEnd.compareTo(oldBegin) < 0) {
            findings.add(Finding.of(
                    Fault.METER_BACKWARDS,
                    Place.parameter("旧表读数"),
                    oldEnd.toPlainString(),
                    "from",
                    oldBegin.toPlainString()));
        }
        if (newBegin != null && newEnd != null && newEnd.compareTo(newBegin) < 0) {
            findings.add(Finding.of(
                    Fault.METER_BACKWARDS,
                    Place.parameter("新表读数"),
                    newEnd.toPlainString(),
                    "from",
                    newBegin.toPlainString()));
        }
        if (ratio != null && ratio.signum() <= 0) {
            findings.add(Finding.of(Fault.NOT_POSITIVE, Place.parameter("倍率"), ratio.toPlainString()));
        }
        findings.throwIfRefused();
        if (code == null
                || day == null
                || oldBegin == null
                || oldEnd == null
                || newBegin == null
                || newEnd == null
                || ratio == null) {
            throw new IllegalStateException("a change of a meter that could not be read, without a finding");
        }
        MeterChange change = new MeterChange(code, day, kind, oldBegin, oldEnd, newBegin, newEnd, ratio, note(form));
        written(enterprise, () -> entries.add(enterprise, change));
    }

    private static String note(Map<String, String> form) {
        String note = form.getOrDefault("note", "").strip();
        return note.length() > 300 ? note.substring(0, 300) : note;
    }

    private static @Nullable BigDecimal number(
            Findings findings, Map<String, String> form, String field, String place) {
        String text = form.getOrDefault(field, "").strip();
        if (text.matches("[0-9]{1,15}(\\.[0-9]{1,8})?")) {
            return new BigDecimal(text);
        }
        findings.add(Finding.of(text.isEmpty() ? Fault.BLANK : Fault.NOT_A_NUMBER, Place.parameter(place), text));
        return null;
    }

    private void written(String enterprise, Runnable writing) {
        try {
            transactions.executeWithoutResult(status -> writing.run());
        } catch (DataAccessException refusal) {
            String state = refusal.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            if (List.of("LH010", "42501").contains(Objects.requireNonNullElse(state, ""))) {
                throw Refused.of(Finding.of(Fault.NOT_YOURS, Place.parameter("企业"), enterprise));
            }
            throw refusal;
        }
    }
}
