package org.luheng.app.monitor.web;

import java.time.Instant;
import java.util.List;
import org.luheng.app.monitor.Measured;
import org.luheng.app.monitor.store.MessageTables;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;

/**
 * One device: what it is linked to, its recent readings as curve and table, and what it said, frame by frame.
 *
 * @param cn which readings
 * @param factor drawn; empty: there is none
 * @param rows the newest first
 * @param chart the factor's values as JSON
 */
public record DevicePage(
        Frame frame,
        DevicesPage.Line line,
        int cn,
        String factor,
        List<String> factors,
        List<Measured> rows,
        String chart,
        List<MessageTables.Row> conversation,
        List<MessageTables.TroubleSeen> troubles) {

    public String mn() {
        return line.device().mn();
    }

    public String href(int other) {
        return line.href() + "&cn=" + other;
    }

    public String href(String drawn) {
        return line.href() + "&cn=" + cn + "&factor=" + Reading.query(drawn);
    }

    public String frameHref(MessageTables.Row row) {
        return "/monitor/frame?mn=" + Reading.query(mn()) + "&received=" + row.name();
    }

    public String download(String format) {
        return "/api/monitor/readings?mn=" + Reading.query(mn()) + "&cn=" + cn + "&format=" + format;
    }

    public static String command(int cn) {
        return Naming.command(cn);
    }

    public static String factorName(String code) {
        return Naming.factor(code);
    }

    public static String unit(String code) {
        return Naming.unit(code, "Rtd");
    }

    public static String mark(Measured reading) {
        String mark = reading.value("Flag");
        return mark.isEmpty() ? "" : Naming.mark(mark);
    }

    public static String moment(Instant moment) {
        return Moments.second(moment);
    }

    public static String precise(Instant moment) {
        return Moments.precise(moment);
    }
}
