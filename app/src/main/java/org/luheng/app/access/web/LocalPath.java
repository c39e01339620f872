package org.luheng.app.access.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go on after signing in: an address of ours or the home page, whatever a link says. */
final class LocalPath {
    static final String HOME = "/";
    private static final int LONGEST = 2_000;

    private LocalPath() {}

    static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/")) {
            return HOME;
        }
        if (wanted.startsWith("//")
                || wanted.indexOf('\\') >= 0
                || wanted.chars().anyMatch(LocalPath::isNoText)) {
            return HOME;
        }
        try {
            URI parsed = new URI(wanted);
            String path = parsed.getRawPath();
            if (parsed.isAbsolute() || parsed.getRawAuthority() != null || path == null || path.startsWith("/sign-")) {
                return HOME;
            }
            String query = parsed.getRawQuery();
            return query == null ? path : path + "?" + query;
        } catch (URISyntaxException noAddress) {
            return HOME;
        }
    }

    /** What a browser leaves out, or what has to be encoded in an address. */
    private static boolean isNoText(int character) {
        return character <= ' ' || character >= 0x7f;
    }
}
