package org.luheng.app.approval;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something proposed, and how it was decided.
 *
 * @param scope code of the place whose office decides
 * @param payload the state it was proposed for
 * @param caveats how many things in it have to be approved by name on top
 * @param decision null: still open
 */
public record Proposal(
        long id,
        String kind,
        String subject,
        String scope,
        String title,
        Map<String, String> payload,
        String reason,
        int caveats,
        long proposer,
        String proposerName,
        Instant proposed,
        @Nullable Decision decision) {
    public Proposal {
        payload = Map.copyOf(payload);
    }

    /** @param caveatsApproved as many as the decider approved by name */
    public record Decision(
            Verdict verdict, long decider, String deciderName, String reason, int caveatsApproved, Instant at) {}

    public boolean isOpen() {
        return decision == null;
    }

    /** What the payload says under a name. */
    public String said(String name) {
        String value = payload.get(name);
        if (value == null) {
            throw new IllegalStateException("proposal " + id + " of kind " + kind + " says nothing of " + name);
        }
        return value;
    }

    /** 待复核、确认、退回、撤回 */
    public String state() {
        return decision == null ? "待复核" : decision.verdict().word();
    }
}
