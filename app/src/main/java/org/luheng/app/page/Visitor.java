package org.luheng.app.page;

import jakarta.servlet.http.HttpServletRequest;
import org.luheng.app.database.Actor;

/**
 * Who answers for a change that comes by a page. Until there are accounts: the operating-system user the server runs as, and
 * the address the request came from.
 */
public final class Visitor {
    private Visitor() {}

    public static Actor of(HttpServletRequest request) {
        return new Actor(System.getProperty("user.name", "unknown") + "@" + request.getRemoteAddr());
    }
}
