package org.luheng.app.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a person may take it away. Cells are text, {@link BigDecimal}, {@link Link} or null; numbers stay numbers in the file.
 *
 * @param name file name without ending
 * @param notes printed below the rows: what it shows, as of when, sample or not
 */
public record Table(
        String name,
        String title,
        List<String> columns,
        List<List<@Nullable Object>> rows,
        List<String> notes,
        boolean samples) {
    /** A cell that leads back to a page; the file keeps the link. */
    public record Link(String text, String address) {}

    public static final String SAMPLE_NOTE = "样例数据：本表含由程序生成的样例，不代表任何地区的真实情况";

    /** Rows one by one, in the order of the columns. */
    public static final class Builder {
        private final String name;
        private final String title;
        private final List<String> columns;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Builder(String name, String title, List<String> columns) {
            this.name = name;
            this.title = title;
            this.columns = columns;
        }

        public Builder row(@Nullable Object... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(cells.length + " cells for " + columns);
            }
            rows.add(Arrays.asList(cells));
            return this;
        }

        public Builder note(String note) {
            notes.add(note);
            return this;
        }

        public Table build(boolean samples) {
            if (samples) {
                notes.add(SAMPLE_NOTE);
            }
            return new Table(name, title, columns, rows, notes, samples);
        }
    }

    public static Builder of(String name, String title, String... columns) {
        return new Builder(name, title, List.of(columns));
    }
}
