package org.luheng.accounting;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.carbon.CarbonRules;
import org.luheng.accounting.energy.EnergyRules;

/** The policy as dated data: one edition of the {@code rules/} folder with a city's changes laid over it. */
public final class Rules {
    private final Map<String, Indicator> indicators;
    private final List<RuleEdition> editions;
    private final List<Barometer> barometers;
    private final List<Deduction> deductions;
    private final List<PriceBase> priceBases;
    private final EnergyRules energy;
    private final CarbonRules carbon;
    private final Formulas formulas;
    private final AuthorityOrder authorities;
    private final Units units;
    private final String hash;

    /** By matter, and by light and scheme; the edition that began last first. */
    private final Map<String, List<RuleEdition>> byMatter = new HashMap<>();

    private final Map<String, Map<String, List<Barometer>>> byLight = new HashMap<>();
    private final Map<String, List<Deduction>> byPolicy = new HashMap<>();
    private final Map<Integer, Boolean> covered = new ConcurrentHashMap<>();

    /** @param hash names this edition: sha256 of the rows */
    public Rules(
            Map<String, Indicator> indicators,
            List<RuleEdition> editions,
            List<Barometer> barometers,
            List<Deduction> deductions,
            List<PriceBase> priceBases,
            EnergyRules energy,
            CarbonRules carbon,
            Formulas formulas,
            AuthorityOrder authorities,
            Units units,
            String hash) {
        this.indicators = Collections.unmodifiableMap(new HashMap<>(indicators));
        this.editions = List.copyOf(editions);
        this.barometers = List.copyOf(barometers);
        this.deductions = List.copyOf(deductions);
        this.priceBases = priceBases.stream()
                .sorted(Comparator.comparingInt(PriceBase::year))
                .toList();
        this.energy = energy;
        this.carbon = carbon;
        this.formulas = formulas;
        this.authorities = authorities;
        this.units = units;
        this.hash = hash;
        editions.stream()
                .sorted(Comparator.comparingInt(RuleEdition::from).reversed())
                .forEach(edition -> byMatter.merge(edition.matter(), List.of(edition), Plan::joined));
        barometers.stream()
                .sorted(Comparator.<Barometer>comparingInt(
                                barometer -> barometer.edition().from())
                        .reversed())
                .forEach(barometer -> byLight.computeIfAbsent(barometer.light(), light -> new HashMap<>())
                        .merge(barometer.scheme(), List.of(barometer), Plan::joined));
        deductions.forEach(deduction -> byPolicy.merge(deduction.policy(), List.of(deduction), Plan::joined));
    }

    public Map<String, Indicator> indicators() {
        return indicators;
    }

    public List<RuleEdition> editions() {
        return editions;
    }

    public List<Barometer> barometers() {
        return barometers;
    }

    public List<Deduction> deductions() {
        return deductions;
    }

    /** In order of their years. */
    public List<PriceBase> priceBases() {
        return priceBases;
    }

    /** Kinds of energy and their coefficients. */
    public EnergyRules energy() {
        return energy;
    }

    /** Factors of carbon dioxide. */
    public CarbonRules carbon() {
        return carbon;
    }

    /** Indicators that are computed from elements. */
    public Formulas formulas() {
        return formulas;
    }

    public AuthorityOrder authorities() {
        return authorities;
    }

    public Units units() {
        return units;
    }

    public String hash() {
        return hash;
    }

    public @Nullable Indicator indicator(String code) {
        return indicators.get(code);
    }

    /**
     * The edition that holds for the assessed year; of several the one that began last.
     *
     * @throws NoSuchRule where none covers the year
     */
    public RuleEdition edition(String matter, int year) {
        List<RuleEdition> some = byMatter.getOrDefault(matter, List.of());
        for (int at = 0; at < some.size(); at++) {
            RuleEdition edition = some.get(at);
            if (edition.holdsIn(year)) {
                return edition;
            }
        }
        throw new NoSuchRule(matter, year);
    }

    /** What an edition of the matter {@code deduction} deducts, in the order of the file. */
    public List<Deduction> deductions(RuleEdition policy) {
        return byPolicy.getOrDefault(policy.id(), List.of());
    }

    /** An edition by its id, whatever years it is for. */
    public @Nullable RuleEdition edition(String id) {
        return editions.stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** All editions of a matter, the earliest first. */
    public List<RuleEdition> editionsOf(String matter) {
        return byMatter.getOrDefault(matter, List.of()).reversed();
    }

    /** Whether every matter has an edition for the year; facts of other years serve as base only. */
    public boolean covers(int year) {
        return covered.computeIfAbsent(year, this::coversAll);
    }

    private boolean coversAll(int year) {
        return byMatter.values().stream().allMatch(some -> some.stream().anyMatch(edition -> edition.holdsIn(year)))
                && byLight.values().stream()
                        .allMatch(schemes -> schemes.getOrDefault(Barometer.NATIONAL, List.of()).stream()
                                .anyMatch(barometer -> barometer.edition().holdsIn(year)));
    }

    /**
     * The barometer rule of a scheme, or the national one where the scheme says nothing of the light in that year.
     *
     * @param scheme {@link Barometer#NATIONAL} or a city's own
     */
    Barometer barometer(String light, int year, String scheme) {
        Map<String, List<Barometer>> schemes = byLight.getOrDefault(light, Map.of());
        Barometer own = inYear(schemes.getOrDefault(scheme, List.of()), year);
        Barometer barometer = own == null ? inYear(schemes.getOrDefault(Barometer.NATIONAL, List.of()), year) : own;
        if (barometer == null) {
            throw new NoSuchRule("barometer." + light, year);
        }
        return barometer;
    }

    private static @Nullable Barometer inYear(List<Barometer> barometers, int year) {
        for (Barometer barometer : barometers) {
            if (barometer.edition().holdsIn(year)) {
                return barometer;
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rules rules && hash.equals(rules.hash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hash);
    }

    /** No edition covers the assessed year. */
    public static final class NoSuchRule extends RuntimeException {
        private final int year;

        NoSuchRule(String matter, int year) {
            super("没有适用于 " + year + " 年的规则：" + matter);
            this.year = year;
        }

        public int year() {
            return year;
        }
    }
}
