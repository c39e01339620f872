package org.luheng.accounting;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.carbon.CarbonFromKinds;
import org.luheng.accounting.energy.EnergyFromKinds;

/**
 * What comes out of the kinds of energy a place reports, where nobody reported it itself: coal by weight, and carbon dioxide. So a plan
 * may turn from energy to carbon without a new fact.
 */
final class FromKinds {
    private static final Set<String> ELEMENTS = Set.of(Element.COAL, Element.CARBON);

    private final Context context;
    private final EnergyFromKinds energy;
    private final CarbonFromKinds carbon;
    private final Map<Key, Figure> known = new ConcurrentHashMap<>();

    private record Key(String region, String element, Period period) {}

    FromKinds(Context context, EnergyFromKinds energy) {
        this.context = context;
        this.energy = energy;
        this.carbon = new CarbonFromKinds(energy, context.rules().carbon(), context.facts());
    }

    /**
     * What the element comes to.
     *
     * @return null where the element does not come from kinds, or the region reports none
     */
    @Nullable
    Figure find(String region, String element, Period period) {
        if (!ELEMENTS.contains(element) || !energy.knows(region)) {
            return null;
        }
        Key key = new Key(region, element, period);
        Figure figure = known.get(key);
        if (figure == null) {
            figure = element.equals(Element.COAL)
                    ? energy.coal(region, period, context.rules().edition(EnergyFromKinds.COAL_MATTER, period.year()))
                    : carbon.total(region, period, context.rules().edition(Element.CARBON, period.year()));
            known.put(key, figure);
        }
        return figure;
    }

    /** Carbon dioxide of processes; null where no activity is reported. */
    @Nullable
    Figure process(String region, Period period) {
        return carbon.process(region, period, context.rules().edition(Element.CARBON_PROCESS, period.year()));
    }
}
