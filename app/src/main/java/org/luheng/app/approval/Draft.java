package org.luheng.app.approval;

import java.util.Map;

/**
 * What somebody wants to propose.
 *
 * @param kind code of its {@link Matter}
 * @param subject what it is about: id of the plan, of the issue
 * @param scope code of the place whose office decides
 * @param title in one line, for lists
 * @param payload the state it is proposed for, by name: hashes, numbers, days
 * @param reason why; must be given
 * @param caveats how many things in it have to be approved by name on top, 0: none
 */
public record Draft(
        String kind,
        String subject,
        String scope,
        String title,
        Map<String, String> payload,
        String reason,
        int caveats) {
    public Draft {
        payload = Map.copyOf(payload);
    }
}
