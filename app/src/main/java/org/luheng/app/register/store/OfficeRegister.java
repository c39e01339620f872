package org.luheng.app.register.store;

import java.util.List;
import org.luheng.app.register.Enterprises;
import org.luheng.app.register.NewBody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enterprises and institutions within the reach of who acts. Within a transaction, which alone knows who that is. */
@Repository
public class OfficeRegister {
    private static final String KEPT = """
              from luheng.body b
              left join luheng.enterprise e on e.code = b.code
              left join lateral (select m.within from luheng.body_membership m
                                   join luheng.region r on r.code = m.within
                                   where m.body = b.code and (m.valid_to is null or m.valid_to > current_date)
                                   order by m.id desc limit 1) as lies on true
              left join luheng.body place on place.code = lies.within
              where b.kind in ('企业', '公共机构') and b.code in (select luheng.seen_bodies())
                and (:text = '' or strpos(lower(b.name), :text) > 0 or strpos(lower(b.code), :text) > 0)
            """;

    private final JdbcClient jdbc;

    OfficeRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param industry empty: not known, or an institution */
    public record Kept(String code, String kind, String name, String industry, String place) {}

    public List<Kept> search(String text, int limit, long offset) {
        return jdbc.sql("select b.code, b.kind, b.name, coalesce(e.industry, '') as industry,"
                        + " coalesce(place.name, '') as place "
                        + KEPT + " order by b.name, b.code limit :limit offset :offset")
                .param("text", text)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Kept(
                        row.getString("code"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("industry"),
                        row.getString("place")))
                .list();
    }

    /** By name; of more than {@code most} the first. */
    public List<Enterprises.Choice> choices(int most) {
        return jdbc.sql("select code, name from luheng.body where kind in ('企业', '公共机构')"
                        + " and code in (select luheng.seen_bodies()) order by name, code limit :most")
                .param("most", most)
                .query((row, number) -> new Enterprises.Choice(row.getString("code"), row.getString("name")))
                .list();
    }

    public int count(String text) {
        return jdbc.sql("select count(*) " + KEPT)
                .param("text", text)
                .query(Integer.class)
                .single();
    }

    /** Places that who acts may add bodies in. */
    public List<Reach> reach() {
        return jdbc.sql("""
                        select b.code, b.name from luheng.body b
                          where b.kind = '地区' and b.code in (select luheng.seen_bodies())
                            and (b.valid_to is null or b.valid_to > current_date) order by b.code""")
                .query((row, number) -> new Reach(row.getString("code"), row.getString("name")))
                .list();
    }

    public record Reach(String code, String name) {}

    /** The database refuses what lies outside (LH010), and a code that is there already. */
    public void add(NewBody body) {
        jdbc.sql("select luheng.add_body(?, ?, ?, ?, ?)")
                .param(body.code().text())
                .param(body.kind().word())
                .param(body.name())
                .param(body.industry())
                .param(body.place())
                .query((row, number) -> "")
                .list();
    }
}
