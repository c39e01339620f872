package org.luheng.app.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.luheng.app.access.Denied;
import org.luheng.app.page.Address;
import org.luheng.app.page.Later;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Refusals;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Says no: to sign in first, that this is not his, that the form is too old, or that there is nothing at this address. */
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final RequestMappingHandlerMapping addresses;
    private final Refusals refusals;
    private final ApplicationEventPublisher events;

    Doorkeeper(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses,
            Refusals refusals,
            ApplicationEventPublisher events) {
        this.addresses = addresses;
        this.refusals = refusals;
        this.events = events;
    }

    /** Here often before anybody is bound: the door comes first. */
    private void publish(HttpServletRequest request, Fault fault) {
        ActingFilter.actor(ActingFilter.signedIn(), request)
                .run(() -> events.publishEvent(new Denied(Address.loggable(request), fault.code())));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException, ServletException {
        if (answersNobody(request, response)) {
            return;
        }
        if (isForPeople(request)) {
            String query = request.getQueryString();
            String to = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/sign-in?to=" + Reading.query(to));
        } else {
            refuse(request, response, HttpStatus.UNAUTHORIZED, Fault.NOT_SIGNED_IN, "请求");
        }
    }

    /** Whatever the address, the same: a program finds out nothing but that its token does not hold. */
    void unknownToken(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        publish(request, Fault.NOT_SIGNED_IN);
        refuse(request, response, HttpStatus.UNAUTHORIZED, Fault.NOT_SIGNED_IN, "访问令牌");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && request.getRequestURI().startsWith("/sign-in")) {
            // The form lay too long, or the server was started anew: nothing is lost but what he typed.
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/sign-in?expired");
        } else if (denied instanceof CsrfException) {
            if (ActingFilter.signedIn() != null) {
                publish(request, Fault.FORM_EXPIRED);
            }
            refuse(request, response, HttpStatus.FORBIDDEN, Fault.FORM_EXPIRED, "表单");
        } else if (!answersNobody(request, response)) {
            publish(request, Fault.NOT_YOURS);
            refuse(request, response, HttpStatus.FORBIDDEN, Fault.NOT_YOURS, "地址");
        }
    }

    /** A browser that wants to see a page, and not a program or a part of a page. */
    private static boolean isForPeople(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !request.getRequestURI().startsWith("/api/")
                && request.getHeader("HX-Request") == null;
    }

    /** Whether the answer is the same for everybody, and given: no such address, or not with this method. */
    private boolean answersNobody(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            if (addresses.getHandler(request) != null) {
                return false;
            }
            refuse(request, response, HttpStatus.NOT_FOUND, Fault.NO_SUCH_THING, "地址");
        } catch (HttpRequestMethodNotSupportedException other) {
            String allowed = String.join("、", Objects.requireNonNullElse(other.getSupportedMethods(), new String[0]));
            response.setHeader(HttpHeaders.ALLOW, allowed.replace("、", ", "));
            write(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    Finding.of(Fault.WRONG_METHOD, Place.parameter("方法"), other.getMethod(), "allowed", allowed));
        } catch (IOException | ServletException | RuntimeException asItWas) {
            throw asItWas;
        } catch (Exception unreadable) {
            throw new ServletException(unreadable);
        }
        return true;
    }

    /** Not now. */
    void later(HttpServletRequest request, HttpServletResponse response, Later later)
            throws IOException, ServletException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
        write(request, response, HttpStatus.valueOf(later.status()), later.finding());
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Fault fault, String place)
            throws IOException, ServletException {
        write(request, response, status, Finding.of(fault, Place.parameter(place), request.getRequestURI()));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Finding finding)
            throws IOException, ServletException {
        try {
            refusals.write(request, response, request.getRequestURI(), status.value(), List.of(finding));
        } catch (IOException | ServletException | RuntimeException asItWas) {
            throw asItWas;
        } catch (Exception unexpected) {
            throw new ServletException(unexpected);
        }
    }
}
