package org.luheng.hj212;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The encrypted data of HJ 212-2025: what stands between {@code CP=&&} and {@code &&}, whole blocks of 16 bytes each for itself (ECB),
 * the rest left as it is; length and CRC are those of the plain segment.
 *
 * <p>Second-hand: the standard prints the cipher as {@code {0xE4,0x3E,…}}, and only raw bytes agree with the length it gives. Both
 * forms are read; raw bytes are written.
 */
public final class EncryptedContent {
    private static final int HEAD = 6;

    private EncryptedContent() {}

    /**
     * The plain frame. Whether the key was the right one, its CRC says: read it with {@link Framing#only}.
     *
     * @return null where the frame has no CRC of four digits, or no data
     */
    public static byte @Nullable [] decrypt(Frame frame, BlockCipher cipher) {
        if (frame.crcSent() < 0 || frame.contentTo() == frame.contentFrom()) {
            return null;
        }
        byte[] content = Arrays.copyOfRange(frame.bytes(), frame.contentFrom(), frame.contentTo());
        byte[] raw = printed(content);
        for (int at = 0; at + BlockCipher.BLOCK <= raw.length; at += BlockCipher.BLOCK) {
            cipher.decrypt(raw, at);
        }
        int before = frame.contentFrom() - frame.segmentFrom();
        int after = frame.segmentTo() - frame.contentTo();
        byte[] plain = new byte[HEAD + before + raw.length + after + 4];
        System.arraycopy(frame.bytes(), frame.segmentFrom(), plain, HEAD, before);
        System.arraycopy(raw, 0, plain, HEAD + before, raw.length);
        System.arraycopy(frame.bytes(), frame.contentTo(), plain, HEAD + before + raw.length, after);
        put(plain, "##%04d".formatted(before + raw.length + after), 0);
        put(plain, "%04X".formatted(frame.crcSent()), plain.length - 4);
        return plain;
    }

    /** A frame as {@link Message#bytes} makes it, with its data encrypted. */
    public static byte[] encrypt(byte[] frame, BlockCipher cipher) {
        byte[] encrypted = frame.clone();
        Frame plain = Framing.only(frame);
        if (plain == null) {
            throw new IllegalArgumentException("not a frame");
        }
        for (int at = plain.contentFrom(); at + BlockCipher.BLOCK <= plain.contentTo(); at += BlockCipher.BLOCK) {
            cipher.encrypt(encrypted, at);
        }
        return encrypted;
    }

    private static void put(byte[] bytes, String text, int at) {
        for (int i = 0; i < text.length(); i++) {
            bytes[at + i] = (byte) text.charAt(i);
        }
    }

    /** The bytes that {@code {0xE4,0x3E}rest} means; what is not printed so stays as it is. */
    private static byte[] printed(byte[] content) {
        String text = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1);
        int close = text.indexOf('}');
        if (!text.startsWith("{0x") || close < 0) {
            return content;
        }
        String digits =
                text.substring(1, close).replace("0x", "").replace(",", "").replace(" ", "");
        if (!digits.matches("([0-9A-Fa-f]{2})+")) {
            return content;
        }
        byte[] cipher = HexFormat.of().parseHex(digits);
        byte[] raw = Arrays.copyOf(cipher, cipher.length + content.length - close - 1);
        System.arraycopy(content, close + 1, raw, cipher.length, content.length - close - 1);
        return raw;
    }
}
