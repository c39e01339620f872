package org.luheng.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.luheng.document.DocumentFile;
import org.luheng.reader.PlanReader;

/**
 * Plans read: texts of three lengths, two hundred of them, PDF and docx of thirty pages, and the command as a process. References in
 * the same run: each character looked at once; the text that the library itself extracts; a JVM that only reads the file.
 */
final class Documents {
    private static final int[] LENGTHS = {12_000, 200_000, 2_000_000};
    private static final int PAGES = 30;
    private static final int CHARACTERS_OF_A_PAGE = 22 * 28;
    private static final int PLANS = 200;

    private static final PlanReader READER = new PlanReader();

    private Documents() {}

    static void run(int runs) throws Exception {
        String plans = plans();
        for (int length : LENGTHS) {
            String text = text(plans, length);
            measure(length + " characters, reference: each looked at once", runs, () -> looked(text));
            measure(
                    length + " characters",
                    runs,
                    () -> READER.read(text).targets().size());
        }
        String text = text(plans, LENGTHS[0]);
        measure(PLANS + " plans of " + LENGTHS[0] + " characters", runs, () -> {
            long targets = 0;
            for (int plan = 0; plan < PLANS; plan++) {
                targets += READER.read(text).targets().size();
            }
            return targets;
        });
        List<String> lines =
                text(plans, PAGES * CHARACTERS_OF_A_PAGE * 3 / 4).lines().toList();
        byte[] pdf = Papers.pdf(lines);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            System.out.printf("PDF: %d pages, %d kB%n", document.getNumberOfPages(), pdf.length / 1000);
        }
        measure("PDF, reference: PDFTextStripper", runs, () -> stripped(pdf));
        measure("PDF, read into targets", runs, () -> targets(pdf));
        byte[] docx = Papers.docx(lines);
        System.out.printf("docx: the same words, %d kB%n", docx.length / 1000);
        measure("docx, reference: XWPFWordExtractor", runs, () -> extracted(docx));
        measure("docx, read into targets", runs, () -> targets(docx));
        cold(text, runs);
    }

    private static void cold(String text, int runs) throws Exception {
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "read-");
        try {
            Path file = Files.writeString(folder.resolve("plan.txt"), text);
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Account.measure(
                    "reference: a JVM that only reads the file",
                    runs,
                    folder,
                    List.of(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Bench.class.getName(),
                            "read-text",
                            "" + file));
            Account.measure(
                    "luheng read, " + LENGTHS[0] + " characters",
                    runs,
                    folder,
                    List.of(Demo.ROOT.resolve("luheng").toString(), "read", file.toString()));
        } finally {
            Demo.delete(folder);
        }
    }

    static void readText(Path file) throws IOException {
        System.out.println(Files.readString(file).length());
    }

    /** The invented plans of the reader's tests. */
    private static String plans() throws IOException {
        StringBuilder plans = new StringBuilder();
        try (Stream<Path> files = Files.list(Demo.ROOT.resolve("reader/src/test/resources/plans"))) {
            for (Path file : files.sorted().toList()) {
                plans.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return plans.toString();
    }

    private static String text(String plans, int length) {
        return plans.repeat(length / plans.length() + 1).substring(0, length);
    }

    private static long looked(String text) {
        long sum = 1;
        for (int at = 0; at < text.length(); at++) {
            sum = sum * 31 + text.charAt(at);
        }
        return sum;
    }

    private static long targets(byte[] bytes) {
        return READER.read(DocumentFile.read(bytes, "bench").text()).targets().size();
    }

    private static long stripped(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).length();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    private static long extracted(byte[] docx) {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText().length();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    /** Warm: two seconds of the same work before. */
    private static void measure(String name, int runs, LongSupplier work) {
        long sum = 0;
        long warm = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < warm) {
            sum += work.getAsLong();
        }
        double[] millis = new double[runs];
        for (int run = 0; run < runs; run++) {
            long began = System.nanoTime();
            sum += work.getAsLong();
            millis[run] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        if (sum == 0) {
            throw new IllegalStateException(name + " read nothing");
        }
        System.out.printf(
                "%-52s median %8.1f ms, %8.1f to %8.1f (%d runs)%n",
                name, millis[runs / 2], millis[0], millis[runs - 1], runs);
    }
}
