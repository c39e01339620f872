package org.luheng.app.access;

import java.util.List;

/** The people of the demonstration, whom its sign-in page names; there is no such bean otherwise. */
public interface SampleAccounts {
    /** What all of them sign in with. */
    String password();

    List<Sample> list();

    /** @param standings in words: 郑州市 · 办公室 */
    record Sample(String login, String name, String standings) {}
}
