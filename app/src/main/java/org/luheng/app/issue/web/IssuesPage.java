package org.luheng.app.issue.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Period;
import org.luheng.app.issue.Issue;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * The sealed issues, by plan.
 *
 * @param plan that alone is shown; empty: all
 * @param seal for the office of the place, null: for nobody else
 */
public record IssuesPage(
        Frame frame,
        String plan,
        List<Tab> tabs,
        List<Issue> issues,
        @Nullable Seal seal) {
    public record Tab(String name, String href, boolean current) {}

    /**
     * What the office can have sealed.
     *
     * @param accepted whether this edition of the plan is accepted; nothing is sealed before
     * @param byAcceptedRules whether the present edition of the rules is accepted for the place
     * @param proposal that waits for its second person, null: none
     */
    public record Seal(
            String title,
            boolean accepted,
            boolean byAcceptedRules,
            @Nullable Long proposal,
            List<Period> periods,
            Period usual,
            LocalDate today) {}

    public String download(String format) {
        return "/issues?" + (plan.isEmpty() ? "" : "plan=" + Reading.query(plan) + "&") + "format=" + format;
    }

    Table table() {
        Table.Builder table = Table.of(
                "绿衡-期", "期", "方案", "期号", "期间", "截至", "封存时间", "公布", "数", "灯", "依据未核实规则", "方案版本", "规则版本", "数据", "封存内容");
        for (Issue issue : issues) {
            table.row(
                    issue.title(),
                    new BigDecimal(issue.number()),
                    issue.period().inWords(),
                    issue.day().toString(),
                    Reading.minute(issue.sealed()),
                    issue.isPublished() ? "已公布" : "未公布",
                    new BigDecimal(issue.figures()),
                    new BigDecimal(issue.lights()),
                    new BigDecimal(issue.bracketed()),
                    issue.planSha256(),
                    issue.rulesSha256(),
                    issue.factsSha256(),
                    issue.sha256());
        }
        return table.build(issues.stream().anyMatch(Issue::sample));
    }
}
