package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Further plans read by hand, see {@code annotations/README.md}: three real ones, and invented ones to hold traps. */
class AnnotatedPlansTest {
    private static final Score ALL = new Score();

    private final PlanReader reader = new PlanReader();

    /** The figures of all plans together, and what is still missed, by kind. */
    @AfterAll
    static void allTogether() {
        System.out.println(ALL.inWords("all annotated plans") + "  misses by kind: " + ALL.kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhengzhou-14fyp", "zhengzhou-eco-14fyp", "erqi-2015"})
    void realPlans(String id) throws IOException {
        agrees(id, Files.readString(Desk.shared("seeds/" + id + ".txt")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "national-parks-2027",
                "huanxi-district-2026",
                "yuanning-eco-15fyp",
                "huailing-county-2026",
                "lanchuan-15fyp",
                "lanchuan-transport-15fyp",
                "national-2028",
                "cangyuan-14fyp",
                "shuangta-eco-2011",
                "beiwan-park-peak",
                "luocheng-2024-tasks",
                "songling-2008",
                "heyuan-air-2025",
                "minshan-institutions-15fyp",
                "qinghe-district-2026",
                "ruohai-transport-2023",
                "pingan-town-2025",
                "zeyuan-15fyp",
                "yunting-district-2027",
                "yuelin-industry-2028",
                "wujiang-institutions-2030",
                "yuhu-water-14fyp",
                "shiping-county-2026",
                "qingzhe-air-2027",
                "jinlan-waste-2030",
                "tonghe-building-peak"
            })
    void inventedPlans(String id) throws IOException {
        agrees(id, resource("plans/" + id + ".txt"));
    }

    private void agrees(String id, String text) throws IOException {
        Reading reading = reader.read(text);
        Score score = new Score();
        score.targets(rows("annotations/" + id + ".targets.tsv"), reading);
        score.responsibilities(rows("annotations/" + id + ".responsibilities.tsv"), reading);
        System.out.println(score.inWords(id));
        ALL.with(score);
        assertThat(score.targetsF1()).as("targets").isGreaterThanOrEqualTo(0.95);
        assertThat(score.dueShare()).as("due").isGreaterThanOrEqualTo(0.95);
        assertThat(score.responsibilitiesF1()).as("responsibilities").isGreaterThanOrEqualTo(0.98);
    }

    private static List<String> rows(String name) throws IOException {
        return resource(name).lines().skip(1).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = AnnotatedPlansTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
