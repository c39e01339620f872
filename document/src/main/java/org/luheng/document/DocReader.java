package org.luheng.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.model.StyleSheet;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.luheng.files.Fault;
import org.luheng.files.Refused;

/** A binary document of Word 97 to 2003, which WPS writes as doc and wps, by Apache POI. Read as {@link WordReader} reads a docx. */
final class DocReader {
    /** Edges of cells nearer than this are one; twentieths of a point. */
    private static final int NEAR = 40;

    /** Second byte of the flags in the head. */
    private static final int FLAGS = 0x0B;

    private final Original original;
    private final HWPFDocument document;
    private final DocNumbering numbering;
    private boolean revisionsSaid;

    private DocReader(Original original, HWPFDocument document) {
        this.original = original;
        this.document = document;
        numbering = new DocNumbering(document.getListTables());
    }

    static DocumentText read(Original original) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(original.bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntry("EncryptedPackage")) {
                throw original.refuse(Fault.LOCKED);
            }
            if (!root.hasEntry("WordDocument")) {
                throw Form.unread(original, seen(root));
            }
            if (root.hasEntry("Macros") || root.hasEntry("_VBA_PROJECT_CUR")) {
                original.note(Fault.HAS_MACROS);
            }
            if (isLocked(root)) {
                throw original.refuse(Fault.LOCKED);
            }
            original.look();
            try (HWPFDocument document = new HWPFDocument(root)) {
                return new DocReader(original, document).text();
            }
        } catch (Refused refused) {
            throw refused;
        } catch (EncryptedDocumentException locked) {
            throw original.refuse(Fault.LOCKED);
        } catch (OldWordFileFormatException old) {
            throw Form.unread(original, "是 Word 95 或更早的文档");
        } catch (IOException | RuntimeException broken) {
            // A library that met what the format does not allow throws many things.

            throw original.damaged("内容不合 doc 的格式");
        }
    }

    /** fEncrypted of the head ([MS-DOC] 2.5.2), seen before a library stumbles over what is behind it. */
    private static boolean isLocked(DirectoryNode root) throws IOException {
        try (InputStream document = root.createDocumentInputStream("WordDocument")) {
            byte[] head = document.readNBytes(FLAGS + 1);
            return head.length > FLAGS && (head[FLAGS] & 1) != 0;
        }
    }

    private static String seen(DirectoryNode root) {
        return root.hasEntry("Workbook") || root.hasEntry("Book")
                ? "是 xls 表格"
                : root.hasEntry("PowerPoint Document") ? "是 ppt 幻灯片" : "是别的旧版 Office 文件";
    }

    private DocumentText text() {
        Range range = document.getRange();
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < range.numParagraphs(); at++) {
            original.look();
            Paragraph paragraph = range.getParagraph(at);
            if (paragraph.isInTable()) {
                Table table = range.getTable(paragraph);
                blocks.add(grid(table));
                at += Math.max(1, table.numParagraphs()) - 1;
            } else {
                paragraph(paragraph, blocks);
            }
        }
        if (document.getMainTextboxRange().numCharacterRuns() > 0
                && !document.getMainTextboxRange().text().isBlank()) {
            original.leaveOut("文本框");
        }
        if (!document.getFootnoteRange().text().isBlank()) {
            original.leaveOut("脚注");
        }
        Manuscript manuscript = new Manuscript(original);
        manuscript.write(blocks);
        return manuscript.finish(Kind.DOC, 0);
    }

    private void paragraph(Paragraph paragraph, List<Block> blocks) {
        String number = numbering.next(paragraph);
        String words = words(paragraph);
        if (isContents(paragraph)) {
            return;
        }
        blocks.add(new Block.Paragraph(words.isBlank() ? "" : number + words, 0));
    }

    private boolean isContents(Paragraph paragraph) {
        StyleSheet styles = document.getStyleSheet();
        int index = paragraph.getStyleIndex();
        StyleDescription style = index >= 0 && index < styles.numStyles() ? styles.getStyleDescription(index) : null;
        String name =
                style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
        return name.startsWith("toc ") || name.startsWith("目录 ");
    }

    /** Without codes of fields, deleted and hidden words, and the marks that stand for objects. */
    private String words(Paragraph paragraph) {
        StringBuilder words = new StringBuilder();
        Deque<Boolean> codes = new ArrayDeque<>();
        for (int at = 0; at < paragraph.numCharacterRuns(); at++) {
            CharacterRun run = paragraph.getCharacterRun(at);
            original.step();
            if (run.isMarkedDeleted() || run.isMarkedInserted()) {
                revised();
            }
            boolean seen = !run.isMarkedDeleted() && !run.isVanished();
            if (run.isVanished() && !run.isMarkedDeleted() && !run.text().isBlank()) {
                original.leaveOut("隐藏文字");
            }
            String text = run.text();
            for (int index = 0; index < text.length(); index++) {
                char c = text.charAt(index);
                switch (c) {
                    case '\u0013' -> codes.push(true);
                    case '\u0014' -> {
                        codes.poll();
                        codes.push(false);
                    }
                    case '\u0015' -> codes.poll();
                    case '\u000B' -> words.append(seen && !codes.contains(true) ? "\n" : "");
                    case '\u001E' -> words.append(seen && !codes.contains(true) ? "-" : "");
                    case '\t' -> words.append(seen && !codes.contains(true) ? "\t" : "");
                    default -> {
                        if (seen && !codes.contains(true) && c >= ' ') {
                            words.append(c);
                        }
                    }
                }
            }
        }
        int first = words.indexOf("\t");
        boolean columns = first > 0 && words.indexOf("\t", first + 1) > first + 1;
        return columns ? words.toString() : words.toString().replace('\t', ' ');
    }

    private void revised() {
        if (!revisionsSaid) {
            revisionsSaid = true;
            original.note(Fault.HAS_REVISIONS);
        }
    }

    /** A doc knows no grid: cells cover the columns that lie between their edges. */
    private Block.Grid grid(Table table) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (int row = 0; row < table.numRows(); row++) {
            for (int at = 0; at < table.getRow(row).numCells(); at++) {
                int edge = table.getRow(row).getCell(at).getLeftEdge();
                Integer near = edges.floor(edge + NEAR);
                if (near == null || near < edge - NEAR) {
                    edges.add(edge);
                }
            }
        }
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (int row = 0; row < table.numRows(); row++) {
            TableRow cells = table.getRow(row);
            List<Block.Cell> line = new ArrayList<>();
            for (int at = 0; at < cells.numCells(); at++) {
                original.step();
                TableCell cell = cells.getCell(at);
                boolean left = cell.isMerged() && !cell.isFirstMerged();
                boolean above = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
                line.add(new Block.Cell(left || above ? List.of() : inside(cell), width(cell, edges), above));
            }
            rows.add(line);
        }
        return new Block.Grid(rows);
    }

    private static int width(TableCell cell, TreeSet<Integer> edges) {
        int covered = edges.subSet(
                        cell.getLeftEdge() - NEAR,
                        Math.max(cell.getLeftEdge() - NEAR, cell.getLeftEdge() + cell.getWidth() - NEAR))
                .size();
        return Math.clamp(covered, 1, 60);
    }

    private List<Block> inside(TableCell cell) {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < cell.numParagraphs(); at++) {
            paragraph(cell.getParagraph(at), blocks);
        }
        return blocks;
    }
}
