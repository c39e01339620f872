package org.luheng.files;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the register: country, province, city, district, county, development zone, town.
 *
 * @param code GB/T 2260 where there is one; {@code codeKind} says whose code it is
 * @param name full name, 郑州经济技术开发区
 * @param shortName 经开区; not unique in the country
 * @param parent code of the place above, empty for the country
 * @param validFrom null: no beginning known
 */
public record Region(
        String code,
        String codeKind,
        String name,
        String shortName,
        List<String> aliases,
        String level,
        String parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String note) {
    public Region {
        aliases = List.copyOf(aliases);
    }
}
