package org.luheng.app.access.web;

import java.util.Arrays;
import java.util.List;
import org.luheng.app.access.Account;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.Role;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/** The accounts that were looked for. */
public record AccountsPage(Frame frame, Accounts.Search search, Accounts.Found found) {
    public List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    public List<Account.State> states() {
        return Arrays.asList(Account.State.values());
    }

    /** The same search on another page, or as a file. */
    public String address(String more) {
        Role role = search.role();
        Account.State state = search.state();
        return "/accounts?text=" + Reading.query(search.text()) + "&state="
                + (state == null ? "" : Reading.query(state.word())) + "&role=" + (role == null ? "" : role.code())
                + "&" + more;
    }

    static Table table(List<Account> accounts) {
        Table.Builder table = Table.of("绿衡-账户", "账户", "账户名", "姓名", "状态", "身份", "建立", "最近登录");
        for (Account account : accounts) {
            table.row(
                    account.login(),
                    account.name(),
                    account.state().word(),
                    account.standingsInWords(),
                    Reading.minute(account.made()),
                    signedIn(account));
        }
        return table.build(accounts.stream().anyMatch(Account::sample));
    }

    public static String signedIn(Account account) {
        return account.signedIn() == null ? "" : Reading.minute(account.signedIn());
    }
}
