package org.luheng.app.access.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Account;
import org.luheng.app.access.Role;
import org.luheng.app.access.store.AccountTables;
import org.luheng.app.page.Frame;
import org.luheng.app.register.Body;
import org.luheng.files.Finding;

/**
 * @param ended standings of before
 * @param link that may still be used
 * @param sessions how many browsers are signed in
 * @param bodies that are suggested where one is to be named
 */
public record AccountPage(
        Frame frame,
        Account account,
        List<AccountTables.Ended> ended,
        AccountTables.@Nullable Link link,
        int sessions,
        List<Body> bodies,
        String done,
        List<Finding> problems) {
    public List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    public boolean isStopped() {
        return account.state() == Account.State.STOPPED;
    }

    public boolean isInvited() {
        return account.state() == Account.State.INVITED;
    }
}
