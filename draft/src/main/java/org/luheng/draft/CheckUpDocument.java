package org.luheng.draft;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Target;
import org.luheng.files.Finding;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A {@link CheckUp} as a Word document, on A4 in the fonts that offices have. */
public final class CheckUpDocument {
    private static final String BODY = "宋体";
    private static final String HEAD = "黑体";
    private static final int SIZE = 10;
    private static final int SMALL = 9;
    private static final String GREY = "666666";
    private static final String SHADE = "EEF3F0";
    private static final String RULE = "CCD6D0";
    private static final String GREEN = "0B3D2E";
    private static final int LONGEST = 110;

    private final CheckUp checkUp;
    private final LocalDate day;
    private final XWPFDocument document = new XWPFDocument();

    private CheckUpDocument(CheckUp checkUp, LocalDate day) {
        this.checkUp = checkUp;
        this.day = day;
    }

    /** @param day printed as the day of the check-up */
    public static void write(CheckUp checkUp, LocalDate day, OutputStream out) throws IOException {
        CheckUpDocument work = new CheckUpDocument(checkUp, day);
        try (work.document) {
            work.page();
            work.write();
            work.document.write(out);
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margin = section.addNewPgMar();
        BigInteger edge = BigInteger.valueOf(1080);
        margin.setTop(edge);
        margin.setBottom(edge);
        margin.setLeft(BigInteger.valueOf(1240));
        margin.setRight(BigInteger.valueOf(1240));
    }

    private void write() {
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER, 0, 40);
        run(title, "方案体检", HEAD, 20, GREEN);
        XWPFParagraph name = paragraph(ParagraphAlignment.CENTER, 0, 60);
        run(name, checkUp.title(), HEAD, 12, null);
        XWPFParagraph about = paragraph(ParagraphAlignment.CENTER, 0, 120);
        run(about, checkUp.period() + "　" + checkUp.document() + "　" + day + " 体检", BODY, SMALL, GREY);

        counts();
        heading("结论");
        int number = 1;
        for (String verdict : checkUp.verdicts()) {
            run(paragraph(ParagraphAlignment.LEFT, 0, 40), number++ + ". " + verdict, BODY, SIZE, null);
        }
        if (!checkUp.urgent().isEmpty()) {
            heading("先要处理的");
            XWPFTable table = table(List.of("种类", "内容", "怎么办"), 900, 6100, 2426);
            for (Finding finding : checkUp.urgent()) {
                row(
                        table,
                        List.of(
                                finding.kind().word(),
                                brief(finding.message()),
                                finding.fault().remedy()));
            }
            if (checkUp.unlisted() > 0) {
                note("另有 " + checkUp.unlisted() + " 处未列，见核对表。");
            }
        }
        if (!checkUp.gaps().isEmpty()) {
            heading("缺什么");
            XWPFTable table = table(List.of("缺项", "数", "例"), 2600, 1400, 5426);
            for (CheckUp.Gap gap : checkUp.gaps()) {
                String of = gap.of() == 0 ? "" : " / " + gap.of();
                row(table, List.of(gap.what(), gap.number() + of, String.join("；", gap.examples())));
            }
        }
        if (!checkUp.main().isEmpty()) {
            heading("主要目标");
            XWPFTable table = table(List.of("条款", "目标", "要求", "期限", "性质"), 1900, 3426, 1900, 1300, 900);
            for (Target target : checkUp.main()) {
                row(
                        table,
                        List.of(
                                target.section(),
                                target.title() + (target.scope().isEmpty() ? "" : "（" + target.scope() + "）"),
                                target.inWords(),
                                target.due().inWords(),
                                target.nature()));
            }
        }
        note((checkUp.against().isEmpty() ? "没有与别的方案比较。" : "所比的方案：" + String.join("；", checkUp.against()) + "。")
                + "由绿衡读取和核对，数字以原件为准；逐条位置见核对表（luheng check）。");
    }

    private void counts() {
        int columns = checkUp.counts().size();
        XWPFTable table = document.createTable(2, columns);
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        borders(table);
        for (int at = 0; at < columns; at++) {
            CheckUp.Count count = checkUp.counts().get(at);
            cell(table.getRow(0).getCell(at), Integer.toString(count.number()), HEAD, 16, GREEN, true);
            cell(table.getRow(1).getCell(at), count.what(), BODY, SMALL, GREY, true);
        }
    }

    private void heading(String text) {
        run(paragraph(ParagraphAlignment.LEFT, 140, 60), text, HEAD, 12, GREEN);
    }

    private void note(String text) {
        run(paragraph(ParagraphAlignment.LEFT, 100, 0), text, BODY, SMALL, GREY);
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment, int before, int after) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text, String font, int size, @Nullable String colour) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(font, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(font, XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(size);
        if (colour != null) {
            run.setColor(colour);
        }
    }

    private XWPFTable table(List<String> heads, int... widths) {
        XWPFTable table = document.createTable(1, heads.size());
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        var properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        borders(table);
        for (int at = 0; at < heads.size(); at++) {
            XWPFTableCell cell = table.getRow(0).getCell(at);
            width(cell, widths[at]);
            cell.setColor(SHADE);
            cell(cell, heads.get(at), HEAD, SMALL, null, false);
        }
        return table;
    }

    private static void borders(XWPFTable table) {
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, RULE);
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, GREEN);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, RULE);
        table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, RULE);
    }

    private static void width(XWPFTableCell cell, int twips) {
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(Integer.toString(twips));
    }

    private static void row(XWPFTable table, List<String> cells) {
        var heads = table.getRow(0);
        var row = table.createRow();
        row.setCantSplitRow(true);
        for (int at = 0; at < cells.size(); at++) {
            width(row.getCell(at), heads.getCell(at).getWidth());
            cell(row.getCell(at), cells.get(at), BODY, SMALL, null, false);
        }
    }

    private static void cell(
            XWPFTableCell cell, String text, String font, int size, @Nullable String colour, boolean centred) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setSpacingBefore(20);
        paragraph.setSpacingAfter(20);
        paragraph.setAlignment(centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        run(paragraph, text, font, size, colour);
    }

    private static String brief(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
