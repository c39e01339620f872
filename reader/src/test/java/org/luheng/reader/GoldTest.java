package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans that were read by hand. Prints the figures and every miss. */
class GoldTest {
    private final PlanReader reader = new PlanReader();

    @ParameterizedTest
    @ValueSource(strings = {"fuzhou-14fyp", "yuncheng-14fyp"})
    void agreesWithTheHandReading(String id) throws IOException {
        Reading reading = reader.read(Files.readString(Desk.shared("seeds/" + id + ".txt")));
        Score score = new Score();
        score.targets(rows(Desk.shared("gold/" + id + ".targets.tsv")), reading);
        score.responsibilities(rows(Desk.shared("gold/" + id + ".responsibilities.tsv")), reading);
        System.out.println(score.inWords(id));
        assertThat(score.targetsF1()).as("targets").isGreaterThanOrEqualTo(0.97);
        assertThat(score.dueShare()).as("due").isGreaterThanOrEqualTo(0.95);
        assertThat(score.responsibilitiesF1()).as("responsibilities").isGreaterThanOrEqualTo(0.98);
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }
}
