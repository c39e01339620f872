package org.luheng.app.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Rules;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What a reader, or a program, sees when something is refused or goes wrong: a code, a place and what to do. */
@ControllerAdvice
class Failures {
    static final String PAGE = "page/refused";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** There is something, but not for this reader. */
    private static final Set<Fault> CLOSED =
            EnumSet.of(Fault.NOT_PUBLISHED, Fault.NOT_YOURS, Fault.SAME_PERSON, Fault.NOT_PROPOSER);

    /** PostgreSQL's character_not_in_repertoire and datetime_field_overflow. */
    private static final Set<String> OUT_OF_RANGE = Set.of("22021", "22008");

    /** It was different when the reader looked. */
    private static final Set<Fault> CONFLICT = EnumSet.of(
            Fault.ALREADY_PROPOSED,
            Fault.ALREADY_DECIDED,
            Fault.ALREADY_ACCEPTED,
            Fault.ALREADY_SEALED,
            Fault.MOVED_ON,
            Fault.NOTHING_TO_PUBLISH);

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
        if (findings.stream().anyMatch(finding -> finding.fault() == Fault.BUSY)) {
            HttpHeaders later = new HttpHeaders();
            later.set(HttpHeaders.RETRY_AFTER, "10");
            return answer(request, HttpStatus.SERVICE_UNAVAILABLE, later, findings);
        }
        boolean closed = findings.stream().anyMatch(finding -> CLOSED.contains(finding.fault()));
        boolean conflict = findings.stream().anyMatch(finding -> CONFLICT.contains(finding.fault()));
        HttpStatus status = nothing
                ? HttpStatus.NOT_FOUND
                : closed ? HttpStatus.FORBIDDEN : conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
        return answer(request, status, findings);
    }

    private static Object refusal(
            HttpServletRequest request,
            HttpStatus status,
            Fault fault,
            String parameter,
            String value,
            String... args) {
        return answer(request, status, List.of(Finding.of(fault, Place.parameter(parameter), value, args)));
    }

    @ExceptionHandler
    Object later(Later later, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
        return answer(request, HttpStatus.valueOf(later.status()), headers, List.of(later.finding()));
    }

    @ExceptionHandler
    Object noPage(NoResourceFoundException missing, HttpServletRequest request) {
        return refusal(request, HttpStatus.NOT_FOUND, Fault.NO_SUCH_THING, "地址", request.getRequestURI());
    }

    @ExceptionHandler
    Object parameterMissing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return refusal(request, HttpStatus.BAD_REQUEST, Fault.MISSING_PARAMETER, missing.getParameterName(), "");
    }

    /** A number that is none. */
    @ExceptionHandler
    Object mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return refusal(
                request,
                HttpStatus.BAD_REQUEST,
                Fault.NOT_UNDERSTOOD,
                mistyped.getName(),
                String.valueOf(mistyped.getValue()));
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return refusal(request, HttpStatus.CONTENT_TOO_LARGE, Fault.REQUEST_TOO_LARGE, "上传的文件", "", "limit", "256 MB");
    }

    @ExceptionHandler
    Object noRule(Rules.NoSuchRule none, HttpServletRequest request) {
        return refusal(
                request,
                HttpStatus.BAD_REQUEST,
                Fault.NO_RULE_FOR_YEAR,
                "period",
                String.valueOf(request.getParameter("period")),
                "years",
                Integer.toString(none.year()));
    }

    @ExceptionHandler
    Object format(Download.UnknownFormat unknown, HttpServletRequest request) {
        return refusal(
                request,
                HttpStatus.BAD_REQUEST,
                Fault.NOT_ONE_OF,
                "format",
                String.valueOf(request.getParameter("format")),
                "allowed",
                "csv、xlsx");
    }

    /** Text that is not percent-encoded as it should be, or a form that ends too early. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
    @Nullable
    Object malformed(Exception malformed, HttpServletRequest request, HttpServletResponse response) {
        if (isGone(malformed)) {
            LOG.debug("{} {}: {}", request.getMethod(), Address.loggable(request), malformed.toString());
            return null;
        }
        return refusal(request, HttpStatus.BAD_REQUEST, Fault.NOT_UNDERSTOOD, "请求", "");
    }

    private static Object answer(HttpServletRequest request, HttpStatus status, List<Finding> findings) {
        return answer(request, status, new HttpHeaders(), findings);
    }

    private static Object answer(
            HttpServletRequest request, HttpStatusCode status, HttpHeaders headers, List<Finding> findings) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(problems(findings));
        }
        ModelAndView page = new ModelAndView(PAGE, model(status.value(), findings));
        page.setStatus(status);
        HttpServletResponse response =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse();
        if (response != null) {
            headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        return page;
    }

    static Map<String, List<Problem>> problems(List<Finding> findings) {
        return Map.of("problems", findings.stream().map(Problem::of).toList());
    }

    static Map<String, RefusedPage> model(int status, List<Finding> findings) {
        String title = status == HttpStatus.NOT_FOUND.value() ? "没有这一页" : "没有接受";
        return Map.of("page", new RefusedPage(Frame.of(title, "", false), title, findings));
    }

    private static Finding finding(ErrorResponse refused, HttpServletRequest request) {
        return switch (refused) {
            case HttpRequestMethodNotSupportedException method ->
                Finding.of(
                        Fault.WRONG_METHOD,
                        Place.parameter("方法"),
                        method.getMethod(),
                        "allowed",
                        String.join("、", Objects.requireNonNullElse(method.getSupportedMethods(), new String[0])));
            case HttpMediaTypeNotAcceptableException form ->
                Finding.of(
                        Fault.NO_SUCH_FORM,
                        Place.parameter("Accept"),
                        Objects.requireNonNullElse(request.getHeader("Accept"), ""),
                        "allowed",
                        types(form.getSupportedMediaTypes()));
            case HttpMediaTypeNotSupportedException type ->
                Finding.of(
                        Fault.WRONG_CONTENT,
                        Place.parameter("Content-Type"),
                        Objects.requireNonNullElse(request.getHeader("Content-Type"), ""),
                        "allowed",
                        types(type.getSupportedMediaTypes()));
            default -> Refusals.finding(refused.getStatusCode().value(), request.getRequestURI());
        };
    }

    private static String types(List<MediaType> types) {
        return String.join("、", types.stream().map(MediaType::toString).toList());
    }

    /** Whether nobody is there any more to answer to. */
    private static boolean isGone(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException
                    || cause instanceof AsyncRequestNotUsableException
                    || cause instanceof EOFException
                    || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database has no such character (NUL) or no such date: what was sent is at fault, not the server. */
    private static boolean isOutOfRange(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && OUT_OF_RANGE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing of the inside reaches the reader; the log has it. */
    @ExceptionHandler
    @Nullable
    Object broken(Exception broken, HttpServletRequest request, HttpServletResponse response) {
        if (isGone(broken)) {
            LOG.debug("{} {}: {}", request.getMethod(), Address.loggable(request), broken.toString());
            return null;
        }
        if (broken instanceof ErrorResponse refused) {
            return answer(request, refused.getStatusCode(), refused.getHeaders(), List.of(finding(refused, request)));
        }
        if (response.isCommitted()) {
            LOG.error("{} {}", request.getMethod(), Address.loggable(request), broken);
            return null;
        }
        if (isOutOfRange(broken)) {
            return refusal(request, HttpStatus.BAD_REQUEST, Fault.NOT_UNDERSTOOD, "请求", "");
        }
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("{} {} {}", number, request.getMethod(), Address.loggable(request), broken);
        return refusal(
                request, HttpStatus.INTERNAL_SERVER_ERROR, Fault.INTERNAL, "服务器", "", "reason", "日志编号 " + number);
    }
}
