package org.luheng.app.fact.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;

/** One row of a file on its way into the database. */
public sealed interface Incoming {
    int line();

    /**
     * A row that can be read.
     *
     * @param published as stated in the row; null: not stated
     */
    record Said(int line, Fact fact, @Nullable LocalDate published) implements Incoming {}

    /**
     * A row that cannot.
     *
     * @param fault code of the catalogue
     * @param field column at fault, empty: the row
     * @param given the value refused
     */
    record Refused(int line, String fault, String field, String message, String given) implements Incoming {}
}
