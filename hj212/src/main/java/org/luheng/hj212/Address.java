package org.luheng.hj212;

/**
 * Between whom messages go: what the header of each repeats.
 *
 * @param st system type of the source: 31 air, 32 water …
 * @param pw password of the device, six characters
 * @param mn its identity
 * @param version the edition it speaks
 */
public record Address(String st, String pw, String mn, Version version) {
    /** Who sent this frame, or is meant by it; the system type is that of the frame, 91 for an answer. */
    public static Address of(Frame frame) {
        String st = frame.st();
        String pw = frame.pw();
        String mn = frame.mn();
        Version version = frame.version();
        return new Address(
                st == null ? "" : st,
                pw == null ? "" : pw,
                mn == null ? "" : mn,
                version == Version.UNKNOWN ? Version.V2017 : version);
    }

    /** Begins a message of this device or to it; its Flag says the version and asks for no answer. */
    public Draft draft(int cn) {
        return new Draft(this, st, cn);
    }

    /** Begins an answer, which goes between systems: ST=91. */
    Draft answer(int cn) {
        return new Draft(this, "91", cn);
    }

    /** Without the password: what is printed ends in logs. */
    @Override
    public String toString() {
        return "Address[st=" + st + ", mn=" + mn + ", version=" + version + "]";
    }
}
