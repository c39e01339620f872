package org.luheng.app.monitor.gateway;

import org.luheng.app.monitor.Device;
import org.luheng.app.monitor.Trouble;
import org.luheng.hj212.Frame;

/** What becomes of a frame. */
sealed interface Judgement {
    /** @param plain the frame itself, or what it says once decrypted */
    record Accepted(Device device, Frame plain) implements Judgement {}

    /** @param excerpt without password */
    record Refused(Trouble trouble, String mn, String excerpt) implements Judgement {}
}
