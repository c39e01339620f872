package org.luheng.hj212;

import java.nio.charset.Charset;

/** Which encoding Chinese came in. */
final class Characters {
    static final Charset GB18030 = Charset.forName("GB18030");

    private Characters() {}

    /** The number of characters; −1 where the bytes are no UTF-8. */
    static int utf8(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        while (at < to) {
            int lead = bytes[at] & 0xFF;
            int more = lead < 0x80
                    ? 0
                    : lead >= 0xC2 && lead < 0xE0
                            ? 1
                            : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : -1;
            if (more < 0 || at + more >= to) {
                return -1;
            }
            for (int i = 1; i <= more; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) {
                    return -1;
                }
            }
            at += more + 1;
            count++;
        }
        return count;
    }

    /** The number of characters, two bytes each where the first is no ASCII. */
    static int gbk(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at += bytes[at] < 0 ? 2 : 1) {
            count++;
        }
        return count;
    }
}
