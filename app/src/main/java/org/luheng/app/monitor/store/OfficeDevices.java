package org.luheng.app.monitor.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Outlets and devices as offices keep them; the functions of the database decide what an office may. */
@Repository
public class OfficeDevices {
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;

    OfficeDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Choice(String code, String name) {}

    /** Outlets within reach today, with whose they are. */
    public List<Choice> outlets() {
        return jdbc.sql("""
                        select b.code, w.name || ' · ' || b.name as name from luheng.source s
                          join luheng.body b on b.code = s.code and s.source_kind = '排放口'
                          join luheng.body_membership m on m.body = b.code and daterange(m.valid_from, m.valid_to) @> current_date
                          join luheng.body w on w.code = m.within
                          where w.code in (select luheng.seen_bodies()) order by 2 limit :most""")
                .param("most", MOST)
                .query((row, number) -> new Choice(row.getString("code"), row.getString("name")))
                .list();
    }

    /** @return its code */
    public String addOutlet(String owner, String number, String name, String permit, @Nullable LocalDate since) {
        return jdbc.sql("select luheng.add_outlet(:owner, :number, :name, :permit, :since)")
                .param("owner", owner)
                .param("number", number)
                .param("name", name)
                .param("permit", permit)
                .param("since", since)
                .query(String.class)
                .single();
    }

    /** @param since first day on which it measures that outlet; null: always did */
    public void adopt(
            String mn,
            String name,
            int edition,
            String strictness,
            String password,
            byte @Nullable [] key,
            String outlet,
            @Nullable LocalDate since,
            boolean sample) {
        jdbc.sql(
                        "select luheng.adopt_device(:mn, :name, :edition, :strictness, :password, cast(:key as bytea), :outlet, :since, :sample)")
                .param("mn", mn)
                .param("name", name)
                .param("edition", edition)
                .param("strictness", strictness)
                .param("password", password)
                .param("key", key)
                .param("outlet", outlet)
                .param("since", since)
                .param("sample", sample)
                .query(Integer.class)
                .single();
    }
}
