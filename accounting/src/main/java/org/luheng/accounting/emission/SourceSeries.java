package org.luheng.accounting.emission;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is known of one source in a span of time.
 *
 * @param terms no two of them of one day; days without get {@link Terms#usual()}
 * @param readings in any order, each as often as it came
 * @param marks of people
 * @param begin from when on it has to be measured; what lies before is not looked at. Far enough back that what is put in the place
 *     of missing hours can be found: 2160 valid hours
 * @param until not included; hours from then on are not over yet
 */
public record SourceSeries(
        Medium medium,
        List<Terms> terms,
        List<Reading> readings,
        List<Marked> marks,
        LocalDateTime begin,
        LocalDateTime until) {
    public SourceSeries {
        terms = List.copyOf(terms);
        readings = List.copyOf(readings);
        marks = List.copyOf(marks);
        begin = begin.truncatedTo(ChronoUnit.HOURS);
        until = until.truncatedTo(ChronoUnit.HOURS);
    }

    Terms termsAt(LocalDateTime hour) {
        return terms.stream()
                .filter(each -> each.holdOn(hour.toLocalDate()))
                .findFirst()
                .orElseGet(Terms::usual);
    }
}
