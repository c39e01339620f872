package org.luheng.files;

/**
 * Where in a document that has no lines of its own something stands: on a page, in a paragraph, in a row of a table.
 *
 * @param page from 1; 0: the form of the document does not say
 * @param paragraph from 1, counted through a document that flows; 0: it is laid out on pages, or this is a table
 * @param table from 1, counted through the document; 0: it stands in none
 * @param row of the table, from 1; 0: it stands in none
 */
public record Spot(int page, int paragraph, int table, int row) {
    /** {@code 第3页表2第4行}, {@code 第12段}; empty where nothing is known. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        if (page > 0) {
            words.append('第').append(page).append('页');
        }
        if (table > 0) {
            words.append('表').append(table).append('第').append(row).append('行');
        } else if (paragraph > 0) {
            words.append('第').append(paragraph).append('段');
        }
        return words.toString();
    }
}
