package org.luheng.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
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
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Writes a script in each of the forms. */
final class Writing {
    private static final double POINTS = 72 / 25.4;

    private Writing() {}

    static byte[] docx(Script script) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Script.Part part : script.parts()) {
                switch (part) {
                    case Script.Words words ->
                        document.createParagraph().createRun().setText(words.words());
                    case Script.Rows rows -> {
                        XWPFTable table = document.createTable(
                                rows.rows().size(), rows.rows().getFirst().size());
                        for (int row = 0; row < rows.rows().size(); row++) {
                            XWPFTableRow cells = table.getRow(row);
                            List<String> words = rows.rows().get(row);
                            for (int column = 0; column < words.size(); column++) {
                                cells.getCell(column).setText(words.get(column));
                            }
                        }
                    }
                }
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    /** As a site of a government saves it. */
    static byte[] html(Script script) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>政策文件_海州市人民政府</title>
                <script>var a = "<p>到2025年，脚本不是正文，占比达到99%。</p>";</script></head><body>
                <div class="top"><a href="/">首页</a> <a href="/zwgk">政务公开</a><span style="display:none">到2025年隐藏达到98%</span></div>
                <div class="main"><div class="position">当前位置：<a href="/">首页</a></div><div id="zoom">
                """);
        for (Script.Part part : script.parts()) {
            switch (part) {
                case Script.Words words ->
                    page.append("<p>　　<span>").append(escaped(words.words())).append("</span></p>\n");
                case Script.Rows rows -> {
                    page.append("<table border=1>");
                    for (List<String> row : rows.rows()) {
                        page.append("<tr>");
                        row.forEach(cell ->
                                page.append("<td><p>").append(escaped(cell)).append("</p></td>"));
                        page.append("</tr>\n");
                    }
                    page.append("</table>\n");
                }
            }
        }
        return page.append("</div></div><div class=\"footer\">主办：海州市人民政府办公室 网站标识码：9999000001</div></body></html>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static byte[] zip(Map<String, String> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return out.toByteArray();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    /** A docx with this within its body. */
    static byte[] docxOf(String body, Map<String, String> more) {
        Map<String, String> parts = new java.util.LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\""
                        + " ContentType=\"application/xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"word/document.xml\"/></Relationships>");
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] ofd(Typeset typeset) {
        Map<String, String> parts = new java.util.LinkedHashMap<>();
        String ofd = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        parts.put(
                "OFD.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:OFD " + ofd
                        + " Version=\"1.1\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                        + "</ofd:DocBody></ofd:OFD>");
        StringBuilder pages = new StringBuilder();
        for (int number = 0; number < typeset.sheets.size(); number++) {
            pages.append("<ofd:Page ID=\"")
                    .append(100 + number)
                    .append("\" BaseLoc=\"Pages/Page_")
                    .append(number)
                    .append("/Content.xml\"/>");
            parts.put("Doc_0/Pages/Page_" + number + "/Content.xml", ofdPage(ofd, typeset.sheets.get(number)));
        }
        parts.put(
                "Doc_0/Document.xml",
                "<ofd:Document " + ofd + "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
                        + "</ofd:PageArea></ofd:CommonData><ofd:Pages>" + pages + "</ofd:Pages></ofd:Document>");
        return zip(parts);
    }

    private static String ofdPage(String ofd, Typeset.Sheet sheet) {
        StringBuilder page = new StringBuilder("<ofd:Page " + ofd + "><ofd:Content><ofd:Layer ID=\"1\">");
        int id = 10;
        for (Typeset.Piece piece : sheet.pieces()) {
            StringBuilder steps = new StringBuilder();
            for (int at = 0; at + 1 < piece.words().length(); at++) {
                steps.append(at > 0 ? " " : "")
                        .append(Typeset.width(piece.words().charAt(at)));
            }
            page.append(String.format(
                    Locale.ROOT,
                    "<ofd:TextObject ID=\"%d\" Boundary=\"%.2f %.2f 160 8\" Font=\"2\" Size=\"%.2f\"><ofd:TextCode X=\"0\" Y=\"6\""
                            + " DeltaX=\"%s\">%s</ofd:TextCode></ofd:TextObject>",
                    id++,
                    piece.x(),
                    piece.baseline() - 6,
                    Typeset.SIZE,
                    steps,
                    escaped(piece.words())));
        }
        for (Typeset.Stroke stroke : sheet.strokes()) {
            page.append(String.format(
                    Locale.ROOT,
                    "<ofd:PathObject ID=\"%d\" Boundary=\"%.2f %.2f %.2f %.2f\" LineWidth=\"0.3\"><ofd:AbbreviatedData>M 0 0 L %.2f"
                            + " %.2f</ofd:AbbreviatedData></ofd:PathObject>",
                    id++,
                    stroke.x1(),
                    stroke.y1(),
                    Math.max(0.3, stroke.x2() - stroke.x1()),
                    Math.max(0.3, stroke.y2() - stroke.y1()),
                    stroke.x2() - stroke.x1(),
                    stroke.y2() - stroke.y1()));
        }
        return page.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
    }

    static byte[] pdf(Typeset typeset) {
        try (PDDocument document = pdfDocument(typeset);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    static PDDocument pdfDocument(Typeset typeset) throws IOException {
        PDDocument document = new PDDocument();
        COSDictionary font = song();
        for (Typeset.Sheet sheet : typeset.sheets) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDResources resources = new PDResources();
            COSDictionary fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F1"), font);
            resources.getCOSObject().setItem(COSName.FONT, fonts);
            page.setResources(resources);
            COSStream content = document.getDocument().createCOSStream();
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(pdfPage(sheet).getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
        }
        return document;
    }

    /** A font that every Chinese reader of PDF has (ISO 32000-1, 9.7.5.2), so that none has to be in the file. */
    private static COSDictionary song() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 6);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, "STSong-Light");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, 1000);
        COSArray halves = new COSArray();
        halves.add(COSInteger.get(1));
        halves.add(COSInteger.get(95));
        halves.add(new COSFloat(500));
        descendant.setItem(COSName.W, halves);
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

    private static String pdfPage(Typeset.Sheet sheet) {
        StringBuilder page = new StringBuilder("0.5 w\n");
        for (Typeset.Stroke stroke : sheet.strokes()) {
            page.append(String.format(
                    Locale.ROOT,
                    "%.2f %.2f m %.2f %.2f l S%n",
                    stroke.x1() * POINTS,
                    842 - stroke.y1() * POINTS,
                    stroke.x2() * POINTS,
                    842 - stroke.y2() * POINTS));
        }
        for (Typeset.Piece piece : sheet.pieces()) {
            StringBuilder codes = new StringBuilder();
            piece.words().chars().forEach(c -> codes.append(String.format("%04X", c)));
            page.append(String.format(
                    Locale.ROOT,
                    "BT /F1 %.2f Tf %.2f %.2f Td <%s> Tj ET%n",
                    Typeset.SIZE * POINTS,
                    piece.x() * POINTS,
                    842 - piece.baseline() * POINTS,
                    codes));
        }
        return page.toString();
    }
}
