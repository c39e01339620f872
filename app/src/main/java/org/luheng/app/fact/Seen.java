package org.luheng.app.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Period;
import org.luheng.app.access.Sight;

/** Facts as one reader sees them; of the rest he does not learn that they are there. */
record Seen(Facts all, Sight sight) implements Facts {

    static Facts of(Facts all, Sight sight) {
        return sight.allBodies() && sight.allElements() ? all : new Seen(all, sight);
    }

    @Override
    public @Nullable Fact find(String region, String element, Period period) {
        return sight.sees(region, element) ? all.find(region, element, period) : null;
    }

    @Override
    public List<Fact> all(String region, String element, Period period) {
        return sight.sees(region, element) ? all.all(region, element, period) : List.of();
    }

    @Override
    public Collection<Period> periods(String region, String element) {
        return sight.sees(region, element) ? all.periods(region, element) : List.of();
    }

    @Override
    public Set<String> regions() {
        Set<String> regions = new TreeSet<>(all.regions());
        regions.removeIf(region -> !sight.sees(region));
        return regions;
    }

    @Override
    public Set<String> elements(String region) {
        if (!sight.sees(region)) {
            return Set.of();
        }
        Set<String> elements = new TreeSet<>(all.elements(region));
        elements.removeIf(element -> !sight.seesElement(element));
        return elements;
    }

    @Override
    public LocalDate knownOn() {
        return all.knownOn();
    }
}
