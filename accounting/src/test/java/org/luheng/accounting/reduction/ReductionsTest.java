package org.luheng.accounting.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Trace;

/** Whether a project counts, how much of it, and how often. */
class ReductionsTest {
    private static List<Reduction> all(Works... works) {
        List<Project> projects = new ArrayList<>();
        for (Works each : works) {
            projects.add(each.project());
        }
        return Reductions.of(projects, Works.rules());
    }

    private static BigDecimal value(@Nullable Figure figure) {
        assertThat(figure).isNotNull();
        assertThat(figure.missing()).isNull();
        assertThat(figure.value()).isNotNull();
        return figure.value();
    }

    private static void refused(Reduction reduction, String why) {
        assertThat(reduction.net().value()).isNull();
        assertThat(reduction.net().missing()).isEqualTo(why);
        assertThat(reduction.counted()).isFalse();
        assertThat(reduction.takenBack()).isNull();
        assertThat(reduction.differences()).isEmpty();
        assertThat(reduction.greenhouse()).isNull();
        assertThat(reduction.limit()).isEmpty();
    }

    @Test
    void aFigureSaysWhoseItIsAndLeadsDownToItsRow() {
        Figure net = Works.industry().reduction().net();
        assertThat(net.region()).isEqualTo("P1/S1/industry");
        assertThat(net.period()).isEqualTo(Period.year(2021));
        assertThat(net.indicator()).isEqualTo("pollutant.reduction.cod");
        assertThat(net.edition().id()).isEqualTo("industry");
        assertThat(net.bracketed()).isFalse();
        Trace trace = net.trace();
        assertThat(trace.text()).isEqualTo("项目P1（S1） 2021年化学需氧量重点工程减排量；没有给出温室气体协同系数，协同减排量不算");
        assertThat(trace.formula()).isEqualTo("60 = 60");
        assertThat(trace.unit()).isEqualTo("吨");
        Trace full = trace.children().getFirst();
        assertThat(full.text()).isEqualTo("规则industry全年形成的化学需氧量减排能力");
        assertThat(full.children()).extracting(Trace::text).containsExactly("基准年排放量", "治理后排放量", "规则industry（已见公开文本）");
        assertThat(full.children().getFirst().ref()).isEqualTo("名单 第2行 base_emission");
        assertThat(full.children().getFirst().value()).isEqualByComparingTo("100");
        assertThat(full.children().getFirst().unit()).isEqualTo("t");
        assertThat(trace.children())
                .extracting(Trace::ref)
                .containsExactly(null, "c-base", "c-inventory", "c-limit", "c-once", "c-net");
        assertThat(trace.restsOnSamples()).isFalse();
    }

    @Test
    void onlyRulesThatHadASayAreNamed() {
        assertThat(Works.sewage().reduction().net().trace().children())
                .extracting(Trace::ref)
                .containsExactly(null, "c-base", "c-start", "c-limit", "c-once", "c-net");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-31, 2021, 8, 2000 × 8 ÷ 12 = 1333.333333",
        "2021-10-31, 2021, 1, 2000 × 1 ÷ 12 = 166.666667",
        "2020-12-01, 2021, 11, 2000 × 11 ÷ 12 = 1833.333333",
        "2020-11-30, 2021, 12, 2000 = 2000",
        "2020-01-15, 2021, 12, 2000 = 2000",
        "2021-03-31, 2022, 12, 2000 = 2000",
    })
    void aPlantCountsFromTheSecondMonthAfterItRanSteadily(String accepted, int year, int months, String formula) {
        Figure net = Works.sewage().accepted(accepted).year(year).reduction().net();
        assertThat(value(net))
                .isEqualByComparingTo(
                        new BigDecimal(2000 * months).divide(new BigDecimal(12), java.math.MathContext.DECIMAL128));
        assertThat(net.trace().formula()).isEqualTo(formula);
        assertThat(net.trace().text().contains("，计 " + months + " 个月")).isEqualTo(months < 12);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-01, 2021, '2021-11-01 稳定运行，从 2022-01 起计，2021年不计'",
        "2022-06-01, 2021, '2022-06-01 稳定运行，从 2022-08 起计，2021年不计'",
        "2019-11-30, 2021, '2019-11-30 已稳定运行，基准年 2020 年全年在运行，已在基数中'",
        ", 2021, 缺稳定运行或验收日期（accepted）",
    })
    void aPlantThatDidNotRunOrRanBeforeDoesNotCount(@Nullable String accepted, int year, String why) {
        refused(Works.sewage().accepted(accepted).year(year).reduction(), why);
    }

    @Test
    void monthsLeftOverAreCarriedIntoTheNextYear() {
        List<Reduction> both = all(Works.sewage(), Works.sewage().year(2022).carried());
        assertThat(value(both.get(0).net()).add(value(both.get(1).net()))).isEqualByComparingTo("2000");
        assertThat(both.get(1).net().trace().formula()).isEqualTo("2000 × 4 ÷ 12 = 666.666667");
        assertThat(both.get(1).net().trace().text()).contains("，计 4 个月（上年结转）");
        assertThat(both.get(1).net().region()).isEqualTo("P1/S1/sewage/carried");
    }

    @Test
    void theTwoPartsMakeExactlyTheWholeSoThatNoLimitBites() {
        for (int month = 1; month <= 10; month++) {
            String accepted = "2021-" + (month < 10 ? "0" : "") + month + "-15";
            List<Reduction> both = all(
                    Works.sewage().accepted(accepted).with(Input.BASE_EMISSION, "2000"),
                    Works.sewage()
                            .accepted(accepted)
                            .with(Input.BASE_EMISSION, "2000")
                            .year(2022)
                            .carried());
            assertThat(value(both.get(0).net()).add(value(both.get(1).net()))).isEqualByComparingTo("2000");
            assertThat(both.get(1).limit()).isEmpty();
        }
    }

    @Test
    void nothingIsCarriedTwiceTooLateOrFromAFullYear() {
        refused(
                all(
                                Works.sewage().year(2022).carried(),
                                Works.sewage().year(2022).carried().id("P2"))
                        .get(1),
                "同一污染源、污染物、措施已在 P1 项目P1（2022年，名单 第2行）计过，只计一次");
        refused(Works.sewage().year(2023).carried().reduction(), "2021-03-20 稳定运行，从 2021-05 起计，没有结转到2023年的月份");
        refused(
                Works.sewage().accepted("2020-11-30").year(2022).carried().reduction(),
                "2020-11-30 稳定运行，从 2021-01 起计，没有结转到2022年的月份");
        refused(Works.sewage().carried().reduction(), "2021-03-20 稳定运行，从 2021-05 起计，没有结转到2021年的月份");
        refused(Works.industry().carried().reduction(), "“规则industry”不按月计，没有结转");
    }

    @Test
    void otherMeasuresCountAWholeYearOnceTheyAreDone() {
        assertThat(value(Works.industry().accepted("2021-12-31").reduction().net()))
                .isEqualByComparingTo("60");
        assertThat(value(Works.industry().accepted("2020-01-01").reduction().net()))
                .isEqualByComparingTo("60");
        refused(Works.industry().accepted("2022-01-01").reduction(), "2022-01-01 才完成，2021年不计");
        refused(Works.industry().accepted("2019-12-31").reduction(), "2019-12-31 已完成，早于基准年 2020 年，已在基数中");
    }

    @Test
    void theBaseYearItselfIsNotAssessed() {
        List<Condition> conditions = new ArrayList<>(Works.conditions());
        conditions.set(0, Works.condition(Condition.Matter.BASE, 2021, Certainty.FOUND));
        Reduction reduction = Reductions.of(
                        List.of(Works.industry().project()),
                        new ReductionRules(Works.rules().measures(), conditions))
                .getFirst();
        refused(reduction, "2021年不晚于基准年 2021 年");
    }

    @ParameterizedTest
    @CsvSource({
        "BASE_EMISSION, 1500, '算得 2000 吨，以基准年排放量 1500 吨为限'",
        "GENERATED, 1500, '算得 2000 吨，以产生量 1500 吨为限'",
        "PERMITTED, 1500, '算得 2000 吨，以许可排放量 1500 吨为限'",
    })
    void theLimitThatBitesIsSaid(Input limit, String most, String words) {
        Reduction reduction = Works.sewage().with(limit, most).reduction();
        assertThat(value(reduction.net())).isEqualByComparingTo("1000");
        assertThat(reduction.limit()).isEqualTo(words);
        assertThat(reduction.net().trace().formula()).isEqualTo("min(2000, 1500) × 8 ÷ 12 = 1000");
        assertThat(reduction.net().trace().text()).contains("；" + words);
    }

    @Test
    void ofSeveralLimitsTheLeastBites() {
        Reduction reduction = Works.industry()
                .with(Input.GENERATED, "50")
                .with(Input.PERMITTED, "20")
                .reduction();
        assertThat(value(reduction.net())).isEqualByComparingTo("20");
        assertThat(reduction.limit()).isEqualTo("算得 60 吨，以许可排放量 20 吨为限");
    }

    @Test
    void aLimitJustReachedDoesNotBite() {
        Reduction reduction = Works.industry().with(Input.GENERATED, "60").reduction();
        assertThat(value(reduction.net())).isEqualByComparingTo("60");
        assertThat(reduction.limit()).isEmpty();
    }

    @Test
    void measuresAtOneSourceTogetherGiveNoMoreThanItEmitted() {
        List<Reduction> both = all(
                Works.industry().accepted("2021-01-05"),
                Works.closure().id("P2").accepted("2021-06-01"));
        assertThat(value(both.get(0).net())).isEqualByComparingTo("60");
        assertThat(value(both.get(1).net())).isEqualByComparingTo("40");
        assertThat(both.get(1).limit()).isEqualTo("该污染源其他措施已计 60 吨，基准年排放量 100 吨只余 40 吨");
        assertThat(both.get(1).net().trace().formula()).isEqualTo("min(100, 100 − 60) = 40");
    }

    @Test
    void aSourceThatGaveEverythingGivesNothingMore() {
        List<Reduction> both = all(
                Works.closure().accepted("2021-01-05"),
                Works.industry()
                        .id("P2")
                        .with(Input.BASE_EMISSION, "90")
                        .with(Input.EMISSION, "0")
                        .accepted("2021-06-01"));
        assertThat(value(both.get(1).net())).isEqualByComparingTo("0");
        assertThat(both.get(1).limit()).isEqualTo("该污染源其他措施已计 100 吨，基准年排放量 90 吨只余 0 吨");
    }

    @Test
    void otherPollutantsAndSourcesHaveTheirOwnBase() {
        List<Reduction> three = all(
                Works.closure(),
                Works.industry().id("P2").pollutant(Pollutant.NOX),
                Works.industry().id("P3").source("S2"));
        assertThat(value(three.get(1).net())).isEqualByComparingTo("60");
        assertThat(value(three.get(2).net())).isEqualByComparingTo("60");
    }

    /** 遵循基数. */
    @Test
    void aSourceOutsideTheInventoryIsNoBasis() {
        refused(Works.industry().notInBase().reduction(), "污染源不在基准年排放清单内，没有可减的基数");
        assertThat(Works.sewage().notInBase().reduction().counted()).isTrue();
    }

    @Test
    void whatNewProjectsTookIsDeducted() {
        Reduction reduction = Works.industry().offsetUsed("12.5").reduction();
        assertThat(value(reduction.net())).isEqualByComparingTo("47.5");
        assertThat(reduction.net().trace().formula()).isEqualTo("60 − 12.5 = 47.5");
        assertThat(reduction.net().trace().children().get(1).text()).isEqualTo("区域削减占用量");
        assertThat(value(Works.industry().offsetUsed("60").reduction().net())).isEqualByComparingTo("0");
        refused(Works.industry().offsetUsed("60.1").reduction(), "区域削减占用量 60.1 吨大于减排量 60 吨");
        refused(Works.industry().offsetUsed("-1").reduction(), "区域削减占用量 -1 是负数");
    }

    @Test
    void replacementUsedIsStillTakenFromTheSource() {
        List<Reduction> both = all(
                Works.industry().accepted("2021-01-01").offsetUsed("60"),
                Works.closure().id("P2").accepted("2021-02-01"));
        assertThat(value(both.get(0).net())).isEqualByComparingTo("0");
        assertThat(value(both.get(1).net())).isEqualByComparingTo("40");
    }

    @ParameterizedTest
    @CsvSource({"2021, 2022, 0", "2022, 2021, 1"})
    void oneSourcePollutantAndMeasureCountsOnceOverTheYears(int year, int other, int counts) {
        List<Reduction> both = all(
                Works.industry().year(year).line(7),
                Works.industry().id("P2").year(other).line(9));
        assertThat(value(both.get(counts).net())).isEqualByComparingTo("60");
        refused(
                both.get(1 - counts),
                counts == 0
                        ? "同一污染源、污染物、措施已在 P1 项目P1（2021年，名单 第7行）计过，只计一次"
                        : "同一污染源、污染物、措施已在 P2 项目P2（2021年，名单 第9行）计过，只计一次");
    }

    @Test
    void theOneAcceptedFirstCountsThenTheEarlierYearThenTheId() {
        assertThat(all(
                                Works.industry().id("A").accepted("2021-05-02"),
                                Works.industry().id("B").accepted("2021-05-01"),
                                Works.industry().id("C"))
                        .stream()
                        .map(Reduction::counted))
                .containsExactly(false, true, false);
        assertThat(all(Works.industry().id("B"), Works.industry().id("A")).stream()
                        .map(Reduction::counted))
                .containsExactly(false, true);
        assertThat(all(Works.industry().line(3), Works.industry().line(2)).stream()
                        .map(Reduction::counted))
                .containsExactly(false, true);
        assertThat(all(
                                Works.industry().id("A").year(2022).accepted("2021-05-01"),
                                Works.industry().id("B").accepted("2021-05-01"))
                        .stream()
                        .map(Reduction::counted))
                .containsExactly(false, true);
    }

    @Test
    void aRowThatDoesNotCountDoesNotStandInTheWay() {
        List<Reduction> both = all(
                Works.industry().id("A").without(Input.EMISSION),
                Works.industry().id("B"));
        assertThat(both.get(0).counted()).isFalse();
        assertThat(value(both.get(1).net())).isEqualByComparingTo("60");
    }

    @Test
    void outletsOfTwoEnterprisesMayBearOneNumber() {
        assertThat(all(
                                Works.industry().id("A").enterprise("甲"),
                                Works.industry().id("B").enterprise("乙"),
                                Works.industry().id("C").enterprise("甲"),
                                Works.industry().id("D"))
                        .stream()
                        .map(Reduction::counted))
                .containsExactly(true, true, false, false);
    }

    /** Mistake 8: a closure counted as reduction, offset and sale. */
    @Test
    void aClosureThatWasSoldDoesNotCountInAnyList() {
        refused(Works.closure().alsoUsed("排污权出售").reduction(), "已用作排污权出售，不能再计减排量");
        List<Reduction> both = all(
                Works.closure().id("A"),
                Works.closure().id("B").alsoUsed("替代来源").line(8));
        refused(both.get(0), "已用作替代来源（B 项目B，名单 第8行），不能再计减排量");
        refused(both.get(1), "已用作替代来源，不能再计减排量");
    }

    @Test
    void aSaleTouchesOnlyTheSameClosure() {
        List<Reduction> all = all(
                Works.closure().id("A").alsoUsed("排污权出售"),
                Works.closure().id("B").pollutant(Pollutant.NOX),
                Works.closure().id("C").source("S2"),
                Works.industry().id("D"));
        assertThat(all.stream().map(Reduction::counted)).containsExactly(false, true, true, true);
    }

    @Test
    void whatElseWasUsedOfAnotherMeasureMustBeSaidInTonnes() {
        refused(Works.industry().alsoUsed("替代来源").reduction(), "已用作替代来源，但没有写用去多少吨（offset_used）");
        assertThat(value(Works.industry()
                        .alsoUsed("替代来源")
                        .offsetUsed("10")
                        .reduction()
                        .net()))
                .isEqualByComparingTo("50");
    }

    @Test
    void aLaterInspectionTakesBackInItsOwnYear() {
        Reduction reduction = Works.closure().failed(2023, null).reduction();
        assertThat(value(reduction.net())).isEqualByComparingTo("100");
        Figure back = reduction.takenBack();
        assertThat(back).isNotNull();
        assertThat(value(back)).isEqualByComparingTo("-100");
        assertThat(back.period()).isEqualTo(Period.year(2023));
        assertThat(back.indicator()).isEqualTo("pollutant.reduction.cod.taken-back");
        assertThat(back.region()).isEqualTo("P1/S1/closure");
        assertThat(back.unit()).isEqualTo("吨");
        assertThat(back.edition().id()).isEqualTo("c-taken-back");
        assertThat(back.trace().text()).isEqualTo("项目P1（S1） 2023年核减：复产");
        assertThat(back.trace().formula()).isEqualTo("−100");
        assertThat(back.trace().value()).isEqualByComparingTo("-100");
        assertThat(back.trace().children()).hasSize(2);
    }

    @Test
    void aPartMayBeTakenBackButNoMoreThanCounted() {
        assertThat(value(Works.closure().failed(2021, "30").reduction().takenBack()))
                .isEqualByComparingTo("-30");
        assertThat(value(Works.closure().failed(2022, "100").reduction().takenBack()))
                .isEqualByComparingTo("-100");
        refused(Works.closure().failed(2022, "100.1").reduction(), "核减量 100.1 吨大于已计的 100 吨");
        refused(Works.closure().failed(2022, "0").reduction(), "核减量 0 吨不是正数");
        refused(Works.closure().failed(2020, null).reduction(), "核减年份 2020 早于核算年份 2021");
    }

    @Test
    void whatOthersSaidStandsBesideIt() {
        Reduction reduction = Works.industry()
                .said(Verdict.PROVINCE, "60")
                .said(Verdict.CLAIMED, "75.5")
                .said(Verdict.CITY, "50")
                .reduction();
        assertThat(value(reduction.net())).isEqualByComparingTo("60");
        assertThat(reduction.differences())
                .extracting(Figure::indicator)
                .containsExactly(
                        "pollutant.reduction.cod.less-claimed",
                        "pollutant.reduction.cod.less-city",
                        "pollutant.reduction.cod.less-province");
        assertThat(reduction.differences().stream().map(ReductionsTest::value).map(BigDecimal::stripTrailingZeros))
                .containsExactly(new BigDecimal("-15.5"), new BigDecimal("1E+1"), BigDecimal.ZERO);
        Trace trace = reduction.differences().getFirst().trace();
        assertThat(trace.text()).isEqualTo("项目P1（S1） 算得的减排量减去申报量");
        assertThat(trace.formula()).isEqualTo("60 − 75.5 = -15.5");
        assertThat(trace.children()).hasSize(3);
        assertThat(trace.children().get(1).ref()).isEqualTo("名单 第2行 claimed");
    }

    @Test
    void greenhouseGasesOnlyWhereAFactorIsGiven() {
        Reduction reduction = Works.industry().greenhouse("21.5").reduction();
        Figure side = reduction.greenhouse();
        assertThat(side).isNotNull();
        assertThat(value(side)).isEqualByComparingTo("1290");
        assertThat(side.unit()).isEqualTo("吨二氧化碳当量");
        assertThat(side.indicator()).isEqualTo("pollutant.reduction.cod.greenhouse");
        assertThat(side.trace().formula()).isEqualTo("60 × 21.5 = 1290");
        assertThat(side.trace().text()).isEqualTo("项目P1（S1） 温室气体协同减排量，系数出自某研究");
        assertThat(side.trace().children()).hasSize(3);
        assertThat(reduction.net().trace().text()).doesNotContain("协同");
        assertThat(Works.industry().reduction().greenhouse()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "EMISSION, -1, 治理后排放量 -1 是负数",
        "REMOVAL, 100.5, 去除效率 100.5 超过 100%",
        "HOURS, 8785, 年运行时数 8785 超过 8784h/a",
        "PERMITTED, -0.1, 许可排放量 -0.1 是负数",
    })
    void impossibleNumbersGiveNoFigure(Input input, String value, String why) {
        refused(Works.industry().with(input, value).reduction(), why);
    }

    @Test
    void theLargestPossibleNumbersAreTaken() {
        assertThat(Works.industry()
                        .with(Input.REMOVAL, "100")
                        .with(Input.HOURS, "8784")
                        .reduction()
                        .counted())
                .isTrue();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        refused(
                Works.sewage().without(Input.INFLOW).without(Input.VOLUME).reduction(),
                "缺处理水量（volume，万m³/a）、进水浓度（inflow，mg/L）");
    }

    @Test
    void aMeasureMayWantMoreThanItsFormula() {
        Measure strict = new Measure(
                Works.INDUSTRY,
                Form.EMISSION_FALL,
                Set.of(Pollutant.COD),
                List.of(Input.BASE_EMISSION, Input.EMISSION, Input.PERMITTED),
                false,
                false,
                false,
                Works.edition("strict", Certainty.FOUND));
        ReductionRules rules = new ReductionRules(List.of(strict), Works.conditions());
        refused(Reductions.of(List.of(Works.industry().project()), rules).getFirst(), "缺许可排放量（permitted，t/a）");
        refused(
                Reductions.of(List.of(Works.industry().pollutant(Pollutant.VOCS).project()), rules)
                        .getFirst(),
                "“规则strict”不用于挥发性有机物");
    }

    @Test
    void outsideTheYearsOfTheRulesNothingIsComputed() {
        refused(Works.industry().year(2026).reduction(), "2026年没有适用于“industry”的核算办法");
        refused(Works.of("别的").reduction(), "2021年没有适用于“别的”的核算办法");
        List<Condition> conditions = new ArrayList<>(Works.conditions());
        conditions.removeIf(condition -> condition.matter() == Condition.Matter.NET);
        refused(
                Reductions.of(
                                List.of(Works.industry().project()),
                                new ReductionRules(Works.rules().measures(), conditions))
                        .getFirst(),
                "2021年没有适用的核算规则 reduction.net");
    }

    @Test
    void theEditionThatBeganLastCounts() {
        Measure later = new Measure(
                Works.INDUSTRY,
                Form.CLOSURE,
                Set.of(Pollutant.COD),
                List.of(Input.BASE_EMISSION),
                true,
                false,
                false,
                new org.luheng.accounting.RuleEdition(
                        "later", "reduction", "后来的", "", 2023, 2025, "", Certainty.FOUND));
        List<Measure> measures = new ArrayList<>(Works.rules().measures());
        measures.addFirst(later);
        ReductionRules rules = new ReductionRules(measures, Works.conditions());
        assertThat(rules.measure(Works.INDUSTRY, 2022)).isNotSameAs(later).isNotNull();
        assertThat(rules.measure(Works.INDUSTRY, 2023)).isSameAs(later);
    }

    /** What rests on memory is bracketed, whichever of the rules it is. */
    @Test
    void theLeastSureRuleDecides() {
        for (Condition.Matter matter : Condition.Matter.values()) {
            List<Condition> conditions = new ArrayList<>(Works.conditions());
            conditions.replaceAll(condition -> condition.matter() == matter
                    ? new Condition(matter, condition.value(), Works.edition("unsure", Certainty.UNSURE))
                    : condition);
            ReductionRules rules = new ReductionRules(Works.rules().measures(), conditions);
            Reduction sewage = Reductions.of(
                            List.of(Works.sewage().failed(2022, null).project()), rules)
                    .getFirst();
            Reduction industry =
                    Reductions.of(List.of(Works.industry().project()), rules).getFirst();
            assertThat(sewage.net().bracketed())
                    .as("sewage " + matter)
                    .isEqualTo(Set.of(
                                    Condition.Matter.BASE,
                                    Condition.Matter.START,
                                    Condition.Matter.LIMIT,
                                    Condition.Matter.ONCE,
                                    Condition.Matter.NET)
                            .contains(matter));
            assertThat(industry.net().bracketed())
                    .as("industry " + matter)
                    .isEqualTo(Set.of(
                                    Condition.Matter.BASE,
                                    Condition.Matter.INVENTORY,
                                    Condition.Matter.LIMIT,
                                    Condition.Matter.ONCE,
                                    Condition.Matter.NET)
                            .contains(matter));
            Figure back = sewage.takenBack();
            assertThat(back).isNotNull();
            assertThat(back.bracketed()).isEqualTo(sewage.net().bracketed() || matter == Condition.Matter.TAKEN_BACK);
        }
        Measure unsure = new Measure(
                "x",
                Form.CLOSURE,
                Set.of(Pollutant.COD),
                List.of(Input.BASE_EMISSION),
                true,
                false,
                false,
                Works.edition("x", Certainty.MEMORY));
        Reduction reduction = Reductions.of(
                        List.of(Works.of("x").with(Input.BASE_EMISSION, "1").project()),
                        new ReductionRules(List.of(unsure), Works.conditions()))
                .getFirst();
        assertThat(reduction.net().edition().certainty()).isEqualTo(Certainty.MEMORY);
        assertThat(reduction.net().bracketed()).isTrue();
    }
}
