package org.luheng.document;

import java.util.ArrayList;
import java.util.List;

/** A script set on A4 pages as official documents are: 28 characters a line, 22 lines a page, page numbers below; millimetres. */
final class Typeset {
    static final double SIZE = 5.6;
    private static final double LEFT = 28;
    private static final double TOP = 37;
    private static final double LINE = 9.8;
    private static final int LINES = 22;
    private static final int CHARACTERS = 28;

    final List<Sheet> sheets = new ArrayList<>();
    private final String header;
    private int line = LINES;

    record Piece(String words, double x, double baseline) {}

    record Stroke(double x1, double y1, double x2, double y2) {}

    record Sheet(List<Piece> pieces, List<Stroke> strokes) {}

    private Typeset(String header) {
        this.header = header;
    }

    static Typeset of(Script script, String header) {
        Typeset typeset = new Typeset(header);
        for (Script.Part part : script.parts()) {
            switch (part) {
                case Script.Words words -> typeset.paragraph(words.words());
                case Script.Rows rows -> typeset.table(rows.rows());
            }
        }
        return typeset;
    }

    private Sheet sheet() {
        if (line >= LINES) {
            Sheet sheet = new Sheet(new ArrayList<>(), new ArrayList<>());
            sheets.add(sheet);
            line = 0;
            if (!header.isEmpty()) {
                sheet.pieces().add(new Piece(header, 60, 20));
            }
            sheet.pieces().add(new Piece("— " + sheets.size() + " —", 95, 280));
        }
        return sheets.getLast();
    }

    private void paragraph(String words) {
        // Two characters are left free before the first line.
        int indent = 2;
        int at = 0;
        while (at < words.length()) {
            int end = Math.min(words.length(), at + CHARACTERS - indent);
            sheet().pieces().add(new Piece(words.substring(at, end), LEFT + indent * SIZE, TOP + line * LINE));
            line++;
            at = end;
            indent = 0;
        }
    }

    private void table(List<List<String>> rows) {
        double width = CHARACTERS * SIZE / rows.getFirst().size();
        int fits = (int) (width / SIZE) - 1;
        for (List<String> row : rows) {
            int lines = row.stream()
                    .mapToInt(cell -> (cell.length() + fits - 1) / fits)
                    .max()
                    .orElse(1);
            if (line + lines > LINES) {
                line = LINES;
            }
            Sheet sheet = sheet();
            double top = TOP + (line - 1) * LINE + 2;
            double bottom = top + lines * LINE;
            for (int column = 0; column <= row.size(); column++) {
                double x = LEFT + column * width;
                sheet.strokes().add(new Stroke(x, top, x, bottom));
            }
            sheet.strokes().add(new Stroke(LEFT, top, LEFT + row.size() * width, top));
            sheet.strokes().add(new Stroke(LEFT, bottom, LEFT + row.size() * width, bottom));
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                for (int at = 0, down = 0; at < cell.length(); at += fits, down++) {
                    sheet.pieces()
                            .add(new Piece(
                                    cell.substring(at, Math.min(cell.length(), at + fits)),
                                    LEFT + column * width + 1,
                                    TOP + (line + down) * LINE));
                }
            }
            line += lines;
        }
    }

    /** Latin letters and digits are half as wide. */
    static double width(char c) {
        return c < 0x2E80 && c != '—' && c != '“' && c != '”' ? SIZE / 2 : SIZE;
    }
}
