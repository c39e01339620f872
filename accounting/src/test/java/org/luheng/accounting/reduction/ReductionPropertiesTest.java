package org.luheng.accounting.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class ReductionPropertiesTest {
    private static BigDecimal value(Reduction reduction) {
        BigDecimal value = reduction.net().value();
        assertThat(value).as(reduction.net().missing()).isNotNull();
        return value;
    }

    @Property
    void betterRemovalNeverGivesLess(
            @ForAll @BigRange(min = "0", max = "100000") BigDecimal base,
            @ForAll @BigRange(min = "0", max = "40") BigDecimal before,
            @ForAll @BigRange(min = "40", max = "70") BigDecimal after,
            @ForAll @BigRange(min = "0", max = "30") BigDecimal more) {
        Works works = Works.of("removal-rate")
                .with(Input.BASE_EMISSION, base.toPlainString())
                .with(Input.REMOVAL_BASE, before.toPlainString())
                .with(Input.RUNNING_BASE, "90")
                .with(Input.RUNNING, "90");
        BigDecimal some = value(works.with(Input.REMOVAL, after.toPlainString()).reduction());
        BigDecimal better =
                value(works.with(Input.REMOVAL, after.add(more).toPlainString()).reduction());
        assertThat(better).isGreaterThanOrEqualTo(some);
        assertThat(better).isLessThanOrEqualTo(base);
    }

    @Property
    void earlierRunningNeverGivesLess(@ForAll @IntRange(min = 1, max = 9) int month) {
        BigDecimal early =
                value(Works.sewage().accepted("2021-0" + month + "-15").reduction());
        BigDecimal late = value(Works.sewage()
                .accepted(month == 9 ? "2021-10-15" : "2021-0" + (month + 1) + "-15")
                .reduction());
        assertThat(early).isGreaterThan(late);
    }

    @Property
    void neitherLimitIsEverPassed(
            @ForAll @BigRange(min = "0", max = "3000") BigDecimal base,
            @ForAll @BigRange(min = "0", max = "3000") BigDecimal permitted,
            @ForAll @IntRange(min = 1, max = 9) int month) {
        BigDecimal value = value(Works.sewage()
                .accepted("2021-0" + month + "-15")
                .with(Input.BASE_EMISSION, base.toPlainString())
                .with(Input.PERMITTED, permitted.toPlainString())
                .reduction());
        assertThat(value).isLessThanOrEqualTo(base.min(permitted)).isNotNegative();
    }

    @Provide
    Arbitrary<List<Project>> lists() {
        Arbitrary<Project> projects = Combinators.combine(
                        Arbitraries.of(Works.CLOSURE, Works.INDUSTRY),
                        Arbitraries.of("S1", "S2"),
                        Arbitraries.of("", "甲", "乙"),
                        Arbitraries.integers().between(2021, 2024),
                        Arbitraries.of("2021-01-01", "2021-06-01", "2022-03-01"),
                        Arbitraries.integers().between(0, 60))
                .as((measure, source, enterprise, year, accepted, emission) -> Works.of(measure)
                        .source(source)
                        .enterprise(enterprise)
                        .year(year)
                        .accepted(accepted)
                        .with(Input.BASE_EMISSION, "100")
                        .with(Input.EMISSION, Integer.toString(emission))
                        .project());
        return projects.list().ofMinSize(1).ofMaxSize(12).map(list -> {
            List<Project> numbered = new ArrayList<>();
            for (Project project : list) {
                numbered.add(withId(project, "P" + (100 + numbered.size())));
            }
            return numbered;
        });
    }

    private static Project withId(Project project, String id) {
        return new Project(
                id,
                project.name(),
                project.region(),
                project.enterprise(),
                project.source(),
                project.measure(),
                project.pollutant(),
                project.year(),
                project.accepted(),
                project.carried(),
                project.inBase(),
                project.inputs(),
                project.offsetUsed(),
                project.alsoUsed(),
                project.failure(),
                project.verdicts(),
                project.greenhouseFactor(),
                project.greenhouseSource(),
                project.ref());
    }

    @Property
    void theOrderOfTheRowsDecidesNothing(@ForAll("lists") List<Project> projects, @ForAll long seed) {
        List<Project> shuffled = new ArrayList<>(projects);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(byId(shuffled)).isEqualTo(byId(projects));
    }

    private static Map<String, String> byId(List<Project> projects) {
        Map<String, String> byId = new HashMap<>();
        for (Reduction reduction : Reductions.of(projects, Works.rules())) {
            byId.put(
                    reduction.project().id(),
                    reduction.net().value() + " " + reduction.net().missing() + " " + reduction.limit());
        }
        return byId;
    }

    @Property
    void aSourceNeverGivesMoreThanItEmittedHoweverOftenItIsListed(@ForAll("lists") List<Project> projects) {
        Map<String, BigDecimal> bySource = new HashMap<>();
        for (Reduction reduction : Reductions.of(projects, Works.rules())) {
            BigDecimal value = reduction.net().value();
            if (value != null) {
                Project project = reduction.project();
                bySource.merge(project.source() + project.enterprise(), value, BigDecimal::add);
            }
        }
        assertThat(bySource.values()).allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(new BigDecimal(100)));
    }

    @Property
    void oneSourcePollutantAndMeasureCountsAtMostOnce(@ForAll("lists") List<Project> projects) {
        List<String> seen = new ArrayList<>();
        for (Reduction reduction : Reductions.of(projects, Works.rules())) {
            if (reduction.counted()) {
                Project project = reduction.project();
                seen.add(project.source() + project.enterprise() + project.measure());
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
    }
}
