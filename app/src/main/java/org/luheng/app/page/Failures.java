package org.luheng.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.luheng.accounting.Rules;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What a reader, or a program, sees when something is refused or goes wrong: a code, a place and what to do. */
@ControllerAdvice
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** One refusal as data. */
    record Problem(String code, String place, String value, String message, String english, String advice) {
        static Problem of(Finding finding) {
            return new Problem(
                    finding.fault().code(),
                    finding.place().inWords(),
                    finding.value(),
                    finding.message(),
                    finding.messageInEnglish(),
                    finding.fault().remedy());
        }
    }

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request) {
        List<Finding> findings = refused.findings().list();
        boolean nothing = findings.stream().anyMatch(finding -> finding.fault() == Fault.NO_SUCH_THING);
        return answer(request, nothing ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, findings);
    }

    @ExceptionHandler
    Object noPage(NoResourceFoundException missing, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.NOT_FOUND,
                List.of(Finding.of(Fault.NO_SUCH_THING, Place.parameter("地址"), request.getRequestURI())));
    }

    @ExceptionHandler
    Object parameterMissing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                List.of(Finding.of(Fault.MISSING_PARAMETER, Place.parameter(missing.getParameterName()), "")));
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.CONTENT_TOO_LARGE,
                List.of(Finding.of(Fault.REQUEST_TOO_LARGE, Place.parameter("上传的文件"), "", "limit", "256 MB")));
    }

    @ExceptionHandler
    Object noRule(Rules.NoSuchRule none, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                List.of(Finding.of(
                        Fault.NO_RULE_FOR_YEAR,
                        Place.parameter("period"),
                        String.valueOf(request.getParameter("period")),
                        "years",
                        Integer.toString(none.year()))));
    }

    @ExceptionHandler
    Object format(Download.UnknownFormat unknown, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                List.of(Finding.of(
                        Fault.NOT_ONE_OF,
                        Place.parameter("format"),
                        String.valueOf(request.getParameter("format")),
                        "allowed",
                        "csv、xlsx")));
    }

    private static Object answer(HttpServletRequest request, HttpStatus status, List<Finding> findings) {
        List<Problem> problems = findings.stream().map(Problem::of).toList();
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(status).body(Map.of("problems", problems));
        }
        String title = status == HttpStatus.NOT_FOUND ? "没有这一页" : "没有接受";
        ModelAndView page = new ModelAndView(
                "page/refused", Map.of("page", new RefusedPage(Frame.of(title, "", false), title, findings)));
        page.setStatus(status);
        return page;
    }

    /** Nothing of the inside reaches the reader; the log has it. */
    @ExceptionHandler
    Object broken(Exception broken, HttpServletRequest request) throws Exception {
        if (broken instanceof org.springframework.web.ErrorResponse) {
            throw broken;
        }
        LOG.error("{} {}", request.getMethod(), request.getRequestURI(), broken);
        return answer(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                List.of(Finding.of(
                        Fault.INTERNAL,
                        Place.parameter("服务器"),
                        "",
                        "reason",
                        broken.getClass().getSimpleName())));
    }
}
