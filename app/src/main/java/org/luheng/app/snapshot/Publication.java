package org.luheng.app.snapshot;

import java.time.LocalDate;
import org.luheng.accounting.Period;

/**
 * A sealed snapshot that everybody may see: the plan's figures up to the end of the period, as known on the day.
 *
 * @param issue id of the issue, under /issues
 * @param number of the issue within its plan
 * @param lastFact id of the last fact recorded when it was sealed
 * @param published day of the approval for publication
 */
public record Publication(long issue, int number, Period period, LocalDate day, long lastFact, LocalDate published) {}
