package org.luheng.app.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.luheng.app.review.Act;
import org.luheng.app.review.Decision;
import org.luheng.app.review.KeptReading;
import org.luheng.app.review.Review;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reviews as the current actor sees them; always within a transaction, which alone has a context. */
@Repository
public class ReviewStore {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    public ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Long> of(String region, String sha256) {
        return jdbc.sql("select id from luheng.plan_review where region = ? and sha256 = ?")
                .param(region)
                .param(sha256)
                .query(Long.class)
                .optional();
    }

    /** Empty where it was there already. */
    public Optional<Long> add(
            String region, String sha256, String file, byte[] content, byte[] reading, String follows) {
        return jdbc.sql("""
                        insert into luheng.plan_review (region, sha256, file_name, content, reading, follows)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id""")
                .param(region)
                .param(sha256)
                .param(file)
                .param(content)
                .param(reading)
                .param(follows)
                .query(Long.class)
                .optional();
    }

    /** Without documents and readings, the latest first. */
    public List<Long> all() {
        return jdbc.sql("select id from luheng.plan_review order by id desc")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    public Optional<Review> find(long id) {
        return jdbc.sql("select id, region, sha256, file_name, follows, person, recorded, reading"
                        + " from luheng.plan_review where id = ?")
                .param(id)
                .query((row, number) -> new Review(
                        row.getLong("id"),
                        row.getString("region"),
                        row.getString("sha256"),
                        row.getString("file_name"),
                        row.getString("follows"),
                        row.getString("person"),
                        instant(row),
                        KeptReading.of(row.getBytes("reading")),
                        decisions(id)))
                .optional();
    }

    private List<Decision> decisions(long review) {
        return jdbc.sql("select id, item, act, content, reason, undoes, person, recorded"
                        + " from luheng.plan_review_decision where review = ? order by id")
                .param(review)
                .query((row, number) -> new Decision(
                        row.getLong("id"),
                        row.getString("item"),
                        Act.of(row.getString("act")),
                        JSON.readValue(row.getString("content"), Decision.Content.class),
                        row.getString("reason"),
                        row.getObject("undoes", Long.class),
                        row.getString("person"),
                        instant(row)))
                .list();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded", OffsetDateTime.class).toInstant();
    }

    /** Lets nobody else decide about the review until the end of the transaction. */
    public void hold(long id) {
        jdbc.sql("select pg_advisory_xact_lock(20210013, hashtext(?::text))")
                .param(id)
                .query((row, number) -> number)
                .list();
    }

    /** The document as it came. */
    public byte[] content(long id) {
        return jdbc.sql("select content from luheng.plan_review where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    public void decide(long review, Decision.Draft decision) {
        jdbc.sql("insert into luheng.plan_review_decision (review, item, act, content, reason, undoes)"
                        + " values (?, ?, ?, ?::jsonb, ?, ?)")
                .param(review)
                .param(decision.item())
                .param(decision.act().word())
                .param(JSON.writeValueAsString(decision.content()))
                .param(decision.reason())
                .param(decision.undoes())
                .update();
    }
}
