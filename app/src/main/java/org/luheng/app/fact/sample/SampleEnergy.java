package org.luheng.app.fact.sample;

import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Target;

/**
 * Economy and energy of one city and its districts. The districts are made up, the city is their sum to the last digit,
 * and rates are what the levels give, rounded to 0.1 as a bureau prints them.
 */
final class SampleEnergy {
    static final String COAL = "energy.coal";
    static final String FEEDSTOCK = "energy.feedstock";
    static final String RENEWABLE = "energy.renewable-electricity";
    static final String NON_FOSSIL = "energy.nonfossil";
    static final String CERTIFICATES = "energy.certificates";
    static final String PROJECT_APPLIED = "energy.project.national.applied";
    static final String PROJECT_GRANTED = "energy.project.national.granted";
    static final String COAL_RATE = "electricity.coal-rate";

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final String[] GROWTH = {"6.2", "3.0", "8.1", "2.6", "5.6", "5.4", "5.5"};
    private static final String[] PLANNED = {"6.5", "6.0", "7.0", "7.0", "6.0", "5.5", "5.5"};

    /** Parts of a year that are over after one, two, three and four quarters. */
    private static final String[] PRODUCED = {"0.2260", "0.4730", "0.7240", "1.0000"};

    private static final String[] CONSUMED = {"0.2640", "0.4950", "0.7410", "1.0000"};

    /** The census revision of one city: published on this day, it lifts all levels known before. */
    private static final LocalDate CENSUS = LocalDate.of(2024, 12, 30);

    private static final String CENSUS_CITY = "350100";

    private static final int OPEN_YEAR = 2025;
    private static final int PROJECTS_IN_HUNDRED = 25;

    /** Levels of one district: what was said first, and what holds in the end. */
    private record Levels(Map<Period, BigDecimal> first, Map<Period, BigDecimal> last) {
        static Levels none() {
            return new Levels(new HashMap<>(), new HashMap<>());
        }

        void put(Period period, BigDecimal atFirst, BigDecimal atLast) {
            first.merge(period, atFirst, BigDecimal::add);
            last.merge(period, atLast, BigDecimal::add);
        }
    }

    private final Plan plan;
    private final List<String> districts;
    private final SamplePlaces places;
    private final Consumer<SampleRow> rows;
    private final int firstYear;
    private final int lastYear;
    private final boolean census;

    /** @param districts those that together are the city */
    SampleEnergy(Plan plan, List<String> districts, SamplePlaces places, Consumer<SampleRow> rows) {
        this.plan = plan;
        this.districts = districts;
        this.places = places;
        this.rows = rows;
        this.firstYear = plan.baseYear();
        this.lastYear = plan.lastYear();
        this.census = plan.region().equals(CENSUS_CITY);
    }

    void make() {
        Levels cityProduct = Levels.none();
        Levels cityEnergy = Levels.none();
        Map<String, Map<Period, BigDecimal>> cityOthers = new HashMap<>();
        List<Pace> paces = Pace.spread(districts.size(), Chance.of(plan.region(), "pace"));
        for (int i = 0; i < districts.size(); i++) {
            String district = districts.get(i);
            Levels product = Levels.none();
            Levels energy = Levels.none();
            levels(district, paces.get(i), product, energy);
            tell(district, product, energy);
            others(district, energy, cityOthers);
            product.first().forEach((period, value) -> cityProduct.put(period, value, last(product, period)));
            energy.first().forEach((period, value) -> cityEnergy.put(period, value, last(energy, period)));
        }
        tell(plan.region(), cityProduct, cityEnergy);
        for (int year = firstYear; year <= lastYear; year++) {
            yearly(plan.region(), COAL_RATE, Period.year(year), rate(year));
        }
        cityOthers.forEach(
                (element, values) -> values.forEach((period, value) -> yearly(plan.region(), element, period, value)));
    }

    private void levels(String district, Pace pace, Levels product, Levels energy) {
        Chance chance = Chance.of(district, "energy", Integer.toString(firstYear));
        boolean small = !places.isCity(plan.region());
        int scale = small ? 4 : 2;
        BigDecimal share = yearlyShare(district);
        BigDecimal consumption = consumption(district, small, chance);
        BigDecimal intensity = chance.between("0.220", "0.880");
        BigDecimal output = consumption.divide(intensity, PRECISION);
        BigDecimal vigour = chance.between("0.80", "1.20");
        BigDecimal part = chance.between(pace.least, pace.most);
        BigDecimal lift = census ? chance.between("1.006", "1.019") : ONE;
        BigDecimal[] seasons = IntStream.range(0, 4)
                .mapToObj(quarter -> quarter == 3 ? BigDecimal.ZERO : chance.between("-0.0080", "0.0080"))
                .toArray(BigDecimal[]::new);
        for (int year = firstYear - 1; year <= lastYear; year++) {
            BigDecimal growth = new BigDecimal(GROWTH[Math.clamp(year - 2019, 0, GROWTH.length - 1)])
                    .multiply(vigour)
                    .add(chance.between("-0.60", "0.60"));
            BigDecimal change = share.multiply(part).add(chance.between(pace.luckLow, pace.luckHigh));
            if (year >= firstYear) {
                output = output.multiply(factor(growth), PRECISION);
                intensity = intensity.multiply(factor(change), PRECISION);
            }
            BigDecimal slip = chance.between("0.9945", "1.0045");
            for (int quarter = 0; quarter < 4; quarter++) {
                BigDecimal luck = quarter == 3 ? BigDecimal.ZERO : chance.between("-0.0009", "0.0009");
                BigDecimal produced = output.multiply(new BigDecimal(PRODUCED[quarter]).add(seasons[quarter]));
                BigDecimal consumed = output.multiply(intensity)
                        .multiply(new BigDecimal(CONSUMED[quarter])
                                .add(seasons[quarter])
                                .add(luck));
                Period period = period(year, quarter);
                BigDecimal atLast = produced.setScale(scale, RoundingMode.HALF_EVEN);
                BigDecimal energyAtLast = consumed.setScale(scale, RoundingMode.HALF_EVEN);
                boolean revised = period.isYear() && settled(period);
                product.put(
                        period,
                        revised
                                ? produced.multiply(slip).setScale(scale, RoundingMode.HALF_EVEN)
                                : liftedLater(period)
                                        ? produced.divide(lift, PRECISION).setScale(scale, RoundingMode.HALF_EVEN)
                                        : atLast,
                        atLast);
                energy.put(
                        period,
                        revised
                                ? consumed.multiply(chance.between("0.9965", "1.0040"))
                                        .setScale(scale, RoundingMode.HALF_EVEN)
                                : energyAtLast,
                        energyAtLast);
            }
        }
    }

    private boolean liftedLater(Period period) {
        return census && published(period).isBefore(CENSUS);
    }

    /** Base consumption; where the plan grants an increment, one for which the increment makes sense. */
    private BigDecimal consumption(String district, boolean small, Chance chance) {
        Target increment = plan.target(district, Element.ENERGY_INCREMENT);
        Target fall = plan.target(district, Element.INTENSITY);
        BigDecimal drawn = small ? chance.between("2.0", "15.0") : chance.between("45.0", "320.0");
        if (increment == null || fall == null || increment.value() == null || fall.value() == null) {
            return drawn;
        }
        BigDecimal granted = increment.value();
        BigDecimal rest = ONE.subtract(fall.value().movePointLeft(2));
        BigDecimal growth = granted.signum() < 0 ? new BigDecimal("1.14") : new BigDecimal("1.30");
        BigDecimal relative = growth.multiply(rest).subtract(ONE).abs().max(new BigDecimal("0.05"));
        return granted.abs()
                .divide(relative, PRECISION)
                .max(new BigDecimal("30"))
                .min(new BigDecimal("420"))
                .setScale(1, RoundingMode.HALF_EVEN);
    }

    /** A year's share of the fall asked of the district, or of its city where it has no target, in percent and signed. */
    private BigDecimal yearlyShare(String district) {
        @Nullable Target own = plan.target(district, Element.INTENSITY);
        @Nullable Target target = own == null ? plan.target(plan.region(), Element.INTENSITY) : own;
        if (target == null || target.value() == null) {
            return new BigDecimal("-2.8");
        }
        int years = Math.max(1, target.due().year() - plan.baseYear());
        return target.value()
                .divide(new BigDecimal(years), 4, RoundingMode.HALF_EVEN)
                .negate();
    }

    private void tell(String region, Levels product, Levels energy) {
        Chance chance = Chance.of(region, "told", Integer.toString(firstYear));
        boolean toldTwice = !region.equals(plan.region()) && chance.inHundred(20);
        for (int year = firstYear; year <= lastYear; year++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                Period period = period(year, quarter);
                level(region, Element.GDP, period, product, "亿元");
                level(region, Element.ENERGY, period, energy, "万吨标准煤");
                rate(region, Element.GDP_GROWTH, period, product);
                rate(region, Element.ENERGY_GROWTH, period, energy);
                if (toldTwice) {
                    ownWord(region, Element.GDP, period, last(product, period), "亿元", chance);
                    ownWord(region, Element.ENERGY, period, last(energy, period), "万吨标准煤", chance);
                }
            }
            planned(region, year, chance);
            feedback(region, Period.year(year), product, energy, chance);
        }
    }

    private void level(String region, String element, Period period, Levels levels, String unit) {
        BigDecimal atFirst = first(levels, period);
        BigDecimal atLast = last(levels, period);
        String authority = places.statistics(region);
        boolean again = atFirst.compareTo(atLast) != 0;
        boolean lifted = again && liftedLater(period) && element.equals(Element.GDP);
        rows.accept(new SampleRow(
                region,
                period,
                element,
                atFirst,
                unit,
                Stage.PRELIMINARY,
                period.isYear() ? "样例：年度统计公报" : "样例：季度统计快报",
                authority,
                "统计",
                published(period)));
        if (again || (period.isYear() && settled(period))) {
            rows.accept(new SampleRow(
                    region,
                    period,
                    element,
                    atLast,
                    unit,
                    lifted ? Stage.REVISED : Stage.FINAL,
                    lifted ? "样例：经济普查修订" : "样例：年度最终核实",
                    authority,
                    "统计",
                    lifted ? CENSUS : finallyPublished(period)));
        }
    }

    /** What the first and the last levels give; the year before is known in its final form by then. */
    private void rate(String region, String element, Period period, Levels levels) {
        BigDecimal atFirst = growth(first(levels, period), before(levels, period));
        BigDecimal atLast = growth(last(levels, period), last(levels, period.yearBefore()));
        String authority = places.statistics(region);
        rows.accept(new SampleRow(
                region,
                period,
                element,
                atFirst,
                "%",
                Stage.PRELIMINARY,
                period.isYear() ? "样例：年度统计公报" : "样例：季度统计快报",
                authority,
                "统计",
                published(period)));
        boolean lifted = liftedLater(period);
        if (atFirst.compareTo(atLast) != 0 && (lifted || (period.isYear() && settled(period)))) {
            rows.accept(new SampleRow(
                    region,
                    period,
                    element,
                    atLast,
                    "%",
                    lifted ? Stage.REVISED : Stage.FINAL,
                    lifted ? "样例：经济普查修订" : "样例：年度最终核实",
                    authority,
                    "统计",
                    lifted ? CENSUS : finallyPublished(period)));
        }
    }

    /** On the same footing as the first value: before the census both unlifted, otherwise the final one. */
    private BigDecimal before(Levels levels, Period period) {
        return liftedLater(period) ? first(levels, period.yearBefore()) : last(levels, period.yearBefore());
    }

    /** A few districts' own bureaus say something a little different. */
    private void ownWord(String region, String element, Period period, BigDecimal value, String unit, Chance chance) {
        rows.accept(new SampleRow(
                region,
                period,
                element,
                value.multiply(chance.between("0.992", "1.012")).setScale(value.scale(), RoundingMode.HALF_EVEN),
                unit,
                Stage.PRELIMINARY,
                "样例：本地区统计月报",
                places.ownStatistics(region),
                "统计",
                published(period).minusDays(6)));
    }

    private void planned(String region, int year, Chance chance) {
        rows.accept(new SampleRow(
                region,
                Period.year(year),
                Element.GDP_GROWTH_PLANNED,
                new BigDecimal(PLANNED[Math.clamp(year - 2019, 0, PLANNED.length - 1)])
                        .add(chance.between("-0.5", "1.0")),
                "%",
                Stage.FINAL,
                "样例：年度国民经济和社会发展计划",
                places.planning(region),
                "行政",
                LocalDate.of(year, 2, 20)));
    }

    /** The rate the bureau above sends back: ours rounded, in some places a little off. */
    private void feedback(String region, Period year, Levels product, Levels energy, Chance chance) {
        BigDecimal growth = growthFactor(last(product, year), last(product, year.yearBefore()));
        BigDecimal consumed = growthFactor(last(energy, year), last(energy, year.yearBefore()));
        BigDecimal change = consumed.divide(growth, PRECISION)
                .subtract(ONE)
                .multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_EVEN);
        BigDecimal off = chance.inHundred(18) ? chance.between("-0.2", "0.3") : BigDecimal.ZERO;
        rows.accept(new SampleRow(
                region,
                year,
                Element.PUBLISHED_CHANGE,
                change.add(off),
                "%",
                Stage.FINAL,
                "样例：能耗强度反馈数",
                places.statisticsAbove(region),
                "统计",
                YearMonth.of(year.year() + 1, 5).atDay(28)));
    }

    private void others(String district, Levels energy, Map<String, Map<Period, BigDecimal>> city) {
        Chance chance = Chance.of(district, "others", Integer.toString(firstYear));
        int scale = last(energy, Period.year(firstYear)).scale();
        BigDecimal coal = chance.between("0.28", "0.75");
        BigDecimal feedstock = chance.between("0.006", "0.055");
        BigDecimal renewable = chance.between("0.020", "0.065");
        BigDecimal project = chance.inHundred(PROJECTS_IN_HUNDRED) ? chance.between("0.004", "0.020") : BigDecimal.ZERO;
        for (int year = firstYear; year <= lastYear; year++) {
            Period period = Period.year(year);
            BigDecimal consumed = last(energy, period);
            Map<String, BigDecimal> parts = new LinkedHashMap<>();
            parts.put(COAL, coal);
            parts.put(FEEDSTOCK, feedstock);
            parts.put(RENEWABLE, renewable);
            // 1 亿千瓦时 at 0.3 kgce/kWh is 3 万吨标准煤; a little heat from the sun and the earth beside it.
            parts.put(
                    NON_FOSSIL, renewable.multiply(rate(year), PRECISION).multiply(new BigDecimal("10.6"), PRECISION));
            parts.put(CERTIFICATES, renewable.multiply(new BigDecimal("0.04"), PRECISION));
            if (project.signum() > 0 && year > firstYear) {
                parts.put(PROJECT_APPLIED, project.multiply(new BigDecimal("1.4"), PRECISION));
                parts.put(PROJECT_GRANTED, project);
            }
            parts.forEach((element, part) -> {
                BigDecimal value = consumed.multiply(part).setScale(scale, RoundingMode.HALF_EVEN);
                yearly(district, element, period, value);
                city.computeIfAbsent(element, e -> new HashMap<>()).merge(period, value, BigDecimal::add);
            });
            coal = coal.multiply(chance.between("0.940", "0.990"), PRECISION);
            feedstock = feedstock.multiply(chance.between("0.985", "1.020"), PRECISION);
            renewable = renewable.multiply(chance.between("1.005", "1.060"), PRECISION);
        }
    }

    /** Coal that a kilowatt-hour took on average, in kilograms of standard coal: a little less each year. */
    private static BigDecimal rate(int year) {
        return new BigDecimal("0.3045").subtract(new BigDecimal("0.0009").multiply(BigDecimal.valueOf(year - 2020L)));
    }

    private void yearly(String region, String element, Period period, BigDecimal value) {
        rows.accept(new SampleRow(
                region,
                period,
                element,
                value,
                switch (element) {
                    case COAL -> "万吨";
                    case RENEWABLE, CERTIFICATES -> "亿千瓦时";
                    case COAL_RATE -> "千克标准煤/千瓦时";
                    default -> "万吨标准煤";
                },
                Stage.FINAL,
                "样例：年度能源平衡表",
                places.statistics(region),
                "统计",
                YearMonth.of(period.year() + 1, 6).atDay(15)));
    }

    static Period period(int year, int quarter) {
        return quarter == 3 ? Period.year(year) : new Period(Period.Kind.SPAN, year, 1, 3 * quarter + 3);
    }

    /** A quarter is told three weeks, a year two months after its end. */
    static LocalDate published(Period period) {
        return period.end().plusDays(period.isYear() ? 58 : 24);
    }

    private static LocalDate finallyPublished(Period year) {
        return LocalDate.of(year.year() + 1, 12, 22);
    }

    /** The last year has no final value yet; the census stands in for it where it was taken. */
    private boolean settled(Period year) {
        return year.year() < OPEN_YEAR && !census;
    }

    private static BigDecimal first(Levels levels, Period period) {
        return known(levels.first().get(period), period);
    }

    private static BigDecimal last(Levels levels, Period period) {
        return known(levels.last().get(period), period);
    }

    private static BigDecimal known(@Nullable BigDecimal value, Period period) {
        if (value == null) {
            throw new IllegalStateException("no level of " + period);
        }
        return value;
    }

    private static BigDecimal growth(BigDecimal now, BigDecimal before) {
        return growthFactor(now, before).subtract(ONE).multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal growthFactor(BigDecimal now, BigDecimal before) {
        return now.divide(before, PRECISION);
    }

    private static BigDecimal factor(BigDecimal percent) {
        return ONE.add(percent.movePointLeft(2));
    }
}
