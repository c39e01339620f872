package org.luheng.app.access;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.secret.SignIn;
import org.luheng.app.access.store.AccountTables;
import org.luheng.app.database.Actor;
import org.luheng.app.page.Address;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keeping of accounts and standings. Nothing is deleted: an account is stopped, a standing ended. What takes a right away
 * holds with the next request of whoever had it.
 */
@Service
public class Accounts {
    public static final int PAGE = 50;
    /** More than any city has; the file of the list holds no more. */
    private static final int MOST = 20_000;

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final int LONGEST_NAME = 100;

    private final AccountTables tables;
    private final Sights sights;
    private final Sessions sessions;
    private final SignIn signIn;
    private final TransactionTemplate transactions;

    Accounts(
            AccountTables tables,
            Sights sights,
            Sessions sessions,
            SignIn signIn,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.sights = sights;
        this.sessions = sessions;
        this.signIn = signIn;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Which accounts are looked for.
     *
     * @param text part of login, name, or name or code of a body; empty: any
     */
    public record Search(
            String text,
            Account.@Nullable State state,
            @Nullable Role role) {
        String folded() {
            return text.strip().toLowerCase(Locale.ROOT);
        }

        String stateWord() {
            return state == null ? "" : state.word();
        }

        String roleCode() {
            return role == null ? "" : role.code();
        }
    }

    /** @param page from 1 */
    public record Found(List<Account> accounts, int total, int page) {
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    public Found search(Search search, int page) {
        return asAccess(() -> {
            int total = tables.count(search.folded(), search.stateWord(), search.roleCode());
            int last = Math.max(1, (total + PAGE - 1) / PAGE);
            int asked = Math.clamp(page, 1, last);
            return new Found(
                    tables.search(
                            search.folded(), search.stateWord(), search.roleCode(), PAGE, (long) (asked - 1) * PAGE),
                    total,
                    asked);
        });
    }

    /** All that are found, for a file. */
    public List<Account> all(Search search) {
        return asAccess(() -> tables.search(search.folded(), search.stateWord(), search.roleCode(), MOST, 0));
    }

    public Optional<Account> find(long id) {
        return asAccess(() -> tables.find(id));
    }

    public List<AccountTables.Ended> ended(long account) {
        return asAccess(() -> tables.ended(account));
    }

    /**
     * Makes an account that has no password yet, and is invited to choose one.
     *
     * @throws Refused with LH-1913, LH-1914, LH-1201 or LH-1107
     */
    public long create(String login, String name) {
        return create(login, name, Account.State.INVITED, false);
    }

    /**
     * An account with its first standing, both or neither.
     *
     * @throws Refused as {@link #create(String, String)} and {@link #give}
     */
    public long create(String login, String name, Role role, @Nullable String body, boolean statistics) {
        return asAccess(() -> {
            long account = create(login, name);
            give(account, role, body, statistics);
            return account;
        });
    }

    /**
     * The first administrator, able to sign in once he has a password; empty: there is one already.
     *
     * @throws Refused as {@link #create(String, String)}
     */
    public Optional<Long> firstAdministrator(String login, String name) {
        return asAccess(() -> {
            if (tables.hasAdministrator()) {
                return Optional.empty();
            }
            long account = create(login, name, Account.State.ACTIVE, false);
            give(account, Role.ADMINISTRATOR, null, false);
            return Optional.of(account);
        });
    }

    public boolean hasAdministrator() {
        return asAccess(tables::hasAdministrator);
    }

    /** Somebody of the demonstration, able to sign in once he has a password; empty: he is there already. */
    public Optional<Long> createSample(
            String login, String name, Role role, @Nullable String body, boolean statistics) {
        return asAccess(() -> {
            if (tables.idOf(login).isPresent()) {
                return Optional.empty();
            }
            long account = create(login, name, Account.State.ACTIVE, true);
            give(account, role, body, statistics);
            return Optional.of(account);
        });
    }

    private long create(String login, String name, Account.State state, boolean sample) {
        String small = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(small).matches()) {
            throw refused(Fault.NOT_A_LOGIN, "账户名", login);
        }
        String called = name(name);
        return asAccess(() -> tables.add(small, called, state, sample))
                .orElseThrow(() -> refused(Fault.LOGIN_TAKEN, "账户名", small));
    }

    public void rename(long account, String name) {
        String called = name(name);
        asAccess(() -> {
            known(account);
            tables.rename(account, called);
            return account;
        });
    }

    /** He cannot sign in, and is signed out; his links are void. */
    public void stop(long account) {
        asAccess(() -> {
            known(account);
            tables.state(account, Account.State.STOPPED);
            tables.voidLinks(account);
            return account;
        });
        rightsShrank(account);
    }

    /** As he was before he was stopped, with the password he had. */
    public void reopen(long account) {
        asAccess(() -> {
            if (known(account).state() == Account.State.STOPPED) {
                tables.state(account, tables.hasPassword(account) ? Account.State.ACTIVE : Account.State.INVITED);
            }
            return account;
        });
        sights.forget();
    }

    /**
     * Gives a standing. Where it demands a second factor and the account has none, whoever is signed in is signed out: he would
     * otherwise change over to it with a password alone.
     *
     * @param body null for administrators
     * @param statistics charged with statistics
     * @return id of the standing
     * @throws Refused with LH-1916 or LH-1917
     */
    public long give(long account, Role role, @Nullable String body, boolean statistics) {
        long given = asAccess(() -> {
            known(account);
            return tables.give(account, role, body, statistics)
                    .orElseThrow(() -> Refused.of(
                            Finding.of(Fault.STANDING_UNFIT, Place.parameter("身份"), role.word(), "reason", "已经有这个身份")));
        });
        sights.forget();
        if (signIn.lacksSecondFactor(account)) {
            sessions.end(account);
        }
        return given;
    }

    public void end(long account, long standing) {
        asAccess(() -> {
            if (!tables.end(account, standing)) {
                throw Address.unknown("身份", Long.toString(standing));
            }
            return account;
        });
        rightsShrank(account);
    }

    private void rightsShrank(long account) {
        sights.forget();
        sessions.end(account);
    }

    private Account known(long account) {
        return tables.find(account).orElseThrow(() -> Address.unknown("账户", Long.toString(account)));
    }

    private static String name(String name) {
        String called = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (called.isEmpty()) {
            throw Refused.of(Finding.of(Fault.BLANK, Place.parameter("姓名"), name, "write", ""));
        }
        if (called.length() > LONGEST_NAME) {
            throw Refused.of(Finding.of(
                    Fault.FIELD_TOO_LONG, Place.parameter("姓名"), name, "limit", Integer.toString(LONGEST_NAME)));
        }
        if (called.chars().anyMatch(Character::isISOControl)) {
            throw refused(Fault.NOT_UNDERSTOOD, "姓名", "");
        }
        return called;
    }

    private <T> T asAccess(Supplier<T> work) {
        try {
            return Actor.currentAs("access").call(() -> transactions.execute(status -> work.get()));
        } catch (DataAccessException refusedByTheDatabase) {
            throw inOurWords(refusedByTheDatabase);
        }
    }

    /** What the triggers of V5 and V9 refuse; anything else goes on as it is. */
    private static RuntimeException inOurWords(DataAccessException refusal) {
        String state = refusal.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : null;
        if (state == null) {
            return refusal;
        }
        return switch (state) {
            case "LH006" ->
                Refused.of(Finding.of(Fault.STANDING_UNFIT, Place.parameter("身份"), "", "reason", "这种身份不能属于这种单位"));
            // No such body.
            case "23503" ->
                Refused.of(Finding.of(Fault.STANDING_UNFIT, Place.parameter("所属"), "", "reason", "名录里没有这个单位"));
            case "23514" ->
                Refused.of(Finding.of(Fault.STANDING_UNFIT, Place.parameter("身份"), "", "reason", "这种身份没有统计职责"));
            case "LH007" -> refused(Fault.NOT_YOURS, "身份", "");
            case "LH008" -> refused(Fault.NOT_FOR_ONESELF, "身份", "");
            case "LH009" -> refused(Fault.LAST_ADMINISTRATOR, "账户", "");
            default -> refusal;
        };
    }

    private static Refused refused(Fault fault, String place, String value) {
        return Refused.of(Finding.of(fault, Place.parameter(place), value));
    }
}
