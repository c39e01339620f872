package org.luheng.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of a {@link Calculation}: its rows, and what was found so far. Not safe for several threads.
 *
 * @param all rows with as many cells as the header, in their order; what is found in them later goes to the findings
 * @param atFault lines that something was found wrong with when the table was read
 * @param ragged the last line with more or fewer cells, null: there is none; such a row may be of anybody
 * @param findings where what is found later goes; the rows write there
 */
record InputTable(
        String label,
        List<Row> all,
        Set<Integer> atFault,
        @Nullable Place ragged,
        Findings findings) {
    static final int MOST_ROWS = 20_000;

    /** @throws Refused where the header is wrong, the rows cannot be told apart, or there are too many */
    static InputTable read(String label, String text, List<Calculation.Column> columns) {
        Findings ofTable = new Findings();
        Table table = Table.read(new Source(label, text), names(columns, true), names(columns, false), ofTable);
        boolean whole = ofTable.list().stream().noneMatch(finding -> finding.fault() == Fault.BROKEN_QUOTES);
        if (table == Table.NONE || !whole || ofTable.unlisted() > 0) {
            throw new Refused(ofTable);
        }
        if (table.rows().size() > MOST_ROWS) {
            throw Refused.of(
                    Finding.of(Fault.TOO_MANY_ROWS, Place.file(label), "", "limit", Integer.toString(MOST_ROWS)));
        }
        Set<Integer> atFault = new HashSet<>();
        Place ragged = null;
        Findings findings = new Findings();
        for (Finding finding : ofTable) {
            findings.add(finding);
            atFault.add(finding.place().line());
            ragged = finding.fault() == Fault.RAGGED_ROW ? finding.place() : ragged;
        }
        if (table.rows().isEmpty() && atFault.isEmpty()) {
            findings.add(Fault.NO_ROWS, Place.file(label), "");
        }
        List<Row> rows = table.rows().stream()
                .map(row -> new Row(row.place(), row.columns(), row.fields(), findings))
                .toList();
        return new InputTable(label, rows, Set.copyOf(atFault), ragged, findings);
    }

    /** The rows that nothing was wrong with when the table was read. */
    List<Row> rows() {
        return all.stream().filter(row -> !atFault.contains(row.line())).toList();
    }

    /** How many rows cannot be read at all. */
    int leftOut() {
        return atFault.size();
    }

    private static Set<String> names(List<Calculation.Column> columns, boolean required) {
        Set<String> names = new LinkedHashSet<>();
        columns.stream().filter(column -> column.required() == required).forEach(column -> names.add(column.name()));
        return names;
    }

    /** Everything found, and how much more there was. */
    List<Finding> notices() {
        List<Finding> notices = new ArrayList<>(findings.list());
        if (findings.unlisted() > 0) {
            notices.add(
                    Finding.of(Fault.MORE_FOUND, Place.file(label), "", "count", Long.toString(findings.unlisted())));
        }
        return notices;
    }
}
