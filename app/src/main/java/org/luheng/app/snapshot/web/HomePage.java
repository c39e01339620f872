package org.luheng.app.snapshot.web;

import java.time.LocalDate;
import java.util.List;
import org.luheng.accounting.Element;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;

/**
 * The first page: where do we stand?
 *
 * @param place name of the place whose plan is shown
 * @param plans all plans of this place
 * @param tabs the places that have a plan
 */
public record HomePage(
        Frame frame,
        String place,
        Matrix matrix,
        List<Plan> plans,
        List<Tab> tabs,
        List<Period> periods,
        LocalDate asOf) {
    /** Only current facts can be looked at as of another day. */
    public boolean isLive() {
        return frame.ground() == null;
    }

    public record Tab(String name, String href, boolean current) {}

    /** The plan's place, or the only one that the reader sees of it. */
    public String heading() {
        return matrix.rows().size() == 1 ? matrix.rows().getFirst().name() : place;
    }

    /** Whether the plan speaks of more places than the reader sees. */
    public boolean isPart() {
        return matrix.rows().size() < matrix.plan().places().size();
    }

    /** The answer in one sentence. */
    public String sentence() {
        long districts = matrix.rows().stream().filter(row -> !row.whole()).count();
        boolean energy = !matrix.columns().isEmpty()
                && matrix.columns().getFirst().light().equals(Element.LIGHT_INTENSITY);
        if (!energy || districts == 0) {
            return "依据" + matrix.plan().title() + "，截至 " + asOf + " 已公布的数据。";
        }
        Matrix.Count intensity = matrix.counts().getFirst();
        if (districts < matrix.plan().divides().size() && districts == 1) {
            Matrix.Row row = matrix.rows().stream()
                    .filter(each -> !each.whole())
                    .findFirst()
                    .orElseThrow();
            return row.name() + "能耗强度"
                    + Reading.lightWord(row.cells().getFirst().light()) + "："
                    + row.cells().getFirst().light().reason() + "。依据"
                    + matrix.plan().title() + "，截至 " + asOf
                    + " 已公布的数据。";
        }
        if (intensity.undivided() == districts) {
            return matrix.plan().title() + "没有把能耗强度目标分解到" + districts + "个下级地区；只给数，不评灯。";
        }
        return districts + "个地区中，能耗强度一级 " + intensity.levels().get(1) + " 个" + worst() + "、二级 "
                + intensity.levels().get(2) + " 个、三级 " + intensity.levels().get(3) + " 个"
                + (intensity.without() > 0 ? "，" + intensity.without() + " 个没有数据" : "") + "。依据"
                + matrix.plan().title() + "，截至 " + asOf + " 已公布的数据。";
    }

    /** Those at 一级 by name: it is them that somebody has to call. */
    private String worst() {
        List<String> names = matrix.rows().stream()
                .filter(row -> !row.whole())
                .filter(row ->
                        Integer.valueOf(1).equals(row.cells().getFirst().light().level()))
                .map(Matrix.Row::name)
                .toList();
        return names.isEmpty() ? "" : "（" + String.join("、", names) + "）";
    }

    /** Nothing is known of any place in any period. */
    public boolean isEmpty() {
        return matrix.rows().stream().allMatch(row -> row.covered() == 0)
                && matrix.own().stream()
                        .flatMap(chapter -> chapter.items().stream())
                        .allMatch(item -> item.cell().value() == null);
    }

    public String download(String format) {
        return "/?plan=" + Reading.query(matrix.plan().id()) + "&period="
                + Reading.query(matrix.period().toString()) + "&asof=" + asOf + "&format=" + format;
    }

    public String region(String code) {
        return "/regions/" + code + "?plan=" + Reading.query(matrix.plan().id()) + "&period="
                + Reading.query(matrix.period().toString()) + "&asof=" + asOf;
    }

    public String value(Matrix.Own item) {
        return value(item.target(), item.cell());
    }

    static String value(Target target, Matrix.Cell cell) {
        if (cell.value() != null && target.kind() == TargetKind.CLASS) {
            return Target.className(cell.value()) + "类";
        }
        return Reading.withUnit(cell.value(), cell.unit());
    }
}
