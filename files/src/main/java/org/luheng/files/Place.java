package org.luheng.files;

import org.jspecify.annotations.Nullable;

/**
 * Where in what came from outside something stands.
 *
 * @param file as the user knows it
 * @param sheet of a workbook, else null
 * @param line from 1; 0: the file as a whole
 * @param character position in the line, from 1; 0: not known
 * @param column name of a table's column or of a key, null: the line as a whole
 * @param spot in a document whose lines nobody sees, else null; then there is no line
 */
public record Place(
        String file,
        @Nullable String sheet,
        int line,
        int character,
        @Nullable String column,
        @Nullable Spot spot) {
    public static Place file(String file) {
        return new Place(file, null, 0, 0, null, null);
    }

    public static Place line(String file, int line) {
        return new Place(file, null, line, 0, null, null);
    }

    public static Place spot(String file, Spot spot) {
        return new Place(file, null, 0, 0, null, spot);
    }

    /** A named part of an address or form. */
    public static Place parameter(String name) {
        return new Place(name, null, 0, 0, null, null);
    }

    public Place column(String name) {
        return new Place(file, sheet, line, character, name, spot);
    }

    public Place character(int position) {
        return new Place(file, sheet, line, position, column, spot);
    }

    public Place sheet(String name) {
        return new Place(file, name, line, character, column, spot);
    }

    /** {@code targets.csv 第12行 value 列}, {@code 方案.pdf 第3页} */
    public String inWords() {
        StringBuilder words = new StringBuilder(file);
        if (sheet != null) {
            words.append(" 工作表").append(sheet);
        }
        if (spot != null) {
            words.append(' ').append(spot.inWords());
        }
        if (line > 0) {
            words.append(" 第").append(line).append("行");
        }
        if (character > 0) {
            words.append("第").append(character).append("字");
        }
        if (column != null) {
            words.append(' ').append(column).append(character > 0 ? " 项" : " 列");
        }
        return words.toString();
    }
}
