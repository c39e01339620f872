package org.luheng.app.access.secret;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;

/**
 * Whether somebody is who he says. Answers an unknown login, a stopped account and a wrong password alike and at the same
 * cost; each attempt is published as a {@link SignInEvent}.
 */
@Service
public class SignIn {
    private static final Set<Role> PRIVILEGED = Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.OFFICE);
    /** As in V5__access.sql. */
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private static final long NOBODY = -1;

    private final Credentials credentials;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Throttle throttle;
    private final ApplicationEventPublisher events;
    private final Demand demand;

    /** Of whom a second factor is demanded. */
    private enum Demand {
        ALL,
        PRIVILEGED,
        OFF
    }

    SignIn(
            Credentials credentials,
            Passwords passwords,
            SecondFactor secondFactor,
            Throttle throttle,
            ApplicationEventPublisher events,
            Environment environment) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.throttle = throttle;
        this.events = events;
        String otherwise = environment.acceptsProfiles(Profiles.of("demo")) ? "off" : "privileged";
        this.demand = demand(environment.getProperty("luheng.second.factor", otherwise));
    }

    private static Demand demand(String word) {
        try {
            return Demand.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("LUHENG_SECOND_FACTOR: all、privileged 或 off，不是 " + word, unknown);
        }
    }

    /** Whence somebody tries. @param devices what is kept of the tokens that his browser shows */
    public record Whence(String address, List<String> devices) {
        public Whence {
            devices = List.copyOf(devices);
        }
    }

    /**
     * The account of that login and password; empty: refused, for whatever reason.
     *
     * @throws Later he has failed too often, or too many are signing in
     */
    public Optional<Credentials.Known> password(String login, String password, Whence whence) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        Optional<Credentials.Known> known =
                credentials.byLogin(LOGIN.matcher(name).matches() ? name : "");
        Throttle.Attempt attempt = admitted("password", name, known.orElse(null), whence);
        String encoded = known.filter(Credentials.Known::isActive)
                .map(Credentials.Known::password)
                .orElse(null);
        if (!passwords.matches(password, encoded)) {
            publish(SignInEvent.Kind.REFUSED, name, known.orElse(null), "密码");
            return Optional.empty();
        }
        throttle.succeeded(attempt);
        if (encoded != null && passwords.isOutdated(encoded)) {
            credentials.password(known.orElseThrow().account(), passwords.encode(password));
        }
        return known;
    }

    /**
     * Whether this is the one-time code of the account now, or one of its recovery codes; either is used up by this.
     *
     * @throws Later he has failed too often
     */
    public boolean code(Credentials.Known known, String code, Whence whence) {
        Throttle.Attempt attempt = admitted("code", known.login(), known, whence);
        String secret = known.totp();
        OptionalLong step = secret == null ? OptionalLong.empty() : secondFactor.step(secret, known.totpStep(), code);
        if (known.totpConfirmed() && step.isPresent() && credentials.useStep(known.account(), step.getAsLong())) {
            throttle.succeeded(attempt);
            return true;
        }
        if (credentials.useRecoveryCode(known.account(), SecondFactor.keptRecoveryCode(code))) {
            throttle.succeeded(attempt);
            publish(
                    SignInEvent.Kind.RECOVERY_CODE_USED,
                    known.login(),
                    known,
                    "还剩 " + credentials.recoveryCodesLeft(known.account()) + " 个");
            return true;
        }
        publish(SignInEvent.Kind.REFUSED, known.login(), known, "验证码");
        return false;
    }

    /**
     * Puts a second factor in force, in place of any before, once its first code comes.
     *
     * @param secret encrypted, as {@link SecondFactor#newSecret()} made it
     * @return the recovery codes, shown this once; empty: not the right code
     */
    public Optional<List<String>> confirm(Credentials.Known known, String secret, String code, Whence whence) {
        Throttle.Attempt attempt = admitted("code", known.login(), known, whence);
        OptionalLong step = secondFactor.step(secret, 0, code);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        throttle.succeeded(attempt);
        credentials.secondFactor(known.account(), secret, step.getAsLong());
        publish(SignInEvent.Kind.SECOND_FACTOR_SET, known.login(), known, "");
        return Optional.of(recoveryCodes(known.account()));
    }

    /** Ten new ones; those of before are void. */
    public List<String> recoveryCodes(long account) {
        List<String> codes = secondFactor.recoveryCodes();
        credentials.recoveryCodes(
                account, codes.stream().map(SecondFactor::keptRecoveryCode).toList());
        return codes;
    }

    /** Whether the person must use a second factor, for any of his standings. */
    public boolean demandsSecondFactor(SignedIn person) {
        return switch (demand) {
            case ALL -> true;
            case OFF -> false;
            case PRIVILEGED -> person.standings().stream().anyMatch(each -> PRIVILEGED.contains(each.role()));
        };
    }

    /** Whether the account could not sign in by its password without setting a second factor up first. */
    public boolean lacksSecondFactor(long account) {
        return credentials.of(account).filter(known -> !known.totpConfirmed()).isPresent()
                && credentials
                        .person(account, null)
                        .filter(this::demandsSecondFactor)
                        .isPresent();
    }

    private Throttle.Attempt admitted(String what, String login, Credentials.@Nullable Known known, Whence whence) {
        // Asked for nobody, too: the answer takes as long.
        long account = known == null ? NOBODY : known.account();
        String device = credentials.device(account, whence.devices()).orElse(null);
        Throttle.Attempt attempt = new Throttle.Attempt(what, login, whence.address(), device);
        Duration wait = throttle.admit(attempt);
        if (!wait.isZero()) {
            publish(SignInEvent.Kind.SLOWED, login, known, "");
            throw Later.tooOften(Fault.TOO_MANY_FAILURES, wait);
        }
        return attempt;
    }

    /** What cannot be a login is not repeated: people type passwords into the wrong field. */
    private void publish(SignInEvent.Kind kind, String login, Credentials.@Nullable Known known, String detail) {
        String name = LOGIN.matcher(login).matches() ? login : "（不像账户名）";
        events.publishEvent(new SignInEvent(kind, name, known == null ? null : known.account(), detail));
    }
}
