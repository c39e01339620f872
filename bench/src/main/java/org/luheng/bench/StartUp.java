package org.luheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/**
 * From the start of {@code ./luheng demo} to the first page answered: empty folder, existing data, existing data with AOT
 * cache.
 */
final class StartUp {

    private static final Map<String, String> NO_CACHE = Map.of("LUHENG_AOT", "off");

    private StartUp() {}

    static void run(int runs) throws Exception {
        var folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "start-up-");
        try {
            var home = folder.resolve("data");
            long first;
            String page;
            try (var demo = Demo.start(home, NO_CACHE)) {
                first = demo.untilAnswered("/api/health");
                page = demo.status("/") == 200 ? "/" : "/api/health";
            }
            System.out.printf(
                    "start of ./luheng demo to %s answered, %d processors%n",
                    page, Runtime.getRuntime().availableProcessors());
            System.out.printf("%-34s %6d ms%n", "empty folder, no cache", first);
            measure("existing data, no cache", runs, home, page, NO_CACHE);
            train(home);
            measure("existing data, AOT cache (warm)", runs, home, page, Map.of());
        } finally {
            Demo.delete(folder);
        }
    }

    private static void measure(String name, int runs, Path home, String page, Map<String, String> environment)
            throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        for (int run = 0; run < runs; run++) {
            try (var demo = Demo.start(home, environment)) {
                times.add(demo.untilAnswered(page));
            }
        }
        times.sort(null);
        System.out.printf(
                "%-34s %6d ms median of %d, %d to %d%n",
                name, times.get(times.size() / 2), runs, times.getFirst(), times.getLast());
    }

    /** The cache is made beside a running demo; wait for it. */
    private static void train(Path home) throws IOException, InterruptedException {
        if (trained()) {
            return;
        }
        try (var demo = Demo.start(home, Map.of())) {
            while (!trained()) {
                if (!demo.process.isAlive()) {
                    throw new IOException("The demo ended before the cache was made");
                }
                Thread.sleep(200);
            }
        }
    }

    private static boolean trained() throws IOException {
        try (var caches = Files.newDirectoryStream(Path.of(System.getenv("LUHENG_BUILD")), "app-*.aot")) {
            return caches.iterator().hasNext();
        }
    }
}
