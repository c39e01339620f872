package org.luheng.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.web.util.UriUtils;

/** Refusals of what stands in an address: no such thing, or a value that cannot be read. */
public final class Address {
    private Address() {}

    /** The path as it may be written down: what stands in a link to be used once is a secret. */
    public static String loggable(HttpServletRequest request) {
        String path = request.getRequestURI();
        return decoded(path).toLowerCase(Locale.ROOT).contains("invitations/") ? "/invitations/•" : path;
    }

    private static String decoded(String path) {
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    public static Refused unknown(String parameter, String value) {
        return refused(Fault.NO_SUCH_THING, parameter, value);
    }

    public static Refused badPeriod(String parameter, String value) {
        return refused(Fault.NOT_A_PERIOD, parameter, value, "write", "");
    }

    public static Refused badDate(String parameter, String value) {
        return refused(Fault.NOT_A_DATE, parameter, value);
    }

    public static Refused badValue(String parameter, String value, String allowed) {
        return refused(Fault.NOT_ONE_OF, parameter, value, "allowed", allowed);
    }

    private static Refused refused(Fault fault, String parameter, String value, String... args) {
        return Refused.of(Finding.of(fault, Place.parameter(parameter), value, args));
    }
}
