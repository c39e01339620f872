package org.luheng.app.approval.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.luheng.app.approval.Proposal;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * What waits for a second person, and what was decided.
 *
 * @param shown which of the tabs: {@code open}, {@code mine} or {@code decided}
 * @param proposals of that tab
 * @param words of the kinds
 */
public record ProposalsPage(
        Frame frame,
        String shown,
        List<Tab> tabs,
        List<Proposal> proposals,
        Map<String, String> words,
        UnaryOperator<String> place) {
    public record Tab(String code, String name, int count) {}

    public String word(Proposal proposal) {
        return words.getOrDefault(proposal.kind(), proposal.kind());
    }

    public String download(String format) {
        return "/proposals?show=" + shown + "&format=" + format;
    }

    /** Style of the tag that says how it stands. */
    public static String style(Proposal proposal) {
        Proposal.Decision decision = proposal.decision();
        if (decision == null) {
            return "tag warn";
        }
        return switch (decision.verdict()) {
            case CONFIRMED -> "tag good";
            case REJECTED -> "tag bad";
            case WITHDRAWN -> "tag";
        };
    }

    Table table() {
        Table.Builder table =
                Table.of("绿衡-复核", "复核", "编号", "种类", "事项", "地区", "提请人", "提请时间", "理由", "状态", "决定人", "决定时间", "决定理由");
        for (Proposal proposal : proposals) {
            Proposal.Decision decision = proposal.decision();
            table.row(
                    new java.math.BigDecimal(proposal.id()),
                    word(proposal),
                    proposal.title(),
                    place.apply(proposal.scope()),
                    proposal.proposerName(),
                    Reading.minute(proposal.proposed()),
                    proposal.reason(),
                    proposal.state(),
                    decision == null ? null : decision.deciderName(),
                    decision == null ? null : Reading.minute(decision.at()),
                    decision == null ? null : decision.reason());
        }
        return table.build(false);
    }
}
