package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Frames of the standard and of devices, with the verdict somebody gave them by hand. */
class SampleFramesTest {
    private static final Path SHARED = Path.of(System.getProperty("luheng.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("shared/samples/hj212-frames.tsv");

    private record Sample(String frame, boolean valid, String source) {}

    private static List<Sample> samples(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Sample(cells[0], cells[1].startsWith("valid"), cells[2]))
                .toList();
    }

    private static List<Sample> shared() throws IOException {
        Assumptions.assumeTrue(Files.exists(SHARED), "skipped: the collection of frames is not here: " + SHARED);
        return samples(Files.readAllLines(SHARED));
    }

    @TestFactory
    Stream<DynamicTest> everySharedFrameGetsItsVerdict() throws IOException {
        return shared().stream().map(sample -> DynamicTest.dynamicTest(sample.source(), () -> judged(sample)));
    }

    @TestFactory
    Stream<DynamicTest> everyFrameOfOurOwnGetsItsVerdict() throws IOException {
        try (var in = Objects.requireNonNull(SampleFramesTest.class.getResourceAsStream("frames.tsv"))) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return samples(text.lines().toList()).stream()
                    .map(sample -> DynamicTest.dynamicTest(sample.source(), () -> judged(sample)));
        }
    }

    private static void judged(Sample sample) {
        byte[] bytes = Streams.utf8(sample.frame() + "\r\n");
        Frame frame = Framing.only(bytes);
        assertThat(frame).as("a person can read it").isNotNull();
        if (frame == null) {
            return;
        }
        assertThat(frame.isAccepted(Reading.LENIENT)).isTrue();
        assertThat(frame.isAccepted(Reading.STRICT)).as("%s", frame.diagnose()).isEqualTo(sample.valid());
        assertThat(frame.cn()).isPositive();
        if (sample.valid()) {
            assertThat(Message.of(frame).bytes()).as("written back").isEqualTo(bytes);
        } else {
            assertThat(frame.diagnose())
                    .as("says why")
                    .anyMatch(finding -> finding.deviation().refusedStrictly());
        }
    }

    @TestFactory
    Stream<DynamicTest> allSharedFramesComeOutOfOneStream() throws IOException {
        List<Sample> samples = shared();
        StringBuilder stream = new StringBuilder();
        samples.forEach(sample -> stream.append(sample.frame()).append("\r\n"));
        return Stream.of(1, 2, 7, 64, 1460, 1 << 20)
                .map(piece -> DynamicTest.dynamicTest("in pieces of " + piece, () -> {
                    byte[] bytes = Streams.utf8(stream.toString());
                    Framing framing = new Framing();
                    int[] accepted = {0};
                    for (int at = 0; at < bytes.length; at += piece) {
                        framing.read(bytes, at, Math.min(bytes.length, at + piece), frame -> {
                            accepted[0] += frame.isAccepted(Reading.STRICT) ? 1 : 0;
                        });
                    }
                    framing.settle(frame -> accepted[0] += frame.isAccepted(Reading.STRICT) ? 1 : 0);
                    assertThat(framing.frames()).isEqualTo(samples.size());
                    assertThat(accepted[0])
                            .isEqualTo(samples.stream().filter(Sample::valid).count());
                }));
    }
}
