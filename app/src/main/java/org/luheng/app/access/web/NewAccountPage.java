package org.luheng.app.access.web;

import java.util.Arrays;
import java.util.List;
import org.luheng.app.access.Role;
import org.luheng.app.page.Frame;
import org.luheng.app.register.Body;
import org.luheng.files.Finding;

/** @param bodies that are suggested where one is to be named */
public record NewAccountPage(
        Frame frame, String login, String name, String body, List<Body> bodies, List<Finding> problems) {
    public List<Role> roles() {
        return Arrays.asList(Role.values());
    }
}
