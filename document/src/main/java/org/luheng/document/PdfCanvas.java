package org.luheng.document;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one PDF page prints, in points as the file has them, until all of it is known and can be turned upright. */
final class PdfCanvas {
    private static final double MILLIMETRES = 25.4 / 72;

    /** Thinner rectangles are drawn for rules; points. */
    private static final double THIN = 2.5;

    private static final double STRAIGHT = 0.8;

    boolean hasImage;
    private final Original original;
    private final List<Printed> printed = new ArrayList<>();
    private final List<double[]> path = new ArrayList<>();
    private final List<double[]> rules = new ArrayList<>();
    private final int[] turns = new int[4];
    private double left;
    private double bottom;
    private double width;
    private double height;
    private @Nullable Point2D start;
    private @Nullable Point2D at;

    /** @param turn quarters by which it is turned to the left; −1: none of them */
    private record Printed(String words, double x, double y, double endX, double endY, double size, int turn) {}

    PdfCanvas(Original original) {
        this.original = original;
    }

    void area(double left, double bottom, double width, double height) {
        this.left = left;
        this.bottom = bottom;
        this.width = width;
        this.height = height;
    }

    int count() {
        return printed.size();
    }

    void glyph(String words, double x, double y, double endX, double endY, double upX, double upY) {
        double size = Math.hypot(upX, upY);
        if (!(size > 0.5) || !(size < 500) || !Double.isFinite(x + y + endX + endY)) {
            return;
        }
        int turn = turn(upX / size, upY / size);
        if (turn >= 0) {
            turns[turn]++;
        }
        limit();
        // The library counts text from the corner of the crop box, paths from that of the media.
        printed.add(new Printed(words, x + left, y + bottom, endX + left, endY + bottom, size, turn));
    }

    /** From where the top of a letter points. */
    private static int turn(double upX, double upY) {
        if (Math.abs(upX) > 0.35 && Math.abs(upY) > 0.35) {
            return -1;
        }
        return Math.abs(upY) > Math.abs(upX) ? (upY > 0 ? 0 : 2) : upX < 0 ? 1 : 3;
    }

    private void limit() {
        if (printed.size() + rules.size() + path.size() > original.bounds.glyphs()) {
            throw original.tooMuch("一页的内容", original.bounds.glyphs() / 10_000 + " 万项");
        }
    }

    void to(Point2D point, boolean drawn) {
        Point2D from = at;
        if (drawn && from != null) {
            limit();
            path.add(new double[] {from.getX(), from.getY(), point.getX(), point.getY(), 0});
        }
        if (!drawn) {
            start = point;
        }
        at = point;
    }

    void close() {
        Point2D first = start;
        if (first != null) {
            to(first, true);
        }
    }

    void rectangle(Point2D one, Point2D other) {
        limit();
        path.add(new double[] {one.getX(), one.getY(), other.getX(), other.getY(), 1});
        start = one;
        at = one;
    }

    void forget() {
        path.clear();
    }

    void draw(boolean stroked) {
        for (double[] step : path) {
            double dx = Math.abs(step[2] - step[0]);
            double dy = Math.abs(step[3] - step[1]);
            if (step[4] == 0) {
                if (stroked) {
                    rule(step[0], step[1], step[2], step[3]);
                }
            } else if (dx <= THIN || dy <= THIN) {
                double x = (step[0] + step[2]) / 2;
                double y = (step[1] + step[3]) / 2;
                boolean level = dx > dy;
                rule(level ? step[0] : x, level ? y : step[1], level ? step[2] : x, level ? y : step[3]);
            } else if (stroked) {
                rule(step[0], step[1], step[2], step[1]);
                rule(step[0], step[3], step[2], step[3]);
                rule(step[0], step[1], step[0], step[3]);
                rule(step[2], step[1], step[2], step[3]);
            }
        }
        path.clear();
    }

    private void rule(double x1, double y1, double x2, double y2) {
        if (Double.isFinite(x1 + y1 + x2 + y2)) {
            limit();
            rules.add(new double[] {x1, y1, x2, y2});
        }
    }

    Page page(int number) {
        int most = 0;
        for (int turn = 1; turn < 4; turn++) {
            most = turns[turn] > turns[most] ? turn : most;
        }
        boolean lying = most % 2 == 1;
        List<Glyph> glyphs = new ArrayList<>(printed.size());
        for (Printed one : printed) {
            double[] from = upright(one.x(), one.y(), most);
            double[] to = upright(one.endX(), one.endY(), most);
            if (one.turn() == most && to[0] >= from[0]) {
                glyphs.add(new Glyph(one.words(), from[0], from[1], to[0] - from[0], one.size() * MILLIMETRES));
            }
        }
        List<Page.Rule> drawn = new ArrayList<>(rules.size());
        for (double[] rule : rules) {
            double[] from = upright(rule[0], rule[1], most);
            double[] to = upright(rule[2], rule[3], most);
            if (Math.abs(from[1] - to[1]) <= STRAIGHT * MILLIMETRES) {
                drawn.add(
                        new Page.Rule(true, (from[1] + to[1]) / 2, Math.min(from[0], to[0]), Math.max(from[0], to[0])));
            } else if (Math.abs(from[0] - to[0]) <= STRAIGHT * MILLIMETRES) {
                drawn.add(new Page.Rule(
                        false, (from[0] + to[0]) / 2, Math.min(from[1], to[1]), Math.max(from[1], to[1])));
            }
        }
        return new Page(
                number, (lying ? height : width) * MILLIMETRES, (lying ? width : height) * MILLIMETRES, glyphs, drawn);
    }

    /** Millimetres from the upper left corner of the page as it is read. */
    private double[] upright(double x, double y, int turn) {
        double right = (x - left) * MILLIMETRES;
        double up = (y - bottom) * MILLIMETRES;
        double wide = width * MILLIMETRES;
        double high = height * MILLIMETRES;
        return switch (turn) {
            case 0 -> new double[] {right, high - up};
            case 1 -> new double[] {up, right};
            case 2 -> new double[] {wide - right, up};
            default -> new double[] {high - up, wide - right};
        };
    }
}
