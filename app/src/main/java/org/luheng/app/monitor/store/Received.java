package org.luheng.app.monitor.store;

/**
 * A frame that was taken, ready to be stored.
 *
 * @param dataTime microseconds since 1970, UTC
 * @param names of the values, joined by line feeds; empty: none
 * @param content values, see {@link org.luheng.app.monitor.Packed}
 * @param frame as it came, from {@code ##} to the CRC
 * @param digest sha256 of that
 */
public record Received(int device, int cn, long dataTime, String names, byte[] content, byte[] frame, byte[] digest) {}
