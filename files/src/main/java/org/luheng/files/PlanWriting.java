package org.luheng.files;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Due;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** One form for one plan, as {@code docs/plan-format.md} lays it down: columns and keys in the order of that page, bare line feeds. */
final class PlanWriting {
    private PlanWriting() {}

    static FolderText text(PlanFolder folder) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        texts.put("plan.yaml", yaml(folder));
        texts.put(
                "clauses.csv",
                FolderText.csv(
                        PlanFolder.CLAUSE_COLUMNS,
                        folder.clauses().stream().map(PlanWriting::row).toList()));
        texts.put(
                "targets.csv",
                FolderText.csv(
                        PlanFolder.TARGET_COLUMNS,
                        folder.plan().targets().stream().map(PlanWriting::row).toList()));
        texts.put(
                "tasks.csv",
                FolderText.csv(
                        PlanFolder.TASK_COLUMNS,
                        folder.tasks().stream().map(PlanWriting::row).toList()));
        return new FolderText(texts);
    }

    private static String yaml(PlanFolder folder) {
        Plan plan = folder.plan();
        PlanFolder.Options options = folder.options();
        Map<String, Object> accounting = new LinkedHashMap<>();
        accounting.put("path", options.path().name().toLowerCase(Locale.ROOT));
        accounting.put("total-adjusts-with-growth", options.totalAdjusts());
        accounting.put("total-exempt", options.totalExempt().code());
        accounting.put("barometer", options.barometer());
        accounting.put("section", options.section());
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("format", 1);
        yaml.put("id", plan.id());
        yaml.put("short", plan.shortTitle());
        yaml.put("title", plan.title());
        yaml.put("number", folder.number());
        yaml.put("issuer", folder.issuer());
        yaml.put("date", folder.issued() == null ? "" : folder.issued().toString());
        yaml.put("region", plan.region());
        yaml.put("period", ordered("from", plan.firstYear(), "to", plan.lastYear()));
        yaml.put("base-year", plan.baseYear());
        yaml.put("office", printed(folder.office()));
        yaml.put("divides", plan.divides());
        yaml.put(
                "document",
                ordered(
                        "name",
                        folder.document().name(),
                        "sha256",
                        folder.document().sha256(),
                        "characters",
                        folder.document().characters()));
        yaml.put("accounting", accounting);
        yaml.put(
                "follows",
                folder.follows().stream()
                        .map(followed -> ordered("title", followed.title(), "number", followed.number()))
                        .toList());
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(yaml);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            ordered.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return ordered;
    }

    private static Map<String, String> row(Clause clause) {
        return Map.of(
                "section",
                clause.section(),
                "heading",
                clause.heading(),
                "from",
                Integer.toString(clause.from()),
                "to",
                Integer.toString(clause.to()));
    }

    /** The cells of a target by column of {@code targets.csv}. */
    static Map<String, String> row(Target target) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", target.id());
        row.put("section", target.section());
        row.put("title", target.title());
        row.put("indicator", target.indicator());
        row.put("kind", target.kind().word());
        row.put("comparator", target.relation().code());
        row.put("value", value(target.kind(), target.value()));
        row.put("value_to", value(target.kind(), target.valueTo()));
        row.put("unit", target.unit());
        row.put("base_year", target.baseYear() == null ? "" : target.baseYear().toString());
        row.put(
                "base_value",
                target.baseValue() == null ? "" : target.baseValue().toPlainString());
        row.put("due", target.due().text());
        row.put("due_inherited", yes(target.dueInherited()));
        row.put("region", target.region());
        row.put("scope", target.scope());
        row.put("nature", target.nature());
        row.put("modality", target.modality());
        row.put("from", Integer.toString(target.from()));
        row.put("to", Integer.toString(target.to()));
        row.put("note", target.note());
        return row;
    }

    /** The cells of a task by column of {@code tasks.csv}. */
    static Map<String, String> row(Task task) {
        Map<String, String> row = new LinkedHashMap<>();
        Due due = task.due();
        row.put("id", task.id());
        row.put("section", task.section());
        row.put("title", task.title());
        row.put("summary", task.summary());
        row.put("lead", String.join(";", printed(task.lead())));
        row.put("cooperating", String.join(";", printed(task.cooperating())));
        row.put("joint", yes(task.joint()));
        row.put("inherited", String.join(";", printed(task.inherited())));
        row.put("place", String.join(";", task.places()));
        row.put("due", due == null ? "" : due.text());
        row.put("targets", String.join(";", task.targets()));
        row.put("from", Integer.toString(task.from()));
        row.put("to", Integer.toString(task.to()));
        row.put("note", task.note());
        return row;
    }

    private static String value(TargetKind kind, @Nullable BigDecimal value) {
        return value == null ? "" : kind == TargetKind.CLASS ? Target.className(value) : value.toPlainString();
    }

    private static String yes(boolean yes) {
        return yes ? "是" : "";
    }

    private static List<String> printed(List<Unit> units) {
        return units.stream().map(Unit::printed).toList();
    }
}
