package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.luheng.app.access.secret.Links;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where whoever was invited, or lost his password, sets one. To look at the link does not use it up. */
@Controller
class LinkController {
    private final Links links;
    private final Entrance entrance;

    LinkController(Links links, Entrance entrance) {
        this.links = links;
        this.entrance = entrance;
    }

    @GetMapping("/invitations/{token}")
    ModelAndView page(@PathVariable String token, HttpServletResponse response) {
        return page(token, response, List.of(), HttpStatus.OK);
    }

    private ModelAndView page(
            String token, HttpServletResponse response, List<Finding> problems, HttpStatusCode status) {
        // The address is a secret: it stays in no store. That it goes to no other site, page.Safeguard sees to for all
        // pages; a
        // stricter policy would make the browser send the form without saying whence, which Safeguard refuses.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Frame frame = Frame.of("设置密码", "sign-in", false);
        try {
            return SignInController.show(
                    "access/invitation",
                    new InvitationPage(frame, links.offer(token), "/invitations/" + token, problems),
                    status);
        } catch (Refused none) {
            return SignInController.show(
                    "access/invitation",
                    new InvitationPage(frame, null, "", none.findings().list()),
                    HttpStatus.NOT_FOUND);
        }
    }

    @PostMapping("/invitations/{token}")
    Object use(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            long account = links.use(token, password, again);
            return SignInController.seeOther(entrance.admit(request, response, account, "链接", "/me"));
        } catch (Refused refused) {
            boolean isVoid = refused.findings().list().stream().anyMatch(each -> each.fault() == Fault.TOKEN_VOID);
            return page(
                    token, response, refused.findings().list(), isVoid ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
        } catch (Later later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
            return page(token, response, List.of(later.finding()), HttpStatusCode.valueOf(later.status()));
        }
    }
}
