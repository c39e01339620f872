package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.APPLIED;
import static org.luheng.accounting.Example.CERTIFICATES;
import static org.luheng.accounting.Example.CITY;
import static org.luheng.accounting.Example.FEEDSTOCK;
import static org.luheng.accounting.Example.NON_FOSSIL;
import static org.luheng.accounting.Example.PROJECT;
import static org.luheng.accounting.Example.RENEWABLE;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Deduction.Purpose;

/** What the two editions of the policy take off, from which year, and when there is no figure rather than a wrong one. */
class DeductionsTest {
    private static final Period Y2021 = Period.year(2021);
    private static final Period Y2023 = Period.year(2023);

    private static Example levels(String then, String now, int year) {
        return new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "" + (year - 1), Element.ENERGY, then)
                .fact(CITY, "" + year, Element.ENERGY, now)
                .fact(CITY, "" + (year - 1), Element.GDP, "1000")
                .fact(CITY, "" + year, Element.GDP, "1000");
    }

    private static String change(Example example, Period period) {
        return PublishedFiguresTest.printed(example.snapshot().figure(CITY, Element.CHANGE, period), 4);
    }

    private static Figure figure(Snapshot snapshot, String code, Period period) {
        Figure figure = snapshot.figure(CITY, code, period);
        assertThat(figure).isNotNull();
        return figure;
    }

    /** Mistake 4 of domain.md, and the counter-example of the issue: gross −10 %, net +6.25 %. */
    @Test
    void feedstockComesOffBothYearsAndNeverOffGdp() {
        Example example =
                levels("100", "90", 2021).fact(CITY, "2020", FEEDSTOCK, "20").fact(CITY, "2021", FEEDSTOCK, "5");
        assertThat(change(levels("100", "90", 2021), Y2021)).isEqualTo("-10");
        assertThat(change(example, Y2021)).isEqualTo("6.25");
        Figure figure = figure(example.snapshot(), Element.CHANGE, Y2021);
        assertThat(figure.bracketed()).isFalse();
        assertThat(figure.trace().formula()).isEqualTo("(85 ÷ 80) ÷ (1000 ÷ 1000) − 1 = 6.25%");
        Trace assessed = figure.trace().children().getFirst();
        assertThat(assessed.text()).isEqualTo("考核用能源消费总量（强度） 2021年");
        assertThat(assessed.formula()).isEqualTo("90 − 5 = 85");
        assertThat(assessed.children())
                .extracting(Trace::text)
                .containsExactly("energy.total 2021年", "扣减：" + FEEDSTOCK + "（基期、报告期各扣各的）", "2022（已见公开文本）");
    }

    @Test
    void feedstockOfOneYearAloneGivesNoFigure() {
        Example onlyNow = levels("100", "90", 2021).fact(CITY, "2021", FEEDSTOCK, "5");
        Figure figure = figure(onlyNow.snapshot(), Element.CHANGE, Y2021);
        assertThat(figure.value()).isNull();
        assertThat(figure.missing()).isEqualTo("缺energy.feedstock 2020：基期、报告期须同时扣减，只扣一边会算错");
        Example onlyThen = levels("100", "90", 2021).fact(CITY, "2020", FEEDSTOCK, "20");
        assertThat(figure(onlyThen.snapshot(), Element.CHANGE, Y2021).missing()).contains("缺energy.feedstock 2021");
        Light light = onlyNow.snapshot().light(CITY, Element.LIGHT_TOTAL, Y2021);
        assertThat(light.level()).isNull();
        assertThat(light.reason()).contains("缺energy.feedstock 2020");
    }

    @Test
    void withGrowthRatesAloneNothingCanBeDeductedSoThereIsNoFigure() {
        Example example = new Example()
                .growth(CITY, 2021, "3", "6")
                .fact(CITY, "2020", FEEDSTOCK, "20")
                .fact(CITY, "2021", FEEDSTOCK, "5");
        assertThat(figure(example.snapshot(), Element.CHANGE, Y2021).missing())
                .isEqualTo("缺energy.total 2021、2020：有扣减项，须有总量的水平数");
    }

    @Test
    void moreDeductedThanThereIsGivesNoFigure() {
        Example example =
                levels("100", "90", 2021).fact(CITY, "2020", FEEDSTOCK, "20").fact(CITY, "2021", FEEDSTOCK, "90");
        assertThat(figure(example.snapshot(), Element.CHANGE, Y2021).missing()).contains("2021（扣减后为 0，须大于零）");
        Example negative =
                levels("100", "90", 2021).fact(CITY, "2020", FEEDSTOCK, "-1").fact(CITY, "2021", FEEDSTOCK, "5");
        assertThat(figure(negative.snapshot(), Element.CHANGE, Y2021).missing())
                .isEqualTo("energy.feedstock 2020 为负（-1），须核对");
    }

    @Test
    void addedRenewablePowerOf2022ComesOffTheTotalOnlyByTheCoalRateOfTheYear() {
        Example example = levels("500", "520", 2021)
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7")
                .fact(CITY, "2020", RENEWABLE, "10")
                .fact(CITY, "2021", RENEWABLE, "14")
                .fact("410000", "2020", Element.COAL_RATE, "0.31")
                .fact("410000", "2021", Element.COAL_RATE, "0.30");
        // 14 × 0.30 × 10 − 10 × 0.31 × 10 = 42 − 31 = 11
        Figure assessed = figure(example.snapshot(), Element.TOTAL_ASSESSED, Y2021);
        assertThat(assessed.value()).isEqualByComparingTo("509");
        assertThat(assessed.bracketed()).isTrue();
        assertThat(assessed.trace().formula()).isEqualTo("520 − 11 = 509");
        assertThat(figure(example.snapshot(), Element.TOTAL_LEVEL, Y2021).value())
                .isEqualByComparingTo("520");
        assertThat(change(example, Y2021)).as("still counted in intensity").isEqualTo("4");
        EnergyAccount account = example.snapshot().energyAccount(CITY, Y2021, Purpose.TOTAL);
        assertThat(account.steps()).singleElement().satisfies(step -> {
            assertThat(step.now()).isEqualByComparingTo("11");
            assertThat(step.then()).isEqualByComparingTo("0");
            assertThat(step.capped()).isFalse();
        });
        assertThat(account.assessedBefore()).isEqualByComparingTo("500");
        assertThat(example.snapshot()
                        .energyAccount(CITY, Y2021, Purpose.INTENSITY)
                        .steps())
                .isEmpty();
    }

    @Test
    void lessRenewablePowerThanTheYearBeforeIsFlaggedAndNotGuessed() {
        Example example = levels("500", "520", 2021)
                .fact(CITY, "2020", RENEWABLE, "14")
                .fact(CITY, "2021", RENEWABLE, "10")
                .fact(CITY, "2020", Element.COAL_RATE, "0.3")
                .fact(CITY, "2021", Element.COAL_RATE, "0.3");
        assertThat(figure(example.snapshot(), Element.TOTAL_ASSESSED, Y2021).missing())
                .isEqualTo("energy.renewable-electricity 2021 比上年减少 12万吨标准煤，规则没有规定如何扣减，须核定");
        Example without =
                levels("500", "520", 2021).fact(CITY, "2020", RENEWABLE, "10").fact(CITY, "2021", RENEWABLE, "14");
        assertThat(figure(without.snapshot(), Element.TOTAL_ASSESSED, Y2021).missing())
                .startsWith("缺electricity.coal-rate 2021：");
    }

    @Test
    void theEditionFollowsFromTheAssessedYearAndBothCanBePutSideBySide() {
        Example example = levels("500", "520", 2023)
                .fact(CITY, "2022", RENEWABLE, "10")
                .fact(CITY, "2023", RENEWABLE, "14")
                .fact(CITY, "2022", Element.COAL_RATE, "0.3")
                .fact(CITY, "2023", Element.COAL_RATE, "0.3")
                .fact(CITY, "2022", NON_FOSSIL, "50")
                .fact(CITY, "2023", NON_FOSSIL, "70");
        Snapshot snapshot = example.snapshot();
        assertThat(snapshot.energyAccount(CITY, Y2023, Purpose.TOTAL).policy().id())
                .isEqualTo("2024");
        // 2024: (520 − 70) ÷ (500 − 50) − 1 = 0; 2022: 520 ÷ 500 − 1 = 4 %
        assertThat(change(example, Y2023)).isEqualTo("0");
        RuleEdition earlier = snapshot.rules().edition("2022");
        assertThat(earlier).isNotNull();
        Snapshot under = snapshot.under(earlier);
        assertThat(PublishedFiguresTest.printed(under.figure(CITY, Element.CHANGE, Y2023), 4))
                .isEqualTo("4");
        assertThat(figure(under, Element.TOTAL_ASSESSED, Y2023).value()).isEqualByComparingTo("508");
        assertThat(figure(snapshot, Element.TOTAL_ASSESSED, Y2023).value()).isEqualByComparingTo("450");
    }

    @Test
    void certificatesCountUpToHalfOfTheSavingThatTheTargetAsksFor() {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "500")
                .fact(CITY, "2022", Element.ENERGY, "530")
                .fact(CITY, "2023", Element.ENERGY, "540")
                .fact(CITY, "2021", Element.GDP_GROWTH, "10")
                .fact(CITY, "2022", Element.GDP_GROWTH, "0")
                .fact(CITY, "2023", Element.GDP_GROWTH, "10")
                .fact(CITY, "2022", Element.COAL_RATE, "0.3")
                .fact(CITY, "2023", Element.COAL_RATE, "0.3")
                .fact(CITY, "2022", CERTIFICATES, "10")
                .fact(CITY, "2023", CERTIFICATES, "20");
        EnergyAccount account = example.snapshot().energyAccount(CITY, Y2023, Purpose.INTENSITY);
        // 500 × 1.1 × 1 × 1.1 × 14 % × 50 % = 42.35 of 60; the year before 500 × 1.1 × 14 % × 50 % = 38.5 of 30
        assertThat(account.steps()).singleElement().satisfies(step -> {
            assertThat(step.now()).isEqualByComparingTo("42.35");
            assertThat(step.cap()).isEqualByComparingTo("42.35");
            assertThat(step.capped()).isTrue();
            assertThat(step.then()).isEqualByComparingTo("30");
        });
        assertThat(account.assessed()).isEqualByComparingTo("497.65");
        Figure change = figure(example.snapshot(), Element.CHANGE, Y2023);
        assertThat(change.bracketed()).as("certificates rest on memory").isTrue();
        assertThat(change.trace().children().getFirst().children().get(1).formula())
                .isEqualTo("42.35 万吨标准煤（已到上限）");
    }

    @Test
    void withoutAFiveYearTargetThereIsNoLimitAndSoNoFigure() {
        Example example = new Example()
                .fact(CITY, "2022", Element.ENERGY, "530")
                .fact(CITY, "2023", Element.ENERGY, "540")
                .fact(CITY, "2023", Element.GDP_GROWTH, "10")
                .fact(CITY, "2023", Element.COAL_RATE, "0.3")
                .fact(CITY, "2023", CERTIFICATES, "20");
        assertThat(figure(example.snapshot(), Element.CHANGE, Y2023).missing()).contains("本地区没有这一目标");
    }

    @Test
    void ofAListedProjectWhatWasGrantedComesOffAndWhatWasAppliedForIsShown() {
        Example example =
                levels("500", "520", 2021).fact(CITY, "2021", APPLIED, "90000").fact(CITY, "2021", PROJECT, "60000");
        EnergyAccount account = example.snapshot().energyAccount(CITY, Y2021, Purpose.TOTAL);
        assertThat(account.steps()).singleElement().satisfies(step -> {
            assertThat(step.now()).as("6 万吨").isEqualByComparingTo("6");
            assertThat(step.then()).isEqualByComparingTo("0");
            assertThat(step.applied()).isEqualByComparingTo("90000");
        });
        assertThat(account.assessed()).isEqualByComparingTo("514");
        Example onlyApplied = levels("500", "520", 2021).fact(CITY, "2021", APPLIED, "90000");
        account = onlyApplied.snapshot().energyAccount(CITY, Y2021, Purpose.TOTAL);
        assertThat(account.assessed()).isEqualByComparingTo("520");
        assertThat(account.steps()).singleElement().satisfies(step -> {
            assertThat(step.now()).isEqualByComparingTo("0");
            assertThat(step.traces()).extracting(Trace::ref).contains("test:5");
        });
    }

    @Test
    void theTotalAllowedIsReckonedFromWhatWasAssessedOfTheYearBefore() {
        Example example = levels("500", "520", 2021)
                .fact(CITY, "2021", Element.GDP_GROWTH_PLANNED, "7")
                .fact(CITY, "2020", FEEDSTOCK, "100")
                .fact(CITY, "2021", FEEDSTOCK, "110");
        Figure allowed = figure(example.snapshot(), Element.TOTAL_TARGET, Y2021);
        // 400 × 1.07 × 0.86^(1/5)
        assertThat(PublishedFiguresTest.printed(allowed, 3)).isEqualTo("415.282");
        assertThat(allowed.trace().formula()).startsWith("400 × (1 + 7%) × (1 − 2.9714%)");
        assertThat(example.snapshot().light(CITY, Element.LIGHT_TOTAL, Y2021).reason())
                .startsWith("实际410");
    }

    @Test
    void asMuchRenewablePowerAsTheYearBeforeAddsNothing() {
        Example example = levels("500", "520", 2021)
                .fact(CITY, "2020", RENEWABLE, "10")
                .fact(CITY, "2021", RENEWABLE, "10")
                .fact(CITY, "2020", Element.COAL_RATE, "0.3")
                .fact(CITY, "2021", Element.COAL_RATE, "0.3");
        assertThat(figure(example.snapshot(), Element.TOTAL_ASSESSED, Y2021).value())
                .isEqualByComparingTo("520");
    }

    @Test
    void powerIsNotTurnedIntoCoalByACoalRateOfNothing() {
        Example example = levels("500", "520", 2021)
                .fact(CITY, "2020", RENEWABLE, "10")
                .fact(CITY, "2021", RENEWABLE, "14")
                .fact(CITY, "2020", Element.COAL_RATE, "0.3")
                .fact(CITY, "2021", Element.COAL_RATE, "0");
        assertThat(figure(example.snapshot(), Element.TOTAL_ASSESSED, Y2021).missing())
                .isEqualTo("缺electricity.coal-rate 2021：energy.renewable-electricity是电量，折标准煤须与总量用同一年的系数");
    }

    /** 1—6月: 5 × 0.30 × 10 − 4 × 0.31 × 10 = 2.6 by the coal rates of the years; by one of its own 5 × 0.28 × 10 − 12.4 = 1.6. */
    @Test
    void theYearsCoalRateServesForItsPartsUnlessTheyHaveTheirOwn() {
        Period half = Example.period("2021-01/2021-06");
        Example example = new Example()
                .fact(CITY, "2020-01/2020-06", Element.ENERGY, "250")
                .fact(CITY, "2021-01/2021-06", Element.ENERGY, "260")
                .fact(CITY, "2020-01/2020-06", RENEWABLE, "4")
                .fact(CITY, "2021-01/2021-06", RENEWABLE, "5")
                .fact(CITY, "2020", Element.COAL_RATE, "0.31")
                .fact(CITY, "2021", Element.COAL_RATE, "0.30");
        assertThat(figure(example.snapshot(), Element.TOTAL_ASSESSED, half).value())
                .isEqualByComparingTo("257.4");
        example.fact(CITY, "2021-01/2021-06", Element.COAL_RATE, "0.28");
        assertThat(figure(example.snapshot(), Element.TOTAL_ASSESSED, half).value())
                .isEqualByComparingTo("258.4");
        EnergyAccount.Step step = example.snapshot()
                .energyAccount(CITY, half, Purpose.TOTAL)
                .steps()
                .getFirst();
        assertThat(step.traces())
                .extracting(Trace::ref)
                .as("both amounts, each with its coal rate, and the rule")
                .containsExactly("test:4", "test:7", "test:3", "test:5", "2022-" + RENEWABLE);
    }

    /** The year before: 500 × 1.1 × 14 % × 50 % = 38.5 of 120; the year itself 42.35 of 60. */
    @Test
    void theLimitHoldsForTheYearBeforeToo() {
        Example example = new Example()
                .intensityFall(CITY, "14")
                .fact(CITY, "2020", Element.ENERGY, "500")
                .fact(CITY, "2022", Element.ENERGY, "530")
                .fact(CITY, "2023", Element.ENERGY, "540")
                .fact(CITY, "2021", Element.GDP_GROWTH, "10")
                .fact(CITY, "2022", Element.GDP_GROWTH, "0")
                .fact(CITY, "2023", Element.GDP_GROWTH, "10")
                .fact(CITY, "2022", Element.COAL_RATE, "0.3")
                .fact(CITY, "2023", Element.COAL_RATE, "0.3")
                .fact(CITY, "2022", CERTIFICATES, "40")
                .fact(CITY, "2023", CERTIFICATES, "20");
        EnergyAccount account = example.snapshot().energyAccount(CITY, Y2023, Purpose.INTENSITY);
        assertThat(account.steps()).singleElement().satisfies(step -> {
            assertThat(step.then()).isEqualByComparingTo("38.5");
            assertThat(step.now()).isEqualByComparingTo("42.35");
        });
        assertThat(account.assessedBefore()).isEqualByComparingTo("491.5");
    }

    /** The limit is reckoned from what is assessed of the base year without it: 500 less the 100 of feedstock. */
    @Test
    void theLimitIsReckonedFromTheBaseYearAsItIsAssessed() {
        Example example = new Example()
                .target(CITY, Element.INTENSITY, TargetKind.RELATIVE_CHANGE, Relation.FALL, "14", "%", 2022, null)
                .fact(CITY, "2022", Element.ENERGY, "500")
                .fact(CITY, "2023", Element.ENERGY, "520")
                .fact(CITY, "2023", Element.GDP_GROWTH, "0")
                .fact(CITY, "2022", FEEDSTOCK, "100")
                .fact(CITY, "2023", FEEDSTOCK, "100")
                .fact(CITY, "2023", Element.COAL_RATE, "0.3")
                .fact(CITY, "2023", CERTIFICATES, "20");
        EnergyAccount account = example.snapshot().energyAccount(CITY, Y2023, Purpose.INTENSITY);
        // 400 × 1 × 14 % × 50 %
        assertThat(account.steps().getLast().cap()).isEqualByComparingTo("28");
    }

    @Property
    void whatComesOffTheAssessedYearNeverMakesTheTotalHarder(
            @ForAll @BigRange(min = "400", max = "700") BigDecimal energy,
            @ForAll @BigRange(min = "0", max = "300") BigDecimal nonFossil,
            @ForAll @BigRange(min = "0", max = "80") BigDecimal more) {
        Integer light = total(energy, nonFossil);
        Integer freer = total(energy, nonFossil.add(more));
        assertThat(light).isNotNull();
        assertThat(freer).isNotNull().isGreaterThanOrEqualTo(light);
    }

    private static @org.jspecify.annotations.Nullable Integer total(BigDecimal energy, BigDecimal nonFossil) {
        return levels("500", energy.toPlainString(), 2023)
                .fact(CITY, "2023", Element.GDP_GROWTH_PLANNED, "6")
                .fact(CITY, "2022", NON_FOSSIL, "50")
                .fact(CITY, "2023", NON_FOSSIL, nonFossil.toPlainString())
                .snapshot()
                .light(CITY, Element.LIGHT_TOTAL, Y2023)
                .level();
    }

    @Property
    void theStepsOfAnAccountLeadFromGrossToAssessed(
            @ForAll @BigRange(min = "100", max = "700") BigDecimal energy,
            @ForAll @BigRange(min = "0", max = "100") BigDecimal feedstock,
            @ForAll @BigRange(min = "0", max = "100") BigDecimal nonFossil) {
        EnergyAccount account = levels("500", energy.toPlainString(), 2023)
                .fact(CITY, "2022", FEEDSTOCK, "1")
                .fact(CITY, "2023", FEEDSTOCK, feedstock.toPlainString())
                .fact(CITY, "2022", NON_FOSSIL, "1")
                .fact(CITY, "2023", NON_FOSSIL, nonFossil.toPlainString())
                .snapshot()
                .energyAccount(CITY, Y2023, Purpose.TOTAL);
        BigDecimal left = account.assessed();
        assertThat(left).isNotNull();
        for (EnergyAccount.Step step : account.steps()) {
            left = left.add(step.now());
        }
        assertThat(left).isEqualByComparingTo(energy);
    }
}
