package org.luheng.accounting.carbon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.energy.CoefficientSet;
import org.luheng.accounting.energy.EnergyFromKinds;
import org.luheng.accounting.energy.EnergyKind;

/** Factors of fuels, grids and processes, as dated data. */
public final class CarbonRules {
    public static final CarbonRules NONE = new CarbonRules(List.of(), List.of(), List.of(), List.of(), List.of());

    private final List<CoefficientSet> sets;
    private final List<FuelFactor> fuels;
    private final List<GridFactor> grids;
    private final List<GridRule> gridRules;
    private final List<ProcessFactor> processes;
    private final Map<String, List<FuelFactor>> bySetAndKind = new HashMap<>();
    private final Map<String, List<GridFactor>> byScopeAndRegion = new HashMap<>();
    private final Map<String, List<ProcessFactor>> byProcess = new LinkedHashMap<>();
    private final List<String> forRegions;
    private final List<String> forEnterprises;

    public CarbonRules(
            List<CoefficientSet> sets,
            List<FuelFactor> fuels,
            List<GridFactor> grids,
            List<GridRule> gridRules,
            List<ProcessFactor> processes) {
        this.sets = List.copyOf(sets);
        this.fuels = List.copyOf(fuels);
        this.grids = List.copyOf(grids);
        this.gridRules = gridRules.stream()
                .sorted(Comparator.comparingInt(
                                (GridRule rule) -> rule.edition().from())
                        .reversed())
                .toList();
        this.processes = List.copyOf(processes);
        for (FuelFactor fuel : fuels) {
            bySetAndKind
                    .computeIfAbsent(key(fuel.set(), fuel.kind()), key -> new ArrayList<>())
                    .add(fuel);
        }
        for (GridFactor grid : grids) {
            for (String region : grid.regions()) {
                byScopeAndRegion
                        .computeIfAbsent(key(grid.scope().code(), region), key -> new ArrayList<>())
                        .add(grid);
            }
        }
        for (ProcessFactor process : processes) {
            byProcess
                    .computeIfAbsent(process.process(), key -> new ArrayList<>())
                    .add(process);
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

    private static String key(String one, String other) {
        return one + " " + other;
    }

    public List<CoefficientSet> sets() {
        return sets;
    }

    public List<FuelFactor> fuels() {
        return fuels;
    }

    public List<GridFactor> grids() {
        return grids;
    }

    public List<GridRule> gridRules() {
        return gridRules;
    }

    public List<ProcessFactor> processes() {
        return processes;
    }

    /** What regions use in the year, by rank of the sets. */
    @Nullable
    FuelFactor forRegions(EnergyKind kind, int year) {
        return first(forRegions, kind, year);
    }

    /** What enterprises use in the year, by rank of the sets. */
    @Nullable
    FuelFactor forEnterprises(EnergyKind kind, int year) {
        return first(forEnterprises, kind, year);
    }

    private @Nullable FuelFactor first(List<String> ranked, EnergyKind kind, int year) {
        for (String set : ranked) {
            FuelFactor found = of(set, kind, year);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What one set says. */
    public @Nullable FuelFactor of(String set, EnergyKind kind, int year) {
        for (FuelFactor fuel : bySetAndKind.getOrDefault(key(set, kind.code()), List.of())) {
            if (fuel.holdsIn(year)) {
                return fuel;
            }
        }
        return null;
    }

    /** The grid factor for electricity used in the place; null where the rule of the year finds none. */
    public @Nullable GridChoice grid(String region, int year) {
        for (GridRule rule : gridRules) {
            if (!rule.edition().holdsIn(year)) {
                continue;
            }
            List<String> places = new ArrayList<>(List.of(region));
            places.addAll(EnergyFromKinds.gbt2260(region));
            for (GridFactor.Scope scope : rule.scopes()) {
                for (String place : places) {
                    GridFactor factor =
                            rule.pick(byScopeAndRegion.getOrDefault(key(scope.code(), place), List.of()), year);
                    if (factor != null) {
                        return new GridChoice(factor, rule, year);
                    }
                }
            }
            return null;
        }
        return null;
    }

    /** The factor of a process in the year. */
    public @Nullable ProcessFactor process(String process, String set, int year) {
        for (ProcessFactor each : byProcess.getOrDefault(process, List.of())) {
            if (each.set().equals(set) && each.holdsIn(year)) {
                return each;
            }
        }
        return null;
    }

    /** Codes of the processes, in the order of the file. */
    public List<String> processCodes() {
        return List.copyOf(byProcess.keySet());
    }
}
