package org.luheng.hj212;

/**
 * One deviation where it was first met in a frame.
 *
 * @param at byte from the first {@code #} of the frame
 * @param value what stands there, at most 40 characters
 */
public record Finding(Deviation deviation, int at, String value) {}
