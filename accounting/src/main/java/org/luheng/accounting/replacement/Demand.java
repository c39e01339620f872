package org.luheng.accounting.replacement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one project adds of one subject, and what is to replace it; tonnes a year.
 *
 * @param conditions what is known of each; one that is not there is not known
 * @param kind of project, for exemptions; empty: none of the exempt ones
 * @param provincial the province's own ratio, null where none is given
 * @param where the project stands in its table
 */
public record Demand(
        String id,
        String name,
        String region,
        int year,
        Subject subject,
        BigDecimal added,
        Map<Condition, Boolean> conditions,
        String kind,
        @Nullable BigDecimal provincial,
        List<Source> sources,
        String where) {
    public Demand {
        conditions = Map.copyOf(conditions);
        sources = List.copyOf(sources);
    }

    /** Whose the figures are: the project and what it replaces. */
    public String key() {
        return id + " " + subject.code();
    }

    /**
     * Where it comes from.
     *
     * @param name of the source, the same wherever it is used
     * @param amount taken by this project
     * @param available what the source has in all; null where that is not said
     */
    public record Source(
            String name, BigDecimal amount, @Nullable BigDecimal available, String where) {}
}
