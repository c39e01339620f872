package org.luheng.app.metering;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Values of the encrypted variant: SM4 in ECB with PKCS#7, hexadecimal (as devices of Shandong send them). ECB is what is spoken there,
 * not what we would choose; the connection has to be TLS.
 */
public final class ValueCipher {
    private static final int LONGEST = 4096;

    private final KeyParameter key;

    /** @param key 16 bytes */
    public ValueCipher(byte[] key) {
        this.key = new KeyParameter(key);
    }

    public String encrypt(String plain) {
        try {
            return HexFormat.of().formatHex(process(true, plain.getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidCipherTextException onlyOnDecrypting) {
            throw new IllegalStateException(onlyOnDecrypting);
        }
    }

    /** @throws Declined where it was not encrypted with this key */
    public String decrypt(String hex) throws Declined {
        if (hex.isEmpty() || hex.length() > LONGEST || hex.length() % 32 != 0 || !hex.matches("[0-9A-Fa-f]+")) {
            throw new Declined("解密失败！");
        }
        try {
            byte[] plain = process(false, HexFormat.of().parseHex(hex));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
        } catch (InvalidCipherTextException | CharacterCodingException wrongKey) {
            throw new Declined("解密失败！");
        }
    }

    private byte[] process(boolean encrypting, byte[] input) throws InvalidCipherTextException {
        PaddedBufferedBlockCipher cipher = new PaddedBufferedBlockCipher(new SM4Engine(), new PKCS7Padding());
        cipher.init(encrypting, key);
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        return Arrays.copyOf(output, written + cipher.doFinal(output, written));
    }
}
