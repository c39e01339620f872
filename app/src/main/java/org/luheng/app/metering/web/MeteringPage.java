package org.luheng.app.metering.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.luheng.app.metering.store.MeteringReadings.Metered;
import org.luheng.app.metering.store.MeteringReadings.Refusal;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/** Enterprises with an end device, and what was not taken from anybody. */
public record MeteringPage(Frame frame, List<Line> lines, List<Refusal> refusals, String address) {
    private static final Duration SILENT = Duration.ofHours(36);

    /** @param findings of the running and the last month */
    public record Line(Metered enterprise, int codes, long findings, Instant now) {
        public String href() {
            return "/metering/enterprise?code=" + Reading.query(enterprise.enterprise());
        }

        public String state() {
            if (enterprise.open() != null && enterprise.open().isAfter(now)) {
                return "待注册";
            }
            if (enterprise.registered() == null) {
                return "未注册";
            }
            Instant last = enterprise.lastUpload();
            return last == null ? "无数据" : last.isBefore(now.minus(SILENT)) ? "中断" : "正常";
        }

        public String style() {
            return switch (state()) {
                case "正常" -> "good";
                case "中断", "无数据" -> "warn";
                default -> "";
            };
        }

        public String last() {
            return enterprise.lastUpload() == null ? "" : Reading.minute(enterprise.lastUpload());
        }

        public String until() {
            return enterprise.open() == null ? "" : Reading.minute(enterprise.open());
        }
    }

    public static String minute(Instant moment) {
        return Reading.minute(moment);
    }

    Table table() {
        Table.Builder table = Table.of("绿衡-能耗在线", "能耗在线监测企业", "统一社会信用代码", "企业", "状态", "最近上报", "数据编码数", "近两月提示数");
        lines.forEach(line -> table.row(
                line.enterprise().enterprise(),
                line.enterprise().name(),
                line.state(),
                line.last(),
                BigDecimal.valueOf(line.codes()),
                BigDecimal.valueOf(line.findings())));
        return table.build(frame.samples());
    }
}
