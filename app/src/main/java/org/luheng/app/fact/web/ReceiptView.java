package org.luheng.app.fact.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.app.fact.Receipt;
import org.luheng.app.fact.ReceiptRow;

/**
 * The answer to an import as data.
 *
 * @param rejected at most the first 1000 rows; all of them are at {@code /api/imports/{id}?outcome=rejected}
 */
record ReceiptView(Receipt receipt, List<Row> rejected) {

    /** What became of one row; decimals are text. */
    record Row(
            int line,
            String outcome,
            @Nullable Long fact,
            @Nullable String value,
            @Nullable String previous,
            @Nullable String code,
            @Nullable String column,
            @Nullable String given,
            @Nullable String message) {

        static Row of(ReceiptRow row) {
            Fact fact = row.fact();
            Fact previous = row.previous();
            return new Row(
                    row.line(),
                    row.outcome().code(),
                    fact == null ? null : fact.sequence(),
                    fact == null ? null : fact.value().toPlainString(),
                    previous == null ? null : previous.value().toPlainString(),
                    row.fault(),
                    row.field(),
                    row.given(),
                    row.message());
        }
    }
}
