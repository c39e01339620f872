package org.luheng.app.audit;

import org.luheng.app.access.Denied;
import org.luheng.app.access.SignInEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into the trail who signed in, who tried, what was done about it, and what was refused at the door. */
@Component
class SignIns {
    private final Audit audit;

    SignIns(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(Denied event) {
        audit.record("被拒", event.address(), event.code());
    }

    @EventListener
    void on(SignInEvent event) {
        audit.record(
                event.kind().word(),
                event.account() == null ? "account:?" : "account:" + event.account(),
                event.login() + (event.detail().isEmpty() ? "" : " " + event.detail()));
    }
}
