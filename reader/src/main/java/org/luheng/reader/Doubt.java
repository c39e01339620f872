package org.luheng.reader;

/**
 * What the reader is not sure of.
 *
 * @param why in the words of the office, Chinese
 */
public record Doubt(String section, Kind kind, String why, Quote quote) {
    /** Sorts of doubt, so that pages can count them. */
    public enum Kind {
        /** A chapter without text. */
        EMPTY_CLAUSE,
        /** A quantity in a frame the grammar does not know; it was left out. */
        UNREAD_QUANTITY,
        /** A target whose indicator could not be named well. */
        NAME,
        /** As many values as subjects was expected. */
        LIST,
        /** Due date, unit or base taken from elsewhere in a way that may be wrong. */
        CONTEXT,
        /** A table whose columns could not be understood. */
        TABLE,
        /** Units of responsibility that could not be told apart. */
        UNITS,
        /** Title, place or period of the document. */
        DOCUMENT
    }
}
