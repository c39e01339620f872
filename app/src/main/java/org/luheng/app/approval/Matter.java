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
     * Looks whether everything is still as it was proposed.
     *
     * @return what the confirmation does; run after it, in its transaction
     * @throws Refused where things have moved on
     */
    Runnable ready(Proposal proposal);

    /** After the confirmation is kept: what is held in memory follows. */
    default void settled(Proposal proposal) {}

    /** What exactly changes, for who has to decide. */
    List<Change> changes(Proposal proposal);

    /** The page that shows what it is about. */
    String address(Proposal proposal);

    /** What has to be approved by name, in words with its number; asked only where there are caveats. */
    default String caveats(Proposal proposal) {
        return "保留事项 " + proposal.caveats() + " 项";
    }

    /** @param before empty where there was nothing */
    record Change(String what, String before, String after) {}
}
