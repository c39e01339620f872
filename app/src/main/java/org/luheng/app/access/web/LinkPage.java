package org.luheng.app.access.web;

import org.luheng.app.access.Account;
import org.luheng.app.page.Frame;

/** @param address that the bearer opens, shown this once */
public record LinkPage(Frame frame, Account account, String address) {
    public boolean recovery() {
        return account.state() == Account.State.ACTIVE;
    }
}
