package org.luheng.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The table of a {@link Calculation}: rows that can be read, and what was found so far. Not safe for several threads.
 *
 * @param leftOut how many rows cannot be read at all
 * @param findings where what is found later goes; the rows write there
 */
record InputTable(String label, List<Row> rows, int leftOut, Findings findings) {
    private static final int MOST_ROWS = 20_000;

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
        ofTable.forEach(finding -> atFault.add(finding.place().line()));
        Findings findings = new Findings();
        findings.addAll(ofTable.list());
        if (table.rows().isEmpty() && atFault.isEmpty()) {
            findings.add(Fault.NO_ROWS, Place.file(label), "");
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            if (!atFault.contains(row.line())) {
                rows.add(new Row(row.place(), row.columns(), row.fields(), findings));
            }
        }
        return new InputTable(label, rows, atFault.size(), findings);
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
