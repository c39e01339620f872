package org.luheng.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Hash;
import org.luheng.files.Place;
import org.luheng.files.Refused;

/**
 * A document read: the one door through which plan documents come in.
 *
 * @param sha256 of its bytes
 * @param notices worth knowing, nothing that keeps it from being read
 */
public record DocumentFile(DocumentText words, String sha256, List<Finding> notices) {
    public DocumentFile {
        notices = List.copyOf(notices);
    }

    public String text() {
        return words.text();
    }

    /**
     * Where a character of the text stands, as whoever has the document before him looks for it: line of a plain text, else page,
     * paragraph, row of a table.
     *
     * @param label what to call the document
     * @param at from 0 (UTF-16 unit); the end of the text counts as its last character
     */
    public Place place(String label, int at) {
        return words.originOf(Math.min(at, words.text().length() - 1)).place(label, words.kind());
    }

    /** @throws Refused where it is no document, holds no words, breaks a limit, or is not there */
    public static DocumentFile read(Path file) {
        String label = file.toString();
        if (!Files.isRegularFile(file)) {
            throw Refused.of(Finding.of(Fault.MISSING_FILE, Place.file(label), ""));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, label);
        } catch (IOException unreadable) {
            String said = unreadable.getMessage();
            String reason = said == null ? unreadable.getClass().getSimpleName() : said;
            throw Refused.of(Finding.of(Fault.UNREADABLE, Place.file(label), "", "reason", reason));
        }
    }

    /**
     * @param label what to call it in findings
     * @throws Refused as above
     */
    public static DocumentFile read(InputStream in, String label) throws IOException {
        return read(in.readNBytes(Bounds.USUAL.bytes() + 1), label);
    }

    /** As above. */
    public static DocumentFile read(byte[] bytes, String label) {
        return read(bytes, label, Bounds.USUAL);
    }

    static DocumentFile read(byte[] bytes, String label, Bounds bounds) {
        Original original = new Original(bytes, label, bounds);
        if (bytes.length > bounds.bytes()) {
            throw original.refuse(Fault.FILE_TOO_LARGE, "limit", (bounds.bytes() >> 20) + " MB");
        }
        DocumentText words = words(original);
        original.look();
        Legibility.check(original, words.text());
        if (words.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw original.refuse(Fault.NO_WORDS);
        }
        original.sayWhatWasLeftOut();
        return new DocumentFile(words, Hash.of(bytes), original.findings.list());
    }

    private static DocumentText words(Original original) {
        try {
            return Form.of(original).read(original);
        } catch (StackOverflowError tooDeep) {
            throw original.tooDeep(original.bounds.depth());
        } catch (OutOfMemoryError tooMuch) {
            throw original.tooMuch("内容", "可用内存");
        }
    }
}
