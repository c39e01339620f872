package org.luheng.app.access.web;

import java.util.List;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/**
 * @param hasPassword false: comes by the city's directory alone
 * @param directory whether the city has one
 * @param done what was just done, in words; empty: nothing
 * @param problems why something was refused
 */
public record MePage(
        Frame frame,
        SignedIn person,
        boolean hasPassword,
        boolean directory,
        boolean secondFactor,
        boolean secondFactorDemanded,
        int recoveryCodesLeft,
        List<Sessions.Seen> sessions,
        String done,
        List<Finding> problems) {

    public boolean isActedUnder(org.luheng.app.access.Standing standing) {
        return standing.equals(person.standing());
    }

    public String passwordRule() {
        return Passwords.SHORTEST + " 到 " + Passwords.LONGEST + " 个字";
    }
}
