package org.luheng.app.monitor.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.emission.Substance;
import org.luheng.accounting.emission.Terms;
import org.luheng.app.monitor.Outlet;
import org.luheng.app.monitor.OutletKeeping;
import org.luheng.app.page.Frame;
import org.luheng.files.Finding;

/**
 * How an outlet is measured and judged, and the form to say it anew.
 *
 * @param stated the earliest first
 * @param sets standards to choose from
 * @param factors that a permit may limit
 */
public record TermsPage(
        Frame frame,
        Outlet outlet,
        LocalDate today,
        List<Terms> stated,
        List<String> sets,
        List<Substance> factors,
        List<Finding> problems) {

    public @Nullable Terms last() {
        return stated.isEmpty() ? null : stated.getLast();
    }

    public List<String> minutes() {
        return OutletKeeping.MINUTES;
    }
}
