package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.SecondFactor;
import org.luheng.app.access.secret.SignIn;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.page.Address;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
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

/** Signing in and out. Every answer to a wrong sign-in is the same, whatever was wrong. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final Entrance entrance;
    private final Credentials credentials;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final Cookies cookies;
    private final ObjectProvider<SampleAccounts> samples;
    private final ObjectProvider<Directory> directory;
    private final ApplicationEventPublisher events;

    SignInController(
            SignIn signIn,
            Entrance entrance,
            Credentials credentials,
            SecondFactor secondFactor,
            Sessions sessions,
            Cookies cookies,
            ObjectProvider<SampleAccounts> samples,
            ObjectProvider<Directory> directory,
            ApplicationEventPublisher events) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.credentials = credentials;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.cookies = cookies;
        this.samples = samples;
        this.directory = directory;
        this.events = events;
    }

    @GetMapping("/sign-in")
    Object page(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String directory) {
        if (ActingFilter.signedIn() != null) {
            return seeOther(LocalPath.of(to));
        }
        Finding problem = directory == null ? null : finding(Fault.DIRECTORY_UNKNOWN, "统一身份认证");
        return page(to, "", problem, expired != null, HttpStatus.OK);
    }

    private ModelAndView page(
            @Nullable String to, String login, @Nullable Finding problem, boolean expired, HttpStatusCode status) {
        return show(
                "access/sign-in",
                new SignInPage(
                        Frame.of("登录", "sign-in", false),
                        LocalPath.of(to),
                        login,
                        problem,
                        expired,
                        directory.getIfAvailable() != null,
                        samples.getIfAvailable()),
                status);
    }

    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Credentials.Known> known;
        try {
            known = signIn.password(login, password, whence(request));
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return page(to, login, later.finding(), false, HttpStatusCode.valueOf(later.status()));
        }
        if (known.isEmpty()) {
            return page(to, login, finding(Fault.SIGN_IN_REFUSED, "登录"), false, HttpStatus.UNAUTHORIZED);
        }
        return seeOther(entrance.admit(request, response, known.get().account(), "密码", LocalPath.of(to)));
    }

    @GetMapping("/sign-in/directory")
    ResponseEntity<Void> directory(@RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
        Directory ofTheCity = directory.getIfAvailable();
        if (ofTheCity == null) {
            throw Address.unknown("地址", "/sign-in/directory");
        }
        return seeOther(ofTheCity.begin(request.getSession(), LocalPath.of(to), false));
    }

    @PostMapping("/me/directory")
    ResponseEntity<Void> link(HttpServletRequest request) {
        Directory ofTheCity = directory.getIfAvailable();
        if (ofTheCity == null) {
            throw Address.unknown("地址", "/me/directory");
        }
        return seeOther(ofTheCity.begin(request.getSession(), "/me", true));
    }

    @GetMapping("/sign-in/code")
    Object codePage(HttpServletRequest request) {
        return entrance.pending(request)
                        .filter(pending -> pending.newSecret() == null)
                        .isEmpty()
                ? seeOther("/sign-in")
                : codePage(null, HttpStatus.OK);
    }

    private static ModelAndView codePage(@Nullable Finding problem, HttpStatusCode status) {
        return show("access/code", new CodePage(Frame.of("两步验证", "sign-in", false), problem), status);
    }

    @PostMapping("/sign-in/code")
    Object code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Entrance.Pending pending = entrance.pending(request)
                .filter(each -> each.newSecret() == null)
                .orElse(null);
        Credentials.Known known = pending == null ? null : active(pending);
        if (pending == null || known == null) {
            return seeOther("/sign-in?expired");
        }
        try {
            if (!signIn.code(known, code, whence(request))) {
                return codePage(finding(Fault.WRONG_CODE, "验证码"), HttpStatus.UNAUTHORIZED);
            }
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return codePage(later.finding(), HttpStatusCode.valueOf(later.status()));
        }
        return seeOther(entrance.enter(request, response, known.account(), pending.how() + "、验证码", pending.to()));
    }

    @GetMapping("/sign-in/second-factor")
    Object setUpPage(HttpServletRequest request) {
        Entrance.Pending pending = entrance.pending(request).orElse(null);
        return pending == null || pending.newSecret() == null
                ? seeOther("/sign-in")
                : setUpPage(pending.account(), pending.newSecret(), null, HttpStatus.OK);
    }

    private ModelAndView setUpPage(long account, String secret, @Nullable Finding problem, HttpStatusCode status) {
        String login = credentials.of(account).orElseThrow().login();
        return show(
                "access/set-up",
                new SetUpPage(
                        Frame.of("设置两步验证", "sign-in", false),
                        "/sign-in/second-factor",
                        true,
                        secondFactor.square(secret, login),
                        secondFactor.byHand(secret),
                        problem),
                status);
    }

    @PostMapping("/sign-in/second-factor")
    Object setUp(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Entrance.Pending pending = entrance.pending(request).orElse(null);
        Credentials.Known known = pending == null ? null : active(pending);
        if (pending == null || pending.newSecret() == null || known == null || known.totpConfirmed()) {
            return seeOther("/sign-in?expired");
        }
        Optional<List<String>> codes;
        try {
            codes = signIn.confirm(known, pending.newSecret(), code, whence(request));
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return setUpPage(
                    known.account(), pending.newSecret(), later.finding(), HttpStatusCode.valueOf(later.status()));
        }
        if (codes.isEmpty()) {
            return setUpPage(
                    known.account(), pending.newSecret(), finding(Fault.WRONG_CODE, "验证码"), HttpStatus.UNAUTHORIZED);
        }
        String to = entrance.enter(request, response, known.account(), pending.how() + "、验证码", pending.to());
        return show(
                "access/recovery-codes",
                new RecoveryCodesPage(Frame.of("恢复码", "sign-in", false), codes.get(), to),
                HttpStatus.OK);
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SignedIn person = ActingFilter.signedIn();
        if (person != null) {
            events.publishEvent(new SignInEvent(SignInEvent.Kind.SIGNED_OUT, person.login(), person.account(), ""));
        }
        sessions.end(request);
        return seeOther("/sign-in");
    }

    private Credentials.@Nullable Known active(Entrance.Pending pending) {
        return credentials
                .of(pending.account())
                .filter(Credentials.Known::isActive)
                .orElse(null);
    }

    private SignIn.Whence whence(HttpServletRequest request) {
        return new SignIn.Whence(RateLimits.network(request.getRemoteAddr()), cookies.devices(request));
    }

    static Finding finding(Fault fault, String place) {
        return Finding.of(fault, Place.parameter(place), "");
    }

    static ModelAndView show(String template, Object page, HttpStatusCode status) {
        ModelAndView shown = new ModelAndView(template, "page", page);
        shown.setStatus(status);
        return shown;
    }

    /** To another page, by a path of ours. */
    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
