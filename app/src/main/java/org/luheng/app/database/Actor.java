package org.luheng.app.database;

import java.util.Optional;

/**
 * Who answers for a change: a person's account, a device, or a part of the program ({@code luheng:samples}).
 *
 * <p>Bound for the length of a call and handed to the database at the beginning of each transaction, where
 * {@code luheng.actor()} reads it and {@code luheng.require_actor()} refuses a change without it. Not inherited by other
 * threads, save those of a {@link java.util.concurrent.StructuredTaskScope}: bind it again where the work goes on.
 */
public record Actor(String name) {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    public Actor {
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An actor needs a name of 1 to 200 printable characters: " + name);
        }
    }

    public static Optional<Actor> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    public <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T call(
            ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<T, X>call(work);
    }
}
