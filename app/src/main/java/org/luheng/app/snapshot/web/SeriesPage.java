package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * An indicator of one place over time, with its target's path.
 *
 * @param others the same indicator in the plan's other places
 * @param chart the points of the whole years as JSON, for the drawing
 */
public record SeriesPage(
        Frame frame,
        Plan plan,
        String code,
        String name,
        String definition,
        String regionName,
        String region,
        @Nullable Target target,
        List<Point> points,
        List<Other> others,
        String chart,
        LocalDate asOf,
        boolean samples) {

    public record Point(
            Period period,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal path,
            @Nullable BigDecimal published,
            @Nullable String missing,
            @Nullable Light light,
            String href) {}

    public record Other(String name, String href, boolean current, Matrix.@Nullable Cell cell) {}

    public String download(String format) {
        return "/indicators/" + code + "?plan=" + Reading.query(plan.id()) + "&region=" + Reading.query(region)
                + "&asof=" + asOf + "&format=" + format;
    }

    Table table() {
        Table.Builder table = Table.of(
                "绿衡-" + code + "-" + region, name + " " + regionName, "地区", "期间", "数值", "单位", "进度要求", "公布数", "灯", "说明");
        for (Point point : points) {
            table.row(
                    regionName,
                    point.period().toString(),
                    Reading.data(point.value()),
                    point.unit(),
                    Reading.data(point.path()),
                    point.published(),
                    point.light() == null ? "" : Reading.lightWord(point.light()),
                    point.light() == null ? point.missing() : point.light().reason());
        }
        return table.note("方案：" + plan.title()).note("截至 " + asOf + " 已公布的数据").build(samples);
    }
}
