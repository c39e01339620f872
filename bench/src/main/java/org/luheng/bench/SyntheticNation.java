package org.luheng.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Due;
import org.luheng.accounting.Element;
import org.luheng.accounting.Fact;
import org.luheng.accounting.PathForm;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Relation;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;
import org.luheng.accounting.TotalExempt;
import org.luheng.accounting.energy.Basis;
import org.luheng.accounting.energy.Coefficient;
import org.luheng.accounting.energy.EnergyKind;

/**
 * A made-up nation, or a city of it: the shape of the real thing, seeded, no number of it anybody's. Each region reports from January to
 * each month of 2021 to 2025 its use of thirty kinds of energy, what of them went into and came out of transformation, GDP and
 * what is deducted; of 2020 the totals alone. Each has a target for intensity; provinces publish the coal rate.
 */
final class SyntheticNation {
    static final int BASE_YEAR = 2020;
    static final int FIRST_YEAR = 2021;
    static final int LAST_YEAR = 2025;

    /** Use is reported of these. */
    private static final List<String> KINDS = List.of(
            "raw-coal",
            "washed-coal",
            "other-washed-coal",
            "briquette",
            "coke",
            "other-coking-products",
            "crude",
            "gasoline",
            "kerosene",
            "diesel",
            "fuel-oil",
            "lpg",
            "refinery-gas",
            "natural-gas",
            "lng",
            "coke-oven-gas",
            "blast-furnace-gas",
            "residual-oil",
            "producer-gas",
            "oil-cracking-gas",
            "coke-gas",
            "water-gas",
            "gangue",
            "oil-thermal-gas",
            "pressure-gas",
            "ethanol",
            "hydrogen",
            "methanol",
            "heat",
            "electricity");

    /** What they are transformed from: input is reported. */
    private static final Set<String> SOURCES =
            Set.of("raw-coal", "washed-coal", "coke", "crude", "natural-gas", "fuel-oil");

    /** What they are transformed into: output is reported. */
    private static final Set<String> PRODUCTS = Set.of("washed-coal", "coke", "diesel", "heat", "electricity");

    private final Rules rules;
    private final List<String> regions;
    private final List<String> provinces;
    private final long seed;

    private SyntheticNation(Rules rules, List<String> regions, List<String> provinces, long seed) {
        this.rules = rules;
        this.regions = regions;
        this.provinces = provinces;
        this.seed = seed;
    }

    /** Codes as in GB/T 2260: 33 provinces of 10 prefectures of 10 counties. */
    static SyntheticNation nation(Rules rules, int counties) {
        List<String> regions = new ArrayList<>();
        List<String> provinces = new ArrayList<>();
        for (int at = 0; at < counties; at++) {
            int province = 11 + at / 100;
            regions.add("%02d%02d%02d".formatted(province, 1 + at / 10 % 10, 1 + at % 10));
            if (at % 100 == 0) {
                provinces.add("%02d0000".formatted(province));
            }
        }
        return new SyntheticNation(rules, regions, provinces, 20261121);
    }

    /** One city and its districts. */
    static SyntheticNation city(Rules rules, int districts) {
        List<String> regions = new ArrayList<>(List.of("410100"));
        for (int at = 1; at <= districts; at++) {
            regions.add("4101%02d".formatted(at));
        }
        return new SyntheticNation(rules, regions, List.of("410000"), 20261121);
    }

    List<String> regions() {
        return regions;
    }

    /** All of a region's periods that carry figures: from January to each month. */
    static List<Period> periods(int firstYear, int lastYear) {
        List<Period> periods = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (int month = 1; month <= 12; month++) {
                periods.add(toDate(year, month));
            }
        }
        return periods;
    }

    private static Period toDate(int year, int month) {
        Period period = Period.parse(
                month == 1 ? year + "-01" : month == 12 ? "" + year : "%d-01/%d-%02d".formatted(year, year, month));
        return Objects.requireNonNull(period);
    }

    Plan plan() {
        List<Target> targets = new ArrayList<>();
        for (String region : regions) {
            targets.add(new Target(
                    "T" + region,
                    "二",
                    "单位地区生产总值能耗降低",
                    Element.INTENSITY,
                    TargetKind.RELATIVE_CHANGE,
                    Relation.FALL,
                    new BigDecimal("13.5").add(new BigDecimal(region.hashCode() & 15).movePointLeft(1)),
                    null,
                    "%",
                    BASE_YEAR,
                    null,
                    Objects.requireNonNull(Due.parse("2025")),
                    false,
                    region,
                    "",
                    "约束性",
                    "",
                    0,
                    0,
                    ""));
        }
        return new Plan(
                "synthetic",
                "虚拟方案",
                "虚拟方案",
                regions.getFirst(),
                regions.subList(1, regions.size()),
                FIRST_YEAR,
                LAST_YEAR,
                BASE_YEAR,
                PathForm.GEOMETRIC,
                true,
                TotalExempt.INTENSITY,
                Barometer.NATIONAL,
                targets,
                "synthetic");
    }

    /** Each fact once, region by region. */
    void facts(Consumer<Fact> taker) {
        new Telling(taker).all();
    }

    /** The elements of kinds, with the standard coal of one unit, negative for what comes out; in 2021 to 2025 it does not change. */
    Map<String, Double> coefficients() {
        Map<String, Double> coefficients = new HashMap<>();
        for (String code : KINDS) {
            EnergyKind kind = kind(code);
            double each = standardCoal(kind);
            coefficients.put(kind.element(EnergyKind.Purpose.USE), each);
            if (SOURCES.contains(code)) {
                coefficients.put(kind.element(EnergyKind.Purpose.IN), each);
            }
            if (PRODUCTS.contains(code)) {
                coefficients.put(kind.element(EnergyKind.Purpose.OUT), -each);
            }
        }
        return coefficients;
    }

    private EnergyKind kind(String code) {
        return Objects.requireNonNull(rules.energy().kind(code), code);
    }

    private double standardCoal(EnergyKind kind) {
        if (kind.isElectricity()) {
            return coalRate(FIRST_YEAR) * 10;
        }
        Coefficient row = rules.energy().forRegions(kind, Basis.EQUIVALENT, FIRST_YEAR);
        if (row == null || row.isRange()) {
            throw new IllegalStateException("no coefficient of " + kind.code());
        }
        return row.value().multiply(kind.perUnit()).doubleValue() / 1e7;
    }

    /** Stays as it is, so that the reference may use one number. */
    private static double coalRate(int year) {
        return year < FIRST_YEAR ? 0.3053 : 0.3012;
    }

    /** Goes through the months and says what is known of each. */
    private final class Telling {
        private final Consumer<Fact> taker;
        private final Map<String, Double> coefficients = coefficients();
        private final Random random = new Random(seed);
        private long sequence;

        Telling(Consumer<Fact> taker) {
            this.taker = taker;
        }

        void all() {
            List<Period> periods = periods(BASE_YEAR, LAST_YEAR);
            // Days that come again and again are kept once, as where facts are read from the database.
            Map<Period, LocalDate> days = new HashMap<>();
            periods.forEach(period -> days.put(period, period.to().plusMonths(1).atDay(25)));
            for (int year = BASE_YEAR; year <= LAST_YEAR; year++) {
                yearly(Period.year(year), YearMonth.of(year, 1).atDay(20));
            }
            for (int at = 0; at < regions.size(); at++) {
                for (Period period : periods) {
                    region(
                            regions.get(at),
                            at,
                            period,
                            Objects.requireNonNull(days.get(period)),
                            period.last() / 12.0,
                            period.year() - BASE_YEAR);
                }
            }
        }

        private void yearly(Period year, LocalDate published) {
            for (String province : provinces) {
                fact(province, Element.COAL_RATE, year, coalRate(year.year()), "千克标准煤/千瓦时", published);
            }
            for (String region : year.year() >= FIRST_YEAR ? regions : List.<String>of()) {
                fact(region, Element.GDP_GROWTH_PLANNED, year, 6.0, "%", published);
            }
        }

        private void region(String region, int at, Period period, LocalDate published, double part, int years) {
            double size = (1 + at % 37 / 10.0) * part;
            double grown = Math.pow(1.035, years);
            double total = 0;
            int rank = 1;
            for (String code : KINDS) {
                EnergyKind kind = kind(code);
                double share = size * grown * 10 / rank++;
                total += use(region, kind, EnergyKind.Purpose.USE, period, noisy(share), published);
                if (SOURCES.contains(code)) {
                    total += use(region, kind, EnergyKind.Purpose.IN, period, noisy(share * 0.5), published);
                }
                if (PRODUCTS.contains(code)) {
                    total += use(region, kind, EnergyKind.Purpose.OUT, period, noisy(share * 0.2), published);
                }
            }
            if (period.year() < FIRST_YEAR) {
                fact(region, Element.ENERGY, period, total, "万吨标准煤", published);
            }
            fact(region, "gdp.constant.2020", period, noisy(size * 300 * Math.pow(1.065, years)), "亿元", published);
            fact(region, "energy.feedstock", period, total * 0.04, "万吨标准煤", published);
            fact(region, "energy.nonfossil", period, total * (0.08 + years * 0.01), "万吨标准煤", published);
            fact(region, "energy.renewable-electricity", period, size * (2 + years * 0.3), "亿千瓦时", published);
            fact(region, "energy.certificates", period, size * 0.1 * years, "亿千瓦时", published);
        }

        private double use(
                String region,
                EnergyKind kind,
                EnergyKind.Purpose purpose,
                Period period,
                double amount,
                LocalDate published) {
            String element = kind.element(purpose);
            if (period.year() >= FIRST_YEAR) {
                fact(region, element, period, amount, kind.unit(), published);
            }
            return amount * Objects.requireNonNull(coefficients.get(element));
        }

        private double noisy(double value) {
            return value * (0.98 + random.nextDouble() * 0.04);
        }

        private void fact(
                String region, String element, Period period, double value, String unit, LocalDate published) {
            long id = ++sequence;
            taker.accept(new Fact(
                    id,
                    region,
                    period,
                    element,
                    BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN),
                    unit,
                    null,
                    Stage.FINAL,
                    "国家统计局",
                    "统计",
                    "./luheng bench nation",
                    published,
                    true,
                    "数据#" + id));
        }
    }
}
