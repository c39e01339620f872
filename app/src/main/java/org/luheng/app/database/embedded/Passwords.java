package org.luheng.app.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.util.PasswordUtil;

/** Made at the first start, kept in a file only its owner can read. */
record Passwords(String administrator, String owner, String app) {

    /** Stretching protects words that can be guessed; 192 random bits cannot, and every connection pays for it. */
    static final int ITERATIONS = 64;

    static Optional<Passwords> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(new Passwords(
                required(properties, "administrator", file),
                required(properties, "owner", file),
                required(properties, "app", file)));
    }

    private static String required(Properties properties, String name, Path file) throws IOException {
        var password = properties.getProperty(name);
        if (password == null || password.isBlank()) {
            throw new IOException("%s lacks the password of %s".formatted(file, name));
        }
        return password;
    }

    static Passwords createIn(Path file) throws IOException {
        var passwords = new Passwords(random(), random(), random());
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        secret(
                unfinished,
                "administrator=%s\nowner=%s\napp=%s\n"
                        .formatted(passwords.administrator, passwords.owner, passwords.app));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return passwords;
    }

    /** Writes a new file that nobody else can read at any moment, and brings it to the disk. */
    static void secret(Path file, String content) throws IOException {
        FileAttribute<?>[] ownerOnly = Binaries.windows()
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                };
        Files.createFile(file, ownerOnly);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
    }

    private static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(24));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** What the server keeps instead of the password, made here so that the password stands in no log. */
    static String verifierOf(String password) {
        return PasswordUtil.encodeScramSha256(password.toCharArray(), ITERATIONS, random(16));
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
