package org.luheng.app.approval.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/**
 * One proposal: what exactly, why, by whom, and what the reader may do about it.
 *
 * @param changes before and after
 * @param caveats what has to be approved by name, in words; empty: nothing
 * @param obstacle what keeps it from being confirmed now, null: nothing
 * @param mayDecide the reader is of the office and did not propose it
 * @param mine the reader proposed it and may withdraw it
 */
public record ProposalPage(
        Frame frame,
        Proposal proposal,
        String word,
        String place,
        String address,
        List<Matter.Change> changes,
        String caveats,
        @Nullable Finding obstacle,
        boolean mayDecide,
        boolean mine) {

    public String style() {
        return ProposalsPage.style(proposal);
    }
}
