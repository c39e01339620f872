package org.luheng.app.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.secret.Links;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/**
 * @param offer null: the link does not hold
 * @param problems why something was refused
 */
public record InvitationPage(Frame frame, Links.@Nullable Offer offer, String address, List<Finding> problems) {
    public String passwordRule() {
        return Passwords.SHORTEST + " 到 " + Passwords.LONGEST + " 个字";
    }
}
