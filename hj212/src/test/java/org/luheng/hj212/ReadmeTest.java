package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path MODULE =
            Path.of(System.getProperty("luheng.root", "..")).resolve("hj212");

    @Test
    void theFirstExampleIsTheOneThatRuns() throws IOException {
        String source = Files.readString(MODULE.resolve("src/test/java/org/luheng/hj212/FirstExample.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end"))
                .stripTrailing()
                .stripIndent();
        assertThat(Files.readString(MODULE.resolve("README.md"))).contains(example.strip());
        assertThat(example.strip().lines().count()).isLessThanOrEqualTo(10);
    }

    @Test
    void theFirstExamplePrintsWhatCame() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            FirstExample.print(new ByteArrayInputStream(
                    Streams.utf8(Streams.frame(Streams.segment("DataTime=20261121100400;a21026-Rtd=12.5")) + "\r\n")));
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(Streams.MN + " DataTime = 20261121100400", Streams.MN + " a21026-Rtd = 12.5");
    }
}
