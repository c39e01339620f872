package org.luheng.accounting.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Due;
import org.luheng.accounting.Figure;
import org.luheng.accounting.PathForm;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Relation;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;
import org.luheng.accounting.TotalExempt;
import org.luheng.accounting.Trace;
import org.luheng.accounting.Units;

/** Sums of places and years, and what is left of a plan's targets. */
class QuotasTest {
    private static final String CITY = "410100";
    private static final String ONE = "410102";
    private static final String OTHER = "410103";
    private static final Units UNITS = new Units(List.of(
            new Units.Unit("吨", "质量", BigDecimal.ONE, List.of()),
            new Units.Unit("万吨", "质量", new BigDecimal(10000), List.of()),
            new Units.Unit("%", "比例", BigDecimal.ONE, List.of())));

    private static Target target(String region, Pollutant pollutant, @Nullable String value, String unit) {
        return new Target(
                "T" + region,
                "附件3",
                region + "减排量",
                pollutant.indicator(),
                TargetKind.CUMULATIVE,
                Relation.EQUAL,
                value == null ? null : new BigDecimal(value),
                null,
                unit,
                null,
                null,
                new Due("2025", LocalDate.of(2025, 12, 31)),
                false,
                region,
                "",
                "",
                "",
                0,
                0,
                "");
    }

    private static Plan plan(Target... targets) {
        return new Plan(
                "p",
                "方案",
                "方案",
                CITY,
                List.of(ONE, OTHER),
                2021,
                2025,
                2020,
                PathForm.LINEAR,
                false,
                TotalExempt.NONE,
                "national",
                List.of(targets),
                "");
    }

    private static Quotas against(Plan plan, int year, Works... works) {
        return against(plan, year, Works.rules(), works);
    }

    private static Quotas against(Plan plan, int year, ReductionRules rules, Works... works) {
        List<Project> projects = new ArrayList<>();
        for (Works each : works) {
            projects.add(each.project());
        }
        return Quotas.against(plan, rules, UNITS, Reductions.of(projects, rules), year);
    }

    private static Quota quota(Quotas quotas, String region, Pollutant pollutant) {
        return quotas.quotas().stream()
                .filter(quota -> quota.region().equals(region) && quota.pollutant() == pollutant)
                .findFirst()
                .orElseThrow();
    }

    private static Works closure(String id, String region, String tonnes) {
        return Works.closure().id(id).source(id).region(region).with(Input.BASE_EMISSION, tonnes);
    }

    @Test
    void theCityHasWhatItsDistrictsHaveAndItsOwn() {
        Quotas quotas = against(
                plan(target(CITY, Pollutant.COD, "1000", "吨"), target(ONE, Pollutant.COD, "400", "吨")),
                2022,
                closure("A", ONE, "100"),
                closure("B", ONE, "60").year(2022),
                closure("C", OTHER, "30"),
                closure("D", CITY, "10"));
        assertThat(quotas.quotas()).extracting(Quota::region).containsExactly(CITY, ONE, OTHER);
        assertThat(quotas.outside()).isEmpty();
        Quota city = quota(quotas, CITY, Pollutant.COD);
        assertThat(city.done().value()).isEqualByComparingTo("200");
        assertThat(city.share().value()).isEqualByComparingTo("20");
        assertThat(city.remaining().value()).isEqualByComparingTo("800");
        assertThat(city.uncounted()).isZero();
        assertThat(city.done().trace().formula()).isEqualTo("10 + 160 + 30 = 200");
        assertThat(city.done().trace().children())
                .extracting(Trace::text)
                .containsExactly(CITY + " 本级", ONE, OTHER, "规则c-sum（已见公开文本）");
        assertThat(city.done().trace().children().get(1).formula()).isEqualTo("100 + 60 = 160");
        assertThat(city.done().trace().children().get(1).children()).hasSize(2);
        Quota one = quota(quotas, ONE, Pollutant.COD);
        assertThat(one.done().value()).isEqualByComparingTo("160");
        assertThat(one.done().region()).isEqualTo(ONE);
        assertThat(one.done().period()).isEqualTo(Period.year(2022));
        assertThat(one.done().unit()).isEqualTo("吨");
        assertThat(one.done().trace().text()).isEqualTo("2021—2022年化学需氧量重点工程减排量合计");
        assertThat(one.done().trace().formula()).isEqualTo("100 + 60 = 160");
        assertThat(one.done().trace().children()).hasSize(3);
        assertThat(one.share().value()).isEqualByComparingTo("40");
        assertThat(one.share().unit()).isEqualTo("%");
        assertThat(one.share().indicator()).isEqualTo("pollutant.reduction.cod.share");
        assertThat(one.share().trace().text()).isEqualTo("化学需氧量减排量完成比例");
        assertThat(one.share().trace().formula()).isEqualTo("160 ÷ 400 = 40%");
        assertThat(one.share().trace().children().get(1).ref()).isEqualTo("p#附件3#T410102");
        assertThat(one.share().target()).isSameAs(one.target()).isNotNull();
        assertThat(one.remaining().trace().text()).isEqualTo("化学需氧量减排量尚差");
        assertThat(one.remaining().trace().formula()).isEqualTo("max(400 − 160, 0) = 240");
        assertThat(one.remaining().indicator()).isEqualTo("pollutant.reduction.cod.remaining");
        assertThat(one.remaining().unit()).isEqualTo("吨");
    }

    @Test
    void aPlaceWithoutTargetOfItsOwnHasASumAndNoShare() {
        Quota other = quota(
                against(plan(target(ONE, Pollutant.COD, "400", "吨")), 2021, closure("C", OTHER, "30")),
                OTHER,
                Pollutant.COD);
        assertThat(other.target()).isNull();
        assertThat(other.done().value()).isEqualByComparingTo("30");
        assertThat(other.share().value()).isNull();
        assertThat(other.share().missing()).isEqualTo("方案没有给本地区分解化学需氧量减排量");
        assertThat(other.share().unit()).isEqualTo("%");
        assertThat(other.remaining().missing()).isEqualTo("方案没有给本地区分解化学需氧量减排量");
        assertThat(other.remaining().unit()).isEqualTo("吨");
    }

    @Test
    void noProjectIsNoDataAndNotZero() {
        Quota one = quota(against(plan(target(ONE, Pollutant.NOX, "400", "吨")), 2023), ONE, Pollutant.NOX);
        assertThat(one.done().value()).isNull();
        assertThat(one.done().missing()).isEqualTo("名单中没有2021—2023年的氮氧化物项目");
        assertThat(one.share().missing()).isEqualTo("名单中没有2021—2023年的氮氧化物项目");
        assertThat(one.remaining().value()).isNull();
    }

    @Test
    void pollutantsThatNeitherPlanNorListSpeaksOfAreLeftOut() {
        Quotas quotas = against(plan(target(ONE, Pollutant.NOX, "400", "吨")), 2021, closure("A", OTHER, "1"));
        assertThat(quotas.quotas().stream().map(Quota::pollutant).distinct())
                .containsExactly(Pollutant.COD, Pollutant.NOX);
    }

    @Test
    void whatIsListedAndDoesNotCountIsSaid() {
        Quota one = quota(
                against(
                        plan(target(ONE, Pollutant.COD, "400", "吨")),
                        2021,
                        closure("A", ONE, "100"),
                        closure("B", ONE, "100").alsoUsed("排污权出售")),
                ONE,
                Pollutant.COD);
        assertThat(one.uncounted()).isEqualTo(1);
        assertThat(one.done().value()).isEqualByComparingTo("100");
        assertThat(one.done().trace().text()).isEqualTo("2021—2021年化学需氧量重点工程减排量合计，另有 1 项列入名单而未计");
    }

    @Test
    void aListOfWhichNothingCountsMakesZero() {
        Quotas quotas = against(
                plan(target(ONE, Pollutant.COD, "400", "吨")),
                2021,
                closure("B", ONE, "100").notInBase());
        assertThat(quota(quotas, ONE, Pollutant.COD).done().value()).isEqualByComparingTo("0");
        assertThat(quota(quotas, ONE, Pollutant.COD).done().trace().formula()).isEqualTo("0 = 0");
        assertThat(quota(quotas, CITY, Pollutant.COD).done().trace().formula()).isEqualTo("0 = 0");
    }

    @Test
    void laterYearsAndLaterInspectionsComeLater() {
        Plan plan = plan(target(ONE, Pollutant.COD, "400", "吨"));
        Works[] works = {
            closure("A", ONE, "100").failed(2023, "40"), closure("B", ONE, "60").year(2023)
        };
        assertThat(quota(against(plan, 2021, works), ONE, Pollutant.COD).done().value())
                .isEqualByComparingTo("100");
        assertThat(quota(against(plan, 2022, works), ONE, Pollutant.COD).done().value())
                .isEqualByComparingTo("100");
        Figure done = quota(against(plan, 2023, works), ONE, Pollutant.COD).done();
        assertThat(done.value()).isEqualByComparingTo("120");
        assertThat(done.trace().formula()).isEqualTo("100 − 40 + 60 = 120");
    }

    @Test
    void projectsOfOtherPlacesAndYearsAreNamedAndNotAdded() {
        List<Condition> conditions = new ArrayList<>(Works.conditions());
        conditions.set(0, Works.condition(Condition.Matter.BASE, 2015, Certainty.FOUND));
        Plan late = new Plan(
                "p",
                "方案",
                "方案",
                CITY,
                List.of(ONE),
                2022,
                2024,
                2021,
                PathForm.LINEAR,
                false,
                TotalExempt.NONE,
                "national",
                List.of(target(ONE, Pollutant.COD, "400", "吨")),
                "");
        ReductionRules rules = new ReductionRules(Works.rules().measures(), conditions);
        Quotas quotas = against(
                late,
                2024,
                rules,
                closure("A", "350100", "100").year(2022),
                closure("B", ONE, "100"),
                closure("C", ONE, "7").year(2022),
                closure("D", ONE, "5").year(2024),
                closure("E", ONE, "100").year(2025));
        assertThat(quotas.outside())
                .extracting(reduction -> reduction.project().id())
                .containsExactly("A", "B", "E");
        assertThat(quota(quotas, ONE, Pollutant.COD).done().value()).isEqualByComparingTo("12");
    }

    @Test
    void aTargetInTenThousandTonnesIsConverted() {
        Quota city = quota(
                against(plan(target(CITY, Pollutant.COD, "0.04", "万吨")), 2021, closure("A", ONE, "100")),
                CITY,
                Pollutant.COD);
        assertThat(city.share().value()).isEqualByComparingTo("25");
        assertThat(city.remaining().value()).isEqualByComparingTo("300");
    }

    @Test
    void aTargetThatIsNoAmountIsNotHeldAgainst() {
        Quota percent = quota(
                against(plan(target(CITY, Pollutant.COD, "10", "%")), 2021, closure("A", ONE, "100")),
                CITY,
                Pollutant.COD);
        assertThat(percent.share().missing()).isEqualTo("方案的目标 达到10% 不是正的吨数，不能比较");
        Quota zero = quota(
                against(plan(target(CITY, Pollutant.COD, "0", "吨")), 2021, closure("A", ONE, "100")),
                CITY,
                Pollutant.COD);
        assertThat(zero.share().missing()).isEqualTo("方案的目标 达到0吨 不是正的吨数，不能比较");
        Quota none = quota(
                against(plan(target(CITY, Pollutant.COD, null, "吨")), 2021, closure("A", ONE, "100")),
                CITY,
                Pollutant.COD);
        assertThat(none.share().missing()).isEqualTo("方案没有给本地区分解化学需氧量减排量");
    }

    @Test
    void whoHasDoneMoreHasNothingLeft() {
        Quota one = quota(
                against(plan(target(ONE, Pollutant.COD, "80", "吨")), 2021, closure("A", ONE, "100")),
                ONE,
                Pollutant.COD);
        assertThat(one.share().value()).isEqualByComparingTo("125");
        assertThat(one.remaining().value()).isEqualByComparingTo("0");
    }

    @Test
    void aSumIsNoSurerThanItsLeastSurePart() {
        List<Measure> measures = List.of(
                Works.measure(Works.CLOSURE, Form.CLOSURE, true, false, true),
                new Measure(
                        Works.INDUSTRY,
                        Form.EMISSION_FALL,
                        java.util.Set.of(Pollutant.COD),
                        Form.EMISSION_FALL.inputs(),
                        true,
                        false,
                        false,
                        Works.edition("industry", Certainty.UNSURE)));
        ReductionRules rules = new ReductionRules(measures, Works.conditions());
        Plan plan = plan(target(ONE, Pollutant.COD, "400", "吨"), target(OTHER, Pollutant.COD, "400", "吨"));
        Quotas quotas = against(
                plan, 2021, rules, closure("A", ONE, "1"), Works.industry().region(OTHER));
        assertThat(quota(quotas, ONE, Pollutant.COD).done().bracketed()).isFalse();
        assertThat(quota(quotas, OTHER, Pollutant.COD).done().bracketed()).isTrue();
        assertThat(quota(quotas, CITY, Pollutant.COD).done().bracketed()).isTrue();
        assertThat(quota(quotas, OTHER, Pollutant.COD).share().bracketed()).isTrue();
        assertThat(quota(quotas, CITY, Pollutant.COD).done().edition().id()).isEqualTo("c-sum");
    }

    @Test
    void withoutARuleForTheYearThereIsNoSum() {
        Quota one = quota(
                against(plan(target(ONE, Pollutant.COD, "400", "吨")), 2026, closure("A", ONE, "1")),
                ONE,
                Pollutant.COD);
        assertThat(one.done().missing()).isEqualTo("2026年没有适用的核算规则 reduction.sum");
        assertThat(one.done().bracketed()).isTrue();
        assertThat(one.share().value()).isNull();
    }

    @Test
    void theYearsOfAPlaceAreAddedWithoutAPlan() {
        List<Reduction> reductions = Reductions.of(
                List.of(
                        closure("A", OTHER, "100").failed(2023, "40").project(),
                        closure("B", ONE, "60").project(),
                        closure("C", ONE, "5").project(),
                        closure("D", ONE, "7")
                                .pollutant(Pollutant.NOX)
                                .year(2022)
                                .project(),
                        closure("E", ONE, "7").notInBase().year(2022).project(),
                        closure("F", OTHER, "1").year(2026).project()),
                Works.rules());
        List<Figure> totals = YearTotals.of(reductions, Works.rules());
        assertThat(totals.stream()
                        .map(figure -> figure.region() + " "
                                + figure.indicator().substring(20) + " " + figure.period() + " " + figure.value()))
                .containsExactly(
                        "410102 cod 2021 65",
                        "410102 cod 2022 0",
                        "410102 nox 2022 7",
                        "410103 cod 2021 100",
                        "410103 cod 2023 -40");
        assertThat(totals.getFirst().trace().text()).isEqualTo("2021年化学需氧量重点工程减排量合计");
        assertThat(totals.getFirst().trace().formula()).isEqualTo("60 + 5 = 65");
        assertThat(totals.getFirst().trace().children()).hasSize(3);
        assertThat(totals.get(1).trace().text()).isEqualTo("2022年化学需氧量重点工程减排量合计，另有 1 项列入名单而未计");
    }
}
