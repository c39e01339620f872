package org.luheng.hj212;

/** A cipher on blocks of 16 bytes in place, with its key: SM4, from the module hj212-sm4 or another library. */
public interface BlockCipher {
    int BLOCK = 16;

    /** @param from first of 16 bytes */
    void encrypt(byte[] bytes, int from);

    /** @param from first of 16 bytes */
    void decrypt(byte[] bytes, int from);
}
