package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.luheng.reader.PlanReader;

/** What is no plan, or means harm, gets a clear answer. The suite runs in 1 GB; what is told here never unfolds in it. */
class BadInputTest {
    private static final Script PLAN = Script.plan("huanxi-district-2026");

    private static Finding refusal(byte[] bytes) {
        return refusal(bytes, Bounds.USUAL);
    }

    private static Finding refusal(byte[] bytes, Bounds bounds) {
        Refused refused = catchThrowableOfType(Refused.class, () -> DocumentFile.read(bytes, "来件", bounds));
        assertThat(refused).isNotNull();
        return refused.findings().list().getFirst();
    }

    private static List<Fault> notices(byte[] bytes) {
        return DocumentFile.read(bytes, "来件").notices().stream()
                .map(Finding::fault)
                .toList();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] saved(PDDocument document) throws IOException {
        try (document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    private static PDDocument scan(int pages) throws IOException {
        PDDocument document = new PDDocument();
        var image = LosslessFactory.createFromImage(
                document, new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_BYTE_GRAY));
        for (int number = 0; number < pages; number++) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 600, 800);
            }
        }
        return document;
    }

    @Test
    void aScanWithoutText() throws IOException {
        Finding finding = refusal(saved(scan(3)));
        assertThat(finding.fault()).isEqualTo(Fault.NO_TEXT_LAYER);
        assertThat(finding.inWords()).contains("3 页");
        assertThat(finding.fault().remedy()).contains("OCR");
    }

    @Test
    void someScannedPagesAreNamed() throws IOException {
        try (PDDocument scan = scan(2);
                PDDocument text = Writing.pdfDocument(Typeset.of(PLAN, ""))) {
            int pages = text.getNumberOfPages();
            scan.getPages().forEach(text::addPage);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            text.save(out);
            List<Finding> notices = DocumentFile.read(out.toByteArray(), "来件").notices();
            assertThat(notices).singleElement().satisfies(notice -> {
                assertThat(notice.fault()).isEqualTo(Fault.PAGES_WITHOUT_TEXT);
                assertThat(notice.args()).containsEntry("pages", (pages + 1) + "、" + (pages + 2));
            });
        }
    }

    @Test
    void passwords() throws Exception {
        PDDocument pdf = Writing.pdfDocument(Typeset.of(PLAN, ""));
        pdf.protect(new StandardProtectionPolicy("主人", "来客", new AccessPermission()));
        assertThat(refusal(saved(pdf)).fault()).isEqualTo(Fault.LOCKED);

        try (POIFSFileSystem files = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
            Encryptor encryptor = info.getEncryptor();
            encryptor.confirmPassword("来客");
            try (var out = encryptor.getDataStream(files)) {
                out.write(Writing.docx(PLAN));
            }
            ByteArrayOutputStream docx = new ByteArrayOutputStream();
            files.writeFilesystem(docx);
            assertThat(refusal(docx.toByteArray()).fault()).isEqualTo(Fault.LOCKED);
        }
    }

    @Test
    void aPdfThatOnlyForbidsCopyingIsRead() throws Exception {
        PDDocument pdf = Writing.pdfDocument(Typeset.of(PLAN, ""));
        AccessPermission nothing = new AccessPermission();
        nothing.setCanExtractContent(false);
        pdf.protect(new StandardProtectionPolicy("主人", "", nothing));
        assertThat(DocumentFile.read(saved(pdf), "来件").text()).contains("浣溪区");
    }

    @Test
    void macrosAreNotedAndNotRun() {
        byte[] docm = Writing.docxOf("<w:p><w:r><w:t>一、目标</w:t></w:r></w:p>", Map.of("word/vbaProject.bin", "x"));
        assertThat(notices(docm)).containsExactly(Fault.HAS_MACROS);
    }

    @Test
    void aZipBombIsStoppedWhileItUnfolds() {
        byte[] bomb = Writing.docxOf("<w:p><w:r><w:t>" + "零".repeat(20_000_000) + "</w:t></w:r></w:p>", Map.of());
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refusal(bomb).fault()).isEqualTo(Fault.TOO_MUCH_INSIDE);
    }

    @Test
    void aBombInAPdfIsMeasuredBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int megabyte = 0; megabyte < 300; megabyte++) {
                deflate.write(blanks);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(latin("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Filter/FlateDecode/Length " + packed.size() + ">>stream\n"));
        packed.writeTo(pdf);
        pdf.write(latin("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        assertThat(refusal(pdf.toByteArray()).fault()).isEqualTo(Fault.TOO_MUCH_INSIDE);
        byte[] image = latin(new String(pdf.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("<</Filter", "<</Subtype/Image/Filter"));
        assertThat(refusal(image).fault()).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void aBillionLaughsAreNotHeard() {
        String laughs = "<!DOCTYPE d [<!ENTITY a \"哈哈\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        byte[] docx = Writing.docxOf("", Map.of("word/document.xml", laughs + "<d>&b;</d>"));
        assertThat(refusal(docx).fault()).isEqualTo(Fault.DECLARES_ENTITIES);
        byte[] ofd = Writing.zip(Map.of("OFD.xml", laughs + "<OFD><DocRoot>&b;</DocRoot></OFD>"));
        assertThat(refusal(ofd).fault()).isEqualTo(Fault.DECLARES_ENTITIES);
    }

    @Test
    void externalEntitiesAreNotFetched(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path secret = java.nio.file.Files.writeString(folder.resolve("secret"), "机密内容");
        String outside =
                "<!DOCTYPE d SYSTEM \"" + secret.toUri() + "\" [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>";
        byte[] docx = Writing.docxOf("", Map.of("word/styles.xml", outside + "<d>&s;</d>"));
        Finding finding = refusal(docx);
        assertThat(finding.fault()).isEqualTo(Fault.DECLARES_ENTITIES);
        assertThat(finding.inWords()).contains("styles.xml").doesNotContain("机密");
    }

    @Test
    void aGigabyteIsNotReadToItsEnd() throws IOException {
        AtomicLong handedOut = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                handedOut.incrementAndGet();
                return '0';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                handedOut.addAndGet(length);
                return length;
            }
        };
        Refused refused = catchThrowableOfType(Refused.class, () -> DocumentFile.read(endless, "来件"));
        assertThat(refused.findings().list().getFirst().fault()).isEqualTo(Fault.FILE_TOO_LARGE);
        assertThat(handedOut.get()).isLessThan(100L << 20);
    }

    @Test
    void tablesTenThousandDeep() {
        String open = "<w:tbl><w:tr><w:tc>";
        String close = "</w:tc></w:tr></w:tbl>";
        byte[] docx = Writing.docxOf(
                open.repeat(10_000) + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + close.repeat(10_000), Map.of());
        assertThat(refusal(docx).fault()).isEqualTo(Fault.NESTED_TOO_DEEP);
        byte[] html = utf8("<html><body>" + "<table><tr><td>".repeat(10_000) + "底");
        assertThat(refusal(html).fault()).isEqualTo(Fault.NESTED_TOO_DEEP);
    }

    @Test
    void mojibake() {
        String words = "到2025年，全市单位地区生产总值能耗比2020年下降15%。".repeat(20);
        byte[] twice = utf8(new String(utf8(words), java.nio.charset.Charset.forName("GBK")));
        assertThat(refusal(twice).fault()).isEqualTo(Fault.GARBLED);
        assertThat(refusal(utf8("\uFFFD\uFFFD\uE000\uE001年".repeat(100))).fault())
                .isEqualTo(Fault.GARBLED);
        assertThat(refusal(latin("\u0001\u0002\u0003\u00FF\u00FE\u0080\u0081".repeat(50)))
                        .fault())
                .isIn(Fault.DOCUMENT_KIND, Fault.GARBLED);
    }

    @Test
    void nothingInIt() {
        assertThat(refusal(new byte[0]).fault()).isEqualTo(Fault.NO_WORDS);
        assertThat(refusal(utf8(" \n\u3000\n")).fault()).isEqualTo(Fault.NO_WORDS);
        assertThat(refusal(Writing.docxOf("<w:p/>", Map.of())).fault()).isEqualTo(Fault.NO_WORDS);
        assertThat(refusal(utf8("<html><body><p> </p></body></html>")).fault()).isEqualTo(Fault.NO_WORDS);
    }

    @Test
    void aNovelIsReadAndIsNoPlan() {
        byte[] novel = Writing.docx(Script.of("很久以前，有一个渔夫，住在海边的破房子里。\n".repeat(2_000)));
        var reading = new PlanReader().read(DocumentFile.read(novel, "来件").text());
        assertThat(reading.targets()).isEmpty();
        assertThat(reading.doubts()).isNotEmpty();
    }

    @Test
    void whatIsNoDocumentIsNamed() {
        assertThat(refusal(latin("{\\rtf1\\ansi}")).inWords()).contains("RTF");
        assertThat(refusal(latin("\u0089PNG\r\n")).inWords()).contains("图片");
        assertThat(refusal(Writing.zip(Map.of("xl/workbook.xml", "<a/>"))).inWords())
                .contains("xlsx");
        assertThat(refusal(Writing.zip(Map.of("a.txt", "甲"))).inWords()).contains("zip");
        assertThat(refusal(latin("PK\u0003\u0004 and nothing more")).fault()).isEqualTo(Fault.DAMAGED);
        assertThat(refusal(latin("%PDF-1.7\nnothing")).fault()).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void aReadingThatTakesTooLongIsStopped() {
        AtomicLong seconds = new AtomicLong();
        Bounds slow = Bounds.USUAL.withNanos(() -> seconds.getAndIncrement() * 1_000_000_000L);
        assertThat(refusal(Writing.pdf(Typeset.of(Script.of("一、目标\n".repeat(2_000)), "")), slow)
                        .fault())
                .isEqualTo(Fault.READING_TOO_LONG);
    }

    @Test
    void textAndPagesHaveLimits() {
        Bounds few = new Bounds(64 << 20, 64 << 20, 1_000, 2, 500, 1_000, Bounds.USUAL.time(), System::nanoTime);
        byte[] text = utf8("一、目标\n".repeat(1_000));
        assertThat(refusal(text, few).fault()).isEqualTo(Fault.TOO_MUCH_INSIDE);
        Typeset pages = Typeset.of(PLAN, "");
        assertThat(refusal(Writing.pdf(pages), few).inWords()).contains("页数");
        assertThat(refusal(Writing.ofd(pages), few).inWords()).contains("页数");
    }

    @Test
    void whatCannotBeReadFromDiskIsNamed(@org.junit.jupiter.api.io.TempDir Path folder) {
        Refused refused = catchThrowableOfType(Refused.class, () -> DocumentFile.read(folder.resolve("没有.docx")));
        assertThat(refused.findings().list().getFirst().fault()).isEqualTo(Fault.MISSING_FILE);
    }
}
