package org.luheng.app.access.web;

import java.util.List;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/** @param login as he wrote it before */
public record StartPage(Frame frame, String login, String name, List<Finding> problems) {
    public String passwordRule() {
        return Passwords.SHORTEST + " 到 " + Passwords.LONGEST + " 个字";
    }
}
