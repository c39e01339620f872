package org.luheng.app.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what is done and by what right: a person under one of his standings, a device, or a part of the program
 * ({@code luheng:samples}).
 *
 * <p>Bound for the length of a call and handed to the database at the beginning of each transaction, where
 * {@code luheng.require_actor()} refuses a change without it and row-level security decides what it sees. The rights of a
 * standing are looked up there, not claimed here. Not inherited by other threads, save those of a
 * {@link java.util.concurrent.StructuredTaskScope}: bind it again where the work goes on.
 *
 * @param name login of the person, or {@code luheng:} and a part of the program
 * @param account null: not signed in
 * @param standing under which he acts; null: none, which entitles to nothing
 * @param part capability of a part of the program, empty for people
 * @param address the request came from, empty: from nowhere
 * @param request method and path, empty where there is none
 */
public record Actor(
        String name, @Nullable Long account, @Nullable Long standing, String part, String address, String request) {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();
    private static final int LONGEST_REQUEST = 300;

    public Actor {
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An actor needs a name of 1 to 200 printable characters: " + name);
        }
        request = request.length() > LONGEST_REQUEST ? request.substring(0, LONGEST_REQUEST) : request;
    }

    /** Somebody without any right: a change by him has an author, and he sees what is public. */
    public Actor(String name) {
        this(name, null, null, "", "", "");
    }

    /** A part of the program, with the capability that the policies of the database give to that name. */
    public static Actor program(String part) {
        return new Actor("luheng:" + part, null, null, part, "", "");
    }

    public static Optional<Actor> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The current actor's work in the hands of a part of the program: its capability, his name. */
    public static Actor currentAs(String part) {
        return current().map(actor -> actor.as(part)).orElseGet(() -> program(part));
    }

    public Actor as(String capability) {
        return new Actor(name, account, standing, capability, address, request);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    public <T extends @Nullable Object, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, this).<T, X>call(work);
    }
}
