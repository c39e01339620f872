package org.luheng.app.calculation;

import java.util.List;
import org.luheng.app.page.Frame;
import org.luheng.files.Calculation;

/** What can be calculated from one table. */
public record CalculationsPage(Frame frame, List<Calculation> kinds) {}
