package org.luheng.hj212;

/**
 * The edition of the standard that a frame claims in bits 2 to 7 of its Flag (6.3.2). Caution: surface-water stations used the
 * value of 2025 years before 2025, so it does not prove that a device speaks that edition, nor that its content is encrypted.
 */
public enum Version {
    /** HJ/T 212-2005: no Flag, or version bits 0. */
    V2005(2005),
    /** HJ 212-2017: version bits 1. */
    V2017(2017),
    /** HJ 212-2025, in force since 2026-01-01: version bits 2. */
    V2025(2025),
    /** Version bits no edition uses. */
    UNKNOWN(0);

    private final int year;

    Version(int year) {
        this.year = year;
    }

    /** The year of the edition; 0 where unknown. */
    public int year() {
        return year;
    }

    /** The version bits of a Flag in their place, without bits 0 and 1. */
    public int bits() {
        return this == UNKNOWN ? 0 : ordinal() << 2;
    }

    /** @param flag the Flag of a frame, negative where it has none */
    public static Version ofFlag(int flag) {
        return switch (flag < 0 ? 0 : flag >>> 2) {
            case 0 -> V2005;
            case 1 -> V2017;
            case 2 -> V2025;
            default -> UNKNOWN;
        };
    }
}
