package org.luheng.app.access.secret;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;

/**
 * One-time codes of an authenticator on a phone (RFC 6238: six digits, 30 s, HMAC-SHA-1, which is what all of them take), and
 * recovery codes for the day the phone is gone.
 */
@Component
public class SecondFactor {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    /** 120 bits each: more than 112, so that a plain hash may keep them (ASVS 5.0 6.5.2). */
    private static final int RECOVERY_BYTES = 15;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator(STEP, 6);
    private final Vault vault;
    private final Clock clock;

    SecondFactor(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** A new secret, encrypted as it is to be kept. */
    public String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return vault.locked(secret);
    }

    /** The secret in groups of four, to be typed in where no camera is at hand. */
    public String byHand(String kept) {
        return grouped(new Base32().encodeToString(vault.opened(kept)));
    }

    /** The secret as a square to be photographed: the path of an SVG of so many modules, with its margin of four. */
    public Square square(String kept, String login) {
        String address = "otpauth://totp/" + encoded("绿衡:" + login) + "?secret="
                + new Base32().encodeToString(vault.opened(kept)) + "&issuer=" + encoded("绿衡");
        try {
            BitMatrix modules = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new Square(modules.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    public record Square(int modules, String path) {}

    /**
     * The time step of a code that holds now, one step early or late allowed for clocks that differ.
     *
     * @param last step used before: a code is good once, and none before it
     */
    public OptionalLong step(String kept, long last, String code) {
        String digits = Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (!digits.matches("\\d{6}")) {
            return OptionalLong.empty();
        }
        SecretKeySpec key = new SecretKeySpec(vault.opened(kept), ALGORITHM);
        Instant now = clock.instant();
        OptionalLong found = OptionalLong.empty();
        for (int shift = -1; shift <= 1; shift++) {
            Instant then = now.plus(STEP.multipliedBy(shift));
            long step = then.getEpochSecond() / STEP.toSeconds();
            if (same(code(key, then), digits) && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String code(SecretKeySpec key, Instant at) {
        try {
            return codes.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Ten, to be shown once and kept as {@link #keptRecoveryCode}. */
    public List<String> recoveryCodes() {
        return Stream.generate(() -> {
                    byte[] bits = new byte[RECOVERY_BYTES];
                    RANDOM.nextBytes(bits);
                    return grouped(new Base32().encodeToString(bits)).replace(' ', '-');
                })
                .limit(RECOVERY_CODES)
                .toList();
    }

    /** However somebody writes it: small letters, blanks, no hyphens. */
    public static String keptRecoveryCode(String shown) {
        return Token.kept(Normalizer.normalize(shown, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z2-7]", ""));
    }

    private static String grouped(String text) {
        return text.replace("=", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
