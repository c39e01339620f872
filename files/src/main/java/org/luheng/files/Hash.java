package org.luheng.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * sha256 over the canonical form of several text files: for each its name, a line feed, its text as UTF-8 without mark and
 * with bare line feeds, and a zero byte. A file saved again in GBK or with other line ends has the same hash.
 */
final class Hash {
    private final MessageDigest digest;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    Hash add(String name, String text) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Of bytes as they are. */
    static String of(byte[] content) {
        Hash hash = new Hash();
        hash.digest.update(content);
        return hash.hex();
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
