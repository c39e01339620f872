package org.luheng.accounting;

import java.math.BigDecimal;
import java.util.Set;
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
    private final Once<Figure> coals = new Once<>(this::coal);
    private final Once<Figure> carbons = new Once<>(this::carbon);

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
        return (element.equals(Element.COAL) ? coals : carbons).of(region, period);
    }

    private @Nullable Figure coal(String region, Period period) {
        RuleEdition rule = edition(EnergyFromKinds.COAL_MATTER, period.year());
        return rule == null ? null : energy.coal(region, period, rule);
    }

    private @Nullable Figure carbon(String region, Period period) {
        RuleEdition rule = edition(Element.CARBON, period.year());
        return rule == null ? null : carbon.total(region, period, rule);
    }

    /** Null where no edition is for the year: what lies before the rules serves nobody. */
    private @Nullable RuleEdition edition(String matter, int year) {
        return context.rules().editionsOf(matter).reversed().stream()
                .filter(edition -> edition.holdsIn(year))
                .findFirst()
                .orElse(null);
    }

    /** The same as a level; null where it cannot be had. */
    @Nullable
    Level level(String region, String element, Period period) {
        Figure figure = find(region, element, period);
        BigDecimal value = figure == null ? null : figure.value();
        return figure == null || value == null
                ? null
                : new Level(value, false, figure.unit(), figure.sample(), figure.bracketed(), figure::trace);
    }

    /** Whether the element could ever come from what the region reports. */
    boolean knows(String region, String element) {
        return ELEMENTS.contains(element) && energy.knows(region);
    }

    /** Whether the region reports any kind in the period, enough or not. */
    boolean reports(String region, Period period) {
        return energy.reports(region, period);
    }

    boolean knows(String region, String element, Period period) {
        return level(region, element, period) != null;
    }

    /** Why it does not come from kinds, in brackets; empty where that is no question. */
    String missing(String region, String element, Period period) {
        Figure figure = find(region, element, period);
        return figure == null || figure.missing() == null ? "" : "（分品种核算：" + figure.missing() + "）";
    }

    /** Whether the region ever reported a process. */
    boolean knowsProcesses(String region) {
        return context.facts().elements(region).stream().anyMatch(CarbonFromKinds::isActivity);
    }

    /** Carbon dioxide of processes; null where no activity is reported. */
    @Nullable
    Figure process(String region, Period period) {
        RuleEdition rule = edition(Element.CARBON_PROCESS, period.year());
        return rule == null ? null : carbon.process(region, period, rule);
    }
}
