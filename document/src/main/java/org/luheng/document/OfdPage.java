package org.luheng.document;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The objects of one page of an OFD (GB/T 33190, 7.7, 9 and 11). */
final class OfdPage {
    private static final double STRAIGHT = 0.3;
    private static final double THIN = 0.9;
    private static final double[] IDENTITY = {1, 0, 0, 1, 0, 0};

    @Nullable
    String template;

    private final Original original;
    private final Archive archive;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Page.Rule> rules = new ArrayList<>();
    private double[] area;
    private boolean image;
    private boolean words = true;

    OfdPage(Original original, Archive archive, double[] area) {
        this.original = original;
        this.archive = archive;
        this.area = area;
    }

    /** A page that is only a picture of one. */
    boolean isImage() {
        return image && glyphs.size() <= 8;
    }

    Page page(int number) {
        return new Page(number, area[2], area[3], glyphs, rules);
    }

    /** @param withWords else its rules alone */
    void template(String location, boolean withWords) {
        words = withWords;
        String own = template;
        read(location);
        template = own;
    }

    void read(String location) {
        byte[] bytes = archive.part(location);
        if (bytes == null) {
            throw original.damaged("缺 " + location);
        }
        Xml xml = new Xml(original, location, bytes);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "PhysicalBox" -> area = Numerals.of(xml.words(), 4, area);
                case "Template" -> template = xml.attribute("TemplateID");
                case "TextObject" -> text(xml);
                case "PathObject" -> path(xml);
                case "ImageObject" -> image = true;
                default -> {}
            }
        }
    }

    private static double[] boundary(Xml xml) {
        return Numerals.of(xml.attribute("Boundary", ""), 4, new double[4]);
    }

    private static double[] matrix(Xml xml) {
        return Numerals.of(xml.attribute("CTM", ""), 6, IDENTITY);
    }

    private static boolean isVisible(Xml xml) {
        return !"false".equals(xml.attribute("Visible"));
    }

    private void text(Xml xml) {
        double[] boundary = boundary(xml);
        double[] matrix = matrix(xml);
        double given = Numerals.number(xml.attribute("Size", "3.5"));
        double horizontal = Numerals.number(xml.attribute("HScale", "1"));
        boolean seen = isVisible(xml) && words;
        double size = given * Math.hypot(matrix[2], matrix[3]);
        boolean upright = Math.abs(matrix[1]) < 0.1 * Math.abs(matrix[0]) && matrix[0] > 0 && matrix[3] > 0;
        double x = 0;
        double y = 0;
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            if (!child.equals("TextCode")) {
                continue;
            }
            // Where the next code does not say, it begins where the last one did.
            x = otherwise(Numerals.number(xml.attribute("X", "")), x);
            y = otherwise(Numerals.number(xml.attribute("Y", "")), y);
            double[] right = Numerals.distances(xml.attribute("DeltaX", ""));
            double[] down = Numerals.distances(xml.attribute("DeltaY", ""));
            String code = xml.words();
            if (seen && upright && size > 0.3 && size < 200) {
                glyphs(code, boundary, matrix, x, y, right, down, size, otherwise(horizontal, 1));
            }
        }
    }

    private static double otherwise(double number, double otherwise) {
        return Double.isFinite(number) ? number : otherwise;
    }

    private void glyphs(
            String code,
            double[] boundary,
            double[] matrix,
            double startX,
            double startY,
            double[] right,
            double[] down,
            double size,
            double horizontal) {
        double x = startX;
        double y = startY;
        int at = 0;
        for (int index = 0; at < code.length(); index++) {
            int character = code.codePointAt(at);
            String letter = Character.toString(character);
            at += letter.length();
            double width = (character < 0x2E80 ? 0.5 : 1) * size * horizontal;
            double onPageX = boundary[0] + matrix[0] * x + matrix[2] * y + matrix[4];
            double onPageY = boundary[1] + matrix[1] * x + matrix[3] * y + matrix[5];
            double step = index < right.length ? right[index] : right.length == 0 ? width / matrix[0] : 0;
            if (glyphs.size() + rules.size() > original.bounds.glyphs()) {
                throw original.tooMuch("一页的内容", original.bounds.glyphs() / 10_000 + " 万项");
            }
            if (Double.isFinite(onPageX + onPageY)) {
                double free = step * matrix[0];
                glyphs.add(new Glyph(letter, onPageX, onPageY, free > 0 && free < width ? free : width, size));
            }
            x += step;
            y += index < down.length ? down[index] : 0;
        }
    }

    private void path(Xml xml) {
        double[] boundary = boundary(xml);
        double[] matrix = matrix(xml);
        boolean stroked = !"false".equals(xml.attribute("Stroke"));
        boolean filled = "true".equals(xml.attribute("Fill"));
        boolean seen = isVisible(xml);
        int parent = xml.depth();
        for (String child = xml.child(parent); child != null; child = xml.child(parent)) {
            if (child.equals("AbbreviatedData") && seen) {
                draw(xml.words(), boundary, matrix, stroked, filled);
            }
        }
    }

    /** S, M: go; L: draw; Q, B, A: curves, of which the end counts; C: close (9.1). */
    private void draw(String data, double[] boundary, double[] matrix, boolean stroked, boolean filled) {
        StringTokenizer tokens = new StringTokenizer(data);
        List<double[]> points = new ArrayList<>();
        double[] at = new double[2];
        double[] start = at;
        while (tokens.hasMoreTokens()) {
            original.step();
            String step = tokens.nextToken();
            int count = switch (step) {
                case "S", "M", "L" -> 2;
                case "Q" -> 4;
                case "B" -> 6;
                case "A" -> 7;
                default -> 0;
            };
            double[] last = new double[2];
            for (int number = 0; number < count && tokens.hasMoreTokens(); number++) {
                last[0] = last[1];
                last[1] = Numerals.number(tokens.nextToken());
            }
            double[] to = count == 0
                    ? start
                    : new double[] {
                        boundary[0] + matrix[0] * last[0] + matrix[2] * last[1] + matrix[4],
                        boundary[1] + matrix[1] * last[0] + matrix[3] * last[1] + matrix[5]
                    };
            if (step.equals("S") || step.equals("M")) {
                thin(points, filled);
                points.clear();
                start = to;
            } else if (stroked && (step.equals("L") || step.equals("C"))) {
                rule(at, to);
            }
            points.add(to);
            at = to;
        }
        thin(points, filled);
    }

    /** A filled shape so thin that it is a line. */
    private void thin(List<double[]> points, boolean filled) {
        if (!filled || points.size() < 3) {
            return;
        }
        double left = points.stream().mapToDouble(point -> point[0]).min().orElse(0);
        double right = points.stream().mapToDouble(point -> point[0]).max().orElse(0);
        double top = points.stream().mapToDouble(point -> point[1]).min().orElse(0);
        double bottom = points.stream().mapToDouble(point -> point[1]).max().orElse(0);
        if (bottom - top <= THIN && right - left > THIN) {
            rule(new double[] {left, (top + bottom) / 2}, new double[] {right, (top + bottom) / 2});
        } else if (right - left <= THIN && bottom - top > THIN) {
            rule(new double[] {(left + right) / 2, top}, new double[] {(left + right) / 2, bottom});
        }
    }

    private void rule(double[] from, double[] to) {
        if (!Double.isFinite(from[0] + from[1] + to[0] + to[1])) {
            return;
        }
        if (glyphs.size() + rules.size() > original.bounds.glyphs()) {
            throw original.tooMuch("一页的内容", original.bounds.glyphs() / 10_000 + " 万项");
        }
        if (Math.abs(from[1] - to[1]) <= STRAIGHT) {
            rules.add(new Page.Rule(true, (from[1] + to[1]) / 2, Math.min(from[0], to[0]), Math.max(from[0], to[0])));
        } else if (Math.abs(from[0] - to[0]) <= STRAIGHT) {
            rules.add(new Page.Rule(false, (from[0] + to[0]) / 2, Math.min(from[1], to[1]), Math.max(from[1], to[1])));
        }
    }
}
