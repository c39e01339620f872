package org.luheng.files;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;

/**
 * What energy online monitoring (能耗在线监测, NECC-NHJC and GB/T 37947) rests on: the dictionary of its data codes and what is expected
 * of what comes in.
 */
public record OnlineRules(List<Code> codes, List<Limit> limits) {
    public OnlineRules {
        codes = List.copyOf(codes);
        limits = List.copyOf(limits);
    }

    /** Which part of a data code an entry is of; the word is that of the table. */
    public enum Part {
        COLLECTED("采集数据类型", 7),
        ENERGY("能源品种", 8),
        MEDIUM("耗能工质", 9),
        USE("用途", 14);

        private final String word;
        private final int itemIndex;

        Part(String word, int itemIndex) {
            this.word = word;
            this.itemIndex = itemIndex;
        }

        public String word() {
            return word;
        }

        /** The number devices ask for it by. */
        public int itemIndex() {
            return itemIndex;
        }
    }

    /**
     * An entry of the dictionary.
     *
     * @param unit of values under it, empty where it measures nothing
     * @param precision decimal places of its values, null where not laid down
     * @param kind code of {@code energy-kinds.csv}, empty where it is none of them
     */
    public record Code(
            Part part,
            String code,
            String name,
            String unit,
            @Nullable Integer precision,
            String kind,
            String source,
            Certainty certainty) {}

    /** What is looked at. */
    public enum Check {
        COMPLETENESS("完整率"),
        DAY_MONTH("日月相差");

        private final String word;

        Check(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** @param limit in percent */
    public record Limit(Check check, BigDecimal limit, RuleEdition edition) {}

    public Optional<Code> code(Part part, String code) {
        return codes.stream()
                .filter(each -> each.part() == part && each.code().equals(code))
                .findFirst();
    }

    /** The limit that holds in a year; empty where none does. */
    public Optional<Limit> limit(Check check, int year) {
        return limits.stream()
                .filter(each -> each.check() == check && each.edition().holdsIn(year))
                .findFirst();
    }
}
