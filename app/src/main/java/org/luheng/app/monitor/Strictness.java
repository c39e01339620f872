package org.luheng.app.monitor;

/** How much a device is forgiven (HJ 212-2017 6.3; the deviations are those of {@link org.luheng.hj212.Deviation}). */
public enum Strictness {
    /** Framing, length, CRC and header have to be as the standard has them. */
    STRICT("严格"),
    /** Whatever a person could read is taken, if its CRC is right. */
    LENIENT("宽容"),
    /** The CRC may be wrong as well: some devices send a constant in its place. */
    UNCHECKED("不校验");

    private final String word;

    Strictness(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Strictness of(String word) {
        for (Strictness strictness : values()) {
            if (strictness.word.equals(word)) {
                return strictness;
            }
        }
        throw new IllegalArgumentException("no such strictness: " + word);
    }
}
