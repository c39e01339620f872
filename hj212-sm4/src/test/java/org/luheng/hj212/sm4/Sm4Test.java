package org.luheng.hj212.sm4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.luheng.hj212.Address;
import org.luheng.hj212.Deviation;
import org.luheng.hj212.EncryptedContent;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Message;
import org.luheng.hj212.Uploads;
import org.luheng.hj212.Version;

class Sm4Test {
    private static final Message MESSAGE = new Uploads(
                    new Address("31", "123456", "010000A8900016F000169DC0", Version.V2025))
            .data("20261121100400123", 2011, "20261121100400")
            .item("a21026-Rtd", "12.5")
            .and("a21026-Flag", "N")
            .message();

    @Test
    void theExampleOfTheStandard() {
        byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        byte[] block = key.clone();
        Sm4 sm4 = new Sm4(key);
        sm4.encrypt(block, 0);
        assertThat(HexFormat.of().formatHex(block))
                .as("GB/T 32907-2016 A.1")
                .isEqualTo("681edf34d206965e86b3e94f536e4246");
        sm4.decrypt(block, 0);
        assertThat(block).isEqualTo(key);
    }

    @Test
    void anEncryptedFrameIsReadWithItsKeyAndWithNoOther() {
        byte[] key = "0000000000000000".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] encrypted = EncryptedContent.encrypt(MESSAGE.bytes(), new Sm4(key));
        Frame frame = Objects.requireNonNull(Framing.only(encrypted));
        assertThat(frame.has(Deviation.ENCRYPTED)).isTrue();
        Frame plain = Objects.requireNonNull(
                Framing.only(Objects.requireNonNull(EncryptedContent.decrypt(frame, new Sm4(key)))));
        assertThat(plain.diagnose()).isEmpty();
        assertThat(Message.of(plain)).isEqualTo(MESSAGE);
        key[0]++;
        Frame wrong = Objects.requireNonNull(
                Framing.only(Objects.requireNonNull(EncryptedContent.decrypt(frame, new Sm4(key)))));
        assertThat(wrong.has(Deviation.CRC_WRONG)).isTrue();
    }

    @Test
    void aKeyHasSixteenBytes() {
        assertThatThrownBy(() -> new Sm4(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }
}
