package org.luheng.reader;

import java.util.List;

/**
 * Who answers for a clause.
 *
 * @param section with {@code #1}, {@code #2} where one section has several
 * @param lead those who lead; where nobody is named as leading, all of them
 * @param joint nobody is named as leading and there are several
 * @param inherited units that an earlier sentence puts behind all later clauses (“以下均需…落实，不再列出”)
 */
public record Responsibility(
        String section,
        Quote quote,
        List<String> lead,
        List<String> cooperating,
        boolean joint,
        List<String> inherited) {
    public Responsibility {
        lead = List.copyOf(lead);
        cooperating = List.copyOf(cooperating);
        inherited = List.copyOf(inherited);
    }
}
