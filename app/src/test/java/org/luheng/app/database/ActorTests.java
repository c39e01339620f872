package org.luheng.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTests {

    @Test
    void actsForTheLengthOfACall() {
        assertThat(Actor.current()).isEmpty();
        var seen = new Actor("王五").call(() -> Actor.current().orElseThrow().name());
        assertThat(seen).isEqualTo("王五");
        assertThat(Actor.current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\0"})
    void hasAName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor(name));
    }
}
