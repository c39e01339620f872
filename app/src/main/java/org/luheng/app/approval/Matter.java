package org.luheng.app.approval;

import java.util.List;
import org.luheng.files.Refused;

/** A kind of thing that needs two persons: what it means, whether it still holds, and how it takes effect. */
public interface Matter {
    /** Kept with each proposal, and asked for by the tables that the decision leads to. */
    String code();

    /** What is done, in Chinese: 确认方案. */
    String word();

    /**
     * Whether everything is still as it was proposed.
     *
     * @throws Refused where it is not
     */
    void require(Proposal proposal);

    /** Takes effect; in the transaction of the confirmation, after it, and after {@link #require}. */
    void apply(Proposal proposal);

    /** What exactly changes, for who has to decide. */
    List<Change> changes(Proposal proposal);

    /** What it is about, as a page. */
    String address(Proposal proposal);

    /** What has to be approved by name, in words with its number; asked only where there are caveats. */
    default String caveats(Proposal proposal) {
        return "保留事项 " + proposal.caveats() + " 项";
    }

    /** @param before empty where there was nothing */
    record Change(String what, String before, String after) {}
}
