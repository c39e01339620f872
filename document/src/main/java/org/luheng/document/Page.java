package org.luheng.document;

import java.util.List;

/** What is printed on a page, in millimetres from its upper left corner. */
record Page(int number, double width, double height, List<Glyph> glyphs, List<Rule> rules) {
    /** A straight line, upright or level; from the smaller to the greater coordinate. */
    record Rule(boolean level, double at, double from, double to) {}

    /** A part of the page in the order of reading. */
    sealed interface Part {
        Box box();
    }

    record Line(String words, Box box) implements Part {}

    /** @param rows a cell that is null is covered from above */
    record Table(Box box, List<List<TableCell>> rows) implements Part {}

    /** @param above one with the cell above it */
    record TableCell(String words, boolean above, Box box) {}
}
