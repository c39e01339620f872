package org.luheng.app.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luheng.app.access.Sights;
import org.luheng.app.approval.Draft;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.FolderText;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.luheng.files.RowChange;
import org.luheng.files.RuleChanges;
import org.luheng.files.RuleTables;
import org.luheng.files.RulesFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which editions of the rules two persons of an office have accepted. An edition that its office accepted holds for the place and
 * whatever lies in it. Reading a folder is no acceptance: until then results are shown, and nothing can be sealed.
 */
@Service
public class RuleEditions implements Matter {
    private static final String KIND = "rules";
    private static final String SHA256 = "rules_sha256";
    private static final String BEFORE = "before_sha256";

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Proposals proposals;
    private final FolderText present;
    private final String sha256;
    private final RuleTables tables;
    private final Register register;
    private final Sights sights;

    RuleEditions(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Proposals proposals,
            RulesFolder rules,
            RuleTables tables,
            Register register,
            Sights sights) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.proposals = proposals;
        this.present = rules.edition();
        this.sha256 = rules.rules().hash();
        this.tables = tables;
        this.register = register;
        this.sights = sights;
    }

    /** @param region whose office accepted it; it holds there and in whatever lies there */
    public record Acceptance(String region, String sha256, long proposal, Instant at) {}

    /** What accepts the present edition for a place: by its own office or one above. */
    public Optional<Acceptance> of(String region) {
        return accepted("sha256 = ? and ? in (select luheng.below(region))", sha256, region).stream()
                .findFirst();
    }

    /** @throws Refused where two persons have not accepted the present edition for the place */
    public void requireAccepted(String region) {
        if (of(region).isEmpty()) {
            throw Refused.of(Finding.of(Fault.RULES_NOT_ACCEPTED, Place.parameter("规则"), brief(sha256)));
        }
    }

    /** Of all places, the latest first. */
    List<Acceptance> all() {
        return accepted("true");
    }

    /** The one that held for a place before an edition, as far as there was one. */
    Optional<Acceptance> before(String region, String edition) {
        return accepted("sha256 <> ? and ? in (select luheng.below(region))", edition, region).stream()
                .findFirst();
    }

    private List<Acceptance> accepted(String which, String... params) {
        return Objects.requireNonNull(transactions.execute(
                status -> database.sql("select region, sha256, proposal, recorded from luheng.rules_acceptance where "
                                + which + " order by recorded desc")
                        .params((Object[]) params)
                        .query(RuleEditions::acceptance)
                        .list()));
    }

    private static Acceptance acceptance(ResultSet row, int number) throws SQLException {
        return new Acceptance(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** Word for word, if it is the present one or was ever proposed. */
    Optional<FolderText> edition(String wanted) {
        if (wanted.equals(sha256)) {
            return Optional.of(present);
        }
        return Objects.requireNonNull(
                transactions.execute(status -> database.sql("select content from luheng.rules_edition where sha256 = ?")
                        .param(wanted)
                        .query((row, number) -> FolderText.of(row.getBytes(1)))
                        .optional()));
    }

    /**
     * Proposes to accept the edition that is here now, for the place of the office that asks.
     *
     * @return the number of the proposal
     */
    public long propose(String reason) {
        String region = Objects.requireNonNullElse(sights.current().region(), "");
        proposals.requireOffice(region);
        if (of(region).isPresent()) {
            throw Refused.of(Finding.of(Fault.RULES_ALREADY_ACCEPTED, Place.parameter("规则"), brief(sha256)));
        }
        String before = before(region, sha256).map(Acceptance::sha256).orElse("");
        transactions.executeWithoutResult(status -> database.sql(
                        "insert into luheng.rules_edition (sha256, content) values (?, ?) on conflict do nothing")
                .param(sha256)
                .param(present.content())
                .update());
        return proposals.propose(new Draft(
                KIND,
                region,
                region,
                "确认规则：" + register.name(region) + "，" + brief(sha256),
                Map.of(SHA256, sha256, BEFORE, before),
                reason,
                0));
    }

    /** The proposal that waits for its second person. */
    Optional<Proposal> open(String region) {
        return proposals.open(KIND, region);
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public String word() {
        return "确认规则";
    }

    @Override
    public Runnable ready(Proposal proposal) {
        if (!sha256.equals(proposal.said(SHA256))) {
            throw Refused.of(Finding.of(
                    Fault.MOVED_ON,
                    Place.parameter("规则"),
                    brief(proposal.said(SHA256)),
                    "what",
                    "现在用的规则已是另一版（" + brief(sha256) + "）"));
        }
        return () -> database.sql("insert into luheng.rules_acceptance (region, sha256, proposal) values (?, ?, ?)")
                .param(proposal.scope())
                .param(sha256)
                .param(proposal.id())
                .update();
    }

    @Override
    public List<Change> changes(Proposal proposal) {
        String before = proposal.said(BEFORE);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("规则版本 sha256", before, proposal.said(SHA256)));
        if (before.isEmpty()) {
            edition(proposal.said(SHA256))
                    .ifPresent(edition -> changes.add(
                            new Change("此前没有确认过的版本", "", "全部 " + edition.texts().size() + " 个表")));
            return changes;
        }
        edition(before)
                .flatMap(then -> edition(proposal.said(SHA256)).map(now -> byFile(then, now)))
                .orElse(Map.of())
                .forEach((file, ofFile) -> changes.add(new Change(title(file), "", inWords(ofFile))));
        return changes;
    }

    /** What changed, in the order of the files. */
    static Map<String, List<RowChange>> byFile(FolderText before, FolderText after) {
        return RuleChanges.between(before, after).stream()
                .collect(Collectors.groupingBy(RowChange::file, LinkedHashMap::new, Collectors.toList()));
    }

    /** What a table is called; its file where it has no name. */
    String title(String file) {
        return tables.tables().stream()
                .filter(table -> table.file().equals(file))
                .findFirst()
                .map(RuleTables.RuleTable::title)
                .orElse(file);
    }

    /** 新增 2 行、修改 1 行. */
    static String inWords(List<RowChange> changes) {
        Map<RowChange.Kind, Integer> counts = new EnumMap<>(RowChange.Kind.class);
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getKey().word() + " " + count.getValue() + " 行")
                .collect(Collectors.joining("、"));
    }

    @Override
    public String address(Proposal proposal) {
        return RuleChangesPage.address(proposal.said(BEFORE), proposal.said(SHA256));
    }

    static String brief(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length())) + "…";
    }
}
