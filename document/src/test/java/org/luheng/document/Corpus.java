package org.luheng.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The documents beside {@code corpus/README.md}, each with the answer it must get. */
final class Corpus {
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    private Corpus() {}

    /**
     * One document.
     *
     * @param verdict name of a {@link Kind}, or of the fault
     * @param notices names of faults, in their order
     */
    record File(String name, String verdict, List<String> notices, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<File> files() {
        try {
            return Files.readAllLines(FOLDER.resolve("verdicts.tsv")).stream()
                    .skip(1)
                    .map(Corpus::file)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Names of the files that lie there. */
    static List<String> lying() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("verdicts.tsv") && !name.equals("README.md"))
                    .toList();
        }
    }

    private static File file(String line) {
        String[] cell = line.split("\t", -1);
        try {
            return new File(
                    cell[0],
                    cell[1],
                    cell[2].isEmpty() ? List.of() : List.of(cell[2].split(",")),
                    Files.readAllBytes(FOLDER.resolve(cell[0])));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
