package org.luheng.app.snapshot;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Snapshot;
import org.luheng.app.fact.FactBook;
import org.springframework.stereotype.Service;

/** Snapshots of any plan on any day; making one costs nothing, its figures are computed when they are asked for. */
@Service
public class Snapshots {
    private final FactBook facts;
    private final Rules rules;

    Snapshots(FactBook facts, Rules rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** As the current reader sees it. */
    public Snapshot at(Plan plan, LocalDate asOf) {
        return new Snapshot(plan, rules, facts.knownOn(asOf));
    }

    /** As everybody saw it when it was sealed; of the places that the plan speaks of. */
    public Snapshot sealed(Plan plan, LocalDate day, long lastFact) {
        return new Snapshot(plan, rules, facts.sealed(day, lastFact, places(plan)));
    }

    /** The same over facts that were read from the tables anew. */
    public Snapshot sealed(Plan plan, LocalDate day, long lastFact, FactBase anew) {
        return new Snapshot(plan, rules, FactBook.sealed(anew, day, lastFact, places(plan)));
    }

    private static Set<String> places(Plan plan) {
        Set<String> places = new HashSet<>(plan.places());
        plan.targets().forEach(target -> places.add(target.region()));
        return places;
    }

    /**
     * Spans from the beginning of a year within the plan's years for which anything is known of one of the places, the
     * latest first.
     */
    public List<Period> periods(Snapshot snapshot, Collection<String> places) {
        Plan plan = snapshot.plan();
        return places.stream()
                .flatMap(place -> snapshot.periods(place).stream())
                .distinct()
                .filter(Period::isYearToDate)
                .filter(period -> period.year() >= plan.firstYear() && period.year() <= plan.lastYear())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The last whole year for which the energy of one of the places is known, else the latest period, else the last year. */
    public Period latest(Snapshot snapshot, Collection<String> places) {
        List<Period> periods = periods(snapshot, places);
        return periods.stream()
                .filter(Period::isYear)
                .filter(year ->
                        places.stream().anyMatch(place -> isKnown(snapshot.figure(place, Element.CHANGE, year))))
                .findFirst()
                .or(() -> periods.stream().findFirst())
                .orElse(Period.year(snapshot.plan().lastYear()));
    }

    private static boolean isKnown(@Nullable Figure figure) {
        return figure != null && figure.value() != null;
    }
}
