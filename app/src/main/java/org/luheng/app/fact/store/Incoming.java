package org.luheng.app.fact.store;

import org.luheng.accounting.Fact;

/** One row of a file on its way into the database. */
public sealed interface Incoming {
    int line();

    /** A row that can be read; where it states no day of publication, its fact has none. */
    record Said(int line, Fact fact) implements Incoming {}

    /**
     * A row that cannot.
     *
     * @param fault code of the catalogue
     * @param field column at fault, empty: the row
     * @param given the value refused
     */
    record Refused(int line, String fault, String field, String message, String given) implements Incoming {}
}
