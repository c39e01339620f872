package org.luheng.accounting.emission;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the readings of one source come to, pollutant by pollutant.
 *
 * @param pollutants those of which anything was said, in the order of the rules
 */
public record SourceAccount(SourceSeries series, List<PollutantAccount> pollutants) {
    public SourceAccount {
        pollutants = List.copyOf(pollutants);
    }

    /** @throws IllegalArgumentException where {@link EmissionRules#covers} says no for a year of the series */
    public static SourceAccount of(SourceSeries series, EmissionRules rules) {
        FactorHours hours = new FactorHours(series, rules);
        Measuring measuring = new Measuring(series, rules, hours);
        List<PollutantAccount> pollutants = new ArrayList<>();
        for (Substance substance : rules.substances()) {
            boolean counts = substance.role() == Role.POLLUTANT || substance.role() == Role.ACIDITY;
            if (substance.medium() == series.medium() && counts && isSpokenOf(substance, hours, rules)) {
                List<Hour> measured = measuring.of(substance);
                Substitution substitution = new Substitution(series.medium(), rules);
                List<Hour> filled = substance.role() == Role.POLLUTANT ? substitution.fill(measured) : measured;
                pollutants.add(new PollutantAccount(substance, series, rules, filled, substitution.captures()));
            }
        }
        return new SourceAccount(series, pollutants);
    }

    private static boolean isSpokenOf(Substance substance, FactorHours hours, EmissionRules rules) {
        boolean ofParts = substance.factor().equals(Measuring.NOX)
                && rules.inRole(Role.MONOXIDE, substance.medium())
                        .filter(part -> hours.factors().contains(part.factor()))
                        .isPresent();
        return ofParts || hours.factors().contains(substance.factor());
    }

    public @Nullable PollutantAccount pollutant(String factor) {
        return pollutants.stream()
                .filter(each -> each.substance().factor().equals(factor))
                .findFirst()
                .orElse(null);
    }

    /** Of all pollutants together. */
    public Transmission transmission(LocalDateTime from, LocalDateTime to) {
        return pollutants.stream()
                .map(each -> each.transmission(from, to))
                .reduce(Transmission.NONE, Transmission::plus);
    }

    /** Of all pollutants, in the order of time. */
    public List<Episode> episodes(LocalDateTime from, LocalDateTime to) {
        return pollutants.stream()
                .flatMap(each -> each.episodes(from, to).stream())
                .sorted(Comparator.comparing(Episode::from))
                .toList();
    }
}
