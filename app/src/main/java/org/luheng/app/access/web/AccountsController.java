package org.luheng.app.access.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Account;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.Role;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.secret.Links;
import org.luheng.app.access.secret.Token;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.register.Bodies;
import org.luheng.app.register.Body;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The administrator's pages. What was refused is said on the page it was tried on. */
@Controller
class AccountsController {
    private static final Map<String, String> DONE = Map.of(
            "name", "姓名已改。",
            "stopped", "账户已停用，各处的登录都已退出，没有用过的链接作废。",
            "reopened", "账户已恢复。",
            "given", "身份已授予，下次登录或切换身份时可用；它要求两步验证而本人还没有设的，登录已退出。",
            "ended", "身份已结束，各处的登录都已退出。");

    private final Accounts accounts;
    private final Links links;
    private final Sessions sessions;
    private final Bodies bodies;

    AccountsController(Accounts accounts, Links links, Sessions sessions, Bodies bodies) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.bodies = bodies;
    }

    @GetMapping("/accounts")
    Object list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String format) {
        Accounts.Search search =
                new Accounts.Search(text, state.isEmpty() ? null : state(state), role.isEmpty() ? null : role(role));
        if (format != null) {
            return Download.of(AccountsPage.table(accounts.all(search)), format);
        }
        return SignInController.show(
                "access/accounts",
                new AccountsPage(Frame.of("账户", "accounts", false), search, accounts.search(search, page)),
                HttpStatus.OK);
    }

    @GetMapping("/accounts/new")
    ModelAndView newPage() {
        return newPage("", "", null, List.of(), HttpStatus.OK);
    }

    private ModelAndView newPage(
            String login, String name, @Nullable String body, List<Finding> problems, HttpStatusCode status) {
        return SignInController.show(
                "access/account-new",
                new NewAccountPage(
                        Frame.of("新账户", "accounts", false, new Frame.Crumb("账户", "/accounts")),
                        login,
                        name,
                        Objects.requireNonNullElse(body, ""),
                        suggestions(),
                        problems),
                status);
    }

    @PostMapping("/accounts")
    ModelAndView create(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean statistics) {
        long account;
        try {
            Role given = role(role);
            account = accounts.create(login, name, given, body(given, body), statistics);
        } catch (Refused refused) {
            return newPage(login, name, body, refused.findings().list(), HttpStatus.BAD_REQUEST);
        }
        return link(account, false);
    }

    @GetMapping("/accounts/{id}")
    ModelAndView one(@PathVariable long id, @RequestParam(defaultValue = "") String done) {
        return one(id, DONE.getOrDefault(done, ""), List.of(), HttpStatus.OK);
    }

    private ModelAndView one(long id, String done, List<Finding> problems, HttpStatusCode status) {
        Account account = known(id);
        return SignInController.show(
                "access/account",
                new AccountPage(
                        Frame.of(account.name(), "accounts", false, new Frame.Crumb("账户", "/accounts")),
                        account,
                        accounts.ended(id),
                        links.open(id).orElse(null),
                        sessions.count(id),
                        suggestions(),
                        done,
                        problems),
                status);
    }

    @PostMapping("/accounts/{id}/name")
    Object rename(@PathVariable long id, @RequestParam(defaultValue = "") String name) {
        return done(id, "name", () -> accounts.rename(id, name));
    }

    @PostMapping("/accounts/{id}/stop")
    Object stop(@PathVariable long id) {
        return done(id, "stopped", () -> accounts.stop(id));
    }

    @PostMapping("/accounts/{id}/reopen")
    Object reopen(@PathVariable long id) {
        return done(id, "reopened", () -> accounts.reopen(id));
    }

    @PostMapping("/accounts/{id}/standings")
    Object give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean statistics) {
        return done(id, "given", () -> {
            Role given = role(role);
            accounts.give(id, given, body(given, body), statistics);
        });
    }

    @PostMapping("/accounts/{id}/standings/{standing}/end")
    Object end(@PathVariable long id, @PathVariable long standing) {
        return done(id, "ended", () -> accounts.end(id, standing));
    }

    /** The answer itself shows the link: it is never in an address, and cannot be had again. */
    @PostMapping("/accounts/{id}/link")
    ModelAndView link(@PathVariable long id, @RequestParam(defaultValue = "false") boolean second) {
        Account account = known(id);
        Token token;
        try {
            token = links.make(id, second);
        } catch (Refused refused) {
            return one(id, "", refused.findings().list(), HttpStatus.BAD_REQUEST);
        }
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/invitations/" + token.shown())
                .toUriString();
        return SignInController.show(
                "access/link",
                new LinkPage(
                        Frame.of(
                                "链接",
                                "accounts",
                                false,
                                new Frame.Crumb("账户", "/accounts"),
                                new Frame.Crumb(account.name(), "/accounts/" + id)),
                        account,
                        address),
                HttpStatus.OK);
    }

    /** Said on the page where it is not about what the address names. */
    private Object done(long id, String what, Runnable deed) {
        known(id);
        try {
            deed.run();
            return SignInController.seeOther("/accounts/" + id + "?done=" + what);
        } catch (Refused refused) {
            if (refused.findings().list().stream().anyMatch(each -> each.fault() == Fault.NO_SUCH_THING)) {
                throw refused;
            }
            return one(id, "", refused.findings().list(), HttpStatus.BAD_REQUEST);
        }
    }

    private Account known(long id) {
        return accounts.find(id).orElseThrow(() -> Address.unknown("账户", Long.toString(id)));
    }

    private List<Body> suggestions() {
        return bodies.ofKinds(List.of(Body.Kind.PLACE, Body.Kind.AGENCY));
    }

    /** @param typed code, code and name as suggested, or a name that one body alone bears */
    private @Nullable String body(Role role, String typed) {
        String words = typed.strip();
        if (role == Role.ADMINISTRATOR) {
            // What the form had left over from another role is not taken for an error.
            return null;
        }
        if (words.isEmpty()) {
            throw Refused.of(Finding.of(Fault.BLANK, Place.parameter("所属"), typed, "write", ""));
        }
        if (words.length() > 300) {
            throw unfit(words.substring(0, 300), "名录里没有这个单位");
        }
        String code = words.split("\\s", 2)[0];
        if (bodies.find(code).isPresent()) {
            return code;
        }
        List<Body> named = bodies.named(words);
        if (named.size() == 1) {
            return named.getFirst().code();
        }
        throw unfit(
                words,
                named.isEmpty()
                        ? "名录里没有这个单位"
                        : "同名的有几个，请写代码："
                                + String.join(
                                        "、", named.stream().map(Body::code).toList()));
    }

    private static Refused unfit(String value, String reason) {
        return Refused.of(Finding.of(Fault.STANDING_UNFIT, Place.parameter("所属"), value, "reason", reason));
    }

    private static Role role(String code) {
        try {
            return Role.of(code);
        } catch (IllegalArgumentException unknown) {
            throw Address.badValue(
                    "身份",
                    code,
                    String.join(
                            "、",
                            java.util.Arrays.stream(Role.values())
                                    .map(Role::code)
                                    .toList()));
        }
    }

    private static Account.State state(String word) {
        try {
            return Account.State.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Address.badValue("状态", word, "受邀、可用、停用");
        }
    }
}
