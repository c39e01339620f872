package org.luheng.hj212.sm4;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.luheng.hj212.BlockCipher;

/** SM4 block by block with one key, GB/T 32907-2016. For one thread. */
public final class Sm4 implements BlockCipher {
    private final SM4Engine encrypting = new SM4Engine();
    private final SM4Engine decrypting = new SM4Engine();

    /** @param key 16 bytes */
    public Sm4(byte[] key) {
        if (key.length != BLOCK) {
            throw new IllegalArgumentException("a key has 16 bytes, not " + key.length);
        }
        encrypting.init(true, new KeyParameter(key));
        decrypting.init(false, new KeyParameter(key));
    }

    @Override
    public void encrypt(byte[] bytes, int from) {
        encrypting.processBlock(bytes, from, bytes, from);
    }

    @Override
    public void decrypt(byte[] bytes, int from) {
        decrypting.processBlock(bytes, from, bytes, from);
    }
}
