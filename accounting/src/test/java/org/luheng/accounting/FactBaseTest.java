package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactBaseTest {
    private static final Period Y2021 = Period.year(2021);

    private static String known(Example example, String asOf) {
        Figure figure = example.snapshot(asOf).figure(CITY, Element.TOTAL_LEVEL, Y2021);
        assertThat(figure).isNotNull();
        return figure.value() == null ? "nothing" : figure.value().toPlainString();
    }

    @Test
    void asKnownOnADayAsksWhenItWasPublished() {
        Example example = new Example()
                .fact(CITY, "2021", Element.ENERGY, "100", Stage.PRELIMINARY, "", "2022-02-01")
                .fact(CITY, "2021", Element.ENERGY, "101", Stage.FINAL, "", "2022-11-01")
                .fact(CITY, "2021", Element.ENERGY, "97", Stage.REVISED, "", "2025-01-15");
        assertThat(known(example, "2022-01-31")).isEqualTo("nothing");
        assertThat(known(example, "2022-02-01")).isEqualTo("100");
        assertThat(known(example, "2024-12-31")).isEqualTo("101");
        assertThat(known(example, "2025-01-15")).isEqualTo("97");
    }

    @Test
    void whatWasRecordedLaterDoesNotReachBack() {
        Example example = new Example()
                .fact(CITY, "2021", Element.ENERGY, "100", Stage.PRELIMINARY, "", "2022-02-01")
                .fact(CITY, "2021", Element.ENERGY, "101", Stage.PRELIMINARY, "", "2022-02-01")
                .fact(CITY, "2020", Element.ENERGY, "90", Stage.FINAL, "", "2021-02-01");
        FactBase base = new FactBase(AuthorityOrder.NONE);
        example.facts().forEach(base::add);
        List<Long> sequences = example.facts().stream().map(Fact::sequence).toList();
        LocalDate day = LocalDate.parse("2026-01-01");

        assertThat(base.knownOn(day).find(CITY, Element.ENERGY, Y2021))
                .extracting(Fact::sequence)
                .isEqualTo(sequences.get(1));
        Facts before = base.knownOn(day, sequences.get(0));
        assertThat(before.all(CITY, Element.ENERGY, Y2021))
                .extracting(Fact::sequence)
                .containsExactly(sequences.get(0));
        assertThat(before.periods(CITY, Element.ENERGY)).containsExactly(Y2021);
        assertThat(base.knownOn(LocalDate.parse("2022-01-31"), sequences.get(2)).periods(CITY, Element.ENERGY))
                .containsExactly(Period.year(2020));
    }

    @Test
    void orderOfAuthorityPicksAndTheOthersStayVisible() {
        AuthorityOrder order = new AuthorityOrder(List.of(
                new AuthorityOrder.Row(1, "energy.*", "*省统计局"), new AuthorityOrder.Row(2, "energy.*", "郑州市统计局")));
        Example example = new Example()
                .authorities(order)
                .fact(CITY, "2021", Element.ENERGY, "99", Stage.FINAL, "郑州市统计局", "2022-12-01")
                .fact(CITY, "2021", Element.ENERGY, "98", Stage.FINAL, "河南省统计局", "2022-10-01")
                .fact(CITY, "2021", Element.ENERGY, "97", Stage.FINAL, "某研究院", "2022-12-31");
        assertThat(known(example, "2026-01-01")).isEqualTo("98");
        Figure figure = example.snapshot().figure(CITY, Element.TOTAL_LEVEL, Y2021);
        assertThat(figure).isNotNull();
        assertThat(figure.trace().children().getFirst().children()).hasSize(2);
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        Example example = new Example().intensityFall(CITY, "14");
        Random random = new Random(20261121);
        for (int year = 2020; year <= 2025; year++) {
            for (Stage stage : Stage.values()) {
                String published = (year + 1 + stage.ordinal()) + "-03-01";
                example.fact(CITY, "" + year, Element.ENERGY, "" + (90 + random.nextInt(20)), stage, "", published);
                example.fact(CITY, "" + year, Element.GDP, "" + (900 + random.nextInt(200)), stage, "", published);
            }
        }
        List<Fact> shuffled = new ArrayList<>(example.facts());
        Snapshot.Result expected = example.snapshot().all();
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            Snapshot.Result result = example.snapshot("2026-11-21", shuffled).all();
            assertThat(result.lights().stream().map(FactBaseTest::told).toList())
                    .as("seed %s", seed)
                    .isEqualTo(
                            expected.lights().stream().map(FactBaseTest::told).toList());
            assertThat(result.figures().stream().map(Figure::value).toList())
                    .as("seed %s", seed)
                    .isEqualTo(expected.figures().stream().map(Figure::value).toList());
        }
    }

    private static List<Object> told(Light light) {
        return List.of(light.region(), light.period(), light.light(), light.state(), light.reason());
    }
}
