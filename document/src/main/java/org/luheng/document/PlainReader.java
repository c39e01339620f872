package org.luheng.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.luheng.files.Text;

/** Plain text: UTF-8, GBK (GB 18030) or UTF-16; the text is the file's, character by character. */
final class PlainReader {
    private PlainReader() {}

    static DocumentText read(Original original) {
        Charset wide = wide(original.bytes);
        String text = wide == null ? narrow(original) : wide(original, wide);
        if (text.length() > original.bounds.characters()) {
            throw original.tooMuch("文字", original.bounds.characters() / 10_000 + " 万字");
        }
        return new DocumentText(text, Kind.TEXT, 0, lines(text));
    }

    private static String narrow(Original original) {
        try {
            return Text.all(original.bytes, original.label, original.findings);
        } catch (Text.NotText notText) {
            Finding finding = notText.finding();
            if (finding.fault() == Fault.NOT_TEXT) {
                throw Form.unread(original, "不是文本，" + finding.args().getOrDefault("seen", ""));
            }
            throw Refused.of(finding);
        }
    }

    private static String wide(Original original, Charset charset) {
        int mark = hasMark(original.bytes) ? 2 : 0;
        ByteBuffer bytes = ByteBuffer.wrap(original.bytes, mark, original.bytes.length - mark);
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            original.findings.add(Fault.READ_AS_UTF16, Place.file(original.label), "");
            return text;
        } catch (CharacterCodingException broken) {
            throw original.damaged("UTF-16 文本里有坏字节");
        }
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    /** By its mark, or by the zero bytes of digits and line ends; null: it is not. */
    private static @Nullable Charset wide(byte[] bytes) {
        if (hasMark(bytes)) {
            return bytes[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        int looked = Math.min(bytes.length, 1 << 14);
        for (int at = 0; at + 1 < looked; at += 2) {
            even += bytes[at] == 0 && bytes[at + 1] != 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 && bytes[at] != 0 ? 1 : 0;
        }
        int least = Math.max(2, looked / 100);
        if (bytes.length % 2 == 0 && odd >= least && even * 20 < odd) {
            return StandardCharsets.UTF_16LE;
        }
        return bytes.length % 2 == 0 && even >= least && odd * 20 < even ? StandardCharsets.UTF_16BE : null;
    }

    private static List<Origin> lines(String text) {
        List<Origin> lines = new ArrayList<>();
        int line = 1;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (to > from) {
                lines.add(new Origin(from, to, 0, line, null, null));
            }
            line++;
            from = to + 1;
        }
        return lines;
    }
}
