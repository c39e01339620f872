package org.luheng.app.snapshot.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * One place: its energy figures, its targets, and the places below and above it.
 *
 * @param energy intensity and total with their lights, as in the matrix
 * @param targets targets of its own, by chapter
 * @param closed whether there are results that this reader does not see
 */
public record RegionPage(
        Frame frame,
        String code,
        String codeKind,
        String name,
        @Nullable Link parent,
        List<Link> below,
        List<Plan> plans,
        @Nullable Plan plan,
        Period period,
        List<Period> periods,
        LocalDate asOf,
        List<Line> energy,
        List<Matrix.Chapter> targets,
        boolean samples,
        boolean closed) {

    public record Link(String name, String href) {}

    public record Line(
            String name, Matrix.Cell cell, @Nullable String missing) {}

    public String download(String format) {
        return "/regions/" + code + "?plan=" + (plan == null ? "" : Reading.query(plan.id())) + "&period="
                + Reading.query(period.toString()) + "&asof=" + asOf + "&format=" + format;
    }

    public String energyAccount() {
        return "/regions/" + code + "/energy?plan=" + (plan == null ? "" : Reading.query(plan.id())) + "&period="
                + Reading.query(period.toString()) + "&asof=" + asOf;
    }

    public String whatIf() {
        return "/regions/" + code + "/what-if?plan=" + (plan == null ? "" : Reading.query(plan.id())) + "&asof=" + asOf;
    }

    public String value(Matrix.Own item) {
        return HomePage.value(item.target(), item.cell());
    }

    Table table() {
        Table.Builder table = Table.of(
                "绿衡-" + code + "-" + period.toString().replace('/', '_'),
                name + " " + period.inWords(),
                "指标",
                "期间",
                "数值",
                "单位",
                "目标或进度",
                "灯",
                "说明");
        for (Line line : energy) {
            row(table, line.name(), line.cell());
        }
        for (Matrix.Chapter chapter : targets) {
            chapter.items().forEach(item -> row(table, item.target().title(), item.cell()));
        }
        return table.note(plan == null ? "没有方案" : "方案：" + plan.title())
                .note("截至 " + asOf + " 已公布的数据")
                .build(samples);
    }

    private void row(Table.Builder table, String title, Matrix.Cell cell) {
        table.row(
                title,
                period.toString(),
                Reading.data(cell.value()),
                cell.unit(),
                cell.aim(),
                Reading.lightWord(cell.light()),
                cell.light().reason());
    }
}
