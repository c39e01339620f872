package org.luheng.document;

import org.jspecify.annotations.Nullable;
import org.luheng.files.Place;
import org.luheng.files.Spot;

/**
 * Where some characters of the text stand in the document.
 *
 * @param from first character (UTF-16 unit)
 * @param to behind the last
 * @param page from 1; 0: the form of the document does not say
 * @param paragraph from 1, of documents that flow; line of a plain text; 0 on laid out pages
 * @param cell of a table, else null
 * @param box on the page, of laid out documents, else null
 */
public record Origin(
        int from,
        int to,
        int page,
        int paragraph,
        @Nullable Cell cell,
        @Nullable Box box) {

    /** All from 1; tables are counted through the document. */
    public record Cell(int table, int row, int column) {}

    Place place(String label, Kind kind) {
        if (kind == Kind.TEXT) {
            return Place.line(label, paragraph);
        }
        Spot spot = cell == null ? new Spot(page, paragraph, 0, 0) : new Spot(page, 0, cell.table(), cell.row());
        return Place.spot(label, spot);
    }

    /** {@code 第12页}, {@code 第3页表1第4行第2列}, {@code 第35段}. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        if (page > 0) {
            words.append('第').append(page).append('页');
        }
        if (cell != null) {
            words.append('表')
                    .append(cell.table())
                    .append('第')
                    .append(cell.row())
                    .append("行第")
                    .append(cell.column())
                    .append('列');
        } else if (paragraph > 0) {
            words.append('第').append(paragraph).append('段');
        }
        return words.toString();
    }
}
