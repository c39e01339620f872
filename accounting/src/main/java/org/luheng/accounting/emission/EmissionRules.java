package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/** How monitoring is counted, as dated data. Of several editions that hold in a year the one that began last counts. */
public final class EmissionRules {
    private final List<Ruling> rulings;
    private final List<Mark> marks;
    private final List<Substance> substances;
    private final List<Limit> limits;

    /** The edition that began last first. */
    private final Map<Medium, Map<Parameter, List<Ruling>>> byParameter = new EnumMap<>(Medium.class);

    private final Map<String, List<Mark>> byFlag = new HashMap<>();
    private final Map<String, List<Mark>> byWord = new HashMap<>();
    private final Map<String, Substance> byFactor = new HashMap<>();
    private final Map<Medium, Map<Role, Substance>> byRole = new EnumMap<>(Medium.class);

    /** A number of the method. */
    public record Ruling(Parameter parameter, Medium medium, BigDecimal value, RuleEdition edition) {
        int number() {
            return value.intValueExact();
        }
    }

    /** @param substances a factor once; of a role that is not a pollutant's one for each medium */
    public EmissionRules(List<Ruling> rulings, List<Mark> marks, List<Substance> substances, List<Limit> limits) {
        this.rulings = List.copyOf(rulings);
        this.marks = List.copyOf(marks);
        this.substances = List.copyOf(substances);
        this.limits = List.copyOf(limits);
        rulings.stream()
                .sorted(Comparator.comparingInt(
                                (Ruling ruling) -> ruling.edition().from())
                        .reversed())
                .forEach(ruling -> byParameter
                        .computeIfAbsent(ruling.medium(), medium -> new EnumMap<>(Parameter.class))
                        .computeIfAbsent(ruling.parameter(), parameter -> new ArrayList<>())
                        .add(ruling));
        marks.stream()
                .sorted(Comparator.comparingInt((Mark mark) -> mark.edition().from())
                        .reversed())
                .forEach(mark -> {
                    byFlag.computeIfAbsent(mark.flag(), flag -> new ArrayList<>())
                            .add(mark);
                    byWord.computeIfAbsent(mark.word(), word -> new ArrayList<>())
                            .add(mark);
                });
        substances.forEach(substance -> {
            byFactor.putIfAbsent(substance.factor(), substance);
            byRole.computeIfAbsent(substance.medium(), medium -> new EnumMap<>(Role.class))
                    .putIfAbsent(substance.role(), substance);
        });
    }

    public List<Ruling> rulings() {
        return rulings;
    }

    public List<Mark> marks() {
        return marks;
    }

    public List<Substance> substances() {
        return substances;
    }

    public List<Limit> limits() {
        return limits;
    }

    /** Whether everything is known that a year of the medium needs. */
    public boolean covers(Medium medium, int year) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.isOf(medium))
                .allMatch(parameter -> find(parameter, medium, year).isPresent());
    }

    private Optional<Ruling> find(Parameter parameter, Medium medium, int year) {
        for (Ruling ruling : byParameter.getOrDefault(medium, Map.of()).getOrDefault(parameter, List.of())) {
            if (ruling.edition().holdsIn(year)) {
                return Optional.of(ruling);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException where no edition covers the year; ask {@link #covers} before */
    public Ruling ruling(Parameter parameter, Medium medium, int year) {
        return find(parameter, medium, year)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no edition of " + parameter.code() + " for " + medium.word() + " in " + year));
    }

    /** Null: the flag means nothing that is known, and what carries it does not count. */
    @Nullable
    Mark byFlag(String flag, int year) {
        return latest(byFlag.getOrDefault(flag.isEmpty() ? "-" : flag, List.of()), year);
    }

    public @Nullable Mark byWord(String word, int year) {
        return latest(byWord.getOrDefault(word, List.of()), year);
    }

    private static @Nullable Mark latest(List<Mark> marks, int year) {
        for (Mark mark : marks) {
            if (mark.edition().holdsIn(year)) {
                return mark;
            }
        }
        return null;
    }

    /** Marks that people may enter in that year, in the order of the file. */
    public List<Mark> entered(int year) {
        return marks.stream()
                .filter(mark -> mark.entered() && mark.edition().holdsIn(year))
                .toList();
    }

    public @Nullable Substance substance(String factor) {
        return byFactor.get(factor);
    }

    Optional<Substance> inRole(Role role, Medium medium) {
        return Optional.ofNullable(byRole.getOrDefault(medium, Map.of()).get(role));
    }

    /** Names of the sets of limits for a medium, each once. */
    public List<String> sets(Medium medium) {
        return limits.stream()
                .filter(limit -> {
                    Substance substance = substance(limit.factor());
                    return substance != null && substance.medium() == medium;
                })
                .map(Limit::set)
                .distinct()
                .toList();
    }

    /** What the factor is held against: the permit's limits of each window, else those of the set. */
    List<Limit> limits(Terms terms, String factor, int year) {
        return Arrays.stream(Window.values())
                .flatMap(window -> terms.permit().stream()
                        .filter(limit -> limit.factor().equals(factor) && limit.window() == window)
                        .findFirst()
                        .or(() -> limits.stream()
                                .filter(limit -> limit.set().equals(terms.limits())
                                        && limit.factor().equals(factor)
                                        && limit.window() == window
                                        && limit.edition().holdsIn(year))
                                .max(Comparator.comparingInt(
                                        limit -> limit.edition().from())))
                        .stream())
                .toList();
    }

    /** Percent of oxygen that concentrations of the factor are converted to; null: they are not, or it is not known. */
    @Nullable
    BigDecimal oxygen(Terms terms, Substance substance, int year) {
        if (!substance.converted() || terms.oxygen() != null) {
            return substance.converted() ? terms.oxygen() : null;
        }
        // Of the standard itself: a permit sets another limit, not another reference.
        return limits.stream()
                .filter(limit -> limit.set().equals(terms.limits())
                        && limit.factor().equals(substance.factor())
                        && limit.edition().holdsIn(year)
                        && limit.oxygen() != null)
                .map(Limit::oxygen)
                .findFirst()
                .orElse(null);
    }
}
