package org.luheng.document;

/**
 * What is printed in one go, seldom more than a character; millimetres from the upper left corner of the page.
 *
 * @param baseline distance of the line it stands on from the top
 * @param size height of the font
 */
record Glyph(String words, double x, double baseline, double width, double size) {
    Glyph {
        words = Letters.plain(words);
    }

    double end() {
        return x + width;
    }

    double middle() {
        return x + width / 2;
    }

    /** Where most of its ink is. */
    double height() {
        return baseline - size * 0.35;
    }
}
