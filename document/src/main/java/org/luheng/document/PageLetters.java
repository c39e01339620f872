package org.luheng.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** In which encoding a web page is written. A page saved anew often still says the encoding it once had. */
final class PageLetters {
    private PageLetters() {}

    /** UTF-8 where all bytes are (no other encoding of Chinese looks like it by chance), whatever the page says; else null: as it says. */
    static @Nullable String encoding(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer nowhere = CharBuffer.allocate(1 << 13);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            nowhere.clear();
            // A page may have been cut within a character: what is missing at its end is no fault.
            result = decoder.decode(in, nowhere, false);
        }
        return result.isError() ? null : StandardCharsets.UTF_8.name();
    }
}
