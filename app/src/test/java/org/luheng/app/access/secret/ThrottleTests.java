package org.luheng.app.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.web.HandMovedClock;

class ThrottleTests {
    private final HandMovedClock clock = new HandMovedClock();
    private final Throttle throttle = new Throttle(clock);

    private static Throttle.Attempt by(String login, String address, @Nullable String device) {
        return new Throttle.Attempt("password", login, address, device);
    }

    private Duration fail(String login, String address, @Nullable String device) {
        return throttle.admit(by(login, address, device));
    }

    private void failOften(int times, String login, String address, @Nullable String device) {
        for (int i = 0; i < times; i++) {
            assertThat(fail(login, address, device)).as("attempt %s", i + 1).isZero();
        }
    }

    @Test
    void waitsDoubleFromHalfAMinuteToAQuarterOfAnHour() {
        failOften(5, "wang", "192.0.2.1", null);
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(fail("wang", "192.0.2.1", null)).isEqualTo(Duration.ofSeconds(seconds));
            clock.forward(Duration.ofSeconds(seconds - 1));
            assertThat(fail("wang", "192.0.2.1", null)).isEqualTo(Duration.ofSeconds(1));
            clock.forward(Duration.ofSeconds(1));
            assertThat(fail("wang", "192.0.2.1", null)).as("one more try").isZero();
        }
    }

    @Test
    void whoIsRightIsForgiven() {
        failOften(4, "wang", "192.0.2.1", null);
        Throttle.Attempt right = by("wang", "192.0.2.1", null);
        assertThat(throttle.admit(right)).isZero();
        throttle.succeeded(right);
        failOften(5, "wang", "192.0.2.1", null);
        assertThat(fail("wang", "192.0.2.1", null)).isPositive();
    }

    @Test
    void strangersAreSlowedAsAGroupAndAKnownBrowserNever() {
        for (int i = 0; i < 20; i++) {
            assertThat(fail("wang", "198.51.100." + i, null)).isZero();
        }
        assertThat(fail("wang", "203.0.113.9", null))
                .as("a stranger from anywhere")
                .isPositive();
        assertThat(fail("li", "203.0.113.9", null)).as("another login").isZero();
        failOften(5, "wang", "198.51.100.1", "known");
        assertThat(fail("wang", "198.51.100.1", "known"))
                .as("its own counter, for whoever has stolen it")
                .isPositive();
        assertThat(fail("wang", "198.51.100.1", "another known")).isZero();
    }

    @Test
    void oneAddressCannotTryOneGuessOnMany() {
        for (int i = 0; i < 60; i++) {
            assertThat(fail("login" + i, "192.0.2.1", null)).as("login %s", i).isZero();
        }
        assertThat(fail("login61", "192.0.2.1", null)).isPositive();
        assertThat(fail("login61", "192.0.2.2", null)).isZero();
        assertThat(fail("login61", "192.0.2.1", "known")).isZero();
    }

    @Test
    void aWholeOfficeBehindOneAddressSignsInAtOnce() {
        for (int i = 0; i < 200; i++) {
            Throttle.Attempt right = by("login" + i, "192.0.2.1", null);
            assertThat(throttle.admit(right)).isZero();
            throttle.succeeded(right);
        }
    }

    @Test
    void failuresAreForgottenAfterAnHour() {
        failOften(5, "wang", "192.0.2.1", null);
        clock.forward(Duration.ofMinutes(61));
        failOften(5, "wang", "192.0.2.1", null);
    }
}
