package org.luheng.app.monitor.web;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.luheng.accounting.emission.Hour;
import org.luheng.accounting.emission.PollutantAccount;
import org.luheng.accounting.emission.SourceAccount;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/** Hours of all pollutants of a source as a file. */
final class HourTable {
    private HourTable() {}

    static Table of(
            String name, String title, SourceAccount account, LocalDateTime from, LocalDateTime to, boolean sample) {
        Table.Builder table = Table.of(
                name, title, "时间", "污染物", "状态", "浓度", "单位", "含氧量（%）", "折算浓度", "流量（立方米）", "排放量（千克）", "排放量来源", "有效分钟",
                "说明");
        for (PollutantAccount pollutant : account.pollutants()) {
            for (Hour hour : pollutant.hours(from, to)) {
                table.row(
                        hour.start().toString().replace('T', ' '),
                        pollutant.substance().name(),
                        hour.state().word(),
                        Reading.data(hour.concentration()),
                        pollutant.substance().unit(),
                        Reading.data(hour.oxygen()),
                        Reading.data(hour.converted()),
                        Reading.data(hour.flow()),
                        Reading.data(hour.mass()),
                        pollutant.hasMass() ? hour.origin().word() : "",
                        BigDecimal.valueOf(hour.said().valid()),
                        hour.note());
            }
        }
        return table.note("按 rules/ 中在线监测核算参数计算，其中多数凭通行做法，未核原文").build(sample);
    }
}
