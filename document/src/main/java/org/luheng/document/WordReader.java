package org.luheng.document;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/**
 * A docx (ECMA-376 part 1, WordprocessingML) as its reader would see it with all changes accepted: numbers of lists written out,
 * deleted, moved and hidden words, notes, text boxes and tables of contents left out.
 */
final class WordReader {
    private final Original original;
    private final Xml xml;
    private final WordParagraphs paragraphs;

    private WordReader(Original original, Archive archive, String main, Xml body) {
        this.original = original;
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        WordStyles styles = WordStyles.of(archive, folder + "styles.xml");
        WordNumbering numbering = WordNumbering.of(archive, folder + "numbering.xml", styles);
        xml = body;
        paragraphs = new WordParagraphs(original, xml, styles, numbering);
    }

    /** @param main name of the part with the text */
    static DocumentText read(Original original, Archive archive, String main) {
        Xml body = archive.xml(main);
        if (body == null) {
            throw original.damaged("缺 " + main);
        }
        return new WordReader(original, archive, main, body).text();
    }

    /** Name of the part with the text; empty: the archive is no Word document. */
    static String mainPart(Archive archive) {
        Xml xml = archive.xml("_rels/.rels");
        if (xml != null) {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.is("Relationship")
                        && xml.attribute("Type", "").endsWith("/officeDocument")) {
                    String target = xml.attribute("Target", "");
                    String name = target.startsWith("/") ? target.substring(1) : target;
                    return name.startsWith("word/") && archive.has(name) ? name : "";
                }
            }
        }
        return archive.has("word/document.xml") ? "word/document.xml" : "";
    }

    private DocumentText text() {
        List<Block> blocks = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.is("body")) {
                blocks(blocks);
                break;
            }
        }
        Manuscript manuscript = new Manuscript(original);
        manuscript.write(paragraphs.pagesKnown() ? blocks : withoutPages(blocks));
        return manuscript.finish(Kind.DOCX, paragraphs.pagesKnown() ? paragraphs.page() : 0);
    }

    /** Word notes where its pages broke when it was saved; other programs do not. */
    private static List<Block> withoutPages(List<Block> blocks) {
        List<Block> plain = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            plain.add(
                    switch (block) {
                        case Block.Paragraph paragraph -> new Block.Paragraph(paragraph.words(), 0);
                        case Block.Grid grid ->
                            new Block.Grid(grid.rows().stream()
                                    .map(row -> row.stream()
                                            .map(cell -> new Block.Cell(
                                                    withoutPages(cell.blocks()), cell.width(), cell.merged()))
                                            .toList())
                                    .toList());
                    });
        }
        return plain;
    }

    /** Paragraphs and tables of the element that has begun. */
    private void blocks(List<Block> blocks) {
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "p" -> paragraphs.read(blocks);
                case "tbl" -> blocks.add(table());
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> blocks(blocks);
                case "del", "moveFrom" -> paragraphs.deleted();
                case "altChunk" -> original.leaveOut("嵌入的文件");
                default -> {}
            }
        }
    }

    private Block.Grid table() {
        List<List<Block.Cell>> rows = new ArrayList<>();
        rows(rows);
        return new Block.Grid(rows);
    }

    private void rows(List<List<Block.Cell>> rows) {
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "tr" -> {
                    List<Block.Cell> row = new ArrayList<>();
                    if (!cells(row)) {
                        rows.add(row);
                    }
                }
                case "sdt", "sdtContent", "customXml", "ins" -> rows(rows);
                default -> {}
            }
        }
    }

    /** Answers whether the row is deleted. */
    private boolean cells(List<Block.Cell> row) {
        boolean deleted = false;
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "trPr" -> {
                    int inner = xml.depth();
                    for (String part = xml.child(inner); part != null; part = xml.child(inner)) {
                        if (part.equals("del")) {
                            paragraphs.revised();
                            deleted = true;
                        } else if (part.equals("gridBefore") && xml.number("val", 0) > 0) {
                            row.add(new Block.Cell(List.of(), Math.min(60, xml.number("val", 1)), false));
                        }
                    }
                }
                case "tc" -> row.add(cell());
                case "sdt", "sdtContent", "customXml" -> deleted |= cells(row);
                default -> {}
            }
        }
        return deleted;
    }

    private Block.Cell cell() {
        List<Block> blocks = new ArrayList<>();
        int width = 1;
        boolean merged = false;
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "tcPr" -> {
                    int inner = xml.depth();
                    for (String part = xml.child(inner); part != null; part = xml.child(inner)) {
                        if (part.equals("gridSpan")) {
                            width = Math.clamp(xml.number("val", 1), 1, 60);
                        } else if (part.equals("vMerge")) {
                            merged = !"restart".equals(xml.attribute("val"));
                        }
                    }
                }
                case "p" -> paragraphs.read(blocks);
                case "tbl" -> blocks.add(table());
                case "sdt", "sdtContent", "ins", "moveTo", "customXml" -> blocks(blocks);
                case "del", "moveFrom" -> paragraphs.deleted();
                default -> {}
            }
        }
        return new Block.Cell(blocks, width, merged);
    }
}
