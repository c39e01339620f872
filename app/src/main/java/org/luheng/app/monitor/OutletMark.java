package org.luheng.app.monitor;

import java.time.Instant;
import org.luheng.accounting.emission.Marked;

/**
 * A time of an outlet that people marked, and that was not withdrawn.
 *
 * @param marked as the arithmetic takes it
 * @param late whether it was entered after the day's time for that
 */
public record OutletMark(long id, Marked marked, String reason, Instant recorded, String actor, boolean late) {}
