package org.luheng.reader;

import java.util.List;

/**
 * A table of the document, also one whose cells a PDF flattened into lines.
 *
 * @param rows header first; cells without stray blanks
 */
public record Table(String section, String title, List<List<String>> rows, Quote quote) {
    public Table {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
