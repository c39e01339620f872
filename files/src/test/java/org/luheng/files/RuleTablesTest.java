package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.files.RuleTables.RuleTable;

/** Every rule can be read by a person, says where it comes from and how sure we are of it. */
class RuleTablesTest {
    private static final Path RULES = House.ROOT.resolve("rules");

    private final RuleTables tables = RuleTables.read(RULES);

    @Test
    void everyFileOfRulesIsATableForPeople() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            Set<String> names =
                    new HashSet<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".csv"))
                            .toList());
            names.removeAll(Set.of("tables.csv", "columns.csv"));
            assertThat(tables.tables().stream().map(RuleTable::file)).containsExactlyInAnyOrderElementsOf(names);
            assertThat(RulesFolder.FILES).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void everyRowSaysItsSourceAndHowSureWeAre() {
        for (RuleTable table : tables.tables()) {
            if (!table.saysSource()) {
                continue;
            }
            assertThat(table.columns()).as(table.file()).contains("source", "certainty");
            assertThat(table.rows()).as(table.file()).isNotEmpty();
            for (List<String> row : table.rows()) {
                assertThat(table.cell(row, "source"))
                        .as("%s %s", table.file(), table.key(row))
                        .isNotBlank();
                assertThat(Certainty.of(table.cell(row, "certainty")))
                        .as("%s %s", table.file(), table.key(row))
                        .isNotNull();
            }
        }
    }

    @Test
    void whatIsFromMemoryIsMarkedSo() {
        for (RuleTable table : tables.tables()) {
            for (List<String> row : table.rows()) {
                // Only the number of the document may rest on memory where the values do not.
                String source = table.cell(row, "source").replace("文号凭记忆", "");
                if (source.contains("凭记忆") || source.contains("未见") || source.contains("未核")) {
                    assertThat(Certainty.of(table.cell(row, "certainty")))
                            .as("%s %s: %s", table.file(), table.key(row), source)
                            .satisfies(certainty -> assertThat(certainty != null && certainty.settled())
                                    .isFalse());
                }
            }
        }
    }

    @Test
    void rowsWithoutASourceOfTheirOwnBelongToATableThatHasOne() {
        for (RuleTable table : tables.tables()) {
            if (!table.saysSource() && table.isPolicy()) {
                RuleTable owner =
                        tables.table(table.restsOn().replace(".csv", "")).orElseThrow();
                assertThat(owner.saysSource()).isTrue();
                assertThat(table.rows().stream().map(table::key))
                        .allSatisfy(key -> assertThat(tables.withRule(key)).contains(owner));
            }
        }
    }

    @Test
    void aRuleIsFoundByItsId() {
        assertThat(tables.withRule("reduction-closure").map(RuleTable::name)).contains("reduction-measures");
        assertThat(tables.withRule("no-such-rule")).isEmpty();
    }
}
