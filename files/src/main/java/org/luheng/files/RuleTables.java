package org.luheng.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of {@code rules/} as a person reads them: every row as it stands, with words for the columns. What the rows mean
 * is {@link RulesFolder}'s.
 */
public record RuleTables(List<RuleTable> tables) {
    private static final String TABLES = "tables.csv";
    private static final String COLUMNS = "columns.csv";

    /** In the field {@code rests_on}: these rows are no policy. */
    private static final String NOTHING = "-";

    public RuleTables {
        tables = List.copyOf(tables);
    }

    /**
     * One file.
     *
     * @param name without ending, as in addresses
     * @param restsOn the table whose rows say source and certainty for these, empty: these say so themselves; {@code -}: no
     *     source is wanted
     * @param columns as in the header
     * @param words of the columns, in the same order
     */
    public record RuleTable(
            String name,
            String title,
            String text,
            String restsOn,
            List<String> columns,
            List<String> words,
            List<List<String>> rows) {
        public RuleTable {
            columns = List.copyOf(columns);
            words = List.copyOf(words);
            rows = List.copyOf(rows);
        }

        public String file() {
            return name + ".csv";
        }

        /** Whether its rows have to say where they come from. */
        public boolean saysSource() {
            return restsOn.isEmpty();
        }

        /** Whether source and certainty of a row are to be found anywhere. */
        public boolean isPolicy() {
            return !restsOn.equals(NOTHING);
        }

        /** The cell of a row, empty where the table has no such column. */
        public String cell(List<String> row, String column) {
            int at = columns.indexOf(column);
            return at < 0 ? "" : row.get(at);
        }

        /** The word of a column, which may be one that the table no longer has. */
        public String word(String column) {
            int at = columns.indexOf(column);
            return at < 0 ? column : words.get(at);
        }

        /** What a row is called within its table. */
        public String key(List<String> row) {
            return row.getFirst();
        }
    }

    /** @throws Refused where a file is missing, or a table or column has no words */
    public static RuleTables read(Path folder) {
        Findings findings = new Findings();
        Map<String, String> words = new LinkedHashMap<>();
        for (Row row : table(folder, COLUMNS, Register.columns("column", "word"), findings)
                .rows()) {
            words.put(row.required("column"), row.required("word"));
        }
        List<RuleTable> tables = new ArrayList<>();
        Table list = table(folder, TABLES, Register.columns("file", "title", "text", "rests_on"), findings);
        for (Row row : list.rows()) {
            String file = row.required("file");
            if (!RulesFolder.FILES.contains(file)) {
                row.fault(Fault.NOT_ONE_OF, "file", "allowed", String.join(" ", RulesFolder.FILES));
                continue;
            }
            tables.add(read(folder, row, file, words, findings));
        }
        findings.throwIfRefused();
        return new RuleTables(tables);
    }

    private static RuleTable read(Path folder, Row row, String file, Map<String, String> words, Findings findings) {
        Source source = Source.read(folder.resolve(file), Source.label(folder, file), findings);
        List<List<String>> lines = new ArrayList<>();
        if (source != null) {
            try (var records = Table.strict().ofCsvRecord(source.text())) {
                records.forEach(line -> lines.add(line.getFields()));
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
        }
        List<String> columns = lines.isEmpty() ? List.of() : lines.removeFirst();
        for (String column : columns) {
            if (!words.containsKey(column)) {
                findings.add(
                        Fault.NOT_ONE_OF,
                        Place.file("rules/" + file),
                        column,
                        "allowed",
                        String.join(" ", words.keySet()));
            }
        }
        return new RuleTable(
                file.replaceFirst("[.]csv$", ""),
                row.required("title"),
                row.required("text"),
                row.text("rests_on"),
                columns,
                columns.stream()
                        .map(column -> words.getOrDefault(column, column))
                        .toList(),
                lines);
    }

    private static Table table(Path folder, String file, Set<String> columns, Findings findings) {
        return Table.read(
                Source.read(folder.resolve(file), Source.label(folder, file), findings), columns, Set.of(), findings);
    }

    public Optional<RuleTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The table that has a rule of this id. */
    public Optional<RuleTable> withRule(String id) {
        return tables.stream()
                .filter(table -> table.columns().getFirst().equals("id"))
                .filter(table ->
                        table.rows().stream().anyMatch(row -> table.key(row).equals(id)))
                .findFirst();
    }
}
