package org.luheng.app.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.luheng.app.database.DatabaseFault;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked once per edition into the folder of the database. */
record Binaries(Path folder) {

    static Binaries unpackedInto(Path parent) throws IOException {
        var archive = archive();
        var folder = parent.resolve("binaries-" + fingerprint(archive));
        if (!Files.isDirectory(folder)) {
            var unfinished = Folders.fresh(parent.resolve("binaries.unfinished"));
            unpack(archive, unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name + (windows() ? ".exe" : ""));
    }

    static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static URL archive() {
        var os = windows() ? "windows" : System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var arch = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        var musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        var name = "postgres-%s-%s%s.txz".formatted(os, arch, musl);
        var archive = Binaries.class.getResource("/" + name);
        if (archive == null) {
            throw new DatabaseFault(
                    "本安装包不含适用于此系统的 PostgreSQL（%s）。".formatted(name), "请安装 PostgreSQL 15 或更高版本，并用 LUHENG_DB_URL 指向它。");
        }
        return archive;
    }

    /** The checksum in the jar's directory says whether it is the same edition, without reading 15 MB on every start. */
    private static String fingerprint(URL archive) throws IOException {
        var connection = archive.openConnection();
        long crc;
        if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null) {
            crc = jar.getJarEntry().getCrc();
        } else {
            var sum = new CRC32();
            try (var in = new CheckedInputStream(connection.getInputStream(), sum)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            crc = sum.getValue();
        }
        return "%08x".formatted(crc);
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (var packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                write(entry, tar, folder);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if (!windows()) {
                var executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
