package org.luheng.app.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.app.approval.Proposal;
import org.luheng.app.page.Frame;
import org.luheng.files.RuleTables.RuleTable;

/**
 * Every table of rules of this installation, and who has accepted which edition.
 *
 * @param hash of the present edition
 * @param accepted of all places, the latest first
 * @param own whether the present edition holds for the reader's place; null for who has none
 */
public record RulesPage(
        Frame frame,
        List<RuleTable> tables,
        String hash,
        List<Accepted> accepted,
        @Nullable Own own) {

    /** @param before the edition that held there until then, empty: none */
    public record Accepted(String place, String sha256, Instant at, String before) {
        public String changes() {
            return RuleChangesPage.address(before, sha256);
        }
    }

    /**
     * @param at when the present edition was accepted, null: it is not
     * @param proposal that was confirmed; null for who may not read it
     * @param open number of a proposal that waits for its second person, null: none
     * @param mayPropose the reader is of the office
     * @param before the edition that holds until then, empty: none
     */
    public record Own(
            String place,
            @Nullable Instant at,
            @Nullable Proposal proposal,
            @Nullable Long open,
            boolean mayPropose,
            String before) {}

    /** How many rows rest on what nobody has checked against its source. */
    public int unsettled(RuleTable table) {
        return (int) table.rows().stream()
                .map(row -> Certainty.of(table.cell(row, "certainty")))
                .filter(certainty -> certainty != null && !certainty.settled())
                .count();
    }

    public String changes(String before) {
        return RuleChangesPage.address(before, hash);
    }
}
