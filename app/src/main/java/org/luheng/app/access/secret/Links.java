package org.luheng.app.access.secret;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.luheng.app.access.Account;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.Sights;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.store.AccountTables;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.database.Actor;
import org.luheng.app.page.Address;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links by which somebody sets his password: an invitation for whoever has none, a recovery for whoever lost it. The
 * administrator sees the link once, when he makes it, and hands it over; its bearer uses it once. A new one voids those
 * before. Every use is published as a {@link SignInEvent}.
 */
@Service
public class Links {
    private static final Duration INVITATION = Duration.ofDays(7);
    private static final Duration RECOVERY = Duration.ofHours(24);

    private final AccountTables tables;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Sights sights;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Links(
            AccountTables tables,
            Credentials credentials,
            Passwords passwords,
            Sessions sessions,
            Sights sights,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.tables = tables;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.sights = sights;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A link for the account: an invitation where it was never used, a recovery otherwise.
     *
     * @param dropsSecondFactor whether the recovery also drops the second factor
     */
    public Token make(long account, boolean dropsSecondFactor) {
        Token token = Token.random();
        asAccess(() -> {
            Account known = tables.find(account).orElseThrow(() -> Address.unknown("账户", Long.toString(account)));
            if (known.state() == Account.State.STOPPED) {
                throw refused();
            }
            boolean recovery = known.state() == Account.State.ACTIVE;
            tables.link(
                    token.kept(),
                    account,
                    recovery,
                    recovery && dropsSecondFactor,
                    clock.instant().plus(recovery ? RECOVERY : INVITATION));
            return account;
        });
        return token;
    }

    /** What may still be used of the account, if anything. */
    public Optional<AccountTables.Link> open(long account) {
        return asAccess(() -> tables.openLink(account));
    }

    /** Whom a link that somebody shows is for. @throws Refused with LH-1918: used, expired, or never made */
    public Offer offer(String shown) {
        return asAccess(() -> {
            AccountTables.Link link = tables.link(Token.kept(shown)).orElseThrow(Links::refused);
            Account account = tables.find(link.account()).orElseThrow(Links::refused);
            return new Offer(account, link.recovery(), link.dropsSecondFactor());
        });
    }

    public record Offer(Account account, boolean recovery, boolean dropsSecondFactor) {}

    /**
     * Sets the password and uses the link up, both or neither; whoever was signed in is signed out.
     *
     * @return the account
     * @throws Refused with LH-1918, or what is wrong with the password
     */
    public long use(String shown, String password, String again) {
        Offer offer = offer(shown);
        Account account = offer.account();
        passwords.check(password, again, List.of(account.login(), account.name()));
        String encoded = passwords.encode(password);
        asAccess(() -> {
            if (!tables.useLink(Token.kept(shown))) {
                throw refused();
            }
            credentials.password(account.id(), encoded);
            credentials.activate(account.id());
            credentials.forgetDevices(account.id());
            if (offer.dropsSecondFactor()) {
                credentials.removeSecondFactor(account.id());
            }
            return account.id();
        });
        sights.forget();
        sessions.end(account.id());
        publish(SignInEvent.Kind.PASSWORD_CHANGED, account, offer.recovery() ? "找回链接" : "邀请链接");
        if (offer.dropsSecondFactor()) {
            publish(SignInEvent.Kind.SECOND_FACTOR_REMOVED, account, "找回链接");
        }
        return account.id();
    }

    private void publish(SignInEvent.Kind kind, Account account, String detail) {
        events.publishEvent(new SignInEvent(kind, account.login(), account.id(), detail));
    }

    private <T> T asAccess(Supplier<T> work) {
        return Actor.currentAs("access").call(() -> transactions.execute(status -> work.get()));
    }

    private static Refused refused() {
        return Refused.of(Finding.of(Fault.TOKEN_VOID, Place.parameter("链接"), ""));
    }
}
