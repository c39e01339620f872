package org.luheng.app.register.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luheng.app.register.Body;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads bodies. */
@Repository
public class BodyStore {
    private static final String BODY = """
            select b.code, b.kind, b.name, b.valid_from, b.valid_to, b.note,
              array(select a.name from luheng.body_alias a where a.body = b.code order by a.name) as aliases
            from luheng.body b
            """;

    private final JdbcClient jdbc;

    public BodyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Body> find(String code) {
        return jdbc.sql(BODY + "where b.code = :code")
                .param("code", code)
                .query((row, number) -> body(row))
                .optional();
    }

    public List<Body> named(String name) {
        return jdbc.sql(BODY + """
                where b.name = :name or b.code in (select a.body from luheng.body_alias a where a.name = :name)
                order by b.code""")
                .param("name", name)
                .query((row, number) -> body(row))
                .list();
    }

    public List<Body> ofKinds(List<Body.Kind> kinds) {
        return jdbc.sql(
                        BODY
                                + "where b.kind in (:kinds) and (b.valid_to is null or b.valid_to > current_date) order by b.code")
                .param("kinds", kinds.stream().map(Body.Kind::word).toList())
                .query((row, number) -> body(row))
                .list();
    }

    public List<Body> around(String code, LocalDate day) {
        return members("within", "body", code, day);
    }

    public List<Body> within(String code, LocalDate day) {
        return members("body", "within", code, day);
    }

    private List<Body> members(String wanted, String known, String code, LocalDate day) {
        return jdbc.sql(BODY
                        + "where b.code in (select m." + wanted + " from luheng.body_membership m where m." + known
                        + " = :code and daterange(m.valid_from, m.valid_to) @> :day::date) order by b.code")
                .param("code", code)
                .param("day", day)
                .query((row, number) -> body(row))
                .list();
    }

    private static Body body(ResultSet row) throws SQLException {
        Array aliases = row.getArray("aliases");
        return new Body(
                row.getString("code"),
                Body.Kind.of(row.getString("kind")),
                row.getString("name"),
                List.of((String[]) aliases.getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("note"));
    }
}
