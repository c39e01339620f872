package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luheng.files.RuleTables.RuleTable;

/**
 * Lists the rules without a test. A rule has one where some test, proof case or its input names it, by its id or by what it is
 * about, or where a test goes through its whole table. The list is kept beside this test, so that a new rule without a test
 * and a test that strikes one off are both seen.
 */
class UntestedRulesTest {
    private static final Path LIST = House.ROOT.resolve("files/src/test/resources/rules-without-test.txt");
    private static final List<String> MODULES = List.of("accounting", "files", "command", "app");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.+%/²³³·°-]+(?:[（(][^）)\\s]+[）)])?");

    /** Tests that compare every row of a table, or of the part of it that has these words in its id. */
    private static final Map<String, Map<String, String>> WHOLE = Map.of(
            "coefficients",
            Map.of(
                    "gbt2589-", "TranscribedRulesTest.coefficientsAreThoseOfTheStandardAndTheYearbook",
                    "yearbook-", "TranscribedRulesTest.coefficientsAreThoseOfTheStandardAndTheYearbook"),
            "benchmark-levels",
            Map.of(
                    "benchmark-", "TranscribedRulesTest.benchmarksAreThoseOfBothEditions",
                    "limit-aluminium", "TranscribedRulesTest.limitsOfAluminiumAreThoseSeen"),
            "carbon-factors",
            Map.of("carbon-ten-", "EnergyAndCarbonRulesTest.theTenFuelsComeOutAsTheirTablePrintsThem"),
            "balance-rows",
            Map.of("balance-row-", "BalanceRowsTest.rowsAreThoseOfTheForm"),
            "monitoring-parameters",
            Map.of("monitoring-", "EmissionRowsTest.parametersAreThoseOfTheStandards"),
            "monitoring-marks",
            Map.of("monitoring-mark-", "EmissionRowsTest.marksHaveTheEffectTheyAreKnownFor"),
            "emission-limits",
            Map.of("limit-", "EmissionRowsTest.limitsAreThoseOfTheStandards"));

    /** What names a row, where it is not its first cell; all of them in one file of tests. */
    private static final Map<String, List<String>> ABOUT = Map.ofEntries(
            Map.entry("formulas", List.of("indicator")),
            Map.entry("deductions", List.of("policy", "element")),
            Map.entry("grid-factors", List.of("regions", "factor_year", "kilograms")),
            Map.entry("carbon-factors", List.of("set", "kind")),
            Map.entry("coefficients", List.of("set", "kind")),
            Map.entry("editions", List.of("matter")),
            Map.entry("energy-kinds", List.of("code")),
            Map.entry("process-factors", List.of("process")),
            Map.entry("reduction-measures", List.of("measure")),
            Map.entry("reduction-conditions", List.of("matter")),
            Map.entry("balance-columns", List.of("code")),
            Map.entry("barometer", List.of("scheme", "light")),
            Map.entry("price-bases", List.of("id")),
            Map.entry("benchmark-units", List.of("unit")),
            Map.entry("benchmark-corrections", List.of("product", "correction")),
            Map.entry("replacement-ratios", List.of("title")),
            Map.entry("monitoring-factors", List.of("monitored")));

    /** Tables that define words and units; no arithmetic of their own rests on a row. */
    private static final Set<String> WORDS = Set.of("units", "elements", "indicators", "coefficient-sets");

    @Test
    void rulesWithoutATestAreTheseAndNoOthers() throws IOException {
        List<Set<String>> tests = tests();
        Set<String> untested = new TreeSet<>();
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (RuleTable table : RuleTables.read(House.ROOT.resolve("rules")).tables()) {
            if (WORDS.contains(table.name()) || !table.saysSource()) {
                continue;
            }
            int[] count = counts.computeIfAbsent(table.title(), title -> new int[2]);
            for (List<String> row : table.rows()) {
                count[0]++;
                if (!isCompared(table, row) && !isNamed(table, row, tests)) {
                    untested.add(table.file() + " " + table.key(row));
                    count[1]++;
                }
            }
        }
        counts.forEach((title, count) -> System.out.printf("%s：%d 条，%d 条没有测试%n", title, count[0], count[1]));

        Set<String> listed = new TreeSet<>(Files.readAllLines(LIST));
        if (Boolean.getBoolean("luheng.write-docs")) {
            Files.write(LIST, untested);
            return;
        }
        assertThat(untested)
                .as("rules without a test, against %s", LIST.getFileName())
                .isEqualTo(listed);
    }

    @Test
    void whatIsSaidToBeComparedAsAWholeIsComparedByATestThatIsThere() throws IOException {
        for (Map<String, String> parts : WHOLE.values()) {
            for (String test : parts.values()) {
                String[] names = test.split("[.]");
                assertThat(Files.readString(
                                House.ROOT.resolve("files/src/test/java/org/luheng/files/" + names[0] + ".java")))
                        .contains("void " + names[1] + "(");
            }
        }
    }

    private static boolean isCompared(RuleTable table, List<String> row) {
        return WHOLE.getOrDefault(table.name(), Map.of()).keySet().stream()
                .anyMatch(beginning -> table.key(row).startsWith(beginning));
    }

    private static boolean isNamed(RuleTable table, List<String> row, List<Set<String>> tests) {
        String id = table.key(row);
        List<String> about = ABOUT.getOrDefault(table.name(), List.of()).stream()
                .map(column -> table.cell(row, column))
                .toList();
        return tests.stream()
                .anyMatch(names -> names.contains(id)
                        || !about.isEmpty() && about.stream().allMatch(word -> word.isEmpty() || names.contains(word)));
    }

    /** The names that each test or proof case writes out. */
    private static List<Set<String>> tests() throws IOException {
        List<Path> folders = new ArrayList<>(MODULES.stream()
                .map(module -> House.ROOT.resolve(module + "/src/test/java"))
                .toList());
        folders.add(House.ROOT.resolve("proof"));
        List<Set<String>> tests = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Set<String> names = new HashSet<>();
                    for (Matcher name = NAME.matcher(Files.readString(file)); name.find(); ) {
                        names.add(name.group());
                    }
                    tests.add(names);
                }
            }
        }
        return tests;
    }
}
