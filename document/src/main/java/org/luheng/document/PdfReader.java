package org.luheng.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.luheng.files.Fault;
import org.luheng.files.Refused;

/** A PDF, by PDFBox: glyphs and rules of each page. Actions, scripts and attachments are never looked at. */
final class PdfReader {
    /** Fewer characters on a page are a page number or a stamp. */
    private static final int HARDLY_ANY = 8;

    private final Original original;

    PdfReader(Original original) {
        this.original = original;
    }

    DocumentText read() {
        new PdfStreams(original).check();
        try (PDDocument document = Loader.loadPDF(original.bytes)) {
            return read(document);
        } catch (InvalidPasswordException locked) {
            throw original.refuse(Fault.LOCKED);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // A library that met what the standard does not allow throws many things.
            throw original.damaged("内容不合 PDF 的规定");
        }
    }

    private DocumentText read(PDDocument document) throws IOException {
        int count = document.getNumberOfPages();
        if (count > original.bounds.pages()) {
            throw original.tooMuch("页数", String.valueOf(original.bounds.pages()));
        }
        for (PDPage page : document.getPages()) {
            original.step();
            if (isImage(page)) {
                throw original.damaged("有一页的内容标为图像");
            }
        }
        PrintedPages pages = new PrintedPages(original);
        PdfPageReader reader = new PdfPageReader(original);
        List<Integer> empty = new ArrayList<>();
        int[] characters = new int[1];
        reader.read(document.getPages(), printed -> {
            Page page = printed.page();
            if (page.number() > original.bounds.pages()) {
                throw original.tooMuch("页数", String.valueOf(original.bounds.pages()));
            }
            if (page.glyphs().size() <= HARDLY_ANY && printed.hasImage()) {
                empty.add(page.number());
            }
            characters[0] += page.glyphs().size();
            pages.add(page);
        });
        answerFor(count, empty, characters[0], reader.lost());
        return pages.text(Kind.PDF, count);
    }

    private void answerFor(int count, List<Integer> empty, int characters, int lost) {
        if (!empty.isEmpty() && (empty.size() == count || characters <= HARDLY_ANY * count)) {
            throw original.refuse(Fault.NO_TEXT_LAYER, "pages", String.valueOf(count));
        }
        if (!empty.isEmpty()) {
            original.note(Fault.PAGES_WITHOUT_TEXT, "pages", Numbers.inWords(empty));
        }
        if (lost > 0 && lost > characters / 10) {
            throw original.refuse(Fault.GARBLED, "seen", "字体没有字符编码，" + lost + " 个字认不出");
        }
        if (lost > 0) {
            original.note(Fault.CHARACTERS_LOST, "count", String.valueOf(lost), "why", "字体没有字符编码");
        }
    }

    /** Images are not measured before they are unpacked ({@link PdfStreams}); nothing else may pass for one. */
    private static boolean isImage(PDPage page) {
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSArray several) {
            for (COSBase one : several) {
                COSBase content = one instanceof COSObject reference ? reference.getObject() : one;
                if (isImage(content)) {
                    return true;
                }
            }
            return false;
        }
        return isImage(contents);
    }

    private static boolean isImage(COSBase content) {
        return content instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }
}
