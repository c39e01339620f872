package org.luheng.accounting.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.replacement.Replacements.Check;

class ReplacementsTest {
    private static final List<Ratio> RATIOS = List.of(
            ratio("equal", Subject.NOX, Condition.ALWAYS, "1", Certainty.MEMORY, false, List.of(), "污水处理厂"),
            ratio("air", Subject.NOX, Condition.PM25_FAILED, "2", Certainty.MEMORY, false, List.of(), "污水处理厂"),
            ratio("vocs", Subject.VOCS, Condition.ALWAYS, "1.2", Certainty.SEED, false, List.of("350100")),
            ratio("coal", Subject.COAL, Condition.REBUILT, "2", Certainty.SEED, true, List.of("410100")),
            ratio(
                    "coal-shandong",
                    Subject.COAL,
                    Condition.HIGH_ENERGY,
                    "1.2",
                    Certainty.FOUND,
                    false,
                    List.of("370000")));

    private static Ratio ratio(
            String id,
            Subject subject,
            Condition condition,
            String times,
            Certainty certainty,
            boolean provincial,
            List<String> regions,
            String... exempt) {
        return new Ratio(
                Set.of(subject),
                condition,
                regions,
                List.of(exempt),
                provincial,
                new BigDecimal(times),
                new RuleEdition(id, "replacement", id, id, 2014, 2025, "文件", certainty));
    }

    private final List<Demand.Source> sources = new ArrayList<>();
    private final Map<Condition, Boolean> conditions = new EnumMap<>(Condition.class);
    private String kind = "";
    private int year = 2022;
    private @Nullable BigDecimal provincial;

    private static ReplacementsTest project() {
        return new ReplacementsTest();
    }

    private ReplacementsTest from(String name, String amount, @Nullable String available) {
        sources.add(new Demand.Source(
                name,
                new BigDecimal(amount),
                available == null ? null : new BigDecimal(available),
                "第" + (sources.size() + 2) + "行"));
        return this;
    }

    private ReplacementsTest is(Condition condition, boolean holds) {
        conditions.put(condition, holds);
        return this;
    }

    private Demand demand(String id, String region, Subject subject, String added) {
        return new Demand(
                id, "某项目", region, year, subject, new BigDecimal(added), conditions, kind, provincial, sources, "第2行");
    }

    private Check check(String region, Subject subject, String added) {
        return Replacements.of(List.of(demand("R1", region, subject, added)), RATIOS)
                .getFirst();
    }

    private String refusal(String region, Subject subject, String added) {
        Check check = check(region, subject, added);
        assertThat(check.met()).isNull();
        assertThat(check.ratio().value()).isNull();
        assertThat(check.shortfall().missing()).isEqualTo(check.ratio().missing());
        return String.valueOf(check.ratio().missing());
    }

    @Test
    void theStrictestOfWhatHoldsCounts() {
        Check check = project()
                .is(Condition.PM25_FAILED, true)
                .from("甲厂", "15", null)
                .from("乙厂", "5", "5")
                .check("410103", Subject.NOX, "12");
        assertThat(check.met()).isFalse();
        assertThat(check.ratio().value())
                .isEqualByComparingTo(new BigDecimal(20).divide(new BigDecimal(12), java.math.MathContext.DECIMAL128));
        assertThat(check.ratio().indicator()).isEqualTo("replacement.ratio");
        assertThat(check.ratio().unit()).isEqualTo("倍");
        assertThat(check.ratio().region()).isEqualTo("R1 NOx");
        assertThat(check.ratio().period()).isEqualTo(Period.year(2022));
        assertThat(check.ratio().bracketed()).isTrue();
        assertThat(check.shortfall().value()).isEqualByComparingTo("4");
        assertThat(check.shortfall().unit()).isEqualTo("吨");
        Trace ratio = check.ratio().trace();
        assertThat(ratio.text()).isEqualTo("氮氧化物替代比例：要求 2 倍，不足");
        assertThat(ratio.formula()).isEqualTo("(15 + 5) ÷ 12 = 1.6667 倍");
        assertThat(ratio.children())
                .extracting(Trace::text)
                .containsExactly("替代来源 甲厂（第2行）", "替代来源 乙厂（第3行）", "某项目 新增氮氧化物（第2行）", "air（凭通行做法，未核原文）");
        Trace shortfall = check.shortfall().trace();
        assertThat(shortfall.text()).isEqualTo("氮氧化物替代缺口：要求 2 倍，不足");
        assertThat(shortfall.formula()).isEqualTo("12 × 2 − (15 + 5) = 4 吨");
    }

    @Test
    void mistake8TheOffsetRatioIsNotForgotten() {
        // One time would do but for the air.
        assertThat(project()
                        .is(Condition.PM25_FAILED, false)
                        .from("甲厂", "12", null)
                        .check("410103", Subject.NOX, "12")
                        .met())
                .isTrue();
        assertThat(project()
                        .is(Condition.PM25_FAILED, true)
                        .from("甲厂", "12", null)
                        .check("410103", Subject.NOX, "12")
                        .met())
                .isFalse();
        assertThat(project().from("甲厂", "24", null).refusal("410103", Subject.NOX, "12"))
                .isEqualTo("未写明是否细颗粒物（PM2.5）年平均浓度未达标：是则须 2 倍替代");
    }

    @Test
    void exactlyEnoughIsEnough() {
        Check met = project().from("甲厂", "6", null).check("350102", Subject.VOCS, "5");
        assertThat(met.met()).isTrue();
        assertThat(met.shortfall().value()).isEqualByComparingTo("0");
        assertThat(met.ratio().bracketed()).isFalse();
        assertThat(met.ratio().trace().text()).isEqualTo("挥发性有机物替代比例：要求 1.2 倍，达到");
        assertThat(met.ratio().trace().formula()).isEqualTo("6 ÷ 5 = 1.2 倍");
        assertThat(met.shortfall().trace().formula()).isEqualTo("5 × 1.2 − 6 = 0 吨，没有缺口");
        assertThat(project()
                        .from("甲厂", "5.999", null)
                        .check("350102", Subject.VOCS, "5")
                        .met())
                .isFalse();
        assertThat(project()
                        .from("甲厂", "9", null)
                        .check("350102", Subject.VOCS, "5")
                        .shortfall()
                        .value())
                .isEqualByComparingTo("0");
        assertThat(project().check("350102", Subject.VOCS, "5").shortfall().value())
                .isEqualByComparingTo("6");
        assertThat(project().check("350102", Subject.VOCS, "5").ratio().trace().formula())
                .isEqualTo("0 ÷ 5 = 0 倍");
    }

    @Test
    void theProvincesOwnRatioCountsWhereItIsHigher() {
        ReplacementsTest rebuilt = project().is(Condition.REBUILT, true).from("甲厂", "20", null);
        assertThat(rebuilt.check("410181", Subject.COAL, "10").met()).isTrue();
        assertThat(rebuilt.check("410181", Subject.COAL, "10").ratio().trace().text())
                .isEqualTo("煤炭替代比例：要求 2 倍（省定标准未给出），达到");
        rebuilt.provincial = new BigDecimal("2.5");
        Check higher = rebuilt.check("410181", Subject.COAL, "10");
        assertThat(higher.met()).isFalse();
        assertThat(higher.shortfall().value()).isEqualByComparingTo("5");
        assertThat(higher.ratio().trace().text()).isEqualTo("煤炭替代比例：要求 2.5 倍（省定标准），不足");
        rebuilt.provincial = new BigDecimal("1.5");
        assertThat(rebuilt.check("410181", Subject.COAL, "10").ratio().trace().text())
                .isEqualTo("煤炭替代比例：要求 2 倍，达到");
        // Elsewhere the province's number is nobody's rule.
        ReplacementsTest shandong = project().is(Condition.HIGH_ENERGY, true).from("甲厂", "12", null);
        shandong.provincial = new BigDecimal(3);
        assertThat(shandong.check("370102", Subject.COAL, "10").met()).isTrue();
    }

    @Test
    void whereNoRuleHoldsThereIsNoVerdict() {
        assertThat(project().refusal("410103", Subject.COD, "1")).isEqualTo("没有适用于 2022 年化学需氧量的替代比例");
        assertThat(project().refusal("410103", Subject.VOCS, "1")).isEqualTo("没有适用于 2022 年挥发性有机物的替代比例");
        ReplacementsTest plant = project().is(Condition.PM25_FAILED, true);
        plant.kind = "污水处理厂";
        assertThat(plant.refusal("410103", Subject.NOX, "1")).isEqualTo("没有适用于 2022 年氮氧化物的替代比例");
        ReplacementsTest late = project();
        late.year = 2026;
        assertThat(late.refusal("350100", Subject.VOCS, "1")).isEqualTo("没有适用于 2026 年挥发性有机物的替代比例");
        assertThat(project().is(Condition.REBUILT, false).refusal("410100", Subject.COAL, "1"))
                .isEqualTo("没有适用于 2022 年煤炭的替代比例");
        assertThat(project().refusal("410100", Subject.COAL, "1")).isEqualTo("未写明是否改建项目：是则须 2 倍替代");
    }

    @Test
    void badNumbersAreNamedAllAtOnce() {
        assertThat(project().from("甲厂", "-1", null).refusal("350100", Subject.VOCS, "0"))
                .isEqualTo("新增量为 0，须大于零；替代来源“甲厂”为 -1，不能小于零");
        assertThat(project().refusal("350100", Subject.VOCS, "-5")).isEqualTo("新增量为 -5，须大于零");
    }

    @Test
    void mistake10ASourceIsNotUsedTwice() {
        Demand one = project().from("甲厂", "6", "10").demand("R1", "350100", Subject.VOCS, "5");
        Demand two = project().from("甲厂", "5", null).demand("R2", "350100", Subject.VOCS, "4");
        Demand other = project().from("乙厂", "6", "6").demand("R3", "350100", Subject.VOCS, "5");
        List<Check> checks = Replacements.of(List.of(one, two, other), RATIOS);
        assertThat(checks.get(0).ratio().missing()).isEqualTo("替代来源“甲厂”只有 10 吨，各项目共用 11 吨");
        assertThat(checks.get(1).ratio().missing()).isEqualTo("替代来源“甲厂”只有 10 吨，各项目共用 11 吨");
        assertThat(checks.get(2).met()).isTrue();
        Demand less = project().from("甲厂", "4", "10").demand("R2", "350100", Subject.VOCS, "4");
        assertThat(Replacements.of(List.of(one, less), RATIOS).getFirst().met()).isTrue();
        // What a closure spares of one pollutant says nothing of another.
        Demand nox = project()
                .is(Condition.PM25_FAILED, false)
                .from("甲厂", "8", "8")
                .demand("R1", "350100", Subject.NOX, "8");
        assertThat(Replacements.of(List.of(one, nox), RATIOS)).allMatch(check -> Boolean.TRUE.equals(check.met()));
    }

    @Property
    void moreReplacedIsNeverWorse(
            @ForAll @IntRange(min = 1, max = 1000) int added,
            @ForAll @IntRange(min = 0, max = 3000) int replaced,
            @ForAll @IntRange(min = 1, max = 1000) int more) {
        Check before = project()
                .from("甲厂", Integer.toString(replaced), null)
                .check("350100", Subject.VOCS, Integer.toString(added));
        Check after = project()
                .from("甲厂", Integer.toString(replaced + more), null)
                .check("350100", Subject.VOCS, Integer.toString(added));
        assertThat(after.shortfall().value())
                .isLessThanOrEqualTo(before.shortfall().value());
        assertThat(Boolean.TRUE.equals(before.met()) && !Boolean.TRUE.equals(after.met()))
                .isFalse();
        assertThat(before.met())
                .isEqualTo(
                        new BigDecimal(replaced).compareTo(new BigDecimal(added).multiply(new BigDecimal("1.2"))) >= 0);
    }

    @Test
    void wordsAreKnownByCodeAndName() {
        assertThat(Subject.of("nox")).isEqualTo(Subject.NOX);
        assertThat(Subject.of("煤炭")).isEqualTo(Subject.COAL);
        assertThat(Subject.of("碳")).isNull();
        assertThat(Condition.of("rebuilt")).isEqualTo(Condition.REBUILT);
        assertThat(Condition.of("改建")).isNull();
    }
}
