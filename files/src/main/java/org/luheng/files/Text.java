package org.luheng.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text: UTF-8, with or without mark; else GBK (read as its superset GB18030, with a notice); else refused. Streams:
 * plain ASCII passes through until the first other byte, and some bytes from there on decide.
 */
public final class Text extends Reader {
    /** Bytes looked at, from the first that is not ASCII. */
    private static final int EVIDENCE = 1 << 16;

    /** So many characters of several bytes are UTF-8 by no accident; a bad byte after them is damage, not GBK. */
    private static final int NO_ACCIDENT = 20;

    private static final Charset GBK = Charset.forName("GB18030");

    /** The bytes are not text. */
    public static final class NotText extends IOException {
        private final transient Finding finding;

        NotText(Finding finding) {
            super(finding.inWords());
            this.finding = finding;
        }

        public Finding finding() {
            return finding;
        }
    }

    private final InputStream in;
    private final String file;
    private final Findings findings;
    private final byte[] block = new byte[EVIDENCE];
    private int at;
    private int end;
    private long passed;
    private boolean started;
    private @Nullable Reader decided;

    Text(InputStream in, String file, Findings findings) {
        this.in = in;
        this.file = file;
        this.findings = findings;
    }

    /**
     * The whole of a small file.
     *
     * @throws NotText with the finding that says why
     */
    public static String all(byte[] bytes, String file, Findings findings) throws NotText {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        try (Text reader = new Text(new ByteArrayInputStream(bytes), file, findings)) {
            for (int count = reader.read(buffer, 0, buffer.length);
                    count >= 0;
                    count = reader.read(buffer, 0, buffer.length)) {
                text.append(buffer, 0, count);
            }
        } catch (NotText notText) {
            throw notText;
        } catch (IOException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
        return text.toString();
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (decided == null) {
            if (at == end) {
                passed += end;
                at = 0;
                end = Math.max(0, in.readNBytes(block, 0, block.length));
                if (end == 0) {
                    return -1;
                }
                if (!started) {
                    started = true;
                    mark();
                    continue;
                }
            }
            int count = 0;
            while (at < end && count < length && block[at] >= 0) {
                chars[from + count++] = (char) block[at++];
            }
            if (count > 0) {
                return count;
            }
            decide();
        }
        try {
            return decided.read(chars, from, length);
        } catch (CharacterCodingException broken) {
            throw new NotText(Finding.of(Fault.BROKEN_UTF8, Place.file(file), "", "where", "中途"));
        }
    }

    private void mark() throws NotText {
        if (end >= 3 && block[0] == (byte) 0xEF && block[1] == (byte) 0xBB && block[2] == (byte) 0xBF) {
            at = 3;
            return;
        }
        boolean wide = end >= 2
                && ((block[0] == (byte) 0xFF && block[1] == (byte) 0xFE)
                        || (block[0] == (byte) 0xFE && block[1] == (byte) 0xFF));
        boolean packed = end >= 4 && block[0] == 'P' && block[1] == 'K' && block[2] == 3 && block[3] == 4;
        if (wide || packed) {
            throw new NotText(
                    Finding.of(Fault.NOT_TEXT, Place.file(file), "", "seen", wide ? "是 UTF-16" : "是 zip 或 xlsx"));
        }
    }

    private void decide() throws IOException {
        byte[] seen = Arrays.copyOfRange(block, at, end);
        byte[] more = in.readNBytes(EVIDENCE);
        byte[] head = Arrays.copyOf(seen, seen.length + more.length);
        System.arraycopy(more, 0, head, seen.length, more.length);
        boolean whole = more.length < EVIDENCE;
        Utf8 utf8 = Utf8.of(head, whole);
        Charset charset = StandardCharsets.UTF_8;
        if (utf8.bad >= 0) {
            long position = passed + at + utf8.bad + 1;
            if (utf8.characters >= NO_ACCIDENT) {
                throw new NotText(
                        Finding.of(Fault.BROKEN_UTF8, Place.file(file), "", "where", "第 " + position + " 字节"));
            }
            if (!decodes(head, whole)) {
                throw new NotText(Finding.of(Fault.NOT_TEXT, Place.file(file), "", "seen", "第 " + position + " 字节"));
            }
            charset = GBK;
            findings.add(Fault.READ_AS_GBK, Place.file(file), "");
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        decided = new InputStreamReader(new SequenceInputStream(new ByteArrayInputStream(head), in), decoder);
    }

    private static boolean decodes(byte[] head, boolean whole) {
        CharsetDecoder decoder = GBK.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), whole)
                .isError();
    }

    /**
     * @param bad index of the first byte that cannot be UTF-8, −1: none
     * @param characters of several bytes before it
     */
    private record Utf8(int bad, int characters) {
        /** RFC 3629 §4, without looking for overlong forms of three and four bytes: the decoder refuses them. */
        static Utf8 of(byte[] bytes, boolean whole) {
            int characters = 0;
            int at = 0;
            while (at < bytes.length) {
                int first = bytes[at] & 0xFF;
                if (first < 0x80) {
                    at++;
                    continue;
                }
                int length = first >= 0xC2 && first <= 0xDF
                        ? 2
                        : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
                if (length == 0) {
                    return new Utf8(at, characters);
                }
                for (int next = 1; next < length; next++) {
                    if (at + next >= bytes.length) {
                        return new Utf8(whole ? at : -1, characters);
                    }
                    if ((bytes[at + next] & 0xC0) != 0x80) {
                        return new Utf8(at, characters);
                    }
                }
                characters++;
                at += length;
            }
            return new Utf8(-1, characters);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
