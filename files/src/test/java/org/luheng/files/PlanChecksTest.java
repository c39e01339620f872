package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Target;

class PlanChecksTest {
    private final PlanChecks checks = new PlanChecks(House.RULES, House.REGISTER);

    @TempDir
    Path temp = Path.of("");

    /** A shipped plan with one row of its targets changed. */
    private PlanFolder changed(String id, String from, String to) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(id));
        for (String file : List.of("plan.yaml", "clauses.csv", "targets.csv", "tasks.csv")) {
            String text =
                    Files.readString(House.ROOT.resolve("plans").resolve(id).resolve(file));
            if (file.equals("targets.csv")) {
                assertThat(text).contains(from);
                text = text.replace(from, to);
            }
            Files.writeString(folder.resolve(file), text);
        }
        return PlanFolder.read(folder, House.RULES, House.REGISTER);
    }

    @Test
    void leakageOf6PercentInTheCityProperAnd9InTheWholeCityIsSuspectedAndNoContradiction() {
        List<Finding> findings = checks.between(House.plan("zhengzhou-14fyp"), House.plan("zhengzhou-eco-14fyp"));
        assertThat(findings).extracting(Finding::fault).containsOnly(Fault.SUSPECTED);
        assertThat(findings)
                .filteredOn(finding -> finding.message().contains("公共供水管网漏损率"))
                .singleElement()
                .extracting(Finding::inWords)
                .asString()
                .contains("zhengzhou-14fyp/targets.csv 第", "不高于6%", "不高于9%", "范围、数值不同", "《郑州生态环保》");
    }

    @Test
    void theSameNumberForTheSameScopeWordedAlikeIsNoFinding() {
        assertThat(checks.between(House.plan("zhengzhou-14fyp"), House.plan("zhengzhou-eco-14fyp")))
                .noneMatch(finding -> finding.message().contains("中心城区再生水利用率"));
    }

    @Test
    void anotherNumberForTheSameScopeAndDateIsAContradiction() throws IOException {
        PlanFolder other = changed(
                "zhengzhou-eco-14fyp",
                "中心城区再生水利用率,water.reuse.central,占比,=,30",
                "中心城区再生水利用率,water.reuse.central,占比,=,35");
        PlanFolder sameScope = changed("zhengzhou-14fyp", "2025,,410100,市中心城区,", "2025,,410100,中心城区,");
        assertThat(checks.between(sameScope, other))
                .filteredOn(finding -> finding.fault() == Fault.CONTRADICTS)
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("达到30%", "达到35%", "地区、范围、期限相同，数值不同");
    }

    @Test
    void plansOfDifferentPlacesDoNotContradictEachOther() {
        assertThat(checks.between(House.plan("fuzhou-14fyp"), House.plan("yuncheng-14fyp")))
                .isEmpty();
    }

    @Test
    void partsThatDoNotAddUpAreAContradictionAndThePlanLoadsAllTheSame() throws IOException {
        PlanFolder folder =
                changed("zhengzhou-14fyp", "pollutant.reduction.cod,累计量,=,782,", "pollutant.reduction.cod,累计量,=,783,");
        assertThat(checks.within(folder))
                .filteredOn(finding -> finding.kind() == Fault.Kind.CONTRADICTION)
                .singleElement()
                .extracting(Finding::inWords)
                .asString()
                .contains("targets.csv 第3行 value 列“10434”", "各地区合计 10435吨，全市 10434吨，相差 1吨");
    }

    @ParameterizedTest
    @ValueSource(strings = {"erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp", "zhengzhou-14fyp", "zhengzhou-eco-14fyp"})
    void theShippedPlansDoNotContradictThemselves(String id) {
        assertThat(checks.within(House.plan(id))).extracting(Finding::kind).containsOnly(Fault.Kind.GAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp", "zhengzhou-14fyp"})
    void inThePlansWithBracketsSomebodyLeadsEveryTarget(String id) {
        assertThat(checks.within(House.plan(id))).extracting(Finding::fault).doesNotContain(Fault.NOBODY_LEADS);
    }

    @Test
    void inTheEnvironmentalPlanMostTargetsHaveNobody() {
        assertThat(checks.within(House.plan("zhengzhou-eco-14fyp")))
                .filteredOn(finding -> finding.fault() == Fault.NOBODY_LEADS)
                .hasSize(73);
    }

    @Test
    void gapsNameTheirRowAndColumn() throws IOException {
        PlanFolder folder = changed("fuzhou-14fyp", "下降,14,,%,2020,,2025,,350100", "下降,14,,,,,2025,是,350100");
        assertThat(checks.within(folder))
                .filteredOn(finding -> finding.place().line() == 2)
                .extracting(finding -> finding.fault() + " " + finding.place().column())
                .containsExactly("NO_UNIT unit", "NO_BASE base_year", "DUE_INHERITED due");
    }

    /** 18 % in five years is 3.89 % a year; the other plan says 4. */
    @Test
    void aFallOverThePeriodIsHeldAgainstAYearlyOne() throws IOException {
        PlanFolder eco = House.plan("zhengzhou-eco-14fyp");
        assertThat(checks.between(House.plan("zhengzhou-14fyp"), eco))
                .filteredOn(finding -> finding.message().contains("3.89%"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fault()).isEqualTo(Fault.SUSPECTED);
                    assertThat(finding.message()).contains("下降18%", "下降4%/年");
                });
        // 18.46 % is 4 % a year, to the digit that is printed.
        PlanFolder same = changed(
                "zhengzhou-14fyp", "energy.intensity.industry,相对变化,下降,18,", "energy.intensity.industry,相对变化,下降,18.46,");
        assertThat(checks.between(same, eco))
                .noneMatch(finding -> finding.message().contains("折成每年"));
    }

    @Test
    void plansOfOtherYearsAreNotCompared() {
        assertThat(checks.between(House.plan("erqi-2015"), House.plan("zhengzhou-14fyp")))
                .isEmpty();
    }

    @Test
    void aPlanThatAsksForLessThanTheOneAboveIsSuspected() {
        PlanFolder city = House.plan("zhengzhou-14fyp");
        PlanFolder district = House.plan("erqi-2015");
        Target whole = city.plan().target("410100", "energy.intensity");
        Target own = city.plan().target("410103", "energy.intensity");
        assertThat(whole).isNotNull();
        assertThat(own).isNotNull();
        assertThat(own.inWords()).isEqualTo("下降11%");

        // The city asks 14 % of itself and 11 % of this district.
        assertThat(checks.between(with(district, whole, "11"), city))
                .noneMatch(finding -> finding.fault() == Fault.WEAKER);
        PlanFolder weaker = with(district, whole, "10.5");
        for (List<Finding> findings : List.of(checks.between(weaker, city), checks.between(city, weaker))) {
            assertThat(findings)
                    .filteredOn(finding -> finding.fault() == Fault.WEAKER)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains("下降不低于10.5%", "下降11%"));
        }
    }

    /** The folder as if it were of 2021 to 2025 and had one target, like that of another plan but for its value. */
    private static PlanFolder with(PlanFolder folder, Target like, String value) {
        Plan plan = folder.plan();
        Target target = new Target(
                "T999",
                like.section(),
                like.title(),
                like.indicator(),
                like.kind(),
                like.relation(),
                new BigDecimal(value),
                null,
                like.unit(),
                like.baseYear(),
                null,
                like.due(),
                false,
                plan.region(),
                "",
                "",
                "",
                0,
                1,
                "");
        return new PlanFolder(
                new Plan(
                        plan.id(),
                        plan.title(),
                        plan.shortTitle(),
                        plan.region(),
                        plan.divides(),
                        2021,
                        2025,
                        2020,
                        plan.pathForm(),
                        plan.totalAdjusts(),
                        plan.totalExempt(),
                        plan.scheme(),
                        List.of(target),
                        plan.hash()),
                folder.number(),
                folder.issuer(),
                folder.issued(),
                folder.office(),
                folder.document(),
                folder.options(),
                folder.follows(),
                folder.clauses(),
                List.of(),
                List.of(),
                folder.places(),
                List.of());
    }

    @Test
    void chaptersWithoutAWordAreAGap() {
        assertThat(checks.within(House.plan("zhengzhou-eco-14fyp")))
                .filteredOn(finding -> finding.fault() == Fault.EMPTY_CHAPTER)
                .extracting(Finding::value)
                .containsExactly("七", "八");
        assertThat(checks.within(House.plan("zhengzhou-14fyp")))
                .extracting(Finding::fault)
                .doesNotContain(Fault.EMPTY_CHAPTER);
    }

    @Test
    void aDimensionlessIndicatorNeedsNoUnit() {
        assertThat(checks.within(House.plan("zhengzhou-14fyp")))
                .extracting(Finding::fault)
                .doesNotContain(Fault.NO_UNIT);
    }
}
