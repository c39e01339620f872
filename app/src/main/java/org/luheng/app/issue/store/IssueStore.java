package org.luheng.app.issue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.app.issue.Issue;
import org.luheng.files.SealedResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Issues as the current actor sees them; always within a transaction, which alone has a context. */
@Repository
public class IssueStore {
    private static final String COLUMNS =
            "select id, plan, number, region, title, period, day, last_fact, plan_sha256, rules_sha256, facts_sha256, sha256,"
                    + " figures, lights, bracketed, sample, proposal, recorded, luheng.published(id) as published"
                    + " from luheng.issue ";

    private final JdbcClient jdbc;

    public IssueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Issue> all() {
        return jdbc.sql(COLUMNS + "order by plan, number desc")
                .query(IssueStore::issue)
                .list();
    }

    public List<Issue> of(String plan) {
        return jdbc.sql(COLUMNS + "where plan = ? order by number desc")
                .param(plan)
                .query(IssueStore::issue)
                .list();
    }

    public Optional<Issue> find(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(IssueStore::issue)
                .optional();
    }

    public byte[] content(long id) {
        return jdbc.sql("select content from luheng.issue where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** The database gives the number, and takes nothing that the proposal does not say. */
    public void seal(
            Plan plan,
            String rulesSha256,
            Period period,
            LocalDate day,
            long lastFact,
            SealedResult result,
            long proposal) {
        jdbc.sql("""
                        insert into luheng.issue (plan, region, title, period, day, last_fact, plan_sha256, rules_sha256,
                          facts_sha256, content, sha256, figures, lights, bracketed, sample, proposal)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(plan.id())
                .param(plan.region())
                .param(plan.title())
                .param(period.toString())
                .param(day)
                .param(lastFact)
                .param(plan.hash())
                .param(rulesSha256)
                .param(result.factsSha256())
                .param(result.content())
                .param(result.sha256())
                .param(result.figures())
                .param(result.lights())
                .param(result.bracketed())
                .param(result.samples())
                .param(proposal)
                .update();
    }

    public void publish(long issue, boolean open, long proposal) {
        jdbc.sql("insert into luheng.issue_publication (issue, act, proposal) values (?, ?, ?)")
                .param(issue)
                .param(open ? "公布" : "撤下")
                .param(proposal)
                .update();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        String period = row.getString("period");
        OffsetDateTime published = row.getObject("published", OffsetDateTime.class);
        return new Issue(
                row.getLong("id"),
                row.getString("plan"),
                row.getInt("number"),
                row.getString("region"),
                row.getString("title"),
                Objects.requireNonNull(Period.parse(period), period),
                row.getObject("day", LocalDate.class),
                row.getLong("last_fact"),
                row.getString("plan_sha256"),
                row.getString("rules_sha256"),
                row.getString("facts_sha256"),
                row.getString("sha256"),
                row.getInt("figures"),
                row.getInt("lights"),
                row.getInt("bracketed"),
                row.getBoolean("sample"),
                row.getLong("proposal"),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant());
    }
}
