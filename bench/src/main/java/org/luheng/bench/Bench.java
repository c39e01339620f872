package org.luheng.bench;

import java.nio.file.Path;

/** {@code ./luheng bench NAME}: one name, one measurement. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "home" -> new HomeMatrix(args.length > 1 ? args[1] : "http://127.0.0.1:8080").run(30);
            case "facts-file" -> FactsFile.write(Path.of(args[1]), Integer.parseInt(args[2]));
            case "read-reference" -> FactsFile.read(Path.of(args[1]));
            default -> {
                System.err.println("bench home [ADDRESS] | facts-file FILE ROWS | read-reference FILE");
                System.exit(64);
            }
        }
    }
}
