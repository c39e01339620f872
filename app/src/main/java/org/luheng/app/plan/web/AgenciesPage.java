package org.luheng.app.plan.web;

import java.math.BigDecimal;
import java.util.Map;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.Agency;

/** @param places by name of the place: its agencies with how often they lead and how often they support */
public record AgenciesPage(Frame frame, Map<String, Map<Agency, int[]>> places) {
    Table table() {
        Table.Builder table = Table.of("绿衡-部门", "部门", "代码", "地区", "部门", "性质", "牵头", "配合");
        places.forEach((place, agencies) -> agencies.forEach((agency, counts) -> table.row(
                agency.id(),
                place,
                agency.name(),
                agency.kind(),
                new BigDecimal(counts[0]),
                new BigDecimal(counts[1]))));
        return table.build(false);
    }
}
