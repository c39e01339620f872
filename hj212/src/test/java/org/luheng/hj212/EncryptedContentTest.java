package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EncryptedContentTest {
    /** No cipher, but as good as one for what is proved here: it gives bytes of all kinds, and its reverse gives them back. */
    private static final BlockCipher TOY = new BlockCipher() {
        @Override
        public void encrypt(byte[] bytes, int from) {
            for (int i = 0; i < BLOCK; i++) {
                bytes[from + i] = (byte) ((bytes[from + i] ^ 0xA5) + i * 17);
            }
        }

        @Override
        public void decrypt(byte[] bytes, int from) {
            for (int i = 0; i < BLOCK; i++) {
                bytes[from + i] = (byte) (bytes[from + i] - i * 17 ^ 0xA5);
            }
        }
    };

    private static Message message(int value) {
        return new Uploads(new Address("31", "123456", Streams.MN, Version.V2025))
                .data("20261121100400123", 2011, "20261121100400")
                .item("a21026-Rtd", String.valueOf(value))
                .message();
    }

    @Property
    void theKeyGivesTheMessageBack(@ForAll @IntRange(min = 0) int value) {
        byte[] plain = message(value).bytes();
        byte[] encrypted = EncryptedContent.encrypt(plain, TOY);
        assertThat(encrypted).hasSameSizeAs(plain).isNotEqualTo(plain);
        Frame frame = Objects.requireNonNull(Framing.only(encrypted));
        assertThat(frame.has(Deviation.ENCRYPTED)).isTrue();
        byte[] decrypted = Objects.requireNonNull(EncryptedContent.decrypt(frame, TOY));
        Frame read = Objects.requireNonNull(Framing.only(decrypted));
        assertThat(read.diagnose()).isEmpty();
        assertThat(Message.of(read)).isEqualTo(message(value));
    }

    @Test
    void theFormThatTheStandardPrintsIsReadToo() {
        byte[] plain = message(12).bytes();
        byte[] encrypted = EncryptedContent.encrypt(plain, TOY);
        Frame frame = Objects.requireNonNull(Framing.only(encrypted));
        int blocks = (frame.contentTo() - frame.contentFrom()) / 16 * 16;
        StringBuilder printed = new StringBuilder("{");
        for (int i = 0; i < blocks; i++) {
            printed.append(i == 0 ? "" : ",").append("0x%02X".formatted(encrypted[frame.contentFrom() + i] & 0xFF));
        }
        printed.append('}');
        String head =
                new String(Arrays.copyOf(encrypted, frame.contentFrom()), java.nio.charset.StandardCharsets.US_ASCII);
        byte[] rest = Arrays.copyOfRange(encrypted, frame.contentFrom() + blocks, encrypted.length);
        byte[] sent = Streams.utf8(head + printed + new String(rest, java.nio.charset.StandardCharsets.US_ASCII));
        Frame read = Objects.requireNonNull(Framing.only(sent));
        byte[] decrypted = Objects.requireNonNull(EncryptedContent.decrypt(read, TOY));
        assertThat(decrypted).isEqualTo(Arrays.copyOf(plain, plain.length - 2));
    }
}
