package org.luheng.app.access.secret;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * PBKDF2 with HMAC-SM3 (GB/T 32905) by Bouncy Castle, for who must use the national algorithms; weaker against graphics
 * cards than Argon2id, because it needs no memory. Encoded as {@code iterations$salt$hash}.
 */
class StretchedBySm3 implements PasswordEncoder {
    private static final String ALGORITHM = "PBKDF2WITHHMACSM3";
    private static final int ITERATIONS = 120_000;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        if (password == null) {
            return null;
        }
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return ITERATIONS + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(stretched(password, salt, ITERATIONS));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null || encoded == null) {
            return false;
        }
        String[] parts = encoded.split("\\$", 3);
        return parts.length == 3
                && MessageDigest.isEqual(
                        Base64.getDecoder().decode(parts[2]),
                        stretched(password, Base64.getDecoder().decode(parts[1]), Integer.parseInt(parts[0])));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoded != null && !encoded.startsWith(ITERATIONS + "$");
    }

    private static byte[] stretched(CharSequence password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance(ALGORITHM, Algorithms.PROVIDER)
                    .generateSecret(new PBEKeySpec(password.toString().toCharArray(), salt, iterations, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static final class Algorithms {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
