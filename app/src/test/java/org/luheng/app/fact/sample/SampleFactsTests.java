package org.luheng.app.fact.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Element;
import org.luheng.accounting.Fact;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Stage;
import org.luheng.accounting.State;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;

class SampleFactsTests {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("luheng.root"), "luheng.root"));
    private static final RulesFolder RULES = RulesFolder.read(ROOT.resolve("rules"));
    private static final Register REGISTER = Register.read(ROOT.resolve("register"));
    private static final List<Plan> PLANS =
            List.of("erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp", "zhengzhou-14fyp", "zhengzhou-eco-14fyp").stream()
                    .map(id -> PlanFolder.read(ROOT.resolve("plans").resolve(id), RULES.rules(), REGISTER)
                            .plan())
                    .toList();
    private static final String TEXT = make();
    private static final FactBase BASE = base(TEXT);

    private static String make() {
        StringWriter out = new StringWriter();
        try {
            new SampleFacts(PLANS, RULES.rules(), REGISTER).writeTo(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString();
    }

    private static FactBase base(String text) {
        FactBase base = new FactBase(RULES.rules().authorities());
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String[] cell = lines.get(i).split(",", -1);
            base.add(new Fact(
                    i,
                    cell[0],
                    Objects.requireNonNull(Period.parse(cell[1]), cell[1]),
                    cell[2],
                    new BigDecimal(cell[3]),
                    cell[4],
                    null,
                    Objects.requireNonNull(Stage.of(cell[5]), cell[5]),
                    cell[7],
                    cell[8],
                    cell[6],
                    LocalDate.parse(cell[9]),
                    true,
                    "line " + (i + 1)));
        }
        return base;
    }

    @Test
    void areTheSameEveryTime() {
        assertThat(make()).isEqualTo(TEXT);
        assertThat(TEXT.lines().count()).isBetween(10_000L, 40_000L);
    }

    @Test
    void saySoInEveryLine() {
        assertThat(TEXT.lines().skip(1))
                .allSatisfy(line -> assertThat(line.split(",", -1)[6]).startsWith("样例"));
    }

    @Test
    void sayNothingTwice() {
        Set<String> seen = new HashSet<>();
        assertThat(TEXT.lines().skip(1)).allSatisfy(line -> {
            String[] cell = line.split(",", -1);
            assertThat(seen.add(String.join("|", cell[0], cell[1], cell[2], cell[5], cell[7], cell[8], cell[9])))
                    .as(line)
                    .isTrue();
        });
    }

    @Test
    void districtsAddUpToTheirCityOnEveryDay() {
        for (String day : List.of("2015-06-30", "2022-03-31", "2023-08-01", "2024-11-30", "2025-03-31", "2026-11-21")) {
            Facts facts = BASE.knownOn(LocalDate.parse(day));
            for (Plan plan : PLANS) {
                for (String element : List.of(
                        Element.GDP,
                        Element.ENERGY,
                        "energy.coal",
                        "energy.feedstock",
                        "energy.renewable-electricity")) {
                    for (Period period : facts.periods(plan.region(), element)) {
                        if (period.year() < plan.baseYear() || period.year() > plan.lastYear()) {
                            continue;
                        }
                        assertThat(plan.divides().stream()
                                        .map(district -> value(facts, district, element, period))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                                .as("%s %s %s on %s", plan.id(), element, period, day)
                                .isEqualByComparingTo(value(facts, plan.region(), element, period));
                    }
                }
            }
        }
    }

    private static BigDecimal value(Facts facts, String region, String element, Period period) {
        return Objects.requireNonNull(facts.find(region, element, period), region + " " + element + " " + period)
                .value();
    }

    @Test
    void dividedReductionsAddUpToTheCity() {
        Facts facts = BASE.knownOn(LocalDate.of(2026, 11, 21));
        Plan plan = PLANS.get(3);
        for (String pollutant : List.of("cod", "nh3n", "nox", "vocs")) {
            String element = "pollutant.reduction." + pollutant;
            assertThat(facts.periods(plan.region(), element)).hasSize(20);
            for (Period period : facts.periods(plan.region(), element)) {
                assertThat(plan.divides().stream()
                                .map(district -> value(facts, district, element, period))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(value(facts, plan.region(), element, period));
            }
        }
    }

    @Test
    void ratesAreThoseOfTheLevels() {
        for (String day : List.of("2015-06-30", "2022-03-31", "2024-11-30", "2026-11-21")) {
            Facts facts = BASE.knownOn(LocalDate.parse(day));
            for (Plan plan : PLANS) {
                for (String region : plan.places()) {
                    rates(facts, region, Element.GDP, Element.GDP_GROWTH);
                    rates(facts, region, Element.ENERGY, Element.ENERGY_GROWTH);
                }
            }
        }
    }

    private static void rates(Facts facts, String region, String level, String rate) {
        for (Period period : facts.periods(region, rate)) {
            Fact before = facts.find(region, level, period.yearBefore());
            if (before == null) {
                continue;
            }
            BigDecimal computed = value(facts, region, level, period)
                    .divide(before.value(), java.math.MathContext.DECIMAL64)
                    .subtract(BigDecimal.ONE)
                    .movePointRight(2);
            // Half a unit of the last place.
            assertThat(computed.subtract(value(facts, region, rate, period)).abs())
                    .as("%s %s %s", region, rate, period)
                    .isLessThanOrEqualTo(new BigDecimal("0.0501"));
        }
    }

    @Test
    void aCityHasDistrictsOfEveryKind() {
        Snapshot snapshot = snapshot(PLANS.get(3));
        for (int year = 2021; year <= 2025; year++) {
            Map<State, Integer> districts = new EnumMap<>(State.class);
            for (String district : snapshot.plan().divides()) {
                Light light = snapshot.light(district, Element.LIGHT_PROGRESS, Period.year(year));
                districts.merge(light.state(), 1, Integer::sum);
            }
            assertThat(districts.get(State.ON_PATH)).as("%s", year).isBetween(5, 10);
            assertThat(districts.get(State.SHORT)).as("%s", year).isBetween(3, 8);
            assertThat(districts.get(State.WRONG_WAY)).as("%s", year).isBetween(1, 2);
        }
    }

    @Test
    void targetsComeOutInEveryWay() {
        Map<State, Integer> targets = new EnumMap<>(State.class);
        for (Plan plan : PLANS) {
            Snapshot snapshot = snapshot(plan);
            plan.targets()
                    .forEach(target -> targets.merge(
                            snapshot.light(target, Period.year(plan.lastYear())).state(), 1, Integer::sum));
        }
        assertThat(targets)
                .containsKeys(
                        State.MET,
                        State.ON_PATH,
                        State.SHORT,
                        State.WRONG_WAY,
                        State.OVERDUE,
                        State.NOT_YET,
                        State.NO_DATA,
                        State.REFERENCE);
        int all = targets.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(Objects.requireNonNull(targets.get(State.NO_DATA)) * 100 / all)
                .isBetween(4, 20);
    }

    private static Snapshot snapshot(Plan plan) {
        return new Snapshot(plan, RULES.rules(), BASE.knownOn(LocalDate.of(2026, 11, 21)));
    }
}
