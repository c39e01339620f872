package org.luheng.document;

/** A rectangle on a page, in millimetres from its upper left corner. */
public record Box(double left, double top, double width, double height) {
    static Box around(double left, double top, double right, double bottom) {
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
