package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luheng.files.RuleTables.RuleTable;

/** Long tables of rules against the transcripts they were taken from, row by row: no digit was lost or invented. */
class TranscribedRulesTest {
    private static final RuleTables TABLES = RuleTables.read(House.ROOT.resolve("rules"));

    /** Names of the transcript that are another name here, by the kind's code. */
    private static final Map<String, String> SAME = Map.of(
            "煤制品/型煤", "briquette",
            "热力(当量)", "heat",
            "电力(当量)", "electricity",
            "蒸汽(低压)", "steam",
            "氮气(副产)", "nitrogen-by-product",
            "氮气(主产)", "nitrogen-main");

    private static final Map<String, String> COLUMNS = Map.of(
            "coef_2020_kgce", "gbt2589-2020",
            "coef_2008_kgce", "gbt2589-2008",
            "stat_yearbook_default", "yearbook");

    @Test
    void coefficientsAreThoseOfTheStandardAndTheYearbook() throws Exception {
        Map<String, String> codes = new HashMap<>(SAME);
        for (Line kind : rows("energy-kinds")) {
            codes.put(kind.of("name"), kind.of("code"));
        }
        Map<List<String>, List<Line>> shipped = new HashMap<>();
        for (Line row : rows("coefficients")) {
            shipped.computeIfAbsent(List.of(row.of("set"), row.of("kind")), key -> new ArrayList<>())
                    .add(row);
        }
        Set<String> compared = new HashSet<>();
        for (Line row : transcript("gbt2589.csv")) {
            COLUMNS.forEach((column, set) -> {
                String said = row.of(column);
                List<Line> ours = shipped.get(List.of(set, codes.getOrDefault(row.of("name"), row.of("name"))));
                // A value by the year, and an equivalent value, are no constants of these sets.
                if (said.isEmpty()
                        || !said.matches("[0-9.~]+")
                        || row.of("name").equals("电力(等价)")
                        || ours == null) {
                    return;
                }
                assertThat(ours).as("%s %s", row.of("name"), set).anySatisfy(mine -> {
                    String high = mine.of("coefficient_high");
                    assertThat(mine.of("coefficient") + (high.isEmpty() ? "" : "~" + high))
                            .isEqualTo(said);
                });
                ours.forEach(mine -> compared.add(mine.of("id")));
            });
        }
        assertThat(compared).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void benchmarksAreThoseOfBothEditions() throws Exception {
        Map<List<String>, Line> shipped = new LinkedHashMap<>();
        for (Line row : rows("benchmark-levels")) {
            if (row.of("kind").equals("policy")) {
                shipped.put(List.of(row.of("from"), bare(row.of("product"))), row);
            }
        }
        int all = shipped.size();
        int compared = 0;
        for (Line row : transcript("benchmark_levels.csv")) {
            for (String edition : row.of("edition").split("/")) {
                Line ours = shipped.remove(List.of(edition.replace(" new", ""), bare(row.of("product"))));
                assertThat(ours).as("%s %s", edition, row.of("product")).isNotNull();
                assertThat(List.of(ours.of("benchmark"), ours.of("baseline")))
                        .as(ours.of("id"))
                        .containsExactly(row.of("biaogan"), row.of("jizhun"));
                compared++;
            }
        }
        assertThat(shipped.keySet()).as("levels that no transcript has").isEmpty();
        assertThat(compared).isEqualTo(all).isGreaterThan(100);
    }

    /** GB 21346: the four limits that a running system was seen to use. */
    @Test
    void limitsOfAluminiumAreThoseSeen() throws Exception {
        int compared = 0;
        for (Line row : transcript("gb_limits_extra.csv")) {
            if (!row.of("standard").startsWith("GB ")) {
                continue;
            }
            Line ours = rows("benchmark-levels").stream()
                    .filter(mine -> mine.of("kind").equals("standard"))
                    .filter(mine -> mine.of("product").endsWith(row.of("product")))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(ours.of("level1"), ours.of("level2"), ours.of("level3")))
                    .as(ours.of("id"))
                    .containsExactly(row.of("L1"), row.of("L2"), row.of("L3"));
            assertThat(ours.of("title")).startsWith(row.of("standard"));
            compared++;
        }
        assertThat(compared).isEqualTo(4);
    }

    private static String bare(String product) {
        return product.replace(" ", "").replace('（', '(').replace('）', ')');
    }

    private static List<Line> rows(String name) {
        RuleTable table = TABLES.table(name).orElseThrow();
        return table.rows().stream().map(row -> byColumn(table.columns(), row)).toList();
    }

    private static List<Line> transcript(String file) throws Exception {
        List<List<String>> lines = new ArrayList<>();
        try (var records = Table.strict().ofCsvRecord(Files.readString(House.shared("rules-data/" + file)))) {
            records.forEach(line -> lines.add(line.getFields()));
        }
        List<String> columns = lines.removeFirst();
        return lines.stream().map(line -> byColumn(columns, line)).toList();
    }

    private static Line byColumn(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            row.put(columns.get(at), at < cells.size() ? cells.get(at) : "");
        }
        return new Line(row);
    }

    /** One row, by its columns. */
    private record Line(Map<String, String> cells) {
        String of(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }
}
