package org.luheng.app.fact;

import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;

/**
 * What became of one line.
 *
 * @param fact stored by this line, or known already; null where the line was rejected
 * @param previous what it corrects; only where updated
 * @param fault code of the catalogue, with column, text and refused value; only where rejected
 */
public record ReceiptRow(
        int line,
        Outcome outcome,
        @Nullable Fact fact,
        @Nullable Fact previous,
        @Nullable String fault,
        @Nullable String field,
        @Nullable String message,
        @Nullable String given) {}
