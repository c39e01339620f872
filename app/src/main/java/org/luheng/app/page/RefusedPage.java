package org.luheng.app.page;

import java.util.List;
import org.luheng.files.Finding;

/** What was refused, why, and what to do. */
public record RefusedPage(Frame frame, String title, List<Finding> findings) {}
