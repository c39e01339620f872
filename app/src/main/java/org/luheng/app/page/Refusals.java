package org.luheng.app.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals that no controller came to: a page for a reader, data for a program. */
@Controller
public class Refusals implements ErrorController {
    private static final String ADDRESS = "/error";

    private final Templates templates;
    private final JsonMapper json;

    Refusals(Templates templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
    }

    /** Where the server sends what went wrong outside the controllers; who opens it directly finds nothing. */
    @RequestMapping(ADDRESS)
    void error(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object from = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int status = given instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
        String address = from instanceof String uri ? uri : request.getRequestURI();
        write(request, response, address, status, List.of(finding(status, address)));
    }

    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String address,
            int status,
            List<Finding> findings)
            throws Exception {
        response.setStatus(status);
        if (address.startsWith("/api/")) {
            byte[] problems = json.writeValueAsBytes(Failures.problems(findings));
            response.setContentType("application/json");
            response.setContentLength(problems.length);
            response.getOutputStream().write(problems);
            return;
        }
        Objects.requireNonNull(templates.resolveViewName(Failures.PAGE, request.getLocale()))
                .render(Failures.model(status, findings), request, response);
    }

    /** As far as the status tells. */
    static Finding finding(int status, String address) {
        Place request = Place.parameter("请求");
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> Finding.of(Fault.NO_SUCH_THING, Place.parameter("地址"), address);
            case HttpServletResponse.SC_BAD_REQUEST -> Finding.of(Fault.NOT_UNDERSTOOD, request, "");
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE ->
                Finding.of(Fault.REQUEST_TOO_LARGE, Place.parameter("上传的文件"), "", "limit", "256 MB");
            default ->
                status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? Finding.of(Fault.INTERNAL, Place.parameter("服务器"), "", "reason", Integer.toString(status))
                        : Finding.of(Fault.NOT_TAKEN, request, "", "status", Integer.toString(status));
        };
    }
}
