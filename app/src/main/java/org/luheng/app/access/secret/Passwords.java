package org.luheng.app.access.secret;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Rules and stretching of passwords. The rules are those of NIST SP 800-63B-4 §3.1.1 and ASVS 5.0 §6.2: long enough, not
 * guessable, otherwise free; nobody has to change one without cause.
 *
 * <p>All stretching is done by one thread in order of arrival: however many sign in at once, one core computes, and pages
 * have the rest. A queue that is too long is refused at once, rather than kept waiting in vain.
 */
@Component
public class Passwords implements AutoCloseable {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private static final int GUESSABLE_BELOW = 3;
    private static final int MOST_WAITING = 40;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final List<String> OUR_WORDS =
            List.of("绿衡", "luheng", "lvheng", "节能减排", "jieneng", "jianpai", "zhengzhou", "admin", "password", "mima");

    private final PasswordEncoder encoder;
    private final ThreadPoolExecutor oneAtATime;
    /** What the password of nobody is compared with, so that an unknown login takes as long as a known one. */
    private @Nullable String nobody;

    @Autowired
    Passwords(@Value("${luheng.password.hash:argon2}") String hash) {
        this(encoder(hash));
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.oneAtATime = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("passwords").daemon().factory());
        this.oneAtATime.allowCoreThreadTimeOut(true);
    }

    /** Argon2id with 19 MiB, two passes (RFC 9106, OWASP); {@code sm3} where a city must use the national algorithms. */
    private static PasswordEncoder encoder(String hash) {
        Map<String, PasswordEncoder> known =
                Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2), "sm3", new StretchedBySm3());
        if (!known.containsKey(hash)) {
            throw new IllegalArgumentException("LUHENG_PASSWORD_HASH: argon2 或 sm3，不是 " + hash);
        }
        return new DelegatingPasswordEncoder(hash, known);
    }

    /**
     * @param ownWords login, name and the like, of which the password must not be made
     * @throws Refused with LH-1903, 1904 or 1905; the password is not repeated
     */
    public void check(String password, List<String> ownWords) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        Place place = Place.parameter("密码");
        if (length < SHORTEST) {
            throw Refused.of(Finding.of(Fault.PASSWORD_TOO_SHORT, place, "", "least", Integer.toString(SHORTEST)));
        }
        if (length > LONGEST) {
            throw Refused.of(Finding.of(Fault.PASSWORD_TOO_LONG, place, "", "most", Integer.toString(LONGEST)));
        }
        List<String> words = new ArrayList<>(OUR_WORDS);
        for (String own : ownWords) {
            words.add(own.toLowerCase(Locale.ROOT));
            words.addAll(List.of(own.toLowerCase(Locale.ROOT).split("[\\s._@（）()-]+")));
        }
        words.removeIf(word -> word.length() < 2);
        if (Guesses.KNOWN.measure(normal, words).getScore() < GUESSABLE_BELOW) {
            throw Refused.of(Finding.of(Fault.PASSWORD_GUESSABLE, place, ""));
        }
    }

    /** As {@link #check(String, List)}, of a form with two fields. */
    public void check(String password, String again, List<String> ownWords) {
        if (!password.equals(again)) {
            Findings differ = new Findings();
            differ.add(Finding.of(Fault.PASSWORDS_DIFFER, Place.parameter("密码"), ""));
            throw new Refused(differ);
        }
        check(password, ownWords);
    }

    /** @throws Later too many are waiting */
    public String encode(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(normal(password))));
    }

    /**
     * @param encoded null: there is no such account, or it has no password; costs the same
     * @throws Later too many are waiting
     */
    public boolean matches(String password, @Nullable String encoded) {
        String cut = password.length() > 4 * LONGEST ? password.substring(0, 4 * LONGEST) : password;
        return inTurn(() -> {
            if (nobody == null) {
                nobody = String.valueOf(encoder.encode(Token.random().shown()));
            }
            boolean same = encoder.matches(normal(cut), encoded == null ? nobody : encoded);
            return same && encoded != null && cut.length() == password.length();
        });
    }

    /** Whether it was encoded with parameters that are not those of today. */
    public boolean isOutdated(String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private <T> T inTurn(Callable<T> work) {
        Future<T> done;
        try {
            done = oneAtATime.submit(work);
        } catch (RejectedExecutionException tooMany) {
            throw busy();
        }
        try {
            return done.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            done.cancel(false);
            throw busy();
        } catch (InterruptedException interrupted) {
            done.cancel(false);
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A password could not be computed", broken.getCause());
        }
    }

    private static Later busy() {
        return Later.busy(Fault.SIGN_IN_BUSY, LONGEST_WAIT);
    }

    /** The same characters, however a keyboard put them together. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    @Override
    public void close() {
        oneAtATime.shutdownNow();
    }

    /** Reads its lists when the first password is judged. */
    private static final class Guesses {
        private static final Zxcvbn KNOWN = new Zxcvbn();
    }
}
