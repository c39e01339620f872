package org.luheng.app.monitor.web;

import org.luheng.app.page.Frame;

/**
 * One frame, field by field, and what was answered to it.
 *
 * @param received when it came, in words
 */
public record FramePage(Frame frame, String mn, String received, FrameFields fields) {}
