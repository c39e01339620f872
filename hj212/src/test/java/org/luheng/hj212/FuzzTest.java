package org.luheng.hj212;

import org.junit.jupiter.api.Test;

class FuzzTest {
    @Test
    void nothingButRefusals() {
        for (long seed = 212_000; seed < 215_000; seed++) {
            Fuzz.once(seed);
        }
    }
}
