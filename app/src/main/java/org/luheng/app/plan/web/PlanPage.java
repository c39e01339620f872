package org.luheng.app.plan.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Target;
import org.luheng.app.approval.Proposal;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.Agency;
import org.luheng.files.Clause;
import org.luheng.files.Finding;
import org.luheng.files.PlanFolder;
import org.luheng.files.SumCheck;
import org.luheng.files.Task;
import org.luheng.files.Unit;

/**
 * A plan on one page: targets by chapter, what it divides, who answers for what, sums and contradictions.
 *
 * @param chapters targets of the place, by section; divided ones stand in {@code division}
 * @param acceptance by two persons of the office; null for the public, to whom it is no matter
 * @param waiting sha256 of editions that came of a review and wait for two persons to replace this one
 * @param shown this edition is the one that all pages compute with
 * @param quotes sentence of a target or task by its id, where the document is loaded
 */
public record PlanPage(
        Frame frame,
        PlanFolder folder,
        String placeName,
        List<Chapter> chapters,
        @Nullable Division division,
        Duties duties,
        List<Finding> findings,
        @Nullable Acceptance acceptance,
        Map<String, String> quotes,
        boolean documentLoaded,
        Map<String, String> regionNames,
        List<String> waiting,
        boolean shown) {

    /**
     * Whether this edition of the plan holds.
     *
     * @param at when it was accepted, null: it is not
     * @param proposal that was confirmed; null for who may not read it
     * @param open number of a proposal that waits for its second person, null: none
     * @param mayPropose the reader is of the office
     */
    public record Acceptance(
            @Nullable Instant at,
            @Nullable Proposal proposal,
            @Nullable Long open,
            boolean mayPropose) {}

    public record Chapter(String section, String heading, List<Target> targets) {}

    /** Places × indicators of the annex tables. */
    public record Division(List<String> indicators, List<String> names, List<Share> shares) {}

    public record Share(String region, String name, List<@Nullable Target> targets) {}

    /** Agencies × tasks; a mark is ● lead, ◐ joint, ○ cooperating, · by an earlier clause. */
    public record Duties(List<Task> tasks, List<Row> rows) {}

    public record Row(Agency agency, List<String> marks, int leads) {}

    static List<Chapter> chapters(PlanFolder folder) {
        Map<String, List<Target>> bySection = new LinkedHashMap<>();
        Set<String> divided = folder.plan().dividedIndicators();
        for (Target target : folder.plan().targets()) {
            boolean share = divided.contains(target.indicator())
                    && !target.region().equals(folder.plan().region())
                    && target.scope().isEmpty();
            if (!share) {
                bySection
                        .computeIfAbsent(target.section(), section -> new ArrayList<>())
                        .add(target);
            }
        }
        List<Chapter> chapters = new ArrayList<>();
        bySection.forEach((section, targets) -> {
            Clause clause = folder.clause(section);
            chapters.add(new Chapter(section, clause == null ? "" : clause.heading(), targets));
        });
        return chapters;
    }

    static @Nullable Division division(
            PlanFolder folder, Map<String, String> indicatorNames, Map<String, String> places) {
        List<String> indicators = List.copyOf(folder.plan().dividedIndicators());
        if (indicators.isEmpty()) {
            return null;
        }
        List<Share> shares = new ArrayList<>();
        for (String region : folder.plan().divides()) {
            List<@Nullable Target> targets = new ArrayList<>();
            for (String indicator : indicators) {
                targets.add(folder.plan().target(region, indicator));
            }
            shares.add(new Share(region, places.getOrDefault(region, region), targets));
        }
        return new Division(
                indicators,
                indicators.stream()
                        .map(code -> indicatorNames.getOrDefault(code, code))
                        .toList(),
                shares);
    }

    static Duties duties(PlanFolder folder) {
        List<Row> rows = new ArrayList<>();
        folder.duties().forEach((agency, duties) -> {
            List<String> marks = new ArrayList<>();
            int leads = 0;
            for (Task task : folder.tasks()) {
                String mark = mark(task, agency);
                leads += mark.equals("●") || mark.equals("◐") ? 1 : 0;
                marks.add(mark);
            }
            rows.add(new Row(agency, marks, leads));
        });
        return new Duties(folder.tasks(), rows);
    }

    private static String mark(Task task, Agency agency) {
        if (names(task.lead(), agency)) {
            return task.joint() ? "◐" : "●";
        }
        return names(task.cooperating(), agency) ? "○" : names(task.inherited(), agency) ? "·" : "";
    }

    private static boolean names(List<Unit> units, Agency agency) {
        return units.stream().anyMatch(unit -> unit.agency().id().equals(agency.id()));
    }

    public String printed(List<Unit> units) {
        return String.join("、", units.stream().map(Unit::printed).toList());
    }

    public String regionName(Target target) {
        return target.region().equals(folder.plan().region())
                ? ""
                : regionNames.getOrDefault(target.region(), target.region());
    }

    public String difference(SumCheck sum) {
        BigDecimal difference = sum.difference();
        return difference == null
                ? "方案没有全市值，只列合计"
                : difference.signum() == 0 ? "与全市值相等" : "与全市值相差 " + difference.toPlainString();
    }

    public String sumName(SumCheck sum) {
        return sum.parts().getFirst().title();
    }

    public List<Task> tasksFor(Target target) {
        return folder.tasksFor(target);
    }

    Table targetsTable() {
        Table.Builder table = Table.of(
                "绿衡-" + folder.plan().id() + "-目标",
                "目标",
                "编号",
                "条款",
                "目标",
                "指标代码",
                "种类",
                "要求",
                "比较",
                "数值",
                "单位",
                "基年",
                "期限",
                "期限承接",
                "地区代码",
                "地区",
                "范围",
                "性质",
                "限定词",
                "责任单位");
        for (Target target : folder.plan().targets()) {
            table.row(
                    target.id(),
                    target.section(),
                    target.title(),
                    target.indicator(),
                    target.kind().word(),
                    target.inWords(),
                    target.relation().word(),
                    target.value(),
                    target.unit(),
                    target.baseYear() == null ? null : new BigDecimal(target.baseYear()),
                    target.due().text(),
                    target.dueInherited() ? "是" : "",
                    target.region(),
                    regionNames.getOrDefault(target.region(), target.region()),
                    target.scope(),
                    target.nature(),
                    target.modality(),
                    String.join(
                            "；",
                            folder.tasksFor(target).stream()
                                    .map(task -> printed(task.lead()))
                                    .toList()));
        }
        return table.note("方案：" + folder.plan().title()).build(false);
    }

    Table dutiesTable() {
        Table.Builder table = Table.of(
                "绿衡-" + folder.plan().id() + "-责任", "责任", "编号", "条款", "任务", "说明", "牵头", "共同负责", "配合", "落实", "服务的目标");
        for (Task task : folder.tasks()) {
            table.row(
                    task.id(),
                    task.section(),
                    task.title(),
                    task.summary(),
                    task.joint() ? "" : printed(task.lead()),
                    task.joint() ? printed(task.lead()) : "",
                    printed(task.cooperating()),
                    printed(task.inherited()),
                    String.join("；", task.targets()));
        }
        return table.note("方案：" + folder.plan().title()).build(false);
    }

    Table findingsTable() {
        Table.Builder table = Table.of("绿衡-" + folder.plan().id() + "-核对", "核对结果", "种类", "代码", "位置", "内容", "怎么办");
        for (Finding finding : findings) {
            table.row(
                    finding.kind().word(),
                    finding.fault().code(),
                    finding.place().inWords(),
                    finding.message(),
                    finding.fault().remedy());
        }
        return table.note("方案：" + folder.plan().title()).build(false);
    }
}
