package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FuzzTest {
    @Property(tries = 300, seed = "5")
    void brokenDocumentsAreReadOrRefused(@ForAll long seed) {
        assertThat(Fuzz.once(seed)).isNotEmpty();
    }
}
