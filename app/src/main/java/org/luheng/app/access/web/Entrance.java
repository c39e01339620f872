package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.SecondFactor;
import org.luheng.app.access.secret.SignIn;
import org.luheng.app.access.secret.Token;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.page.Address;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The way in, for all who have proven the first thing: on to the second factor where there is one, then to a session. */
@Component
class Entrance {
    private static final String PENDING = Entrance.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Credentials credentials;
    private final SecondFactor secondFactor;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Cookies cookies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Entrance(
            Credentials credentials,
            SecondFactor secondFactor,
            SignIn signIn,
            Sessions sessions,
            Cookies cookies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.credentials = credentials;
        this.secondFactor = secondFactor;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody half-way in: he has proven the first thing, which entitles to nothing yet.
     *
     * @param newSecret of the second factor he has to set up, encrypted; null: he has one
     */
    record Pending(long account, @Nullable String newSecret, String how, String to, Instant since) {}

    /**
     * Lets in who has proven a password, or used an invitation.
     *
     * @param how he did, in a word, for the record
     * @param to local path he wanted to
     * @return the path to send him to now
     */
    String admit(HttpServletRequest request, HttpServletResponse response, long account, String how, String to) {
        Credentials.Known known = credentials.of(account).orElseThrow();
        SignedIn person = credentials.person(account, null).orElseThrow(() -> Address.unknown("账户", known.login()));
        if (known.totpConfirmed()) {
            return wait(request, new Pending(account, null, how, to, clock.instant()), "/sign-in/code");
        }
        if (signIn.demandsSecondFactor(person)) {
            return wait(
                    request,
                    new Pending(account, secondFactor.newSecret(), how, to, clock.instant()),
                    "/sign-in/second-factor");
        }
        return enter(request, response, account, how, to);
    }

    /** As {@link #admit}, of whom the directory knows: it has asked for a second factor, or need not have. */
    String vouchedFor(HttpServletRequest request, HttpServletResponse response, long account, String how, String to) {
        return credentials.of(account).orElseThrow().totpConfirmed()
                ? admit(request, response, account, how, to)
                : enter(request, response, account, how, to);
    }

    private static String wait(HttpServletRequest request, Pending pending, String next) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(PENDING, pending);
        return next;
    }

    /** Who waits for his second factor in this browser; not for long. */
    Optional<Pending> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PENDING) instanceof Pending pending
                        && pending.since().plus(PATIENCE).isAfter(clock.instant())
                ? Optional.of(pending)
                : Optional.empty();
    }

    /** Begins the session. The browser is known from now on. */
    String enter(HttpServletRequest request, HttpServletResponse response, long account, String how, String to) {
        SignedIn person = credentials.person(account, null).orElseThrow(() -> Address.unknown("账户", ""));
        sessions.begin(request, person);
        Optional<String> known = credentials.device(account, cookies.devices(request));
        if (known.isPresent()) {
            credentials.rememberDevice(account, known.get());
        } else {
            Token token = Token.random();
            credentials.rememberDevice(account, token.kept());
            cookies.device(request, response, token);
        }
        events.publishEvent(new SignInEvent(SignInEvent.Kind.SIGNED_IN, person.login(), account, how));
        return to;
    }
}
