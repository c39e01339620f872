package org.luheng.app.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever can owe something, be counted or be measured.
 *
 * @param code GB/T 2260 or the like for a place, the register's own for an agency, GB 32100 where there is one
 * @param aliases other names it goes by
 * @param validFrom first day, null: always
 * @param validTo first day on which it no longer exists, null: still does
 */
public record Body(
        String code,
        Kind kind,
        String name,
        List<String> aliases,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String note) {

    public enum Kind {
        PLACE("地区"),
        AGENCY("部门"),
        ENTERPRISE("企业"),
        INSTITUTION("公共机构"),
        PARK("园区"),
        SOURCE("污染源");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of body: " + word);
        }
    }

    public Body {
        aliases = List.copyOf(aliases);
    }

    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }
}
