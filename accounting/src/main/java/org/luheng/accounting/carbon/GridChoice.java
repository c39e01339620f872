package org.luheng.accounting.carbon;

import java.util.List;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Trace;

/** The grid factor that serves for an activity, and the rule that chose it. */
public record GridChoice(GridFactor factor, GridRule rule, int activityYear) {
    public boolean ofOwnYear() {
        return factor.year() == activityYear;
    }

    /** A factor of another year is no surer than the rule that lent it. */
    Certainty certainty() {
        return ofOwnYear()
                ? factor.certainty()
                : factor.certainty().weaker(rule.edition().certainty());
    }

    /** {@code 0.6058 千克二氧化碳/千瓦时（河南 2022 年因子）}. */
    String printed() {
        return factor.kilograms().toPlainString() + " 千克二氧化碳/千瓦时（" + factor.area() + " " + factor.year() + " 年因子"
                + (ofOwnYear() ? "" : "，活动年份 " + activityYear) + "）";
    }

    List<Trace> leaves() {
        return List.of(Trace.rule(factor.edition()), Trace.rule(rule.edition()));
    }
}
