package org.luheng.app.monitor.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.DeviceEntry;
import org.luheng.app.monitor.Packed;
import org.luheng.app.monitor.Presence;
import org.luheng.app.monitor.Trouble;
import org.luheng.app.monitor.store.MessageTables.TroubleSeen;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * Sources that report, with their live state and last values, and what was not taken.
 *
 * @param port of the gateway; −1: it does not listen
 * @param failing nothing can be stored at the moment
 */
public record DevicesPage(
        Frame frame, List<Line> devices, List<TroubleSeen> troubles, int port, boolean failing, int connections) {
    private static final int SHOWN = 4;

    /** @param seen null: it did not speak since the gateway started */
    public record Line(DeviceEntry device, Presence.@Nullable Seen seen, Instant now) {
        public String state() {
            if (!device.active()) {
                return "已停用";
            }
            DeviceEntry.Last last = device.last();
            if (seen != null && seen.connected()) {
                return "在线";
            }
            return last == null ? "两日内无数据" : "离线";
        }

        public String href() {
            return "/monitor/device?mn=" + Reading.query(device.mn());
        }

        /** Of the outlet it measures today: its month. */
        public String valuesHref() {
            return "/monitor/month?outlet=" + Reading.query(device.outlet());
        }

        public String time() {
            DeviceEntry.Last last = device.last();
            return last == null ? "" : Moments.second(last.dataTime());
        }

        /** The first few values in words. */
        public String values() {
            DeviceEntry.Last last = device.last();
            if (last == null) {
                return "";
            }
            List<Packed.Value> measured = last.values().stream()
                    .filter(value ->
                            value.name().endsWith("-Rtd") || value.name().endsWith("-Avg"))
                    .toList();
            List<String> shown = measured.stream()
                    .limit(SHOWN)
                    .map(value -> {
                        String code = value.name().substring(0, value.name().indexOf('-'));
                        return Naming.factor(code) + " " + value.text() + " " + Naming.unit(code, "Rtd");
                    })
                    .map(String::strip)
                    .toList();
            return String.join("，", shown) + (measured.size() > SHOWN ? " 等" : "");
        }
    }

    public long connected() {
        return devices.stream().filter(line -> line.state().equals("在线")).count();
    }

    public List<TroubleSeen> unknown() {
        return troubles.stream().filter(this::isNobodys).toList();
    }

    public List<TroubleSeen> others() {
        return troubles.stream().filter(each -> !isNobodys(each)).toList();
    }

    /** One that was adopted since was refused before: that stands among the other troubles. */
    private boolean isNobodys(TroubleSeen trouble) {
        return trouble.kind().equals(Trouble.UNKNOWN.word())
                && devices.stream().noneMatch(line -> line.device().mn().equals(trouble.mn()));
    }

    public String adopt(TroubleSeen stranger) {
        return "/monitor/new?mn=" + Reading.query(stranger.mn());
    }

    public static String second(Instant moment) {
        return Moments.second(moment);
    }

    Table table() {
        Table.Builder table =
                Table.of("绿衡-在线监测", "在线监测设备", "MN", "名称", "企业", "排放口", "排污许可证", "版本", "状态", "最近数据时间", "最近数值");
        devices.forEach(line -> table.row(
                line.device().mn(),
                line.device().name(),
                line.device().ownerName(),
                line.device().outletName(),
                line.device().permit(),
                Integer.toString(line.device().edition()),
                line.state(),
                line.time(),
                line.values()));
        return table.build(devices.stream().anyMatch(line -> line.device().sample()));
    }
}
