package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.SignIn;
import org.luheng.app.access.secret.Token;
import org.luheng.app.access.store.AccessTokens;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.page.Address;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tokens for one's own programs. To make one asks for the password: it outlives the session. */
@Controller
class TokensController {
    static final int LONGEST_DAYS = 365;
    private static final int LONGEST_NAME = 100;

    private final AccessTokens tokens;
    private final Credentials credentials;
    private final SignIn signIn;
    private final Cookies cookies;

    TokensController(AccessTokens tokens, Credentials credentials, SignIn signIn, Cookies cookies) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.signIn = signIn;
        this.cookies = cookies;
    }

    @GetMapping("/me/tokens")
    ModelAndView page() {
        return page(null, List.of(), HttpStatus.OK);
    }

    private ModelAndView page(@Nullable String shown, List<Finding> problems, HttpStatusCode status) {
        SignedIn person = me();
        return SignInController.show(
                "access/tokens",
                new TokensPage(
                        Frame.of("访问令牌", "me", false, new Frame.Crumb("我的账户", "/me")),
                        person,
                        credentials.of(person.account()).orElseThrow().password() != null,
                        tokens.of(person.account()),
                        shown,
                        problems),
                status);
    }

    @PostMapping("/me/tokens")
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") long standing,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String old,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedIn person = me();
        try {
            String called = name(name);
            Duration good = Duration.ofDays(days(days));
            if (credentials.of(person.account()).orElseThrow().password() != null
                    && signIn.password(
                                    person.login(),
                                    old,
                                    new SignIn.Whence(
                                            RateLimits.network(request.getRemoteAddr()), cookies.devices(request)))
                            .isEmpty()) {
                throw Refused.of(SignInController.finding(Fault.SIGN_IN_REFUSED, "现在的密码"));
            }
            Token token = Token.random();
            if (!tokens.add(token.kept(), person.account(), standing, called, good)) {
                throw Address.unknown("身份", Long.toString(standing));
            }
            return page(token.shown(), List.of(), HttpStatus.OK);
        } catch (Refused refused) {
            if (refused.findings().list().stream().anyMatch(each -> each.fault() == Fault.NO_SUCH_THING)) {
                throw refused;
            }
            return page(null, refused.findings().list(), HttpStatus.BAD_REQUEST);
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return page(null, List.of(later.finding()), HttpStatusCode.valueOf(later.status()));
        }
    }

    @PostMapping("/me/tokens/end")
    Object end(@RequestParam(defaultValue = "") String token) {
        if (!tokens.end(me().account(), token)) {
            throw Address.unknown("访问令牌", token);
        }
        return SignInController.seeOther("/me/tokens");
    }

    private static String name(String name) {
        String called = name.strip();
        if (called.isEmpty()) {
            throw Refused.of(Finding.of(Fault.BLANK, Place.parameter("名称"), name, "write", ""));
        }
        if (called.length() > LONGEST_NAME) {
            throw Refused.of(Finding.of(
                    Fault.FIELD_TOO_LONG, Place.parameter("名称"), "", "limit", Integer.toString(LONGEST_NAME)));
        }
        return called;
    }

    private static int days(String days) {
        String digits = days.strip();
        if (digits.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(digits);
            if (number >= 1 && number <= LONGEST_DAYS) {
                return number;
            }
        }
        throw Refused.of(Finding.of(
                Fault.NOT_WHOLE, Place.parameter("天数"), days, "least", "1", "most", Integer.toString(LONGEST_DAYS)));
    }

    private static SignedIn me() {
        return Objects.requireNonNull(ActingFilter.signedIn());
    }
}
