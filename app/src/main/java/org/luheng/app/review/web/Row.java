package org.luheng.app.review.web;

import java.util.ArrayList;
import java.util.List;
import org.luheng.accounting.Relation;
import org.luheng.app.review.Act;
import org.luheng.app.review.Board;
import org.luheng.app.review.Decision;
import org.luheng.app.review.Entry;
import org.luheng.app.review.Item;
import org.luheng.files.Register;

/**
 * An item in the list.
 *
 * @param summary what it says, in one line
 * @param state 待定, or the word of what was decided
 * @param doubtful somebody has to look at it by itself
 */
public record Row(long review, Entry entry, String title, String summary, String state, boolean doubtful) {
    static final String OPEN = "待定";
    private static final int LONGEST = 90;

    static Row of(Board board, Entry entry, Register register) {
        Decision decision = entry.decision();
        return new Row(
                board.review().id(),
                entry,
                title(entry),
                summary(board, entry, register),
                decision == null ? OPEN : word(decision.act(), entry),
                board.isDoubtful(entry));
    }

    private static String word(Act act, Entry entry) {
        return entry.item().kind() == Item.Kind.DOUBT && act == Act.ACCEPT ? "已核对" : act.word();
    }

    private static String title(Entry entry) {
        return entry.item().kind() == Item.Kind.DOUBT ? "读时拿不准" : entry.cell("title");
    }

    private static String summary(Board board, Entry entry, Register register) {
        return switch (entry.item().kind()) {
            case TARGET -> target(board, entry, register);
            case RESPONSIBILITY -> responsibility(entry);
            case DOUBT -> cut(String.join("；", entry.item().doubts()));
        };
    }

    private static String target(Board board, Entry entry, Register register) {
        Relation relation = Relation.of(entry.cell("comparator"));
        String word = relation == null ? "" : relation.word();
        String amount = entry.cell("value")
                + (entry.cell("value_to").isEmpty() ? "" : "—" + entry.cell("value_to"))
                + entry.cell("unit");
        List<String> parts = new ArrayList<>();
        parts.add(relation == Relation.DONE ? "完成" : relation == Relation.ABOUT ? amount + "左右" : word + amount);
        parts.add(entry.cell("due"));
        if (!entry.cell("region").equals(board.review().region())) {
            parts.add(ItemForm.regionName(entry.cell("region"), register));
        }
        if (!entry.cell("scope").isEmpty()) {
            parts.add(entry.cell("scope"));
        }
        return cut(String.join(" · ", parts));
    }

    private static String responsibility(Entry entry) {
        List<String> parts = new ArrayList<>();
        part(parts, entry.cell("joint").isEmpty() ? "牵头 " : "共同负责 ", entry.cell("lead"));
        part(parts, "配合 ", entry.cell("cooperating"));
        part(parts, "落实 ", entry.cell("inherited"));
        return cut(String.join("；", parts));
    }

    private static void part(List<String> parts, String word, String names) {
        if (!names.isEmpty()) {
            parts.add(word + names.replace(";", "、"));
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    public boolean isOpen() {
        return entry.isOpen();
    }

    /** Which of the lists it stands in; {@link ReviewPage#SHOWS}. */
    public boolean isIn(String show) {
        return switch (show) {
            case "doubtful" -> isOpen() && doubtful;
            case "open" -> isOpen();
            case "decided" -> !isOpen();
            default -> true;
        };
    }

    public String href() {
        return "/reviews/" + review + "?item=" + entry.id();
    }
}
