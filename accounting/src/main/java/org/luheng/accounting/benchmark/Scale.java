package org.luheng.accounting.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * The limits of one product in one edition of a policy or standard, the strictest first.
 *
 * @param unit of the limits, e.g. {@code kgce/重箱}
 * @param deadline by when what is behind the last limit must be rebuilt or leave; null where the edition names none
 */
public record Scale(
        Kind kind,
        String product,
        String unit,
        List<Level> levels,
        @Nullable LocalDate deadline,
        RuleEdition edition) {
    public static final String BENCHMARK = "标杆";
    public static final String BASELINE = "基准";

    /** Two families of limits that are never taken for one another. */
    public enum Kind {
        /** 能效标杆水平和基准水平. */
        POLICY("能效标杆水平和基准水平", List.of(BENCHMARK, BASELINE), List.of("优于标杆", "标杆—基准", "劣于基准")),
        /** A GB norm of unit consumption. */
        STANDARD("单位产品能耗限额", List.of("1级", "2级", "3级"), List.of("1级", "2级", "3级", "超出3级限额"));

        private final String word;
        private final List<String> levels;
        private final List<String> positions;

        Kind(String word, List<String> levels, List<String> positions) {
            this.word = word;
            this.levels = levels;
            this.positions = positions;
        }

        public String word() {
            return word;
        }

        /** Names of its levels, the strictest first. */
        public List<String> levels() {
            return levels;
        }

        /** What each position is called, the best first; one more than there are levels. */
        public List<String> positions() {
            return positions;
        }
    }

    public Scale {
        levels = List.copyOf(levels);
        if (!levels.stream().map(Level::name).toList().equals(kind.levels)) {
            throw new IllegalArgumentException("levels of " + product + ": " + levels);
        }
        BigDecimal before = null;
        for (Level level : levels) {
            if (before != null && level.limit() != null && level.limit().compareTo(before) < 0) {
                throw new IllegalArgumentException("a looser level is stricter: " + levels);
            }
            before = level.limit() == null ? before : level.limit();
        }
    }

    /** @throws IllegalArgumentException where the kind has no such level */
    public Level level(String name) {
        return levels.stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind + " has no level " + name));
    }

    Scale with(List<Level> corrected) {
        return new Scale(kind, product, unit, corrected, deadline, edition);
    }
}
