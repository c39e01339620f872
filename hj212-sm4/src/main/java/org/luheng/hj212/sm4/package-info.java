/**
 * SM4 (GB/T 32907) for the encrypted content of HJ 212-2025. Promise: no cryptography of our own; the key is copied into the engine
 * and kept nowhere else.
 */
@NullMarked
package org.luheng.hj212.sm4;

import org.jspecify.annotations.NullMarked;
