package org.luheng.app.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.store.AccessTokens;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/**
 * @param hasPassword false: he comes by the city's directory alone
 * @param shown the token just made, shown this once; null: none was
 */
public record TokensPage(
        Frame frame,
        SignedIn person,
        boolean hasPassword,
        List<AccessTokens.Seen> tokens,
        @Nullable String shown,
        List<Finding> problems) {
    public int longestDays() {
        return TokensController.LONGEST_DAYS;
    }
}
