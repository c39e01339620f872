package org.luheng.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Plans as files: set on pages of 22 lines of 28 characters. */
final class Papers {
    private static final int LINES = 22;
    private static final int CHARACTERS = 28;

    private Papers() {}

    static byte[] docx(List<String> lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFTable table = null;
            for (String line : lines) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 1) {
                    table = null;
                    document.createParagraph().createRun().setText(line);
                    continue;
                }
                if (table == null) {
                    table = document.createTable(1, cells.length);
                } else {
                    table.createRow();
                }
                for (int at = 0;
                        at
                                < Math.min(
                                        cells.length,
                                        table.getRow(0).getTableCells().size());
                        at++) {
                    table.getRow(table.getNumberOfRows() - 1).getCell(at).setText(cells[at]);
                }
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] pdf(List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            COSDictionary font = song();
            StringBuilder page = new StringBuilder();
            int line = 0;
            for (String words : lines) {
                String flat = words.replace('\t', ' ');
                for (int at = 0; at < flat.length(); at += CHARACTERS) {
                    page.append(line(flat.substring(at, Math.min(flat.length(), at + CHARACTERS)), line));
                    if (++line == LINES) {
                        add(document, font, page);
                        line = 0;
                    }
                }
            }
            add(document, font, page);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String line(String words, int line) {
        StringBuilder codes = new StringBuilder();
        words.chars().forEach(c -> codes.append(String.format("%04X", c)));
        return String.format(Locale.ROOT, "BT /F1 16 Tf 80 %d Td <%s> Tj ET%n", 740 - 28 * line, codes);
    }

    private static void add(PDDocument document, COSDictionary font, StringBuilder content) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
        content.setLength(0);
    }

    /** A font that need not be in the file (ISO 32000-1, 9.7.5.2). */
    private static COSDictionary song() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, "STSong-Light");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UCS2-H");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
