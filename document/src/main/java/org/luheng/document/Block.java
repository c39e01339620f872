package org.luheng.document;

import java.util.List;

/** A part of a document that flows. */
sealed interface Block {
    /**
     * @param words a line break within them parts lines
     * @param page 0: not known
     */
    record Paragraph(String words, int page) implements Block {}

    /** @param rows not all of one length */
    record Grid(List<List<Cell>> rows) implements Block {}

    /**
     * @param width columns it covers
     * @param merged what fills it: its own words, or those of the cell above that reaches down into it
     */
    record Cell(List<Block> blocks, int width, boolean merged) {}
}
