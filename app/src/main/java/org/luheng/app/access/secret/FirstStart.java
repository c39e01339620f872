package org.luheng.app.access.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.database.Actor;
import org.luheng.app.page.Address;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the first administrator comes to be, without any password that everybody knows: while there is none, each start makes a
 * token and shows it on the console, to whoever started the server. It is written nowhere, and good once.
 */
@Service
@Profile("!demo")
public class FirstStart implements ApplicationListener<ApplicationReadyEvent> {
    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;
    private final TransactionTemplate transactions;
    private final boolean training;
    /** What is kept of the token; null: there is an administrator. */
    private volatile @Nullable String kept;

    FirstStart(
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            Throttle throttle,
            PlatformTransactionManager transactions,
            @Value("${luheng.training:false}") boolean training) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transactions = new TransactionTemplate(transactions);
        this.training = training;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (training || accounts.hasAdministrator()) {
            return;
        }
        // To the console and not by a logger: what is logged is kept.
        System.out.printf(
                "%n  还没有管理员。请在浏览器里打开本机地址后加 /start 的页面，填入这个一次性令牌：%n%n      %s%n%n  令牌只在这里显示，重新启动后换新的。%n%n", newToken());
    }

    /** The one before is void. */
    public String newToken() {
        Token token = Token.random();
        kept = token.kept();
        return token.shown();
    }

    /** Whether the first administrator is still to come. */
    public boolean isOpen() {
        if (kept != null && accounts.hasAdministrator()) {
            kept = null;
        }
        return kept != null;
    }

    /**
     * @param address of who tries
     * @return the account of the first administrator
     * @throws Refused with LH-1801 where there is one already; LH-1918 for another token; or what is wrong with the rest
     * @throws Later tried too often
     */
    public long begin(String shown, String login, String name, String password, String again, String address) {
        String expected = isOpen() ? kept : null;
        if (expected == null) {
            throw Address.unknown("地址", "/start");
        }
        // By address alone: nobody far away can keep him out who stands at the console.
        Throttle.Attempt attempt = new Throttle.Attempt("start", address, address, null);
        Duration wait = throttle.admit(attempt);
        if (!wait.isZero()) {
            throw Later.tooOften(Fault.TOO_MANY_FAILURES, wait);
        }
        if (!MessageDigest.isEqual(bytes(Token.kept(shown.strip())), bytes(expected))) {
            throw Refused.of(Finding.of(Fault.TOKEN_VOID, Place.parameter("令牌"), ""));
        }
        throttle.succeeded(attempt);
        passwords.check(password, again, List.of(login, name));
        String encoded = passwords.encode(password);
        Long account = Actor.currentAs("access")
                .call(() -> transactions.execute(status -> {
                    long first =
                            accounts.firstAdministrator(login, name).orElseThrow(() -> Address.unknown("地址", "/start"));
                    credentials.password(first, encoded);
                    return first;
                }));
        kept = null;
        return account;
    }

    private static byte[] bytes(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }
}
