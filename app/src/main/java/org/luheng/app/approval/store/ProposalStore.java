package org.luheng.app.approval.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.luheng.app.approval.Draft;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposals as the current actor sees them; always within a transaction, which alone has a context. */
@Repository
public class ProposalStore {
    private static final String COLUMNS =
            "select id, kind, subject, scope, title, payload, reason, caveats, proposer, proposer_name, recorded,"
                    + " decision, decider, decider_name, decision_reason, caveats_approved, decided from luheng.proposal ";
    private static final int MOST = 1000;
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public ProposalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public boolean mayDecide(String scope) {
        return jdbc.sql("select coalesce(luheng.acting_role() = 'office' and luheng.acting_region() = ?, false)")
                .param(scope)
                .query(Boolean.class)
                .single();
    }

    public long add(Draft draft) {
        return jdbc.sql("insert into luheng.proposal (kind, subject, scope, title, payload, reason, caveats)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?, ?) returning id")
                .param(draft.kind())
                .param(draft.subject())
                .param(draft.scope())
                .param(draft.title())
                .param(json.writeValueAsString(new TreeMap<>(draft.payload())))
                .param(draft.reason())
                .param(draft.caveats())
                .query(Long.class)
                .single();
    }

    public Optional<Proposal> find(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(this::proposal)
                .optional();
    }

    /** Kept from others until the transaction ends; empty where the current actor may not decide it. */
    public Optional<Proposal> hold(long id) {
        return jdbc.sql(COLUMNS + "where id = ? for update")
                .param(id)
                .query(this::proposal)
                .optional();
    }

    public Optional<Proposal> open(String kind, String subject) {
        return jdbc.sql(COLUMNS + "where kind = ? and subject = ? and decision is null")
                .param(kind)
                .param(subject)
                .query(this::proposal)
                .optional();
    }

    public List<Proposal> all() {
        return jdbc.sql(COLUMNS + "order by decision is null desc, coalesce(decided, recorded) desc, id desc limit ?")
                .param(MOST)
                .query(this::proposal)
                .list();
    }

    public void decide(long id, Verdict verdict, String reason, int caveatsApproved) {
        int changed = jdbc.sql("update luheng.proposal set decision = ?, decision_reason = ?, caveats_approved = ?"
                        + " where id = ? and decision is null")
                .param(verdict.word())
                .param(reason)
                .param(caveatsApproved)
                .param(id)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("proposal " + id + " was not decided");
        }
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        Map<String, String> payload = json.readValue(row.getString("payload"), TEXTS);
        String decision = row.getString("decision");
        return new Proposal(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("scope"),
                row.getString("title"),
                payload,
                row.getString("reason"),
                row.getInt("caveats"),
                row.getLong("proposer"),
                row.getString("proposer_name"),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                decision == null
                        ? null
                        : new Proposal.Decision(
                                Verdict.of(decision),
                                row.getLong("decider"),
                                row.getString("decider_name"),
                                Objects.requireNonNullElse(row.getString("decision_reason"), ""),
                                row.getInt("caveats_approved"),
                                row.getObject("decided", OffsetDateTime.class).toInstant()));
    }
}
