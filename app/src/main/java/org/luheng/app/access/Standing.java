package org.luheng.app.access;

import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds for a body. A person may hold several and acts under one at a time.
 *
 * @param body code of the register; null for administrators
 * @param bodyName its name, empty for administrators
 * @param statistics charged with statistics: may read statistical data of single enterprises
 */
public record Standing(long id, Role role, @Nullable String body, String bodyName, boolean statistics) {

    /** 郑州市 · 办公室 */
    public String inWords() {
        String of = bodyName.isEmpty() ? "" : bodyName + " · ";
        return of + role.word() + (statistics ? "（统计职责）" : "");
    }
}
