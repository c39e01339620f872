package org.luheng.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The parts of a zip archive in memory, each unpacked when asked for and never further than the bounds. */
final class Archive implements AutoCloseable {
    private static final int MOST_PARTS = 20_000;

    /** Parts of text seldom pack to less than a twentieth; what is small may. */
    private static final int RATIO = 200;

    private static final long SMALL = 8L << 20;

    private final Original original;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

    Archive(Original original) {
        this.original = original;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(original.bytes))
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException broken) {
            throw original.damaged("压缩包的目录读不了");
        }
        var entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            original.step();
            if (parts.size() >= MOST_PARTS) {
                throw original.tooMuch("压缩包内的文件", MOST_PARTS + " 个");
            }
            parts.putIfAbsent(key(entry.getName()), entry);
        }
    }

    /** Names are compared without case, as offices do. */
    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    boolean hasEndingIn(String end) {
        return parts.keySet().stream().anyMatch(name -> name.endsWith(end));
    }

    /** A part as XML, unpacked while it is read; null where there is none. */
    @Nullable
    Xml xml(String name) {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            return null;
        }
        try {
            InputStream in = isPlain(entry) ? zip.getInputStream(entry) : null;
            if (in == null) {
                throw original.damaged(name + " 读不了");
            }
            return new Xml(original, name, new Counted(in, name, Math.max(1, entry.getCompressedSize())));
        } catch (IOException | IllegalArgumentException broken) {
            throw original.damaged(name + " 读不了");
        }
    }

    /** The two ways of packing that docx (ISO/IEC 29500-2 §6.3) and OFD know; others want libraries that are not here. */
    private static boolean isPlain(ZipArchiveEntry entry) {
        return entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    }

    /** Stops what unfolds too far. */
    private final class Counted extends FilterInputStream {
        private final String name;
        private final long packed;
        private long size;
        private boolean ended;

        Counted(InputStream in, String name, long packed) {
            super(in);
            this.name = name;
            this.packed = packed;
        }

        @Override
        public int available() throws IOException {
            return ended ? 0 : super.available();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] block, int from, int length) throws IOException {
            int count = ended ? -1 : super.read(block, from, length);
            if (count < 0 && !ended) {
                // What unpacks holds memory outside the heap, and an OFD has a part for each page.
                ended = true;
                close();
            }
            if (count > 0) {
                size += count;
                original.unpacked(count);
                if (size > SMALL && size / packed > RATIO) {
                    throw original.tooMuch(name + " 展开的倍数", RATIO + " 倍");
                }
            }
            return count;
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException nothingBehindIt) {
            throw new IllegalStateException(nothingBehindIt);
        }
    }
}
