package org.luheng.app.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A device that may report, with what it proves itself by. Known to the gateway alone.
 *
 * @param mn as it stands in its frames
 * @param edition 2005, 2017 or 2025: whose content may be encrypted
 * @param key of SM4, 16 bytes; null: its content comes in clear
 */
public record Device(
        int id, String mn, int edition, Strictness strictness, boolean active, String password, byte @Nullable [] key) {

    @Override
    public String toString() {
        return mn;
    }
}
