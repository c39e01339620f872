package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.growthFactor;
import static org.luheng.accounting.Arithmetic.printed;
import static org.luheng.accounting.Arithmetic.signed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GDP at constant prices (不变价地区生产总值): how many times that of another period it is. Two levels are compared at the prices of one
 * year only; across a change of the price base a year that is known at both prices links them (衔接), or a growth rate stands in.
 */
final class Product {
    private final Context context;
    private final List<String> elements = new ArrayList<>();
    private final Once<Factor> growths = new Once<>(this::grown);

    Product(Context context) {
        this.context = context;
        // The base in force is asked for first: the latest, then earlier ones, then levels that name no base.
        context.rules().priceBases().reversed().forEach(base -> elements.add(base.element()));
        elements.add(Element.GDP);
    }

    /** How many times that of the same span a year earlier, from levels or else from the growth rate; null: neither is known. */
    @Nullable
    Factor growth(String region, Period period) {
        return growths.of(region, period);
    }

    private @Nullable Factor grown(String region, Period period) {
        Factor levels = ratio(region, period, period.yearBefore());
        if (levels != null) {
            return levels;
        }
        Fact rate = context.find(region, Element.GDP_GROWTH, period);
        if (rate == null || growthFactor(rate.value()).signum() <= 0) {
            return null;
        }
        return new Factor(
                growthFactor(rate.value()),
                () -> "1 " + signed(rate.value()) + "%",
                () -> List.of(context.leaf(rate)),
                rate.sample(),
                false);
    }

    /** How many times GDP of the earlier period it is, from levels; null where they are not known at prices that can be linked. */
    @Nullable
    Factor ratio(String region, Period now, Period then) {
        for (String element : elements) {
            Fact later = positive(region, element, now);
            Fact earlier = later == null ? null : positive(region, element, then);
            if (later != null && earlier != null) {
                return new Factor(
                        divide(later.value(), earlier.value()),
                        () -> later.value().toPlainString() + " ÷ "
                                + earlier.value().toPlainString(),
                        () -> List.of(context.leaf(later), context.leaf(earlier)),
                        later.sample() || earlier.sample(),
                        false);
            }
        }
        return elements.size() == 1 ? null : linked(region, now, then);
    }

    /** The earlier level carried over to the prices of the later one, by a year between them that is known at both. */
    private @Nullable Factor linked(String region, Period now, Period then) {
        for (String ofNow : elements) {
            Fact later = positive(region, ofNow, now);
            if (later == null) {
                continue;
            }
            for (String ofThen : elements) {
                Fact earlier = ofThen.equals(ofNow) ? null : positive(region, ofThen, then);
                if (earlier == null) {
                    continue;
                }
                for (int year = now.year(); year >= then.year(); year--) {
                    Period link = Period.year(year);
                    Fact linkNew = positive(region, ofNow, link);
                    Fact linkOld = positive(region, ofThen, link);
                    if (linkNew != null && linkOld != null) {
                        return linked(later, earlier, linkNew, linkOld);
                    }
                }
            }
        }
        return null;
    }

    private Factor linked(Fact later, Fact earlier, Fact linkNew, Fact linkOld) {
        return new Factor(
                divide(
                        later.value().multiply(linkOld.value(), Arithmetic.PRECISION),
                        earlier.value().multiply(linkNew.value(), Arithmetic.PRECISION)),
                () -> later.value().toPlainString() + " ÷ (" + earlier.value().toPlainString() + " × "
                        + linkNew.value().toPlainString() + " ÷ "
                        + linkOld.value().toPlainString() + ")",
                () -> List.of(context.leaf(later), context.leaf(earlier), context.leaf(linkNew), context.leaf(linkOld)),
                later.sample() || earlier.sample() || linkNew.sample() || linkOld.sample(),
                false);
    }

    private @Nullable Fact positive(String region, String element, Period period) {
        Fact fact = context.find(region, element, period);
        return fact != null && fact.value().signum() > 0 ? fact : null;
    }

    /** Whether any level is known of the period. */
    boolean isKnown(String region, Period period) {
        for (String element : elements) {
            if (context.find(region, element, period) != null) {
                return true;
            }
        }
        return context.find(region, Element.GDP_GROWTH, period) != null;
    }

    /** What is wanting for {@link #growth}. */
    String wanting(String region, Period period) {
        List<String> levels = new ArrayList<>();
        List<String> bases = new ArrayList<>();
        for (Period each : List.of(period, period.yearBefore())) {
            Fact known = null;
            for (String element : elements) {
                Fact fact = context.find(region, element, each);
                if (fact != null && (known == null || known.value().signum() <= 0)) {
                    known = fact;
                }
            }
            if (known == null) {
                levels.add(each.toString());
            } else if (known.value().signum() <= 0) {
                levels.add(each + "（现为 " + printed(known.value(), 4) + "，须大于零）");
            } else {
                bases.add(each + " 只有" + context.name(known.element()));
            }
        }
        String name = context.name(Element.GDP);
        String orGrowth = "或" + context.name(Element.GDP_GROWTH) + " " + period;
        return levels.isEmpty()
                ? name + "：" + String.join("，", bases) + "，价格基期不同，缺一年的两种价格的数作衔接，" + orGrowth
                : name + " " + String.join("、", levels) + "，" + orGrowth;
    }
}
