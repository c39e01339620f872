package org.luheng.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text while it is written: one paragraph, printed line or row of a table after the other, with their origins. */
final class Manuscript {
    /** A cell of so much running text is a column of a page, not a cell. */
    private static final int LONG = 200;

    private static final Pattern NUMBER = Pattern.compile("[（(]?[<>≤≥±+\\-－—]?\\d[\\d.,]*[%％]?[）)]?");

    private final Original original;
    private final StringBuilder text = new StringBuilder();
    private final List<Origin> origins = new ArrayList<>();
    private int paragraphs;
    private int tables;

    Manuscript(Original original) {
        this.original = original;
    }

    /** A cell as it will be printed. */
    record Slot(String words, int page, @Nullable Box box) {}

    DocumentText finish(Kind kind, int pages) {
        return new DocumentText(text.toString(), kind, pages, origins);
    }

    boolean isBlank() {
        return origins.isEmpty();
    }

    void write(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> paragraph(paragraph.words(), paragraph.page());
                case Block.Grid grid -> grid(grid);
            }
        }
    }

    void paragraph(String words, int page) {
        paragraphs++;
        words.lines().forEach(line -> line(line, page, paragraphs, null));
    }

    void printedLine(String words, int page, Box box) {
        line(words, page, 0, box);
    }

    private void line(String words, int page, int paragraph, @Nullable Box box) {
        int from = text.length();
        append(words);
        if (!words.isBlank()) {
            origins.add(new Origin(from, text.length(), page, paragraph, null, box));
        }
        text.append('\n');
    }

    private void append(String words) {
        if (text.length() + words.length() > original.bounds.characters()) {
            throw original.tooMuch("文字", original.bounds.characters() / 10_000 + " 万字");
        }
        text.append(words);
        original.step();
    }

    void startTable() {
        tables++;
    }

    /** @param row from 1 */
    void row(int row, List<Slot> slots) {
        for (int column = 0; column < slots.size(); column++) {
            if (column > 0) {
                text.append('\t');
            }
            Slot slot = slots.get(column);
            int from = text.length();
            append(slot.words());
            if (!slot.words().isEmpty()) {
                origins.add(new Origin(
                        from, text.length(), slot.page(), 0, new Origin.Cell(tables, row, column + 1), slot.box()));
            }
        }
        text.append('\n');
    }

    private void grid(Block.Grid grid) {
        if (isLayout(grid)) {
            grid.rows().forEach(row -> row.forEach(cell -> write(cell.blocks())));
            return;
        }
        startTable();
        int columns = 0;
        for (List<Block.Cell> row : grid.rows()) {
            columns = Math.max(columns, row.stream().mapToInt(Block.Cell::width).sum());
        }
        Map<Integer, Slot> above = new HashMap<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            List<Block.Cell> cells = grid.rows().get(row);
            if (isAcross(cells, columns) && (row == 0 || row == grid.rows().size() - 1)) {
                // A title over the table, or a note below it.
                cells.forEach(cell -> write(cell.blocks()));
            } else {
                row(row + 1, slots(cells, above));
            }
        }
    }

    private static List<Slot> slots(List<Block.Cell> cells, Map<Integer, Slot> above) {
        List<Slot> slots = new ArrayList<>();
        List<Slot> own = cells.stream().map(Manuscript::slot).toList();
        boolean body = own.stream().anyMatch(slot -> isNumber(slot.words()));
        for (int at = 0; at < cells.size(); at++) {
            Block.Cell cell = cells.get(at);
            Slot slot = own.get(at);
            if (cell.merged()) {
                slot = ofMerged(above.get(slots.size()), body);
            } else {
                above.put(slots.size(), slot);
            }
            slots.add(slot);
            for (int covered = 1; covered < cell.width(); covered++) {
                above.remove(slots.size());
                slots.add(new Slot("", slot.page(), null));
            }
        }
        return slots;
    }

    /**
     * What stands in a cell that is one with the cell above: in rows of values its words, so that each row says whose values
     * they are; nothing in a header, where they would be said twice, and never a number, which is the value of all rows together.
     */
    static Slot ofMerged(@Nullable Slot above, boolean body) {
        return above == null || !body || isNumber(above.words()) ? new Slot("", 0, null) : above;
    }

    static boolean isNumber(String words) {
        return words.length() <= 20 && NUMBER.matcher(words).matches();
    }

    private static Slot slot(Block.Cell cell) {
        StringBuilder words = new StringBuilder();
        int page = 0;
        for (Block block : cell.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                Words.join(words, Words.inOneLine(paragraph.words()));
                page = page == 0 ? paragraph.page() : page;
            }
        }
        return new Slot(words.toString(), page, null);
    }

    private static boolean isAcross(List<Block.Cell> cells, int columns) {
        return columns > 1 && cells.size() == 1;
    }

    /** A frame around paragraphs, or a table that only says where on the page they stand. */
    private static boolean isLayout(Block.Grid grid) {
        boolean single = true;
        for (List<Block.Cell> row : grid.rows()) {
            single &= row.size() <= 1;
            for (Block.Cell cell : row) {
                int length = 0;
                for (Block block : cell.blocks()) {
                    if (block instanceof Block.Paragraph paragraph) {
                        length += paragraph.words().length();
                    } else {
                        return true;
                    }
                }
                if (grid.rows().size() <= 2 && cell.blocks().size() >= 3 && length >= LONG) {
                    return true;
                }
            }
        }
        return single;
    }
}
