package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.DISTRICT;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class SnapshotPropertiesTest {
    @Property
    void worseDataNeverGiveABetterLight(
            @ForAll @BigRange(min = "-30", max = "30") BigDecimal some,
            @ForAll @BigRange(min = "0", max = "20") BigDecimal worse,
            @ForAll @BigRange(min = "1", max = "30") BigDecimal target) {
        Integer light = intensity(some, target);
        Integer after = intensity(some.add(worse), target);
        assertThat(light).isNotNull();
        assertThat(after).isNotNull().isLessThanOrEqualTo(light);
    }

    private static @org.jspecify.annotations.Nullable Integer intensity(BigDecimal change, BigDecimal target) {
        return new Example()
                .intensityFall(CITY, target.toPlainString())
                .fact(CITY, "2021", Element.PUBLISHED_CHANGE, change.toPlainString())
                .snapshot()
                .light(CITY, Element.LIGHT_INTENSITY, Period.year(2021))
                .level();
    }

    @Property
    void doingExactlyTheRequiredRateReachesTheTarget(
            @ForAll @BigRange(min = "-0.30", max = "-0.01") BigDecimal total,
            @ForAll @BigRange(min = "-0.15", max = "0.15") BigDecimal done,
            @ForAll @IntRange(min = 2021, max = 2024) int year) {
        Path path = new Path(total, 2020, 2025, PathForm.GEOMETRIC);
        BigDecimal yearly = BigDecimal.ONE.add(path.required(done, year));
        BigDecimal end = BigDecimal.ONE.add(done).multiply(yearly.pow(2025 - year));
        assertThat(end.subtract(BigDecimal.ONE).subtract(total).abs()).isLessThan(new BigDecimal("1e-28"));
    }

    @Property
    void sharesOfAllYearsMakeTheWhole(@ForAll @BigRange(min = "-0.5", max = "0.5") BigDecimal total) {
        Path geometric = new Path(total, 2020, 2025, PathForm.GEOMETRIC);
        BigDecimal product = BigDecimal.ONE.add(geometric.yearly()).pow(5);
        assertThat(product.subtract(BigDecimal.ONE).subtract(total).abs()).isLessThan(new BigDecimal("1e-28"));
        Path linear = new Path(total, 2020, 2025, PathForm.LINEAR);
        assertThat(linear.yearly().multiply(new BigDecimal(5)).subtract(total).abs())
                .isLessThan(new BigDecimal("1e-30"));
    }

    @Property
    void changeFromLevelsEqualsChangeFromExactGrowth(
            @ForAll @BigRange(min = "50", max = "500") BigDecimal energy,
            @ForAll @BigRange(min = "500", max = "5000") BigDecimal product,
            @ForAll @BigRange(min = "-20", max = "20") BigDecimal energyGrowth,
            @ForAll @BigRange(min = "-20", max = "20") BigDecimal productGrowth) {
        BigDecimal later = energy.multiply(BigDecimal.ONE.add(energyGrowth.movePointLeft(2)));
        BigDecimal laterProduct = product.multiply(BigDecimal.ONE.add(productGrowth.movePointLeft(2)));
        BigDecimal fromLevels = change(new Example()
                .fact(CITY, "2020", Element.ENERGY, energy.toPlainString())
                .fact(CITY, "2021", Element.ENERGY, later.toPlainString())
                .fact(CITY, "2020", Element.GDP, product.toPlainString())
                .fact(CITY, "2021", Element.GDP, laterProduct.toPlainString()));
        BigDecimal fromGrowth =
                change(new Example().growth(CITY, 2021, energyGrowth.toPlainString(), productGrowth.toPlainString()));
        assertThat(fromLevels.subtract(fromGrowth).abs()).isLessThan(new BigDecimal("1e-26"));
    }

    private static BigDecimal change(Example example) {
        Figure figure = example.snapshot().figure(CITY, Element.CHANGE, Period.year(2021));
        assertThat(figure).isNotNull();
        assertThat(figure.value()).isNotNull();
        return figure.value();
    }

    /** The census lifts one place's energy of one year: what does not rest on it stays to the last digit. */
    @Property(tries = 100)
    void aRevisionChangesOnlyWhatRestsOnIt(
            @ForAll @BigRange(min = "1", max = "400") BigDecimal revised,
            @ForAll @IntRange(min = 2020, max = 2023) int year) {
        List<Figure> before = reported(new Example()).snapshot().all().figures();
        List<Figure> after = reported(new Example())
                .fact(DISTRICT, Integer.toString(year), Element.ENERGY, revised.toPlainString())
                .snapshot()
                .all()
                .figures();
        assertThat(after).hasSameSizeAs(before);
        for (int at = 0; at < before.size(); at++) {
            Figure was = before.get(at);
            Figure is = after.get(at);
            boolean rests = was.region().equals(DISTRICT) && was.period().year() >= year;
            if (!rests) {
                assertThat(is.value())
                        .as("%s %s %s", was.region(), was.period(), was.indicator())
                        .isEqualTo(was.value());
                assertThat(is.missing()).isEqualTo(was.missing());
            }
        }
        assertThat(after)
                .filteredOn(figure -> figure.region().equals(DISTRICT)
                        && figure.period().year() == year
                        && figure.indicator().equals(Element.TOTAL_LEVEL))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(revised));
    }

    private static Example reported(Example example) {
        example.intensityFall(CITY, "14").intensityFall(DISTRICT, "12");
        for (int year = 2020; year <= 2024; year++) {
            String period = Integer.toString(year);
            for (String place : List.of(CITY, DISTRICT)) {
                example.fact(place, period, Element.ENERGY, Integer.toString(200 + 3 * (year - 2020)))
                        .fact(place, period, Element.GDP, Integer.toString(1000 + 60 * (year - 2020)))
                        .fact(place, period, Element.GDP_GROWTH_PLANNED, "6");
            }
        }
        return example;
    }

    /** A target met to the last digit is met, through however many years it was reached. */
    @Property
    void whoReachesTheTargetExactlyHasReachedIt(
            @ForAll @IntRange(min = 50, max = 200) int first,
            @ForAll @IntRange(min = 50, max = 200) int second,
            @ForAll @IntRange(min = 50, max = 200) int third) {
        Light light = new Example()
                .intensityFall(CITY, "20")
                .fact(CITY, "2020", Element.ENERGY, "100")
                .fact(CITY, "2021", Element.ENERGY, "" + first)
                .fact(CITY, "2022", Element.ENERGY, "" + second)
                .fact(CITY, "2023", Element.ENERGY, "" + third)
                .fact(CITY, "2024", Element.ENERGY, "93")
                .fact(CITY, "2025", Element.ENERGY, "80")
                .fact(CITY, "2021", Element.GDP_GROWTH, "0")
                .fact(CITY, "2022", Element.GDP_GROWTH, "0")
                .fact(CITY, "2023", Element.GDP_GROWTH, "0")
                .fact(CITY, "2024", Element.GDP_GROWTH, "0")
                .fact(CITY, "2025", Element.GDP_GROWTH, "0")
                .snapshot()
                .light(CITY, Element.LIGHT_PROGRESS, Period.year(2025));
        assertThat(light.level()).as(light.reason()).isEqualTo(3);
    }
}
