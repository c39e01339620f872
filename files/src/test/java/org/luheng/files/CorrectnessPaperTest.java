package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/correctness.md} names no test that is not there. */
class CorrectnessPaperTest {
    private static final Pattern PROOF = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyTestThatThePaperNamesExists() throws IOException {
        String paper = Files.readString(House.ROOT.resolve("docs/correctness.md"));
        Map<String, StringBuilder> sources = new HashMap<>();
        for (String module : List.of("accounting", "files", "command")) {
            try (Stream<Path> files = Files.walk(House.ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.computeIfAbsent(name, each -> new StringBuilder()).append(Files.readString(file));
                }
            }
        }
        List<String> gone = new ArrayList<>();
        int named = 0;
        for (Matcher proof = PROOF.matcher(paper); proof.find(); named++) {
            StringBuilder source = sources.get(proof.group(1));
            if (source == null || source.indexOf(" " + proof.group(2) + "(") < 0) {
                gone.add(proof.group());
            }
        }
        assertThat(gone).isEmpty();
        assertThat(named).isGreaterThan(40);
    }
}
