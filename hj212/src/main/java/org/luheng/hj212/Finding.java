package org.luheng.hj212;

/**
 * One deviation where it was first met in a frame.
 *
 * @param at byte from the first {@code #} of the frame
 * @param value what stands there, up to the next semicolon and at most 40 bytes; empty where something is missing, and of a
 *     password
 */
public record Finding(Deviation deviation, int at, String value) {}
