package org.luheng.app.review.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.app.review.Entry;
import org.luheng.app.review.Item;
import org.luheng.files.Fault;
import org.luheng.files.Finding;

/**
 * One item with what can be done about it.
 *
 * @param entry null: nothing is chosen, or something is to be added
 * @param quote its words in the document
 * @param details of its cells, by their Chinese names
 * @param faults what keeps it from being accepted as it is
 * @param unknownAgencies names that the register does not know, each with those it may mean
 * @param indicators those an unknown name may mean, by code; empty where it is known
 * @param form null: it is only shown
 * @param added what is to be added, else null
 * @param problems with what was just sent
 */
public record Panel(
        long review,
        @Nullable Entry entry,
        String quote,
        Map<String, String> details,
        List<Finding> faults,
        Map<String, List<String>> unknownAgencies,
        Map<String, String> indicators,
        @Nullable ItemForm form,
        @Nullable Added added,
        boolean rejecting,
        List<Finding> problems) {

    /**
     * @param from position of its words, -1: they are still to be written down
     * @param words of the document
     */
    public record Added(Item.Kind kind, int from, int to, String words) {}

    static Panel nothing(long review) {
        return new Panel(review, null, "", Map.of(), List.of(), Map.of(), Map.of(), null, null, false, List.of());
    }

    Panel with(List<Finding> found) {
        return new Panel(
                review,
                entry,
                quote,
                details,
                faults,
                unknownAgencies,
                indicators,
                form,
                added,
                rejecting,
                List.copyOf(found));
    }

    public String address() {
        Entry chosen = entry;
        return "/reviews/" + review + "/items" + (chosen == null ? "" : "/" + chosen.id());
    }

    /** What to do, in the words of this page. */
    public static String remedy(Finding finding) {
        return switch (finding.fault()) {
            case UNKNOWN_INDICATOR -> "在下面选它对应的指标；确是新指标的，请管理员在规则的指标表里加上，再回来采纳；不必核算的，不采纳。";
            case UNKNOWN_AGENCY -> "在下面选它对应的部门；名录里确实没有的，请管理员在名录的部门表里加上，再回来采纳。";
            default -> finding.fault().remedy();
        };
    }

    /** Of a cell, in the words of the form; of the whole item where it is of none. */
    public static String inWords(Finding finding) {
        String column = finding.place().column();
        if (finding.fault() == Fault.UNKNOWN_INDICATOR) {
            return "规则里没有“" + finding.value().replaceFirst("^[?]", "") + "”这个指标";
        }
        if (finding.fault() == Fault.UNKNOWN_AGENCY) {
            return "名录里没有“" + finding.value() + "”这个部门";
        }
        String value = finding.value().startsWith("?") ? finding.value().substring(1) : finding.value();
        return (column == null ? "" : ItemForm.label(column))
                + (value.isEmpty() ? "" : "“" + (value.length() > 40 ? value.substring(0, 39) + "…" : value) + "”")
                + (column == null && value.isEmpty() ? "" : "：")
                + finding.message();
    }
}
