package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Reading;

/**
 * A drawing of how one amount becomes another, step by step: columns that hang where the one before ended. In units of the drawing,
 * {@value #WIDTH} × {@value #HEIGHT}; the axis is cut off below where the steps would otherwise not be seen, and says so.
 *
 * @param limit height at which the line of what is allowed stands; null: there is none
 * @param from the amount at the foot of the drawing
 */
public record Waterfall(List<Column> columns, @Nullable Line limit, BigDecimal from) {
    static final int WIDTH = 760;
    static final int HEIGHT = 280;
    private static final int TOP = 34;
    private static final int FOOT = 236;

    /**
     * @param style {@code whole}, {@code taken} or {@code kept}
     * @param value printed above
     */
    public record Column(int x, int y, int width, int height, String style, String name, String value) {
        public int middle() {
            return x + width / 2;
        }
    }

    public record Line(int y, String words) {}

    /** @param taken not negative, off the first amount */
    record Step(String name, BigDecimal taken) {}

    static Waterfall of(
            BigDecimal gross, List<Step> steps, String restName, BigDecimal rest, @Nullable BigDecimal allowed) {
        BigDecimal highest = allowed == null ? gross : gross.max(allowed);
        BigDecimal lowest = allowed == null ? rest : rest.min(allowed);
        // A tenth of the span below the lowest; from zero where that is not much more.
        BigDecimal foot = lowest.subtract(highest.subtract(lowest).max(highest.movePointLeft(2)));
        foot = foot.compareTo(highest.movePointLeft(1)) < 0 ? BigDecimal.ZERO : foot;
        BigDecimal span = highest.subtract(foot).signum() == 0 ? BigDecimal.ONE : highest.subtract(foot);
        int count = steps.size() + 2;
        int each = WIDTH / count;
        int width = Math.min(110, each * 7 / 10);
        List<Column> columns = new ArrayList<>();
        BigDecimal at = gross;
        columns.add(column(0, each, width, gross, foot, foot, span, "whole", "统计数", Reading.number(gross)));
        for (Step step : steps) {
            BigDecimal next = at.subtract(step.taken());
            columns.add(column(
                    columns.size(),
                    each,
                    width,
                    at,
                    next.max(foot),
                    foot,
                    span,
                    "taken",
                    step.name(),
                    "−" + Reading.number(step.taken())));
            at = next;
        }
        columns.add(column(count - 1, each, width, rest, foot, foot, span, "kept", restName, Reading.number(rest)));
        return new Waterfall(
                columns,
                allowed == null ? null : new Line(height(allowed, foot, span), "总量目标 " + Reading.number(allowed)),
                foot);
    }

    private static Column column(
            int index,
            int each,
            int width,
            BigDecimal upper,
            BigDecimal lower,
            BigDecimal foot,
            BigDecimal span,
            String style,
            String name,
            String value) {
        int top = height(upper, foot, span);
        return new Column(
                index * each + (each - width) / 2,
                top,
                width,
                Math.max(2, height(lower, foot, span) - top),
                style,
                name,
                value);
    }

    /** Where a value stands in the drawing, in pixels: geometry, so binary fractions do. */
    private static int height(BigDecimal value, BigDecimal foot, BigDecimal span) {
        double share = value.subtract(foot).doubleValue() / span.doubleValue();
        return FOOT - (int) Math.round(share * (FOOT - TOP));
    }

    /** Whether the drawing leaves out what is below. */
    public boolean cut() {
        return from.signum() > 0;
    }
}
