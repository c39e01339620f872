package org.luheng.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Glyphs and rules of a page, turned so that most of its text runs from left to right: landscape tables too. What runs otherwise,
 * as stamps and watermarks do, is left out.
 */
final class PdfPageReader extends PDFTextStripper {
    private final Original original;
    private PdfCanvas canvas;
    private Consumer<Printed> taker = page -> {};
    private final Set<COSBase> drawing = Collections.newSetFromMap(new IdentityHashMap<>());
    private int lost;

    PdfPageReader(Original original) {
        this.original = original;
        canvas = new PdfCanvas(original);
        for (String name : PathStep.NAMES) {
            addOperator(new PathStep(name));
        }
    }

    /** What a page prints, and whether there is an image on it. */
    record Printed(Page page, boolean hasImage) {}

    /** Each page that prints anything, in their order. */
    void read(PDPageTree pages, Consumer<Printed> next) throws IOException {
        taker = next;
        processPages(pages);
    }

    /** Glyphs of all pages whose font does not say what they mean. */
    int lost() {
        return lost;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        canvas = new PdfCanvas(original);
        drawing.clear();
        PDRectangle area = page.getCropBox();
        canvas.area(area.getLowerLeftX(), area.getLowerLeftY(), area.getWidth(), area.getHeight());
        super.processPage(page);
        taker.accept(new Printed(canvas.page(getCurrentPageNo()), canvas.hasImage));
    }

    @Override
    protected void startPage(PDPage page) {}

    @Override
    protected void endPage(PDPage page) {}

    @Override
    protected void writePage() {}

    @Override
    protected void processTextPosition(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        canvas.glyph(
                meaning(text),
                matrix.getTranslateX(),
                matrix.getTranslateY(),
                text.getEndX(),
                text.getEndY(),
                matrix.getShearX(),
                matrix.getScaleY());
    }

    /** The tables from glyphs to characters have gaps; the codes of Uni… encodings are characters themselves (ISO 32000-1, 9.7.5.2). */
    private static String meaning(TextPosition text) {
        String said = text.getUnicode();
        if (said.equals("\uFFFD")
                && text.getFont() instanceof PDType0Font font
                && font.getCMap() != null
                && String.valueOf(font.getCMap().getName()).startsWith("Uni")
                && text.getCharacterCodes().length == 1
                && Character.isDefined(text.getCharacterCodes()[0])) {
            return Character.toString(text.getCharacterCodes()[0]);
        }
        return said;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        int before = canvas.count();
        super.showGlyph(matrix, font, code, displacement);
        if (canvas.count() == before && displacement.getX() > 0 && font.toUnicode(code) == null) {
            lost++;
        }
    }

    /** A form that draws itself would be drawn without end (ISO 32000-1, 8.10.1 forbids it). */
    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (drawing.add(form.getCOSObject())) {
            super.showForm(form);
            drawing.remove(form.getCOSObject());
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        if (drawing.add(form.getCOSObject())) {
            super.showTransparencyGroup(form);
            drawing.remove(form.getCOSObject());
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        original.step();
        if (operator.getName().equals("Do") || operator.getName().equals("BI")) {
            canvas.hasImage = true;
        }
        super.processOperator(operator, operands);
    }

    /** Operators that draw paths (ISO 32000-1, 8.5), of which only straight ones matter. */
    private final class PathStep extends OperatorProcessor {
        private static final List<String> NAMES =
                List.of("m", "l", "re", "c", "v", "y", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n");

        private final String name;

        PathStep(String name) {
            super(PdfPageReader.this);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            List<Float> numbers = new ArrayList<>(operands.size());
            for (COSBase operand : operands) {
                if (operand instanceof COSNumber value) {
                    numbers.add(value.floatValue());
                }
            }
            Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
            switch (name) {
                case "m", "l" -> {
                    if (numbers.size() == 2) {
                        canvas.to(matrix.transformPoint(numbers.get(0), numbers.get(1)), name.equals("l"));
                    }
                }
                case "c", "v", "y" -> {
                    int last = numbers.size();
                    if (last >= 2) {
                        canvas.to(matrix.transformPoint(numbers.get(last - 2), numbers.get(last - 1)), false);
                    }
                }
                case "re" -> {
                    if (numbers.size() == 4) {
                        float x = numbers.get(0);
                        float y = numbers.get(1);
                        canvas.rectangle(
                                matrix.transformPoint(x, y),
                                matrix.transformPoint(x + numbers.get(2), y + numbers.get(3)));
                    }
                }
                case "h" -> canvas.close();
                case "n" -> canvas.forget();
                case "s", "b", "b*" -> {
                    canvas.close();
                    canvas.draw(true);
                }
                case "S", "B", "B*" -> canvas.draw(true);
                default -> canvas.draw(false);
            }
        }
    }
}
