package org.luheng.app.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/**
 * @param to path to go on to
 * @param login as typed before
 * @param problem why it was refused; null: not yet
 * @param expired the form of before lay too long
 * @param directory whether the city's directory can be asked
 * @param samples people of the demonstration; null outside of it
 */
public record SignInPage(
        Frame frame,
        String to,
        String login,
        @Nullable Finding problem,
        boolean expired,
        boolean directory,
        @Nullable SampleAccounts samples) {

    public List<SampleAccounts.Sample> people() {
        return samples == null ? List.of() : samples.list();
    }
}
