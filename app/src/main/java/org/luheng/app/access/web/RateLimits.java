package org.luheng.app.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.luheng.app.access.SignedIn;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often somebody may ask: by account where he is signed in, otherwise by address (of IPv6 the network, since one machine
 * has as many addresses as it likes). Generous, for an office often comes from one address: this is against loops and floods;
 * against guessing there is {@link org.luheng.app.access.secret.Throttle}.
 */
class RateLimits extends OncePerRequestFilter {
    /** By the same patterns as the door, however the address is written. */
    private static final RequestMatcher SIGN_INS = pathPattern("/sign-in/**");

    private static final RequestMatcher FACTS = pathPattern("/api/facts");
    private static final long MOST_COUNTED = 100_000;

    private final Doorkeeper doorkeeper;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    RateLimits(Doorkeeper doorkeeper, Clock clock) {
        this.doorkeeper = doorkeeper;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterAccess(Duration.ofMinutes(10))
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** So many at once, and so many again in each period. */
    private enum Limit {
        ALL(400, 100, Duration.ofSeconds(1)),
        /** Twenty people behind one address come to work at the same time. */
        SIGN_IN(30, 10, Duration.ofMinutes(1)),
        /** An import a second is what a busy program sends. */
        UPLOADS(120, 60, Duration.ofMinutes(1));

        private final long burst;
        private final long refill;
        private final Duration period;

        Limit(long burst, long refill, Duration period) {
            this.burst = burst;
            this.refill = refill;
            this.period = period;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn person = ActingFilter.signedIn();
        String network = network(request.getRemoteAddr());
        String who = person == null ? network : "account " + person.account();
        Optional<Duration> wait = take(Limit.ALL, who);
        if (wait.isEmpty() && request.getMethod().equals("POST")) {
            if (SIGN_INS.matches(request)) {
                wait = take(Limit.SIGN_IN, network);
            } else if (isUpload(request)) {
                wait = take(Limit.UPLOADS, who);
            }
        }
        if (wait.isPresent()) {
            doorkeeper.later(request, response, Later.tooOften(Fault.TOO_OFTEN, wait.get()));
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")
                || FACTS.matches(request);
    }

    private Optional<Duration> take(Limit limit, String who) {
        Bucket bucket = buckets.get(
                limit + " " + who,
                unknown -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(limit.burst).refillGreedy(limit.refill, limit.period))
                        .withCustomTimePrecision(time)
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    static String network(String address) {
        try {
            InetAddress known = address.indexOf(':') < 0 ? null : InetAddress.getByName(address);
            return known instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
