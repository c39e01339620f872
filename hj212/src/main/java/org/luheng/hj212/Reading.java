package org.luheng.hj212;

/** How much is forgiven. Both find the same frames and name the same deviations; they differ in what they refuse. */
public enum Reading {
    /** A frame whose framing, length, check or header deviates is refused. */
    STRICT,
    /** Whatever a person could read is read, and what was forgiven is said. */
    LENIENT
}
