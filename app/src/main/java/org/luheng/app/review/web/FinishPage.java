package org.luheng.app.review.web;

import java.util.List;
import org.luheng.app.page.Frame;
import org.luheng.app.plan.Plans;
import org.luheng.app.review.Board;
import org.luheng.app.review.Head;
import org.luheng.app.review.KeptReading;
import org.luheng.files.Finding;
import org.luheng.files.Region;

/**
 * What a plan says of itself, to be written down before the plan is made.
 *
 * @param below places it may divide its targets among
 * @param agencies names that the office may be of
 * @param barometers schemes of early warning, empty: the national one
 * @param problems with the head and with items
 */
public record FinishPage(
        Frame frame,
        Board board,
        Head head,
        String place,
        List<Region> below,
        List<String> agencies,
        List<String> barometers,
        List<Plans.Edition> editions,
        List<Finding> problems) {
    public long open() {
        return board.docket().open();
    }

    public long taken() {
        return board.docket().all().stream().filter(entry -> entry.isTaken()).count();
    }

    public List<KeptReading.Heading> headings() {
        return board.review().reading().headings();
    }

    /** An item, where the finding is of one. */
    public static String item(Finding finding) {
        String place = finding.place().file();
        return place.matches("[TR][0-9]{1,5}") ? place : "";
    }

    /** Where in the form, or in the folder that would be written. */
    public static String where(Finding finding) {
        String column = finding.place().column();
        return column == null
                ? ""
                : switch (column) {
                    case "id" -> "编号";
                    case "short" -> "短名";
                    case "title" -> "名称";
                    case "date" -> "印发日期";
                    case "from", "to" -> "期间";
                    case "base-year" -> "基年";
                    case "office" -> "牵头部门";
                    case "divides" -> "分解到的地区";
                    case "section" -> "条款";
                    default -> ItemForm.label(column);
                };
    }
}
