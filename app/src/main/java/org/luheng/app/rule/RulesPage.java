package org.luheng.app.rule;

import java.util.List;
import org.luheng.accounting.Certainty;
import org.luheng.app.page.Frame;
import org.luheng.files.RuleTables.RuleTable;

/** Every table of rules of this installation. */
public record RulesPage(Frame frame, List<RuleTable> tables, String hash) {
    /** How many rows rest on what nobody has checked against its source. */
    public int unsettled(RuleTable table) {
        return (int) table.rows().stream()
                .map(row -> Certainty.of(table.cell(row, "certainty")))
                .filter(certainty -> certainty != null && !certainty.settled())
                .count();
    }
}
