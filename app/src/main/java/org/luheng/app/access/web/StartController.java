package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.luheng.app.access.secret.FirstStart;
import org.luheng.app.page.Address;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Makes the first administrator; afterwards there is no such page. */
@Controller
@Profile("!demo")
class StartController {
    private final FirstStart start;
    private final Entrance entrance;

    StartController(FirstStart start, Entrance entrance) {
        this.start = start;
        this.entrance = entrance;
    }

    @GetMapping("/start")
    ModelAndView page() {
        if (!start.isOpen()) {
            throw Address.unknown("地址", "/start");
        }
        return page("", "", List.of(), HttpStatus.OK);
    }

    private static ModelAndView page(String login, String name, List<Finding> problems, HttpStatusCode status) {
        return SignInController.show(
                "access/start", new StartPage(Frame.of("首次启动", "sign-in", false), login, name, problems), status);
    }

    @PostMapping("/start")
    Object begin(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            long account =
                    start.begin(token, login, name, password, again, RateLimits.network(request.getRemoteAddr()));
            return SignInController.seeOther(entrance.admit(request, response, account, "首次启动", "/accounts"));
        } catch (Refused refused) {
            if (refused.findings().list().stream().anyMatch(each -> each.fault() == Fault.NO_SUCH_THING)) {
                throw refused;
            }
            return page(login, name, refused.findings().list(), HttpStatus.BAD_REQUEST);
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return page(login, name, List.of(later.finding()), HttpStatusCode.valueOf(later.status()));
        }
    }
}
