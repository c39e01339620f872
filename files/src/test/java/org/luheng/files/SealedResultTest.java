package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Element;
import org.luheng.accounting.Fact;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Stage;

/** The same inputs give the same bytes, and every other input gives others. */
class SealedResultTest {
    private static final Plan PLAN = House.plan("zhengzhou-14fyp").plan();
    private static final LocalDate DAY = LocalDate.parse("2024-01-01");
    private static final Period Y2022 = Period.year(2022);

    private static Fact fact(long sequence, String region, int year, String element, String value) {
        return new Fact(
                sequence,
                region,
                Period.year(year),
                element,
                new BigDecimal(value),
                element.equals(Element.GDP) ? "亿元" : "万吨标准煤",
                null,
                Stage.FINAL,
                "郑州市统计局",
                "行政",
                "公报 \"第1号\"\n\\",
                LocalDate.of(year + 1, 3, 1),
                false,
                "test:" + sequence);
    }

    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (String region : List.of("410100", "410102", "410103")) {
            for (int year = 2020; year <= 2023; year++) {
                facts.add(fact(facts.size() + 1, region, year, Element.GDP, "" + (1000 + 37 * facts.size())));
                facts.add(fact(facts.size() + 1, region, year, Element.ENERGY, "" + (500 + 7 * facts.size())));
            }
        }
        return facts;
    }

    private static SealedResult sealed(List<Fact> facts, LocalDate day, long last, Period period) {
        FactBase base = new FactBase(House.RULES.authorities());
        facts.forEach(base::add);
        return SealedResult.of(new Snapshot(PLAN, House.RULES, base.knownOn(day, last)), period, last);
    }

    @Test
    void theSameFactsInWhateverOrderGiveTheSameBytes() {
        SealedResult first = sealed(facts(), DAY, 24, Y2022);
        assertThat(first.figures()).isPositive();
        assertThat(first.sha256()).isEqualTo(SealedResult.sha256(first.content()));
        List<Fact> shuffled = facts();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            SealedResult again = sealed(shuffled, DAY, 24, Y2022);
            assertThat(again.content()).as("seed %s", seed).isEqualTo(first.content());
            assertThat(again.factsSha256()).isEqualTo(first.factsSha256());
        }
    }

    @Test
    void whatIsRecordedLaterChangesNothing() {
        List<Fact> more = facts();
        more.add(fact(25, "410102", 2022, Element.ENERGY, "999"));
        assertThat(sealed(more, DAY, 24, Y2022).content())
                .isEqualTo(sealed(facts(), DAY, 24, Y2022).content());
        assertThat(sealed(more, DAY, 25, Y2022).factsSha256())
                .isNotEqualTo(sealed(facts(), DAY, 24, Y2022).factsSha256());
    }

    @Test
    void everyFactThatIsNotWhatItWasChangesTheFactsHash() {
        String before = sealed(facts(), DAY, 24, Y2022).factsSha256();
        for (int at = 0; at < 24; at++) {
            if (facts().get(at).period().year() <= 2022) {
                List<Fact> changed = facts();
                Fact was = changed.get(at);
                changed.set(
                        at,
                        fact(
                                was.sequence(),
                                was.region(),
                                was.period().year(),
                                was.element(),
                                was.value().add(new BigDecimal("0.0000001")).toPlainString()));
                assertThat(sealed(changed, DAY, 24, Y2022).factsSha256())
                        .as("fact %s", was)
                        .isNotEqualTo(before);
                changed.remove(at);
                assertThat(sealed(changed, DAY, 24, Y2022).factsSha256()).isNotEqualTo(before);
            }
        }
    }

    @Test
    void holdsNoFigureAfterItsPeriod() {
        String content = new String(
                sealed(facts(), LocalDate.parse("2026-01-01"), 24, Y2022).content(), StandardCharsets.UTF_8);
        assertThat(content).contains("\"period\":\"2022\"").doesNotContain("\"period\":\"2023\"");
        assertThat(content).doesNotContain("第1号");
    }
}
