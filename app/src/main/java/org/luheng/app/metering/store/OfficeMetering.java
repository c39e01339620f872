package org.luheng.app.metering.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.luheng.app.metering.MeterChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What offices and enterprises enter; the database decides who may. */
@Repository
public class OfficeMetering {
    private final JdbcClient jdbc;

    OfficeMetering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the device of an enterprise register, or register anew. */
    public void open(String enterprise, boolean encrypted, String validWord, Instant until, boolean sample) {
        jdbc.sql("select luheng.open_energy_device(:enterprise, :encrypted, :word, :until, :sample)")
                .param("enterprise", enterprise)
                .param("encrypted", encrypted)
                .param("word", validWord)
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("sample", sample)
                .query(Integer.class)
                .single();
    }

    public void add(String enterprise, MeterChange change) {
        jdbc.sql(
                        "insert into luheng.energy_meter_change (enterprise, data_code, day, kind, old_begin, old_end, new_begin, new_end,"
                                + " ratio, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        enterprise,
                        change.code().digits(),
                        change.day(),
                        change.kind(),
                        change.oldBegin(),
                        change.oldEnd(),
                        change.newBegin(),
                        change.newEnd(),
                        change.ratio(),
                        change.note())
                .update();
    }
}
