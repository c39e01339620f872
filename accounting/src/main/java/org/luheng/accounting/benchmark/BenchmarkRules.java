package org.luheng.accounting.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * Everything that is data in a comparison with efficiency levels.
 *
 * @param corrections in the order in which they are applied
 * @param methods the rules of the arithmetic: matters {@code benchmark.position}, {@code .saving}, {@code .index}, {@code .share}
 */
public record BenchmarkRules(
        List<Scale> scales, List<Correction> corrections, List<ConsumptionUnit> units, List<RuleEdition> methods) {
    /** What the arithmetic needs a rule for. */
    public static final List<String> MATTERS =
            List.of("benchmark.position", "benchmark.saving", "benchmark.index", "benchmark.share");

    public BenchmarkRules {
        scales = List.copyOf(scales);
        corrections = List.copyOf(corrections);
        units = List.copyOf(units);
        methods = List.copyOf(methods);
    }

    /** The scale of the assessed year: of those that hold in it, the one that began last; null: there is none. */
    public @Nullable Scale scale(Scale.Kind kind, String product, int year) {
        return scales.stream()
                .filter(scale -> scale.kind() == kind && scale.product().equals(product))
                .filter(scale -> scale.edition().holdsIn(year))
                .max(Comparator.comparingInt(scale -> scale.edition().from()))
                .orElse(null);
    }

    /** Whether any edition knows the product. */
    public boolean knows(Scale.Kind kind, String product) {
        return scales.stream()
                .anyMatch(scale -> scale.kind() == kind && scale.product().equals(product));
    }

    public Set<String> products() {
        Set<String> products = new TreeSet<>();
        scales.forEach(scale -> products.add(scale.product()));
        return products;
    }

    /** Corrections of the product's standard under that name in the assessed year; empty where the rules have none. */
    public List<Correction> corrections(String product, String name, int year) {
        return corrections.stream()
                .filter(correction -> correction.product().equals(product)
                        && correction.name().equals(name)
                        && correction.edition().holdsIn(year))
                .toList();
    }

    /** By code or alias; null: no such unit. */
    public @Nullable ConsumptionUnit unit(String name) {
        return units.stream().filter(unit -> unit.isCalled(name)).findFirst().orElse(null);
    }

    /** @throws IllegalArgumentException where no rule of that matter holds in the year; {@link #covers} asks before */
    RuleEdition method(String matter, int year) {
        return methods.stream()
                .filter(method -> method.matter().equals(matter) && method.holdsIn(year))
                .max(Comparator.comparingInt(RuleEdition::from))
                .orElseThrow(() -> new IllegalArgumentException("no rule of " + matter + " for " + year));
    }

    /** Whether the arithmetic has its rules for the year. */
    public boolean covers(int year) {
        return MATTERS.stream()
                .allMatch(matter ->
                        methods.stream().anyMatch(method -> method.matter().equals(matter) && method.holdsIn(year)));
    }
}
