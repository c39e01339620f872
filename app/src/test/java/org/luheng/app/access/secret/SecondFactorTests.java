package org.luheng.app.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecondFactorTests {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Vault vault = new Vault(new MockEnvironment().withProperty("luheng.secret.key", KEY));

    private SecondFactor at(long second) {
        return new SecondFactor(vault, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    /** RFC 6238, appendix B, the last six digits of the SHA-1 column. */
    @Test
    void codesAreThoseOfTheStandard() {
        String secret = vault.locked(RFC_SECRET);
        assertThat(at(59).step(secret, 0, "287082")).hasValue(1);
        assertThat(at(1_111_111_109).step(secret, 0, "081804")).hasValue(37_037_036);
        assertThat(at(1_111_111_111).step(secret, 0, "050471")).hasValue(37_037_037);
        assertThat(at(1_234_567_890).step(secret, 0, "005924")).hasValue(41_152_263);
        assertThat(at(2_000_000_000).step(secret, 0, " 279 037 "))
                .as("as people type")
                .hasValue(66_666_666);
        assertThat(at(2_000_000_000).step(secret, 0, "２７９０３７")).hasValue(66_666_666);
    }

    @Test
    void aClockMayBeOneStepOffAndACodeIsGoodOnce() {
        String secret = vault.locked(RFC_SECRET);
        assertThat(at(59 + 30).step(secret, 0, "287082")).hasValue(1);
        assertThat(at(59 - 30).step(secret, 0, "287082")).hasValue(1);
        assertThat(at(59 + 60).step(secret, 0, "287082")).isEmpty();
        assertThat(at(59).step(secret, 1, "287082")).as("used").isEmpty();
        for (String wrong : new String[] {"287083", "", "28708", "2870822", "abcdef", "-87082"}) {
            assertThat(at(59).step(secret, 0, wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void theSquareSaysWhatAPhoneNeeds() throws Exception {
        SecondFactor factor = at(0);
        String secret = vault.locked(RFC_SECRET);
        assertThat(factor.byHand(secret)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        SecondFactor.Square square = factor.square(secret, "wang");
        assertThat(read(square))
                .isEqualTo("otpauth://totp/%E7%BB%BF%E8%A1%A1%3Awang?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=%E7%BB%BF%E8%A1%A1");
    }

    /** As a camera would see it, eight points for each module. */
    private static String read(SecondFactor.Square square) throws Exception {
        int scale = 8;
        int side = square.modules() * scale;
        byte[] light = new byte[side * side];
        java.util.Arrays.fill(light, (byte) 0xff);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(square.path())
                .results()
                .forEach(module -> {
                    for (int y = 0; y < scale; y++) {
                        for (int x = 0; x < scale; x++) {
                            light[
                                    (Integer.parseInt(module.group(2)) * scale + y) * side
                                            + Integer.parseInt(module.group(1)) * scale
                                            + x] = 0;
                        }
                    }
                });
        LuminanceSource seen = new LuminanceSource(side, side) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                return java.util.Arrays.copyOfRange(light, y * side, (y + 1) * side);
            }

            @Override
            public byte[] getMatrix() {
                return light;
            }
        };
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                .getText();
    }

    @Test
    void recoveryCodesAreTenAndHoweverTheyAreWritten() {
        assertThat(at(0).recoveryCodes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        assertThat(SecondFactor.keptRecoveryCode("abcd efgh")).isEqualTo(SecondFactor.keptRecoveryCode("ABCD-EFGH"));
    }

    @Test
    void theKeyIsMadeOnceAndItsOwnerAloneReadsIt(@TempDir Path home) throws Exception {
        MockEnvironment here = new MockEnvironment().withProperty("luheng.home", home.toString());
        String locked = new Vault(here).locked(RFC_SECRET);
        assertThat(new Vault(here).opened(locked)).as("after a restart").isEqualTo(RFC_SECRET);
        Path key = home.resolve("secrets/second-factor.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())))
                .isEqualTo("rwx------");
        assertThat(locked).isNotEqualTo(new Vault(here).locked(RFC_SECRET));
        assertThatThrownBy(() -> vault.opened(locked)).as("with another key").isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new Vault(new MockEnvironment().withProperty("luheng.secret.key", "c2hvcnQ="))
                        .locked(RFC_SECRET))
                .hasMessageContaining("32 bytes");
        Path file = Files.writeString(home.resolve("given"), KEY + "\n");
        assertThat(new Vault(new MockEnvironment().withProperty("luheng.secret.key.file", file.toString()))
                        .opened(vault.locked(RFC_SECRET)))
                .isEqualTo(RFC_SECRET);
    }
}
