package org.luheng.app.access.web;

import java.util.List;
import org.luheng.app.page.Frame;

/** The recovery codes, this once. @param to where to go on */
public record RecoveryCodesPage(Frame frame, List<String> codes, String to) {}
