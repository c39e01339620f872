package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;

/**
 * Makes an hour of one factor of what was said of its minutes. The device's own record of the hour speaks for all sixty; without it
 * each minute record speaks for as many as it stands for. Marks of people go over what the device said.
 */
final class HourOfReadings {
    private static final int MINUTES = 60;

    private final EmissionRules rules;
    private final Medium medium;

    /** Whose values below nothing are no measurement. */
    private static final Set<Role> NEVER_NEGATIVE =
            Set.of(Role.POLLUTANT, Role.ACIDITY, Role.MONOXIDE, Role.DIOXIDE, Role.FLOW, Role.OXYGEN, Role.HUMIDITY);

    HourOfReadings(EmissionRules rules, Medium medium) {
        this.rules = rules;
        this.medium = medium;
    }

    /** @param marks of this hour and factor, in the order they were entered */
    FactorHour hour(
            Substance substance,
            LocalDateTime start,
            int interval,
            @Nullable Reading whole,
            List<Reading> parts,
            List<Marked> marks) {
        int year = start.getYear();
        if (whole == null && parts.isEmpty() && marks.isEmpty()) {
            return FactorHour.NOTHING;
        }
        @Nullable Reading[] said = new Reading[MINUTES];
        if (whole != null) {
            Arrays.fill(said, whole);
        } else {
            for (Reading part : parts) {
                int first = part.at().getMinute();
                Arrays.fill(said, first, Math.min(MINUTES, first + interval), part);
            }
        }
        @Nullable Mark[] marked = new Mark[MINUTES];
        for (Marked mark : marks) {
            int first = (int) Math.max(0, ChronoUnit.MINUTES.between(start, mark.from()));
            int last = (int) Math.min(MINUTES, ChronoUnit.MINUTES.between(start, mark.to()));
            Mark meaning = rules.byWord(mark.word(), year);
            if (meaning != null && first < last) {
                Arrays.fill(marked, first, last, meaning);
            }
        }
        return tally(substance, year, whole, said, marked);
    }

    private FactorHour tally(
            Substance substance, int year, @Nullable Reading whole, @Nullable Reading[] said, @Nullable Mark[] marked) {
        int valid = 0;
        int received = 0;
        int stopped = 0;
        int checking = 0;
        boolean judged = true;
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> reasons = new LinkedHashSet<>();
        int next;
        for (int minute = 0; minute < MINUTES; minute = next) {
            Reading reading = said[minute];
            Mark byPeople = marked[minute];
            next = minute + 1;
            while (next < MINUTES && said[next] == reading && marked[next] == byPeople) {
                next++;
            }
            int minutes = next - minute;
            Mark mark = byPeople == null && reading != null ? rules.byFlag(reading.flag(), year) : byPeople;
            received += reading == null ? 0 : minutes;
            if (mark != null && mark.effect() == Effect.STOPPED) {
                stopped += minutes;
                reasons.add(mark.word());
            } else if (reading == null) {
                reasons.add("缺数据");
            } else if (mark == null || mark.effect() == Effect.INVALID || mark.effect() == Effect.CHECKING) {
                checking += mark != null && mark.effect() == Effect.CHECKING ? minutes : 0;
                reasons.add(mark == null ? "不认得的标记 " + reading.flag() : mark.word());
            } else if (reading.mean() == null) {
                reasons.add("没有数值");
            } else if (reading.mean().signum() < 0 && NEVER_NEGATIVE.contains(substance.role())) {
                reasons.add("负值");
            } else {
                valid += minutes;
                judged &= mark.effect() == Effect.VALID;
                sum = sum.add(reading.mean().multiply(BigDecimal.valueOf(minutes)));
            }
        }
        int command = received == 0 ? 0 : whole == null ? Reading.OF_MINUTES : Reading.OF_HOUR;
        int wanted = rules.ruling(Parameter.VALID_MINUTES, medium, year).number();
        if (valid >= wanted) {
            BigDecimal mean = whole == null || whole.mean() == null
                    ? Arithmetic.divide(sum, new BigDecimal(valid))
                    : whole.mean();
            return new FactorHour(
                    HourState.VALID, mean, whole == null ? null : whole.converted(), valid, command, "", judged, false);
        }
        HourState state =
                stopped >= rules.ruling(Parameter.STOPPED_MINUTES, medium, year).number()
                        ? HourState.STOPPED
                        : received == 0 ? HourState.MISSING : HourState.INVALID;
        return new FactorHour(
                state, null, null, valid, command, String.join("、", reasons), judged, valid + checking >= wanted);
    }
}
