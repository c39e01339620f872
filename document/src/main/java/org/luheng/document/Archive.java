package org.luheng.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

    /** Null where there is no such part. */
    byte @Nullable [] part(String name) {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        long packed = Math.max(1, entry.getCompressedSize());
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw original.damaged(name + " 读不了");
            }
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                out.write(block, 0, count);
                original.unpacked(count);
                if (out.size() > SMALL && out.size() / packed > RATIO) {
                    throw original.tooMuch(name + " 展开的倍数", RATIO + " 倍");
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw original.damaged(name + " 读不了");
        }
        return out.toByteArray();
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
