package org.luheng.app.access.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that must be read again (those of second factors) encrypted with AES-256-GCM; the key is not in the database.
 * It is 32 bytes as base64: {@code LUHENG_SECRET_KEY}, or in the file {@code LUHENG_SECRET_KEY_FILE}, or else made at the
 * first use in {@code LUHENG_HOME/secrets/second-factor.key}, readable by its owner alone. Without it the second factors have
 * to be set up anew.
 */
@Component
class Vault {
    private final Environment environment;
    private @Nullable BytesEncryptor encryptor;

    Vault(Environment environment) {
        this.environment = environment;
    }

    String locked(byte[] secret) {
        return Base64.getEncoder().encodeToString(encryptor().encrypt(secret));
    }

    byte[] opened(String locked) {
        return encryptor().decrypt(Base64.getDecoder().decode(locked));
    }

    private synchronized BytesEncryptor encryptor() {
        if (encryptor == null) {
            encryptor = new AesBytesEncryptor(
                    new SecretKeySpec(key(), "AES"),
                    KeyGenerators.secureRandom(12),
                    AesBytesEncryptor.CipherAlgorithm.GCM);
        }
        return encryptor;
    }

    private byte[] key() {
        String given = environment.getProperty("luheng.secret.key", "");
        String file = environment.getProperty("luheng.secret.key.file", "");
        try {
            if (!given.isBlank()) {
                return key(given, "LUHENG_SECRET_KEY");
            }
            if (!file.isBlank()) {
                return key(Files.readString(Path.of(file)), "LUHENG_SECRET_KEY_FILE");
            }
            Path ours = Path.of(environment.getProperty("luheng.home", "data"))
                    .resolve("secrets")
                    .resolve("second-factor.key");
            if (Files.notExists(ours)) {
                make(ours);
            }
            return key(Files.readString(ours), ours.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key of the second factors cannot be read", unreadable);
        }
    }

    private static byte[] key(String text, String from) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != 32) {
            throw new IllegalArgumentException(from + " must be 32 bytes as base64, but has " + key.length);
        }
        return key;
    }

    private static void make(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(file.getParent(), mode(posix, "rwx------"));
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Path unfinished = Files.createTempFile(file.getParent(), "key", ".unfinished", mode(posix, "rw-------"));
        try {
            Files.write(unfinished, Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII));
            Files.move(unfinished, file);
        } catch (FileAlreadyExistsException madeByAnother) {
            Files.delete(unfinished);
        }
    }

    private static FileAttribute<?>[] mode(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
