package org.luheng.files;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department, office, company or group of bodies that a plan gives duties to.
 *
 * @param id stable, e.g. {@code 410100-fgw}
 * @param jurisdiction code of the place it belongs to
 * @param kind 部门, 党委, 群团, 政府, 管委会, 企业, or 集合 for a group not named one by one
 */
public record Agency(
        String id,
        String jurisdiction,
        String name,
        List<String> aliases,
        String kind,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String note) {
    public Agency {
        aliases = List.copyOf(aliases);
    }

    /** 各区县（市）人民政府, 相关部门: not one body. */
    public boolean isGroup() {
        return kind.equals("集合");
    }
}
