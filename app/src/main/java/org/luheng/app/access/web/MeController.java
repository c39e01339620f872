package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.Standing;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.access.secret.SecondFactor;
import org.luheng.app.access.secret.SignIn;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.page.Address;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account. What weakens it asks for the password again, which a browser left open does not know. */
@Controller
class MeController {
    private static final String NEW_SECRET = MeController.class.getName() + ".secret";
    private static final Map<String, String> DONE = Map.of(
            "password", "密码已修改，其他地方的登录已全部退出。",
            "second-factor", "两步验证已停用。",
            "directory", "已关联统一身份认证。",
            "session", "那一处的登录已结束。",
            "others", "其他地方的登录已全部结束。");

    private final SignIn signIn;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final Cookies cookies;
    private final ObjectProvider<Directory> directory;
    private final ApplicationEventPublisher events;

    MeController(
            SignIn signIn,
            Credentials credentials,
            Passwords passwords,
            SecondFactor secondFactor,
            Sessions sessions,
            Cookies cookies,
            ObjectProvider<Directory> directory,
            ApplicationEventPublisher events) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.cookies = cookies;
        this.directory = directory;
        this.events = events;
    }

    @GetMapping("/me")
    ModelAndView page(@RequestParam(required = false) @Nullable String done, HttpServletRequest request) {
        return page(request, DONE.getOrDefault(Objects.requireNonNullElse(done, ""), ""), List.of(), HttpStatus.OK);
    }

    private ModelAndView page(HttpServletRequest request, String done, List<Finding> problems, HttpStatusCode status) {
        SignedIn person = asOfNow(me());
        Credentials.Known known = known(person);
        return SignInController.show(
                "access/me",
                new MePage(
                        Frame.of("我的账户", "me", false),
                        person,
                        known.password() != null,
                        directory.getIfAvailable() != null,
                        known.totpConfirmed(),
                        signIn.demandsSecondFactor(person),
                        known.totpConfirmed() ? credentials.recoveryCodesLeft(person.account()) : 0,
                        sessions.of(person.account(), request),
                        done,
                        problems),
                status);
    }

    @PostMapping("/me/standing")
    ResponseEntity<Void> standing(
            @RequestParam long standing,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request) {
        SignedIn before = me();
        SignedIn person = credentials
                .person(before.account(), standing)
                .filter(each -> each.standing() != null && each.standing().id() == standing)
                .orElseThrow(() -> Address.unknown("身份", Long.toString(standing)));
        sessions.change(request, person);
        publish(
                SignInEvent.Kind.STANDING_CHANGED,
                person,
                Objects.requireNonNull(person.standing()).inWords());
        return SignInController.seeOther(LocalPath.of(to));
    }

    @PostMapping("/me/password")
    Object password(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        return proven(old, request, response, person -> {
            if (known(person).password() == null) {
                throw Refused.of(SignInController.finding(Fault.SIGN_IN_REFUSED, "现在的密码"));
            }
            passwords.check(password, again, List.of(person.login(), person.name()));
            credentials.password(person.account(), passwords.encode(password));
            sessions.endOthers(person.account(), request);
            sessions.change(request, person);
            publish(SignInEvent.Kind.PASSWORD_CHANGED, person, "");
            return SignInController.seeOther("/me?done=password");
        });
    }

    /** Begins to set up a second factor; the one of before, if any, holds until the first code of the new one comes. */
    @PostMapping("/me/second-factor")
    Object newSecondFactor(
            @RequestParam(defaultValue = "") String old, HttpServletRequest request, HttpServletResponse response) {
        return proven(old, request, response, person -> {
            String secret = secondFactor.newSecret();
            request.getSession().setAttribute(NEW_SECRET, secret);
            return setUpPage(person, secret, null, HttpStatus.OK);
        });
    }

    private ModelAndView setUpPage(SignedIn person, String secret, @Nullable Finding problem, HttpStatusCode status) {
        return SignInController.show(
                "access/set-up",
                new SetUpPage(
                        Frame.of("设置两步验证", "me", false, new Frame.Crumb("我的账户", "/me")),
                        "/me/second-factor/confirm",
                        false,
                        secondFactor.square(secret, person.login()),
                        secondFactor.byHand(secret),
                        problem),
                status);
    }

    @PostMapping("/me/second-factor/confirm")
    Object confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        SignedIn person = me();
        HttpSession session = request.getSession();
        if (!(session.getAttribute(NEW_SECRET) instanceof String secret)) {
            return SignInController.seeOther("/me");
        }
        Optional<List<String>> codes;
        try {
            codes = signIn.confirm(known(person), secret, code, whence(request));
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return setUpPage(person, secret, later.finding(), HttpStatusCode.valueOf(later.status()));
        }
        if (codes.isEmpty()) {
            return setUpPage(person, secret, SignInController.finding(Fault.WRONG_CODE, "验证码"), HttpStatus.BAD_REQUEST);
        }
        session.removeAttribute(NEW_SECRET);
        sessions.endOthers(person.account(), request);
        return recoveryCodes(codes.get());
    }

    @PostMapping("/me/second-factor/remove")
    Object remove(
            @RequestParam(defaultValue = "") String old, HttpServletRequest request, HttpServletResponse response) {
        return proven(old, request, response, person -> {
            if (signIn.demandsSecondFactor(asOfNow(person))) {
                throw Refused.of(SignInController.finding(Fault.SECOND_FACTOR_REQUIRED, "两步验证"));
            }
            credentials.removeSecondFactor(person.account());
            publish(SignInEvent.Kind.SECOND_FACTOR_REMOVED, person, "");
            return SignInController.seeOther("/me?done=second-factor");
        });
    }

    @PostMapping("/me/recovery-codes")
    Object newRecoveryCodes(
            @RequestParam(defaultValue = "") String old, HttpServletRequest request, HttpServletResponse response) {
        return proven(old, request, response, person -> {
            if (!known(person).totpConfirmed()) {
                return SignInController.seeOther("/me");
            }
            List<String> codes = signIn.recoveryCodes(person.account());
            publish(SignInEvent.Kind.RECOVERY_CODES_MADE, person, "");
            return recoveryCodes(codes);
        });
    }

    private static ModelAndView recoveryCodes(List<String> codes) {
        return SignInController.show(
                "access/recovery-codes",
                new RecoveryCodesPage(Frame.of("恢复码", "me", false, new Frame.Crumb("我的账户", "/me")), codes, "/me"),
                HttpStatus.OK);
    }

    @PostMapping("/me/sessions/end")
    ResponseEntity<Void> end(@RequestParam String id, HttpServletRequest request) {
        SignedIn person = me();
        if (!sessions.end(person.account(), id)) {
            throw Address.unknown("登录", id);
        }
        publish(SignInEvent.Kind.SESSION_ENDED, person, "一处");
        return SignInController.seeOther("/me?done=session");
    }

    @PostMapping("/me/sessions/end-others")
    ResponseEntity<Void> endOthers(HttpServletRequest request) {
        SignedIn person = me();
        int ended = sessions.endOthers(person.account(), request);
        publish(SignInEvent.Kind.SESSION_ENDED, person, "其他 " + ended + " 处");
        return SignInController.seeOther("/me?done=others");
    }

    @PostMapping("/me/sessions/end-all")
    ResponseEntity<Void> endAll() {
        SignedIn person = me();
        int ended = sessions.end(person.account());
        publish(SignInEvent.Kind.SESSION_ENDED, person, "全部 " + ended + " 处");
        return SignInController.seeOther("/sign-in");
    }

    /** What is done with an account by whom knows its password. */
    private interface Deed {
        Object by(SignedIn person);
    }

    private Object proven(String password, HttpServletRequest request, HttpServletResponse response, Deed deed) {
        SignedIn person = me();
        try {
            Credentials.Known known = known(person);
            if (known.password() != null
                    && signIn.password(person.login(), password, whence(request))
                            .isEmpty()) {
                return page(
                        request,
                        "",
                        List.of(SignInController.finding(Fault.SIGN_IN_REFUSED, "现在的密码")),
                        HttpStatus.BAD_REQUEST);
            }
            return deed.by(person);
        } catch (Refused refused) {
            return page(request, "", refused.findings().list(), HttpStatus.BAD_REQUEST);
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return page(request, "", List.of(later.finding()), HttpStatusCode.valueOf(later.status()));
        }
    }

    /** The address asks for somebody signed in. */
    private static SignedIn me() {
        return Objects.requireNonNull(ActingFilter.signedIn());
    }

    /** With the standings given since he signed in. */
    private SignedIn asOfNow(SignedIn person) {
        Standing standing = person.standing();
        return credentials
                .person(person.account(), standing == null ? null : standing.id())
                .orElse(person);
    }

    private Credentials.Known known(SignedIn person) {
        return credentials.of(person.account()).orElseThrow();
    }

    private SignIn.Whence whence(HttpServletRequest request) {
        return new SignIn.Whence(RateLimits.network(request.getRemoteAddr()), cookies.devices(request));
    }

    private void publish(SignInEvent.Kind kind, SignedIn person, String detail) {
        events.publishEvent(new SignInEvent(kind, person.login(), person.account(), detail));
    }
}
