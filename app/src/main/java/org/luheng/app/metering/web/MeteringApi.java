package org.luheng.app.metering.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.metering.Counted;
import org.luheng.app.metering.Metering;
import org.luheng.app.metering.StatType;
import org.luheng.app.metering.store.MeteringReadings;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Table;
import org.luheng.files.RulesFolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Values of energy online monitoring for programs. */
@RestController
@Tag(name = "metering", description = "能耗在线监测：数据")
class MeteringApi {
    private final MeteringReadings readings;
    private final Metering metering;
    private final CodeNames names;

    MeteringApi(MeteringReadings readings, Metering metering, RulesFolder folder) {
        this.readings = readings;
        this.metering = metering;
        this.names = new CodeNames(folder.online());
    }

    /**
     * A value that counts.
     *
     * @param time beginning of its period
     * @param versions how many were sent for it
     */
    record Value(
            String dataCode,
            String name,
            String time,
            String value,
            String unit,
            boolean valid,
            int inputType,
            String uploaded,
            int versions) {}

    @Operation(summary = "能耗在线数据", description = "一家企业一段时间内的数据，一个编码一个时段一行；同一时段报过多次的，后报的为准。")
    @GetMapping("/api/metering/values")
    Object values(
            @Parameter(description = "统一社会信用代码") @RequestParam String enterprise,
            @Parameter(description = "0 实时、1 日、2 月、3 年") @RequestParam(defaultValue = "1") String statType,
            @Parameter(description = "起：2026-11-01，缺省为一个月前") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "止（不含），缺省为明天") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "json 或 csv") @RequestParam(defaultValue = "json") String format) {
        StatType type = StatType.of(statType);
        if (type == null) {
            throw Address.badValue("statType", statType, "0、1、2、3");
        }
        LocalDateTime end = to == null ? metering.today().plusDays(1).atStartOfDay() : day("to", to);
        LocalDateTime begin = from == null ? end.minusMonths(1) : day("from", from);
        if (type == StatType.REAL_TIME && begin.plusDays(31).isBefore(end)) {
            throw Address.badValue("from", String.valueOf(from), "实时数据一次至多 31 天");
        }
        if (readings.enterprise(enterprise).isEmpty()) {
            throw Address.unknown("enterprise", enterprise);
        }
        List<Value> values = readings.values(enterprise, type, begin, end).stream()
                .map(this::value)
                .toList();
        return switch (format) {
            case "json" -> values;
            case "csv" -> Download.of(table(enterprise, values), "csv");
            default -> throw Address.badValue("format", format, "json、csv");
        };
    }

    private static LocalDateTime day(String parameter, String text) {
        try {
            return LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeException noDay) {
            throw Address.badDate(parameter, text);
        }
    }

    private Value value(Counted counted) {
        return new Value(
                counted.code().digits(),
                names.name(counted.code()),
                counted.from().toString(),
                counted.value().toPlainString(),
                names.unit(counted.code()),
                counted.valid(),
                counted.inputType(),
                counted.uploaded().toString(),
                counted.versions());
    }

    private static Table table(String enterprise, List<Value> values) {
        Table.Builder table = Table.of(
                "绿衡-能耗在线-" + enterprise,
                "能耗在线数据",
                "dataCode",
                "name",
                "time",
                "value",
                "unit",
                "valid",
                "inputType",
                "uploaded",
                "versions");
        values.forEach(value -> table.row(
                value.dataCode(),
                value.name(),
                value.time(),
                new BigDecimal(value.value()),
                value.unit(),
                value.valid() ? "是" : "否",
                BigDecimal.valueOf(value.inputType()),
                value.uploaded(),
                BigDecimal.valueOf(value.versions())));
        return table.build(false);
    }
}
