package org.luheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md answers each requirement once, and the proofs it names exist. */
class SecurityPaperTests {
    private static final Path ROOT = Path.of(System.getProperty("luheng.root", ".."));

    /** OWASP ASVS 5.0.0: for each section the numbers of level 1, then those of level 2. */
    private static final String[] REQUIRED = {
        "1.1||1-2",
        "1.2|1-5|6-9",
        "1.3|1-2|3-11",
        "1.4||1-3",
        "1.5|1|2",
        "2.1|1|2-3",
        "2.2|1-2|3",
        "2.3|1|2-4",
        "2.4||1",
        "3.2|1-2|",
        "3.3|1|2-4",
        "3.4|1-2|3-6",
        "3.5|1-3|4-5",
        "3.7||1-2",
        "4.1|1|2-3",
        "4.2||1",
        "4.3||1-2",
        "4.4|1|2-4",
        "5.1||1",
        "5.2|1-2|3",
        "5.3|1-2|",
        "5.4||1-3",
        "6.1|1|2-3",
        "6.2|1-8|9-12",
        "6.3|1-2|3-4",
        "6.4|1-2|3-4",
        "6.5||1-5",
        "6.6||1-3",
        "6.8||1-4",
        "7.1||1-3",
        "7.2|1-4|",
        "7.3||1-2",
        "7.4|1-2|3-5",
        "7.5||1-2",
        "7.6||1-2",
        "8.1|1|2",
        "8.2|1-2|3",
        "8.3|1|",
        "8.4||1",
        "9.1|1-3|",
        "9.2|1|2-4",
        "10.1||1-2",
        "10.2||1-2",
        "10.3||1-4",
        "10.4|1-5|6-11",
        "10.5||1-5",
        "10.6||1-2",
        "10.7||1-3",
        "11.1||1-2",
        "11.2||1-3",
        "11.3|1-2|3",
        "11.4|1|2-4",
        "11.5||1",
        "11.6||1",
        "12.1|1|2-3",
        "12.2|1-2|",
        "12.3||1-4",
        "13.1||1",
        "13.2||1-5",
        "13.3||1-2",
        "13.4|1|2-5",
        "14.1||1-2",
        "14.2|1|2-4",
        "14.3|1|2-3",
        "15.1|1|2-3",
        "15.2|1|2-3",
        "15.3|1|2-7",
        "16.1||1",
        "16.2||1-5",
        "16.3||1-4",
        "16.4||1-3",
        "16.5||1-3",
        "17.1||1",
        "17.2||1-4",
        "17.3||1-2"
    };

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]+\\.[0-9]+\\.[0-9]+) \\| ([^|]*) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Tests?)`");

    private static String paper() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Stream<String> numbers(String section, String range, int level) {
        if (range.isEmpty()) {
            return Stream.of();
        }
        String[] ends = range.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .mapToObj(number -> section + "." + number + " " + level);
    }

    @Test
    void everyRequirementOfLevelOneAndTwoHasItsLine() throws IOException {
        List<String> required = new ArrayList<>();
        for (String each : REQUIRED) {
            String[] parts = each.split("\\|", -1);
            numbers(parts[0], parts[1], 1).forEach(required::add);
            numbers(parts[0], parts[2], 2).forEach(required::add);
        }
        assertThat(required.stream().filter(each -> each.endsWith(" 1"))).hasSize(70);
        assertThat(required).hasSize(253);
        assertThat(ROW.matcher(paper()).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyInAnyOrderElementsOf(required);
    }

    @Test
    void everyLineSaysWhereItStandsAndWhy() throws IOException {
        List<MatchResult> rows = ROW.matcher(paper()).results().toList();
        assertThat(rows).isNotEmpty();
        for (MatchResult row : rows) {
            String[] cells = row.group(3).split("\\|");
            assertThat(cells).as(row.group()).hasSize(3);
            assertThat(cells[1].strip()).as(row.group()).isIn("做到", "部分", "不适用", "未做", "在建");
            assertThat(cells[2]).as(row.group()).isNotBlank();
        }
    }

    @Test
    void everyTestItNamesExists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        Set<String> named = TEST.matcher(paper())
                .results()
                .map(test -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty();
        assertThat(tests).containsAll(named);
    }
}
