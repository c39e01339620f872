package org.luheng.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Twenty people sign in at the same moment while the home page is read on a fixed beat; only pages due while somebody was
 * signing in count. Reference: the same beat with nobody signing in, in the same run. The limit on sign-ins from one address
 * is off, since all of them come from here again and again.
 */
final class SignIns {
    private static final int PEOPLE = 20;
    private static final int RATE = 50;
    private static final double TICKS_A_SECOND = 100;
    private static final Pattern SAMPLE = Pattern.compile(
            "name=\"login\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"password\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Demo demo;
    private final String address;
    private final AtomicBoolean signingIn = new AtomicBoolean();
    /** Somebody who is in already, and reads. */
    private final HttpClient reader = browser();

    private SignIns(Demo demo) {
        this.demo = demo;
        this.address = "http://127.0.0.1:" + demo.port;
    }

    static void run(int rounds) throws Exception {
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "sign-in-");
        try (Demo demo = Demo.start(folder.resolve("data"), Map.of("LUHENG_RATE_LIMITS", "off"))) {
            demo.untilAnswered("/");
            new SignIns(demo).measure(rounds);
        } finally {
            Demo.delete(folder);
        }
    }

    private record Person(String login, String password) {}

    private void measure(int rounds) throws Exception {
        // The demonstration goes on preparing itself for a moment after its first page.
        TimeUnit.SECONDS.sleep(5);
        List<Person> people = people();
        signIn(reader, people.getFirst(), new Latencies(), new CountDownLatch(0), new CountDownLatch(0));
        if (reader.send(home(), HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            throw new IOException(people.getFirst().login() + " cannot read the home page");
        }
        Latencies ignored = new Latencies();
        Latencies signIns = new Latencies();
        pages("warm-up", () -> {
            for (int i = 0; i < 5; i++) {
                TimeUnit.SECONDS.sleep(2);
                together(people, ignored);
            }
        });
        System.out.println(pages("reference: home alone", () -> {
            signingIn.set(true);
            TimeUnit.SECONDS.sleep(30);
            signingIn.set(false);
        }));
        long[] busy = new long[2];
        System.out.println(pages("home, " + PEOPLE + " signing in", () -> {
            for (int i = 0; i < rounds; i++) {
                TimeUnit.SECONDS.sleep(1);
                long ticks = ticks();
                long begun = System.nanoTime();
                together(people, signIns);
                busy[0] += ticks() - ticks;
                busy[1] += System.nanoTime() - begun;
            }
        }));
        System.out.println(signIns.report("a sign-in among " + PEOPLE));
        System.out.printf("hashing: %.2f of a core while they signed in%n", busy[0] / TICKS_A_SECOND / (busy[1] / 1e9));
    }

    /** Those whom the demonstration names on its sign-in page, each as often as it takes. */
    private List<Person> people() throws Exception {
        String page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/sign-in")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        List<Person> named = SAMPLE.matcher(page)
                .results()
                .map((MatchResult found) -> new Person(found.group(1), found.group(2)))
                .toList();
        if (named.isEmpty()) {
            throw new IOException("The sign-in page of the demonstration names nobody");
        }
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(named.get(i % named.size()));
        }
        return people;
    }

    /** Each with a browser of his own, which has the page open already; all press the button at once. */
    private void together(List<Person> people, Latencies latencies) throws Exception {
        CountDownLatch ready = new CountDownLatch(people.size());
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Person person : people) {
                all.add(threads.submit(() -> {
                    signIn(person, latencies, ready, go);
                    return null;
                }));
            }
            ready.await();
            signingIn.set(true);
            go.countDown();
            for (Future<?> each : all) {
                each.get();
            }
            signingIn.set(false);
        }
    }

    private void signIn(Person person, Latencies latencies, CountDownLatch ready, CountDownLatch go) throws Exception {
        try (HttpClient browser = browser()) {
            signIn(browser, person, latencies, ready, go);
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private void signIn(HttpClient browser, Person person, Latencies latencies, CountDownLatch ready, CountDownLatch go)
            throws Exception {
        var token = TOKEN.matcher(browser.send(
                        HttpRequest.newBuilder(URI.create(address + "/sign-in")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        if (!token.find()) {
            throw new IOException("The sign-in page has no form");
        }
        String form = "_csrf=" + encoded(token.group(1)) + "&login=" + encoded(person.login()) + "&password="
                + encoded(person.password());
        ready.countDown();
        go.await();
        long pressed = System.nanoTime();
        HttpResponse<Void> answer = browser.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(60))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 303) {
            latencies.add(System.nanoTime() - pressed);
        } else {
            latencies.fail("status " + answer.statusCode());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Doing {
        void run() throws Exception;
    }

    /** Reads the home page on the beat for as long as something is done beside it. */
    private String pages(String name, Doing beside) throws Exception {
        Latencies latencies = new Latencies();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> doing = threads.submit(() -> {
                try {
                    beside.run();
                } finally {
                    over.set(true);
                }
                return null;
            });
            long start = System.nanoTime();
            for (int i = 0; !over.get(); i++) {
                long due = start + i * (TimeUnit.SECONDS.toNanos(1) / RATE);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                boolean counts = signingIn.get();
                threads.submit(() -> read(due, counts ? latencies : new Latencies()));
            }
            doing.get();
        }
        return latencies.report(name);
    }

    private HttpRequest home() {
        return HttpRequest.newBuilder(URI.create(address + "/?plan=zhengzhou-14fyp"))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private void read(long due, Latencies latencies) {
        try {
            HttpResponse<Void> answer = reader.send(home(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() == 200) {
                latencies.add(System.nanoTime() - due);
            } else {
                latencies.fail("status " + answer.statusCode());
            }
        } catch (IOException | InterruptedException failure) {
            latencies.fail(String.valueOf(failure));
        }
    }

    /** Processor time that the thread of the passwords has used since it began, as Linux counts it. */
    private long ticks() {
        try (var tasks = Files.list(Path.of("/proc/" + demo.process.pid() + "/task"))) {
            return tasks.mapToLong(task -> {
                        try {
                            String stat = Files.readString(task.resolve("stat"));
                            String[] fields =
                                    stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                            return stat.contains("(passwords)")
                                    ? Long.parseLong(fields[11]) + Long.parseLong(fields[12])
                                    : 0;
                        } catch (IOException ended) {
                            return 0;
                        }
                    })
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
