package org.luheng.app.access.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret of 256 random bits for a link, a program or a browser.
 *
 * @param shown to its bearer once: 43 characters of base64url
 * @param kept in the database: sha256 of it, in hex. What cannot be guessed needs no stretching.
 */
public record Token(String shown, String kept) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new Token(shown, kept(shown));
    }

    /** What would be kept of a token that somebody shows; of any text. */
    public static String kept(String shown) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Token[" + kept.substring(0, 8) + "…]";
    }
}
