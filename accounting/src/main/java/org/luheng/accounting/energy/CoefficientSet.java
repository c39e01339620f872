package org.luheng.accounting.energy;

import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;

/**
 * A table of coefficients as one standard or form prints it; a coefficient belongs to a set, not to a fuel. A row of {@code
 * rules/coefficient-sets.csv}.
 *
 * @param regions rank among the sets taken for regions, 1 first; null: only where asked for
 * @param enterprises the same for enterprises
 */
public record CoefficientSet(
        String id,
        String title,
        @Nullable Integer regions,
        @Nullable Integer enterprises,
        int from,
        int to,
        String source,
        Certainty certainty) {}
