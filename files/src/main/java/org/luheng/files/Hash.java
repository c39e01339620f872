package org.luheng.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * sha256 over the canonical form of several text files: for each its name, a line feed, its text as UTF-8 without mark and
 * with bare line feeds, and a zero byte. A file saved again in GBK or with other line ends has the same hash.
 */
public final class Hash {
    private final MessageDigest digest;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    Hash add(String name, String text) {
        StringBuilder content = new StringBuilder(name.length() + text.length() + 2);
        canonical(content, name, text);
        digest.update(content.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** What is hashed of one file. */
    static void canonical(StringBuilder content, String name, String text) {
        content.append(name)
                .append('\n')
                .append(text.replace("\r\n", "\n").replace('\r', '\n'))
                .append('\0');
    }

    /** Of bytes as they are; lower-case hex. */
    public static String of(byte[] content) {
        Hash hash = new Hash();
        hash.digest.update(content);
        return hash.hex();
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
