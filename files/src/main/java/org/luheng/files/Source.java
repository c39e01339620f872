package org.luheng.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A small text file read whole. */
record Source(String label, String text) {
    private static final long MOST_BYTES = 16L << 20;

    /** Null where it cannot be read; the findings say why. */
    static @Nullable Source read(Path file, String label, Findings findings) {
        try {
            if (!Files.isRegularFile(file)) {
                findings.add(Fault.MISSING_FILE, Place.file(label), "");
                return null;
            }
            if (Files.size(file) > MOST_BYTES) {
                findings.add(Fault.FILE_TOO_LARGE, Place.file(label), "", "limit", (MOST_BYTES >> 20) + " MB");
                return null;
            }
            return new Source(label, Text.all(Files.readAllBytes(file), label, findings));
        } catch (Text.NotText notText) {
            findings.add(notText.finding());
        } catch (NoSuchFileException gone) {
            findings.add(Fault.MISSING_FILE, Place.file(label), "");
        } catch (IOException unreadable) {
            findings.add(Fault.UNREADABLE, Place.file(label), "", "reason", reason(unreadable));
        }
        return null;
    }

    static String reason(IOException unreadable) {
        String said = unreadable.getMessage();
        return said == null ? unreadable.getClass().getSimpleName() : said;
    }

    /** {@code plans/x/plan.yaml}: the folder, with {@code plans/} before it where it lies there. */
    static String label(Path folder, String file) {
        Path whole = folder.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        Path parent = whole.getParent();
        Path parentName = parent == null ? null : parent.getFileName();
        String within = parentName != null && parentName.toString().equals("plans") ? "plans/" : "";
        return within + (name == null ? "" : name + "/") + file;
    }
}
