package org.luheng.app.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;
import org.luheng.files.AuditEntry;
import org.luheng.files.AuditHead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail as the auditor reads it, the latest first.
 *
 * @param head the last entry of all, to be printed elsewhere; null: none yet, or not for a reader of a part
 * @param headsFile where the heads are exported
 * @param older address of the next page; null: there is none
 * @param whole whether the reader sees the whole trail, and may take it away to be verified
 * @param place name of a body by its code
 */
public record AuditPage(
        Frame frame,
        AuditSearch search,
        List<String> acts,
        List<AuditEntry> entries,
        @Nullable AuditHead head,
        String headsFile,
        @Nullable String older,
        boolean whole,
        UnaryOperator<String> place) {
    private static final JsonMapper JSON = new JsonMapper();

    /** One field that changed. @param before empty where there was nothing */
    public record Difference(String field, String before, String after) {}

    /** The moment in China. */
    public String when(AuditEntry entry) {
        return Reading.minute(java.time.Instant.parse(entry.at())) + ":"
                + entry.at().substring(17, 19);
    }

    public String standing(AuditEntry entry) {
        if (entry.standing().isEmpty()) {
            return "";
        }
        String role = org.luheng.app.access.Role.of(entry.standing()).word();
        return entry.scope().isEmpty() ? role : place.apply(entry.scope()) + " " + role;
    }

    /** Field by field where both are records, else the words as they are. */
    public static List<Difference> differences(AuditEntry entry) {
        JsonNode before = record(entry.before());
        JsonNode after = record(entry.after());
        if (before == null && after == null) {
            return entry.after().isEmpty() ? List.of() : List.of(new Difference("", entry.before(), entry.after()));
        }
        Set<String> fields = new TreeSet<>();
        names(before, fields);
        names(after, fields);
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            differences.add(new Difference(field, text(before, field), text(after, field)));
        }
        return differences;
    }

    private static @Nullable JsonNode record(String text) {
        try {
            JsonNode node = text.startsWith("{") ? JSON.readTree(text) : null;
            return node != null && node.isObject() ? node : null;
        } catch (JacksonException noRecord) {
            return null;
        }
    }

    private static void names(@Nullable JsonNode record, Set<String> names) {
        if (record != null) {
            names.addAll(record.propertyNames());
        }
    }

    private static String text(@Nullable JsonNode record, String field) {
        JsonNode value = record == null ? null : record.get(field);
        return value == null ? "" : value.isString() ? value.asString() : value.toString();
    }

    public String download(String format) {
        String query = search.query();
        return "/audit?" + query + (query.isEmpty() ? "" : "&") + "format=" + format;
    }

    Table table() {
        Table.Builder table = Table.of(
                "审计记录", "审计记录", "日期", "序号", "时间", "何人", "账户", "身份", "代表", "来自", "请求", "做什么", "对什么", "之前", "之后", "哈希");
        for (AuditEntry entry : entries) {
            table.row(
                    entry.day(),
                    Long.toString(entry.seq()),
                    entry.at(),
                    entry.actor(),
                    entry.account(),
                    entry.standing(),
                    entry.scope(),
                    entry.address(),
                    entry.request(),
                    entry.act(),
                    entry.subject(),
                    entry.before(),
                    entry.after(),
                    entry.hash());
        }
        return table.note(older == null ? "全部列出" : "只列前 " + entries.size() + " 条，全部请导出 JSON 行")
                .build(false);
    }
}
