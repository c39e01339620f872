package org.luheng.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Facts as they are known, with some assumed before them; what is assumed says so wherever it is shown. */
final class AssumedFacts implements Facts {
    private final Facts known;
    private final Map<Key, Fact> assumed = new HashMap<>();

    private record Key(String region, String element, Period period) {}

    AssumedFacts(Facts known) {
        this.known = known;
    }

    void assume(String region, String element, Period period, BigDecimal value, String unit, String why) {
        assumed.put(
                new Key(region, element, period),
                new Fact(
                        0,
                        region,
                        period,
                        element,
                        value,
                        unit,
                        null,
                        Stage.PRELIMINARY,
                        "",
                        "",
                        "假设：" + why,
                        null,
                        false,
                        "假设"));
    }

    @Override
    public @Nullable Fact find(String region, String element, Period period) {
        Fact fact = assumed.get(new Key(region, element, period));
        return fact == null ? known.find(region, element, period) : fact;
    }

    @Override
    public List<Fact> all(String region, String element, Period period) {
        Fact fact = assumed.get(new Key(region, element, period));
        List<Fact> others = known.all(region, element, period);
        if (fact == null) {
            return others;
        }
        List<Fact> all = new ArrayList<>(others.size() + 1);
        all.add(fact);
        all.addAll(others);
        return all;
    }

    @Override
    public Collection<Period> periods(String region, String element) {
        Set<Period> periods = new TreeSet<>(known.periods(region, element));
        assumed.keySet().stream()
                .filter(key -> key.region.equals(region) && key.element.equals(element))
                .forEach(key -> periods.add(key.period));
        return periods;
    }

    @Override
    public Set<String> regions() {
        Set<String> regions = new TreeSet<>(known.regions());
        assumed.keySet().forEach(key -> regions.add(key.region));
        return regions;
    }

    @Override
    public Set<String> elements(String region) {
        Set<String> elements = new TreeSet<>(known.elements(region));
        assumed.keySet().stream().filter(key -> key.region.equals(region)).forEach(key -> elements.add(key.element));
        return elements;
    }

    @Override
    public LocalDate knownOn() {
        return known.knownOn();
    }
}
