package org.luheng.app.access.web;

import org.jspecify.annotations.Nullable;
import org.luheng.app.access.secret.SecondFactor;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/**
 * Shows the secret of a new second factor and asks for its first code.
 *
 * @param action where the form goes
 * @param demanded whether there is no way round it
 * @param byHand the secret, to be typed in
 */
public record SetUpPage(
        Frame frame,
        String action,
        boolean demanded,
        SecondFactor.Square square,
        String byHand,
        @Nullable Finding problem) {}
