package org.luheng.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A document as text, and the sha256 of its bytes; plain text in UTF-8 or GBK so far.
 *
 * @param notices worth knowing, nothing that keeps it from being read
 */
public record DocumentFile(String text, String sha256, List<Finding> notices) {
    private static final int MOST_BYTES = 64 << 20;

    public DocumentFile {
        notices = List.copyOf(notices);
    }

    /** @throws Refused where it is no text, too large, empty, or not there */
    public static DocumentFile read(Path file) {
        String label = file.toString();
        if (!Files.isRegularFile(file)) {
            throw Refused.of(Finding.of(Fault.MISSING_FILE, Place.file(label), ""));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, label);
        } catch (IOException unreadable) {
            throw Refused.of(Finding.of(Fault.UNREADABLE, Place.file(label), "", "reason", Source.reason(unreadable)));
        }
    }

    /**
     * @param label what to call it in findings
     * @throws Refused as above
     */
    public static DocumentFile read(InputStream in, String label) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refused.of(
                    Finding.of(Fault.FILE_TOO_LARGE, Place.file(label), "", "limit", (MOST_BYTES >> 20) + " MB"));
        }
        String other = kindOf(bytes);
        if (!other.isEmpty()) {
            throw Refused.of(Finding.of(Fault.DOCUMENT_KIND, Place.file(label), "", "seen", other));
        }
        Findings findings = new Findings();
        try {
            String text = Text.all(bytes, label, findings);
            if (text.isBlank()) {
                throw Refused.of(Finding.of(Fault.NO_WORDS, Place.file(label), ""));
            }
            return new DocumentFile(text, Hash.of(bytes), findings.list());
        } catch (Text.NotText notText) {
            Finding finding = notText.finding();
            throw Refused.of(
                    finding.fault() == Fault.NOT_TEXT
                            ? Finding.of(
                                    Fault.DOCUMENT_KIND,
                                    Place.file(label),
                                    "",
                                    "seen",
                                    finding.args().getOrDefault("seen", ""))
                            : finding);
        }
    }

    private static String kindOf(byte[] bytes) {
        if (begins(bytes, '%', 'P', 'D', 'F')) {
            return "是 PDF";
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return "是 docx、OFD 等压缩包";
        }
        if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "是旧版 Office 文件（doc、wps）";
        }
        return "";
    }

    private static boolean begins(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int at = 0; at < magic.length; at++) {
            if ((bytes[at] & 0xFF) != magic[at]) {
                return false;
            }
        }
        return true;
    }
}
