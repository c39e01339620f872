package org.luheng.app.issue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Period;

/**
 * A sealed snapshot, without its content.
 *
 * @param number within the plan, from 1
 * @param title of the plan as it was
 * @param day facts published until then
 * @param lastFact and recorded until this one
 * @param sha256 of the content
 * @param bracketed figures and lights that rest on a rule which is not settled
 * @param published when it was opened to everybody; null: it is not, or not any more
 * @param proposal that was confirmed; says who and why, to those who may read it
 */
public record Issue(
        long id,
        String plan,
        int number,
        String region,
        String title,
        Period period,
        LocalDate day,
        long lastFact,
        String planSha256,
        String rulesSha256,
        String factsSha256,
        String sha256,
        int figures,
        int lights,
        int bracketed,
        boolean sample,
        long proposal,
        Instant sealed,
        @Nullable Instant published) {

    public boolean isPublished() {
        return published != null;
    }

    /** 第3期（2025年） */
    public String inWords() {
        return "第" + number + "期（" + period.inWords() + "）";
    }
}
