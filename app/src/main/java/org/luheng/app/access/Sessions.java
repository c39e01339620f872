package org.luheng.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Who is signed in where. Sessions lie in the memory of this process (decision 13): one that was ended is gone with the next
 * request, and a restart ends all.
 */
@Service
public class Sessions {
    private static final String OURS = Sessions.class.getName();

    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /**
     * @param idle after so long without a request a session ends
     * @param longest after so long it ends in any case
     */
    Sessions(
            Clock clock,
            @Value("${luheng.session.idle:30m}") Duration idle,
            @Value("${luheng.session.max:8h}") Duration longest) {
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** As its owner sees it. @param id names it towards him, and is not its secret */
    public record Seen(String id, Instant since, Instant lastSeen, String address, String browser, boolean current) {}

    /** Held by the servlet session, and gone when that is. */
    private final class Open implements HttpSessionBindingListener {
        final String id = UUID.randomUUID().toString();
        final HttpSession session;
        final Instant since;
        final String address;
        final String browser;
        volatile SignedIn person;
        volatile Instant lastSeen;

        Open(HttpSession session, SignedIn person, HttpServletRequest request) {
            this.session = session;
            this.person = person;
            this.since = clock.instant();
            this.lastSeen = since;
            this.address = request.getRemoteAddr();
            this.browser = Browser.inWords(request.getHeader("User-Agent"));
        }

        boolean isOver(Instant now) {
            return !open.containsKey(id) || now.isAfter(lastSeen.plus(idle)) || now.isAfter(since.plus(longest));
        }

        void end() {
            open.remove(id);
            try {
                session.invalidate();
            } catch (IllegalStateException already) {
                // Somebody else was quicker.
            }
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent gone) {
            open.remove(id);
        }
    }

    /** Begins a session under a new name; whatever the browser had before is dropped, so that nobody could plant it. */
    public void begin(HttpServletRequest request, SignedIn person) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        Open begun = new Open(session, person, request);
        open.put(begun.id, begun);
        session.setAttribute(OURS, begun);
    }

    /** Who is signed in with this request; that he was here is noted. */
    public Optional<SignedIn> current(HttpServletRequest request) {
        Open here = of(request);
        if (here == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (here.isOver(now)) {
            here.end();
            return Optional.empty();
        }
        here.lastSeen = now;
        return Optional.of(here.person);
    }

    public boolean holds(HttpServletRequest request) {
        return of(request) != null;
    }

    /** He acts under another standing, and the session gets another name. */
    public void change(HttpServletRequest request, SignedIn person) {
        Open here = of(request);
        if (here != null && here.person.account() == person.account()) {
            here.person = person;
            request.changeSessionId();
        }
    }

    public List<Seen> of(long account, HttpServletRequest request) {
        Open here = of(request);
        Instant now = clock.instant();
        return open.values().stream()
                .filter(each -> each.person.account() == account && !each.isOver(now))
                .map(each ->
                        new Seen(each.id, each.since, each.lastSeen, each.address, each.browser, each.equals(here)))
                .sorted(Comparator.comparing(Seen::lastSeen).reversed())
                .toList();
    }

    public int count(long account) {
        Instant now = clock.instant();
        return (int) open.values().stream()
                .filter(each -> each.person.account() == account && !each.isOver(now))
                .count();
    }

    public void end(HttpServletRequest request) {
        Open here = of(request);
        HttpSession session = request.getSession(false);
        if (here != null) {
            here.end();
        } else if (session != null) {
            session.invalidate();
        }
    }

    /** All of the account: it was stopped, or its rights or its password are others now. @return how many */
    public int end(long account) {
        return end(account, each -> true);
    }

    /** One of the account. @param id {@link Seen#id} @return false: the account has no such session */
    public boolean end(long account, String id) {
        return end(account, each -> each.id.equals(id)) > 0;
    }

    /** All of the account but the one of this request. @return how many */
    public int endOthers(long account, HttpServletRequest request) {
        Open here = of(request);
        return end(account, each -> !each.equals(here));
    }

    private int end(long account, Predicate<Open> which) {
        List<Open> ended = open.values().stream()
                .filter(each -> each.person.account() == account && which.test(each))
                .toList();
        ended.forEach(Open::end);
        return ended.size();
    }

    private static @Nullable Open of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && Objects.requireNonNullElse(session.getAttribute(OURS), "") instanceof Open here
                ? here
                : null;
    }
}
