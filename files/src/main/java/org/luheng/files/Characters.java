package org.luheng.files;

/** What may not stand in a cell. */
final class Characters {
    private Characters() {}

    /** Index of the first control, format or unpaired character, −1: none. */
    static int firstInvisible(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character >= ' ' && character < 0x7F) {
                continue;
            }
            int whole = text.codePointAt(at);
            if (Finding.isInvisible(whole)) {
                return at;
            }
            if (whole > 0xFFFF) {
                at++;
            }
        }
        return -1;
    }
}
