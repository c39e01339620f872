package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/** How monitoring is counted, as dated data. Of several editions that hold in a year the one that began last counts. */
public record EmissionRules(List<Ruling> rulings, List<Mark> marks, List<Substance> substances, List<Limit> limits) {

    /** A number of the method. */
    public record Ruling(Parameter parameter, Medium medium, BigDecimal value, RuleEdition edition) {
        int number() {
            return value.intValueExact();
        }
    }

    public EmissionRules {
        rulings = List.copyOf(rulings);
        marks = List.copyOf(marks);
        substances = List.copyOf(substances);
        limits = List.copyOf(limits);
    }

    /** Whether everything is known that a year of the medium needs. */
    public boolean covers(Medium medium, int year) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.isOf(medium))
                .allMatch(parameter -> find(parameter, medium, year).isPresent());
    }

    private Optional<Ruling> find(Parameter parameter, Medium medium, int year) {
        return rulings.stream()
                .filter(ruling -> ruling.parameter() == parameter
                        && ruling.medium() == medium
                        && ruling.edition().holdsIn(year))
                .max(Comparator.comparingInt(ruling -> ruling.edition().from()));
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
        String sought = flag.isEmpty() ? "-" : flag;
        return latest(marks.stream().filter(mark -> mark.flag().equals(sought)), year);
    }

    public @Nullable Mark byWord(String word, int year) {
        return latest(marks.stream().filter(mark -> mark.word().equals(word)), year);
    }

    private static @Nullable Mark latest(java.util.stream.Stream<Mark> marks, int year) {
        return marks.filter(mark -> mark.edition().holdsIn(year))
                .max(Comparator.comparingInt(mark -> mark.edition().from()))
                .orElse(null);
    }

    /** Marks that people may enter in that year, in the order of the file. */
    public List<Mark> entered(int year) {
        return marks.stream()
                .filter(mark -> mark.entered() && mark.edition().holdsIn(year))
                .toList();
    }

    public @Nullable Substance substance(String factor) {
        return substances.stream()
                .filter(substance -> substance.factor().equals(factor))
                .findFirst()
                .orElse(null);
    }

    Optional<Substance> inRole(Role role, Medium medium) {
        return substances.stream()
                .filter(substance -> substance.role() == role && substance.medium() == medium)
                .findFirst();
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
