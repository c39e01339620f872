package org.luheng.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Fault;

/**
 * A docx (ECMA-376 part 1, WordprocessingML) as its reader would see it with all changes accepted: numbers of lists written out,
 * deleted, moved and hidden words, notes, text boxes and tables of contents left out.
 */
final class WordReader {
    private final Original original;
    private final WordNumbering numbering;
    private final WordStyles styles;
    private final Xml xml;
    private int page = 1;
    private boolean pagesKnown;
    private boolean revisionsSaid;
    /** Begun, and not ended: the mark at its end is deleted. */
    private final StringBuilder open = new StringBuilder();

    private WordReader(Original original, Archive archive, String main, byte[] body) {
        this.original = original;
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        styles = WordStyles.of(original, archive, folder + "styles.xml");
        numbering = WordNumbering.of(original, archive, folder + "numbering.xml", styles);
        xml = new Xml(original, main, body);
    }

    /** @param main name of the part with the text */
    static DocumentText read(Original original, Archive archive, String main) {
        byte[] body = archive.part(main);
        if (body == null) {
            throw original.damaged("缺 " + main);
        }
        return new WordReader(original, archive, main, body).text();
    }

    /** Name of the part with the text; empty: the archive is no Word document. */
    static String mainPart(Original original, Archive archive) {
        byte[] relations = archive.part("_rels/.rels");
        if (relations != null) {
            Xml xml = new Xml(original, "_rels/.rels", relations);
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
        manuscript.write(pagesKnown ? blocks : withoutPages(blocks));
        return manuscript.finish(Kind.DOCX, pagesKnown ? page : 0);
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
                case "p" -> paragraph(blocks);
                case "tbl" -> blocks.add(table());
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> blocks(blocks);
                case "del", "moveFrom" -> deleted();
                case "altChunk" -> original.leaveOut("嵌入的文件");
                default -> {}
            }
        }
    }

    private void deleted() {
        revised();
        xml.pass();
    }

    private void revised() {
        if (!revisionsSaid) {
            revisionsSaid = true;
            original.note(Fault.HAS_REVISIONS);
        }
    }

    private void paragraph(List<Block> blocks) {
        int from = page;
        Properties properties = new Properties();
        StringBuilder words = new StringBuilder();
        inParagraph(words, properties);
        if (styles.isContents(properties.style)) {
            return;
        }
        if (open.isEmpty()) {
            String number = numbering.next(properties.style, properties.list, properties.level);
            open.append(words.isEmpty() ? "" : number);
        }
        open.append(words);
        if (!properties.markDeleted) {
            blocks.add(new Block.Paragraph(withoutTabs(open), from));
            open.setLength(0);
        }
    }

    /** A single tab is a blank of some width; several make columns. */
    private static String withoutTabs(StringBuilder words) {
        int first = words.indexOf("\t");
        boolean columns = first > 0 && words.indexOf("\t", first + 1) > first + 1;
        return columns ? words.toString() : words.toString().replace('\t', ' ');
    }

    /** What stands in the properties of a paragraph. */
    private static final class Properties {
        @Nullable
        String style;

        @Nullable
        String list;

        int level = -1;
        boolean markDeleted;
    }

    private void inParagraph(StringBuilder words, Properties properties) {
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "pPr" -> properties(properties);
                case "r" -> run(words);
                case "hyperlink",
                        "ins",
                        "moveTo",
                        "smartTag",
                        "sdt",
                        "sdtContent",
                        "customXml",
                        "fldSimple",
                        "dir",
                        "bdo",
                        "oMath",
                        "oMathPara",
                        "e",
                        "num",
                        "den",
                        "sup",
                        "sub",
                        "f",
                        "sSup",
                        "sSub",
                        "d" -> inParagraph(words, properties);
                case "del", "moveFrom" -> deleted();
                default -> {}
            }
        }
    }

    private void properties(Properties properties) {
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "pStyle" -> properties.style = xml.attribute("val");
                case "numPr" -> {
                    int inner = xml.depth();
                    for (String part = xml.child(inner); part != null; part = xml.child(inner)) {
                        if (part.equals("numId")) {
                            properties.list = xml.attribute("val");
                        } else if (part.equals("ilvl")) {
                            properties.level = xml.number("val", 0);
                        }
                    }
                }
                case "rPr" -> {
                    int inner = xml.depth();
                    for (String part = xml.child(inner); part != null; part = xml.child(inner)) {
                        if (part.equals("del") || part.equals("moveFrom")) {
                            revised();
                            properties.markDeleted = true;
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private void run(StringBuilder words) {
        StringBuilder said = new StringBuilder();
        boolean hidden = false;
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            switch (child) {
                case "rPr" -> hidden = isHidden();
                case "t" -> said.append(xml.words());
                case "tab", "ptab" -> said.append('\t');
                case "cr" -> said.append('\n');
                case "br" -> {
                    boolean newPage = "page".equals(xml.attribute("type"));
                    page += newPage ? 1 : 0;
                    said.append('\n');
                }
                case "lastRenderedPageBreak" -> {
                    page++;
                    pagesKnown = true;
                }
                case "footnoteReference" -> original.leaveOut("脚注");
                case "endnoteReference" -> original.leaveOut("尾注");
                case "noBreakHyphen" -> said.append('-');
                case "sym" -> said.append(symbol());
                case "ruby" -> ruby(said);
                case "drawing", "pict", "object", "AlternateContent" -> drawing();
                default -> {}
            }
        }
        if (hidden && !said.isEmpty()) {
            original.leaveOut("隐藏文字");
        } else {
            words.append(said);
        }
    }

    private boolean isHidden() {
        boolean hidden = false;
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            if (child.equals("vanish")) {
                hidden = isOn(xml.attribute("val"));
            } else if (child.equals("rStyle")) {
                hidden |= styles.isHidden(xml.attribute("val"));
            }
        }
        return hidden;
    }

    static boolean isOn(@Nullable String value) {
        return value == null || value.equals("1") || value.equals("true") || value.equals("on");
    }

    /** Of symbol fonts only the boxes and ticks of forms mean something; the rest is ornament. */
    private String symbol() {
        String code = xml.attribute("char", "");
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "F0FE", "F052" -> "☑";
            case "F0A8", "F06F" -> "□";
            case "F0B3" -> "≥";
            case "F0A3" -> "≤";
            default -> "";
        };
    }

    /** Words with their pronunciation above them. */
    private void ruby(StringBuilder said) {
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            if (child.equals("rubyBase")) {
                inParagraph(said, new Properties());
            }
        }
    }

    private void drawing() {
        boolean box = false;
        int parent = xml.depth();
        while (xml.depth() >= parent && xml.hasNext()) {
            int event = xml.next();
            box |= event == XMLStreamConstants.START_ELEMENT && xml.is("t");
        }
        if (box) {
            original.leaveOut("文本框");
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
                            revised();
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
                case "p" -> paragraph(blocks);
                case "tbl" -> blocks.add(table());
                case "sdt", "sdtContent", "ins", "moveTo", "customXml" -> blocks(blocks);
                case "del", "moveFrom" -> deleted();
                default -> {}
            }
        }
        return new Block.Cell(blocks, width, merged);
    }
}
