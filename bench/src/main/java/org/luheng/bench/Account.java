package org.luheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code ./luheng account} on a facts file of 100 000 rows, whole process with JVM start; reference: a JVM that only reads
 * the same file with the same CSV library. Peak memory as {@code /usr/bin/time} reports it, where there is one.
 */
final class Account {
    private static final Path TIME = Path.of("/usr/bin/time");

    private Account() {}

    static void run(int runs) throws Exception {
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "account-");
        try {
            Path facts = folder.resolve("facts.csv");
            FactsFile.write(facts, 100_000);
            System.out.printf("%d rows, %.1f MB%n", 100_000, Files.size(facts) / 1e6);
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            measure(
                    "reference: only reading the file",
                    runs,
                    folder,
                    List.of(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Bench.class.getName(),
                            "read-facts",
                            "" + facts));
            for (String format : List.of("json", "csv")) {
                measure(
                        "luheng account --format " + format,
                        runs,
                        folder,
                        List.of(
                                Demo.ROOT.resolve("luheng").toString(),
                                "account",
                                "--plan",
                                Demo.ROOT.resolve("plans/zhengzhou-14fyp").toString(),
                                "--facts",
                                facts.toString(),
                                "--as-of",
                                "2026-11-21",
                                "--format",
                                format));
            }
        } finally {
            Demo.delete(folder);
        }
    }

    /** The first run is not counted: it may still make the cache. */
    static void measure(String name, int runs, Path folder, List<String> command) throws Exception {
        List<Long> millis = new ArrayList<>();
        long peak = 0;
        for (int run = 0; run <= runs; run++) {
            Path memory = folder.resolve("memory");
            List<String> whole = new ArrayList<>();
            if (Files.isExecutable(TIME)) {
                whole.addAll(List.of(TIME.toString(), "-o", memory.toString(), "-f", "%M"));
            }
            whole.addAll(command);
            long began = System.nanoTime();
            int status = new ProcessBuilder(whole)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException(name + " ended with status " + status);
            }
            if (run > 0) {
                millis.add((System.nanoTime() - began) / 1_000_000);
                peak = Math.max(peak, Files.exists(memory) ? kilobytes(memory) : 0);
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "%-36s min %5d  median %5d  max %5d ms  peak %s%n",
                name,
                millis.getFirst(),
                millis.get(millis.size() / 2),
                millis.getLast(),
                peak == 0 ? "not measured" : peak / 1024 + " MB");
    }

    private static long kilobytes(Path memory) throws IOException {
        return Long.parseLong(Files.readAllLines(memory).getLast().strip());
    }
}
