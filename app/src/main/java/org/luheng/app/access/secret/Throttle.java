package org.luheng.app.access.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses, without locking anybody else out (OWASP: device cookies). A browser that signed in to the account
 * before has a counter of its own, and nothing that strangers do slows it. Strangers are counted by login and address, all
 * strangers to one login together, and by address.
 *
 * <p>An attempt is counted when it is let in, and taken back when it succeeds: many at once get no more than many in turn.
 * Counters lie in memory and are bounded; a restart forgives.
 */
@Component
public class Throttle {
    private static final long MOST_COUNTERS = 100_000;
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    private static final int FREE_FOR_ONE = 5;
    private static final int FREE_FOR_STRANGERS = 20;
    private static final int FREE_FOR_ADDRESS = 60;

    private final Clock clock;
    private final Cache<String, Counter> counters;

    Throttle(Clock clock) {
        this.clock = clock;
        this.counters = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTERS)
                .expireAfterAccess(FORGIVEN_AFTER)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * @param what is tried: {@code password}, {@code code} …
     * @param login as given, also one that nobody has
     * @param device what is kept of the token of a browser that signed in to this login before; null: a stranger
     */
    public record Attempt(
            String what,
            String login,
            String address,
            @Nullable String device) {}

    private record Counter(int failures, Instant until) {
        static final Counter NONE = new Counter(0, Instant.MIN);
    }

    private record Limit(String key, int free) {}

    /** Zero, and the attempt is counted; or how long to wait, and it is not made. */
    public synchronized Duration admit(Attempt attempt) {
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        for (Limit limit : limits(attempt)) {
            Counter counter = of(limit);
            if (counter.until().isAfter(now)) {
                Duration rest = Duration.between(now, counter.until());
                wait = rest.compareTo(wait) > 0 ? rest : wait;
            }
        }
        if (wait.isZero()) {
            for (Limit limit : limits(attempt)) {
                int failures = of(limit).failures() + 1;
                counters.put(limit.key(), new Counter(failures, now.plus(pause(failures - limit.free()))));
            }
        }
        return wait;
    }

    /** It was right: not counted after all, and what he himself failed before is forgiven. */
    public synchronized void succeeded(Attempt attempt) {
        boolean his = true;
        for (Limit limit : limits(attempt)) {
            Counter counter = of(limit);
            if (his || counter.failures() <= 1) {
                counters.invalidate(limit.key());
            } else {
                counters.put(limit.key(), new Counter(counter.failures() - 1, Instant.MIN));
            }
            his = false;
        }
    }

    private Counter of(Limit limit) {
        Counter counter = counters.getIfPresent(limit.key());
        return counter == null ? Counter.NONE : counter;
    }

    /** Narrowest first: the one that is about him alone. */
    private static List<Limit> limits(Attempt attempt) {
        String login = attempt.what() + ' ' + Token.kept(attempt.login());
        List<Limit> limits = new ArrayList<>();
        if (attempt.device() != null) {
            limits.add(new Limit("device " + login + ' ' + attempt.device(), FREE_FOR_ONE));
            return limits;
        }
        limits.add(new Limit("one " + login + ' ' + attempt.address(), FREE_FOR_ONE));
        limits.add(new Limit("strangers " + login, FREE_FOR_STRANGERS));
        limits.add(new Limit("address " + attempt.what() + ' ' + attempt.address(), FREE_FOR_ADDRESS));
        return limits;
    }

    /** None up to the free ones; then half a minute, doubled each time, a quarter of an hour at most. */
    private static Duration pause(int beyond) {
        if (beyond < 0) {
            return Duration.ofNanos(-1);
        }
        Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }
}
