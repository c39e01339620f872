package org.luheng.app.page;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What every form of ours carries, so that nobody else can send it. */
public final class Form {
    private Form() {}

    /** The hidden field's value; asking for it begins a session, so only pages with a form do. */
    public static String token() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object token = request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST);
        return token instanceof CsrfToken csrf ? csrf.getToken() : "";
    }
}
