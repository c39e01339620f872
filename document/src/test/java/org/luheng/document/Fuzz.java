package org.luheng.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.luheng.files.Fault;
import org.luheng.files.Refused;
import org.luheng.reader.PlanReader;

/**
 * Documents with bytes, pieces or parts broken: each is read or refused, within bounds, and what is read has its places in order. By
 * hand for as long as wanted: {@code java -cp … org.luheng.document.Fuzz SECONDS [SEED]}; what it finds it prints with its seed.
 */
final class Fuzz {
    private static final PlanReader READER = new PlanReader();
    /** What the machine does besides is no fault of a document: the time of the thread counts. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long LONGEST = Duration.ofSeconds(25).toNanos();

    private static final List<Seed> SEEDS = seeds();

    private Fuzz() {}

    /**
     * What is broken further.
     *
     * @param name ends in the form: {@code whole.docx}
     * @param whole of a form that is an archive the parts may be broken one by one
     */
    private record Seed(String name, byte[] bytes, boolean whole) {
        String form() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    private static List<Seed> seeds() {
        Script script = Script.plan("huanxi-district-2026");
        Typeset typeset = Typeset.of(script, "海州市文件汇编");
        List<Seed> seeds = new ArrayList<>();
        seeds.add(new Seed("plan.docx", Writing.docx(script), true));
        seeds.add(new Seed("plan.doc", DocWriting.doc(script), true));
        seeds.add(new Seed("plan.pdf", Writing.pdf(typeset), true));
        seeds.add(new Seed("plan.ofd", Writing.ofd(typeset), true));
        seeds.add(new Seed("plan.html", Writing.html(script), true));
        seeds.add(new Seed("plan.txt", script.text().getBytes(StandardCharsets.UTF_8), true));
        Corpus.files()
                .forEach(file -> seeds.add(
                        new Seed(file.name(), file.bytes(), file.name().startsWith("whole"))));
        return List.copyOf(seeds);
    }

    public static void main(String[] args) {
        long began = System.nanoTime();
        long end = began + Duration.ofSeconds(Long.parseLong(args[0])).toNanos();
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        Map<String, Integer> answers = new HashMap<>();
        long longest = 0;
        long count = 0;
        while (System.nanoTime() < end) {
            long from = System.nanoTime();
            try {
                answers.merge(once(seed + count), 1, Integer::sum);
            } catch (IllegalStateException failure) {
                failure.printStackTrace(System.out);
            }
            longest = Math.max(longest, System.nanoTime() - from);
            count++;
        }
        System.out.printf("%d documents from seed %d, longest %d ms%n", count, seed, longest / 1_000_000);
        answers.forEach((answer, times) -> System.out.printf("%8d %s%n", times, answer));
    }

    /** Answers the form and what came of it. */
    static String once(long seed) {
        Random random = new Random(seed);
        // Half of them from the six whole plans.
        Seed of = SEEDS.get(random.nextInt(random.nextBoolean() ? 6 : SEEDS.size()));
        byte[] broken = broken(of, random);
        long began = THREADS.getCurrentThreadCpuTime();
        String answer = of.form() + " ";
        try {
            DocumentFile file = DocumentFile.read(broken, "来件");
            READER.read(file.text());
            answer += "read";
        } catch (Refused refused) {
            Fault fault = refused.findings().list().getFirst().fault();
            answer += fault.name();
        } catch (RuntimeException | Error failure) {
            throw new IllegalStateException("seed " + seed + ": " + answer, failure);
        }
        if (THREADS.getCurrentThreadCpuTime() - began > LONGEST) {
            throw new IllegalStateException("seed " + seed + ": " + answer + " took too long");
        }
        return answer;
    }

    private static byte[] broken(Seed seed, Random random) {
        boolean parts =
                seed.whole() && (seed.form().equals("docx") || seed.form().equals("ofd"));
        return parts && random.nextInt(4) > 0 ? brokenPart(seed.bytes(), random) : brokenBytes(seed.bytes(), random);
    }

    /** Packed anew, so that what is broken reaches the reader of the part. */
    private static byte[] brokenPart(byte[] whole, Random random) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(10) == 0) {
            parts.remove(name);
        } else {
            String part = parts.getOrDefault(name, "");
            parts.put(
                    name,
                    random.nextBoolean()
                            ? brokenXml(part, random)
                            : new String(
                                    brokenBytes(part.getBytes(StandardCharsets.UTF_8), random),
                                    StandardCharsets.UTF_8));
        }
        return Writing.zip(parts);
    }

    /** Still XML for the most part: values changed, elements doubled, dropped or nested. */
    private static String brokenXml(String xml, Random random) {
        String broken = xml;
        for (int time = random.nextInt(6); time >= 0; time--) {
            List<Integer> tags = new ArrayList<>();
            for (int at = broken.indexOf('<'); at >= 0; at = broken.indexOf('<', at + 1)) {
                tags.add(at);
            }
            int from = tags.get(random.nextInt(tags.size()));
            int to = tags.get(random.nextInt(tags.size()));
            broken = switch (random.nextInt(4)) {
                case 0 -> broken.substring(0, Math.min(from, to)) + broken.substring(Math.max(from, to));
                case 1 ->
                    broken.substring(0, from)
                            + broken.substring(Math.min(from, to), Math.max(from, to))
                            + broken.substring(from);
                case 2 -> broken.substring(0, from) + broken.substring(from).replaceFirst("\\d+", number(random));
                default -> broken.substring(0, from) + broken.substring(from).replaceFirst("=\"[^\"]*\"", "=\"\"");
            };
        }
        return broken;
    }

    private static String number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "-1";
            case 1 -> "2147483647";
            case 2 -> "99999999999999999999";
            case 3 -> "1e308";
            default -> String.valueOf(random.nextInt(70_000));
        };
    }

    private static byte[] brokenBytes(byte[] whole, Random random) {
        byte[] broken = whole.clone();
        for (int time = 1 << random.nextInt(8); time > 0; time--) {
            if (broken.length < 8) {
                return broken;
            }
            int at = random.nextInt(broken.length - 4);
            switch (random.nextInt(6)) {
                case 0 -> broken[at] = (byte) random.nextInt(256);
                case 1 -> broken[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> java.util.Arrays.fill(broken, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> {
                    int from = random.nextInt(broken.length - 4);
                    int length = Math.min(random.nextInt(200), broken.length - Math.max(at, from));
                    System.arraycopy(broken, from, broken, at, length);
                }
                case 4 -> broken[at] = (byte) "0123456789<>[]()/%".charAt(random.nextInt(18));
                default -> {
                    if (random.nextInt(20) == 0) {
                        broken = java.util.Arrays.copyOf(broken, at);
                    }
                }
            }
        }
        return broken;
    }
}
