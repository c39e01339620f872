package org.luheng.app.access.web;

import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/** Asks for the second factor. @param problem why the last code was refused; null: none yet */
public record CodePage(Frame frame, @Nullable Finding problem) {}
