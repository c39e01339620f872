package org.luheng.hj212;

/** Why bytes of a stream became no frame. */
public enum Skipped {
    /** Bytes between frames that no {@code ##} begins. */
    NOISE("帧外的字节"),
    /** A frame broken off: another begins, or a line ends, before it was complete. */
    BROKEN("中断的帧"),
    /** What began like a frame and came to no end within the limit. */
    ENDLESS("超过长度上限仍未结束");

    private final String text;

    Skipped(String text) {
        this.text = text;
    }

    /** In Chinese. */
    public String text() {
        return text;
    }
}
