package org.luheng.app.monitor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.DeviceEntry;
import org.luheng.app.monitor.Measured;
import org.luheng.app.monitor.Measurements;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Measurements for programs. Long answers are written as they are read. */
@RestController
@Tag(name = "monitor", description = "在线监测：读数")
class MonitorApi {
    private static final List<String> FIELDS =
            List.of("Rtd", "Min", "Avg", "Max", "Cou", "ZsRtd", "ZsMin", "ZsAvg", "ZsMax", "Flag");
    private static final List<String> COLUMNS = columns();

    private final Measurements readings;
    private final Clock clock;
    private final JsonMapper json;

    MonitorApi(Measurements readings, Clock clock, JsonMapper json) {
        this.readings = readings;
        this.clock = clock;
        this.json = json;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("mn", "cn", "time", "factor"));
        columns.addAll(FIELDS);
        columns.addAll(List.of("received", "versions"));
        return List.copyOf(columns);
    }

    @Operation(summary = "在线监测读数", description = "一台设备一段时间内的读数，一个因子一个时刻一行，按时间先后；值与设备所报一字不差。同一时刻报过多次的，后收到的为准。")
    @GetMapping("/api/monitor/readings")
    void readings(
            @Parameter(description = "设备唯一标识 MN") @RequestParam String mn,
            @Parameter(description = "起：2026-11-20 或 2026-11-20T08:00:00，缺省为一天前")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "止（不含），缺省为现在") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "2011 实时、2051 分钟、2061 小时、2031 日") @RequestParam(defaultValue = "2011") String cn,
            @Parameter(description = "json 或 csv") @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        int command = command(cn);
        Instant end = to == null ? clock.instant().plusSeconds(1) : Moments.of("to", to);
        Instant begin = from == null ? end.minus(Duration.ofDays(1)) : Moments.of("from", from);
        DeviceEntry device = readings.device(mn).orElseThrow(() -> Address.unknown("mn", mn));
        switch (format) {
            case "csv" ->
                Download.csv(
                        response,
                        "在线监测读数-" + mn,
                        COLUMNS,
                        each -> readings.each(device, command, begin, end, reading -> each.accept(cells(reading))));
            case "json" -> {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
                    out.writeStartArray();
                    readings.each(device, command, begin, end, reading -> write(reading, out));
                    out.writeEndArray();
                }
            }
            default -> throw Address.badValue("format", format, "json、csv");
        }
    }

    static int command(String cn) {
        return Measurements.COMMANDS.stream()
                .filter(each -> cn.equals(each.toString()))
                .findFirst()
                .orElseThrow(() -> Address.badValue("cn", cn, "2011、2051、2061、2031"));
    }

    private static List<@Nullable Object> cells(Measured reading) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(reading.mn());
        cells.add(reading.cn());
        cells.add(Moments.iso(reading.dataTime()));
        cells.add(reading.factor());
        FIELDS.forEach(field -> cells.add(number(reading.value(field))));
        cells.add(Moments.iso(reading.received()));
        cells.add(reading.versions());
        return cells;
    }

    /** A number stays one: a minus in front of it is no formula. */
    private static Object number(String text) {
        return text.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?") ? new BigDecimal(text) : text;
    }

    private static void write(Measured reading, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("mn", reading.mn());
        out.writeNumberProperty("cn", reading.cn());
        out.writeStringProperty("time", Moments.iso(reading.dataTime()));
        out.writeStringProperty("factor", reading.factor());
        out.writeObjectPropertyStart("values");
        reading.values().forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeStringProperty("received", Moments.iso(reading.received()));
        out.writeNumberProperty("versions", reading.versions());
        out.writeEndObject();
    }
}
