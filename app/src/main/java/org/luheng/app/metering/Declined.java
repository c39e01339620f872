package org.luheng.app.metering;

/** What a device asked is not done; its message is the answer's {@code responseMessage}, in the words devices and their people know. */
public final class Declined extends Exception {
    private static final long serialVersionUID = 1;

    public Declined(String message) {
        super(message);
    }

    /** What is said is never null. */
    public String said() {
        return String.valueOf(getMessage());
    }
}
