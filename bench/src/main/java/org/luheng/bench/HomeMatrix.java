package org.luheng.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The home matrix under load, from another process: so many requests a second on a fixed beat (a late answer does not slow
 * the beat; waiting counts), each with a random as-of date, while facts are being added. Reference: {@code /api/health} at the
 * same rate before. Then how long a committed fact takes to show.
 */
final class HomeMatrix {
    private static final int RATE = 50;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final String authorization;
    private final Random random = new Random(20261121);
    private final AtomicLong serial = new AtomicLong(System.currentTimeMillis() % 1_000_000);

    HomeMatrix(Demo demo) throws Exception {
        this.address = demo.address();
        this.authorization = demo.authorization("zhengzhou-office");
    }

    /** On a demo of its own, in another process. */
    static void run(int seconds) throws Exception {
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "home-");
        try (Demo demo = Demo.start(folder.resolve("data"), Map.of())) {
            demo.untilAnswered("/");
            new HomeMatrix(demo).measure(seconds);
        } finally {
            Demo.delete(folder);
        }
    }

    private void measure(int seconds) throws Exception {
        beat("warm-up", 20, this::matrix, false);
        System.out.println(beat("reference /api/health", seconds, () -> get("/api/health"), false));
        System.out.println(beat("home matrix", seconds, this::matrix, false));
        System.out.println(beat("home matrix, facts added", seconds, this::matrix, true));
        visible();
        sizes();
    }

    private HttpRequest matrix() {
        LocalDate asOf = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1_780));
        return get("/?plan=zhengzhou-14fyp&period=" + (2021 + random.nextInt(5)) + "&asof=" + asOf);
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Encoding", "gzip")
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private String beat(String name, int seconds, Supplier<HttpRequest> requests, boolean adding) throws Exception {
        Latencies latencies = new Latencies();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < seconds * RATE; i++) {
                long due = start + i * (TimeUnit.SECONDS.toNanos(1) / RATE);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                HttpRequest request = requests.get();
                threads.submit(() -> timed(request, due, latencies));
                if (adding && i % RATE == 0) {
                    threads.submit(() -> add(10));
                }
            }
        }
        return latencies.report(name);
    }

    private void timed(HttpRequest request, long due, Latencies latencies) {
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                latencies.add(System.nanoTime() - due);
            } else {
                latencies.fail("status " + answer.statusCode());
            }
        } catch (IOException | InterruptedException failure) {
            latencies.fail(String.valueOf(failure));
        }
    }

    /** Some facts about a plan indicator, each with a value never given before. */
    private String add(int rows) {
        long first = serial.addAndGet(rows);
        StringBuilder csv = new StringBuilder("region,period,element,value,unit,stage,source,published\n");
        for (int i = 0; i < rows; i++) {
            csv.append("410100,2025,air.pm25,%s,微克/立方米,初步,bench,2026-01-15\n".formatted(30 + (first - i) / 1e6));
        }
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/facts"))
                            .header("Authorization", authorization)
                            .header("Content-Type", "text/csv; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(csv.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                System.err.println("adding facts: " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException failure) {
            System.err.println("adding facts: " + failure);
        }
        return "%s".formatted(30 + first / 1e6);
    }

    private void visible() throws Exception {
        Latencies latencies = new Latencies();
        for (int i = 0; i < 20; i++) {
            BigNumber value = new BigNumber(50 + serial.incrementAndGet() / 1e6);
            String csv = "region,period,element,value,unit,stage,source,authority,published\n410102,2025,energy.total,"
                    + value + ",万吨标准煤,最终,bench,国家统计局,"
                    + LocalDate.of(2026, 6, 1).plusDays(i) + "\n";
            client.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/facts"))
                            .header("Authorization", authorization)
                            .header("Content-Type", "text/csv; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(csv))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            long committed = System.nanoTime();
            String figure =
                    "/api/figure?plan=zhengzhou-14fyp&region=410102&indicator=energy.total.level&period=2025&asof="
                            + URLEncoder.encode("2026-11-21", StandardCharsets.UTF_8);
            HttpRequest asked = HttpRequest.newBuilder(URI.create(address + figure))
                    .header("Authorization", authorization)
                    .build();
            while (!client.send(asked, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains(value.toString())) {
                if (System.nanoTime() - committed > TimeUnit.SECONDS.toNanos(10)) {
                    latencies.fail("not visible after 10 s: " + value);
                    break;
                }
            }
            latencies.add(System.nanoTime() - committed);
        }
        System.out.println(latencies.report("committed fact shows within"));
    }

    private record BigNumber(double value) {
        @Override
        public String toString() {
            return "%.6f".formatted(value).replaceAll("0+$", "");
        }
    }

    private void sizes() throws Exception {
        for (String path : new String[] {"/?plan=zhengzhou-14fyp", "/assets/luheng.css", "/assets/htmx/htmx.min.js"}) {
            byte[] body = client.send(get(path), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            System.out.println("%-28s %.1f kB compressed".formatted(path, body.length / 1e3));
        }
    }
}
