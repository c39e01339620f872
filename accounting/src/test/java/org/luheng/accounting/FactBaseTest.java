package org.luheng.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.accounting.Example.CITY;

import java.math.BigDecimal;
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

    @Test
    void aSeriesIsWhatIsFoundPeriodByPeriodHoweverItIsAskedFor() {
        FactBase base = new FactBase(AuthorityOrder.NONE);
        Random random = new Random(7);
        Stage[] stages = Stage.values();
        List<Period> periods = new ArrayList<>();
        for (int month = 1; month <= 48; month++) {
            periods.add(
                    new Period(Period.Kind.MONTH, 2020 + (month - 1) / 12, (month - 1) % 12 + 1, (month - 1) % 12 + 1));
        }
        for (long sequence = 1; sequence <= 120; sequence++) {
            int published = random.nextInt(60);
            base.add(new Fact(
                    sequence,
                    CITY,
                    periods.get(random.nextInt(40)),
                    Element.ENERGY,
                    sequence % 9 == 0 ? new BigDecimal("0.12345678901234567890") : BigDecimal.valueOf(sequence - 60, 1),
                    "万吨标准煤",
                    null,
                    stages[random.nextInt(stages.length)],
                    "",
                    "",
                    "",
                    published == 0 ? null : LocalDate.of(2020, 1, 1).plusMonths(published),
                    sequence % 7 == 0,
                    "" + sequence));
        }
        for (int month = 0; month < 70; month += 3) {
            for (long last : new long[] {60, 120, Long.MAX_VALUE}) {
                Facts facts = base.knownOn(LocalDate.of(2020, 1, 1).plusMonths(month), last);
                Facts.Series series = facts.series(CITY, Element.ENERGY);
                for (int ask = 0; ask < 200; ask++) {
                    Period period = periods.get(ask < 48 ? ask : random.nextInt(periods.size()));
                    List<Fact> all = facts.all(CITY, Element.ENERGY, period);
                    Fact first = all.isEmpty() ? null : all.getFirst();
                    assertThat(facts.find(CITY, Element.ENERGY, period)).isSameAs(first);
                    assertThat(series.find(period)).isSameAs(first);
                    assertThat(series.number(period)).isEqualTo(first == null ? Packed.NOTHING : Packed.of(first));
                }
            }
        }
    }

    @Test
    void aSeriesDoesNotChangeWhenAFactIsAdded() {
        Example example = new Example().fact(CITY, "2021", Element.ENERGY, "100", Stage.PRELIMINARY, "", "2022-02-01");
        FactBase base = new FactBase(AuthorityOrder.NONE);
        example.facts().forEach(base::add);
        Facts facts = base.knownOn(LocalDate.parse("2026-01-01"));
        Facts.Series before = facts.series(CITY, Element.ENERGY);
        example.fact(CITY, "2021", Element.ENERGY, "101", Stage.FINAL, "", "2022-11-01")
                .fact(CITY, "2020", Element.ENERGY, "90", Stage.FINAL, "", "2021-11-01");
        example.facts().stream().skip(1).forEach(base::add);
        assertThat(before.find(Y2021)).isSameAs(example.facts().getFirst());
        assertThat(before.number(Y2021)).isEqualTo(Packed.of(new BigDecimal("100")));
        assertThat(before.find(Period.year(2020))).isNull();
        assertThat(facts.series(CITY, Element.ENERGY).find(Y2021))
                .isSameAs(example.facts().get(1));
    }
}
