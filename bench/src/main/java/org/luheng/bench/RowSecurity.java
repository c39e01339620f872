package org.luheng.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What row-level security costs: the same pages asked by the same person, round by round with the policies as they are and
 * with the tables opened by the database's administrator. The reference is the other half of the same round.
 */
final class RowSecurity {
    private static final int ASKED = 150;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20261121);
    private final Demo demo;
    private final String authorization;

    private RowSecurity(Demo demo) throws Exception {
        this.demo = demo;
        this.authorization = demo.authorization("zhengzhou-office");
    }

    static void run(int rounds) throws Exception {
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "row-security-");
        try (Demo demo = Demo.start(folder.resolve("data"), Map.of("LUHENG_RATE_LIMITS", "off"))) {
            demo.untilAnswered("/api/health");
            new RowSecurity(demo).measure(rounds);
        } finally {
            Demo.delete(folder);
        }
    }

    private void measure(int rounds) throws Exception {
        report();
        Map<String, Pair> pages = new LinkedHashMap<>();
        for (String name : List.of("home matrix", "reporting overview", "facts of a district", "1 000 facts as CSV")) {
            pages.put(name, new Pair());
            ask(name);
        }
        for (int round = 0; round < rounds; round++) {
            for (boolean guarded : round % 2 == 0 ? List.of(true, false) : List.of(false, true)) {
                guard(guarded);
                for (Map.Entry<String, Pair> page : pages.entrySet()) {
                    for (int i = 0; i < 15; i++) {
                        ask(page.getKey());
                    }
                    List<Double> times = new ArrayList<>();
                    for (int i = 0; i < ASKED; i++) {
                        long before = System.nanoTime();
                        ask(page.getKey());
                        times.add((System.nanoTime() - before) / 1e6);
                    }
                    (guarded ? page.getValue().with() : page.getValue().without()).add(median(times));
                }
            }
        }
        guard(true);
        System.out.printf("%-24s %12s %12s %8s%n", "median of " + rounds + " rounds", "with", "without", "cost");
        pages.forEach((name, pair) -> System.out.printf(
                "%-24s %9.2f ms %9.2f ms %+7.1f %%%n",
                name,
                median(pair.with()),
                median(pair.without()),
                (median(pair.with()) / median(pair.without()) - 1) * 100));
    }

    private record Pair(List<Double> with, List<Double> without) {
        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Some thirty imports, so that the overview has something to show. */
    private void report() throws Exception {
        for (int file = 0; file < 30; file++) {
            StringBuilder csv = new StringBuilder("region,period,element,value,unit,stage,source,published\n");
            for (int row = 0; row < 40; row++) {
                csv.append("410102,2025,air.pm25,%s,微克/立方米,初步,bench,2026-01-15\n".formatted(30 + file + row / 100.0));
            }
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(demo.address() + "/api/facts"))
                            .header("Authorization", authorization)
                            .header("Content-Type", "text/csv; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(csv.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    private void ask(String page) throws IOException, InterruptedException {
        String path = switch (page) {
            case "home matrix" ->
                "/?plan=zhengzhou-14fyp&period=" + (2021 + random.nextInt(5)) + "&asof="
                        + LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1_780));
            case "reporting overview" -> "/facts";
            case "facts of a district" -> "/facts?region=410102";
            default -> "/api/facts?format=csv&limit=1000";
        };
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(demo.address() + path))
                        .header("Authorization", authorization)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " " + answer.statusCode());
        }
    }

    private void guard(boolean on) throws IOException, SQLException {
        try (var connection = demo.administrator("luheng_demo");
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare one regclass;
                    begin
                      for one in select oid from pg_class where relnamespace = 'luheng'::regnamespace
                                   and relkind in ('r', 'p') and relforcerowsecurity loop
                        execute format('alter table %%s %s row level security', one);
                      end loop;
                    end $$""".formatted(on ? "enable" : "disable"));
        }
    }
}
