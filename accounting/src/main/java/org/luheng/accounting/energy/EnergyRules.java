package org.luheng.accounting.energy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kinds of energy and their coefficients, as dated data. */
public final class EnergyRules {
    private final Map<String, EnergyKind> kinds;
    private final List<EnergyKind> inOrder;
    private final List<CoefficientSet> sets;
    private final List<Coefficient> coefficients;
    private final Map<String, List<Coefficient>> bySetAndKind = new HashMap<>();
    private final List<String> forRegions;
    private final List<String> forEnterprises;

    public EnergyRules(List<EnergyKind> kinds, List<CoefficientSet> sets, List<Coefficient> coefficients) {
        Map<String, EnergyKind> byCode = new LinkedHashMap<>();
        kinds.forEach(kind -> byCode.put(kind.code(), kind));
        this.kinds = byCode;
        this.inOrder = List.copyOf(byCode.values());
        this.sets = List.copyOf(sets);
        this.coefficients = List.copyOf(coefficients);
        for (Coefficient row : coefficients) {
            bySetAndKind
                    .computeIfAbsent(key(row.set(), row.kind()), key -> new ArrayList<>())
                    .add(row);
        }
        this.forRegions = ranked(CoefficientSet::regions);
        this.forEnterprises = ranked(CoefficientSet::enterprises);
    }

    private List<String> ranked(Function<CoefficientSet, @Nullable Integer> rank) {
        return sets.stream()
                .filter(set -> rank.apply(set) != null)
                .sorted(Comparator.comparing(set -> String.format("%09d", rank.apply(set))))
                .map(CoefficientSet::id)
                .toList();
    }

    private static String key(String set, String kind) {
        return set + " " + kind;
    }

    /** In the order of the file. */
    public List<EnergyKind> kinds() {
        return inOrder;
    }

    public List<CoefficientSet> sets() {
        return sets;
    }

    public List<Coefficient> coefficients() {
        return coefficients;
    }

    public @Nullable EnergyKind kind(String code) {
        return kinds.get(code);
    }

    public @Nullable CoefficientSet set(String id) {
        for (CoefficientSet set : sets) {
            if (set.id().equals(id)) {
                return set;
            }
        }
        return null;
    }

    /** What regions use in the year, by rank of the sets; never a constant for the equivalent value of electricity. */
    public @Nullable Coefficient forRegions(EnergyKind kind, Basis basis, int year) {
        return first(forRegions, kind, basis, year);
    }

    /** What enterprises use in the year, by rank of the sets; never a constant for the equivalent value of electricity. */
    public @Nullable Coefficient forEnterprises(EnergyKind kind, Basis basis, int year) {
        return first(forEnterprises, kind, basis, year);
    }

    private @Nullable Coefficient first(List<String> ranked, EnergyKind kind, Basis basis, int year) {
        if (kind.isElectricity() && basis == Basis.EQUIVALENT) {
            return null;
        }
        for (String set : ranked) {
            Coefficient found = of(set, kind, basis, year);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * What one set says. For fuels and heat the equivalent value is the calorific one where the set gives no other; for
     * electricity it is not, and a working medium has no calorific value.
     */
    public @Nullable Coefficient of(String set, EnergyKind kind, Basis basis, int year) {
        Coefficient calorific = null;
        for (Coefficient row : bySetAndKind.getOrDefault(key(set, kind.code()), List.of())) {
            if (!row.holdsIn(year)) {
                continue;
            }
            if (row.basis() == basis) {
                return row;
            }
            if (row.basis() == Basis.CALORIFIC) {
                calorific = row;
            }
        }
        return kind.isElectricity() ? null : calorific;
    }

    /** The kind and all kinds that its statistics include, however deep. */
    List<EnergyKind> within(EnergyKind whole) {
        List<EnergyKind> parts = new ArrayList<>(List.of(whole));
        for (int at = 0; at < parts.size(); at++) {
            String code = parts.get(at).code();
            for (EnergyKind kind : kinds.values()) {
                if (kind.partOf().equals(code) && !parts.contains(kind)) {
                    parts.add(kind);
                }
            }
        }
        return parts;
    }
}
