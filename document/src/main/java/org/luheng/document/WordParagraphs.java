package org.luheng.document;

import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Fault;

/** The paragraphs of a docx: what their runs say, and the number that Word prints before it. */
final class WordParagraphs {
    private final Original original;
    private final Xml xml;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private int page = 1;
    private boolean pagesKnown;
    private boolean revisionsSaid;

    /** Begun, and not ended: the mark at its end is deleted. */
    private final StringBuilder open = new StringBuilder();

    WordParagraphs(Original original, Xml xml, WordStyles styles, WordNumbering numbering) {
        this.original = original;
        this.xml = xml;
        this.styles = styles;
        this.numbering = numbering;
    }

    /** The page that is being read, from 1. */
    int page() {
        return page;
    }

    /** Whether the program that saved it noted where its pages broke. */
    boolean pagesKnown() {
        return pagesKnown;
    }

    /** Passes over what a change took out. */
    void deleted() {
        revised();
        xml.pass();
    }

    void revised() {
        if (!revisionsSaid) {
            revisionsSaid = true;
            original.note(Fault.HAS_REVISIONS);
        }
    }

    void read(List<Block> blocks) {
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
                hidden = WordStyles.isOn(xml.attribute("val"));
            } else if (child.equals("rStyle")) {
                hidden |= styles.isHidden(xml.attribute("val"));
            }
        }
        return hidden;
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
}
