package org.luheng.app.monitor.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.Adoption;
import org.luheng.app.monitor.DeviceEntry;
import org.luheng.app.monitor.GatewayState;
import org.luheng.app.monitor.Measured;
import org.luheng.app.monitor.Measurements;
import org.luheng.app.monitor.Presence;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.register.Enterprises;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Pages of monitoring: all devices, one of them, one frame, and taking over a new one. */
@Controller
class MonitorController {
    private static final int ROWS = 120;
    private static final int SAID = 20;
    private static final Frame.Crumb LIST = new Frame.Crumb("监测", "/monitor");

    private final Measurements readings;
    private final Presence presence;
    private final GatewayState gateway;
    private final Adoption adoption;
    private final Enterprises enterprises;
    private final Clock clock;
    private final JsonMapper json;

    MonitorController(
            Measurements readings,
            Presence presence,
            GatewayState gateway,
            Adoption adoption,
            Enterprises enterprises,
            Clock clock,
            JsonMapper json) {
        this.readings = readings;
        this.presence = presence;
        this.gateway = gateway;
        this.adoption = adoption;
        this.enterprises = enterprises;
        this.clock = clock;
        this.json = json;
    }

    private DevicesPage.Line line(DeviceEntry device) {
        return new DevicesPage.Line(device, presence.of(device.id()).orElse(null), clock.instant());
    }

    @GetMapping("/monitor")
    Object list(@RequestParam(required = false) @Nullable String format) {
        List<DevicesPage.Line> lines =
                readings.devices().stream().map(this::line).toList();
        boolean samples = lines.stream().anyMatch(each -> each.device().sample());
        DevicesPage page = new DevicesPage(
                Frame.of("监测", "monitor", samples),
                lines,
                readings.troubles(""),
                gateway.port(),
                gateway.failing(),
                presence.connections());
        return format == null ? new ModelAndView("monitor/devices", "page", page) : Download.of(page.table(), format);
    }

    @GetMapping("/monitor/device")
    ModelAndView device(
            @RequestParam String mn,
            @RequestParam(defaultValue = "2011") String cn,
            @RequestParam(defaultValue = "") String factor) {
        int command = MonitorApi.command(cn);
        DeviceEntry device = readings.device(mn).orElseThrow(() -> Address.unknown("mn", mn));
        Instant now = clock.instant();
        Duration back = switch (command) {
            case 2011 -> Duration.ofHours(2);
            case 2051 -> Duration.ofDays(1);
            case 2061 -> Duration.ofDays(31);
            default -> Duration.ofDays(400);
        };
        List<Measured> measured = new ArrayList<>();
        readings.each(device, command, now.minus(back), now.plus(Duration.ofDays(1)), measured::add);
        Set<String> factors = new LinkedHashSet<>();
        measured.forEach(each -> factors.add(each.factor()));
        String drawn = factors.contains(factor)
                ? factor
                : factors.isEmpty() ? "" : factors.iterator().next();
        List<Measured> rows = measured.reversed().stream().limit(ROWS).toList();
        return new ModelAndView(
                "monitor/device",
                "page",
                new DevicePage(
                        Frame.of(device.name(), "monitor", device.sample(), LIST),
                        line(device),
                        command,
                        drawn,
                        List.copyOf(factors),
                        rows,
                        chart(measured, drawn),
                        readings.conversation(device, SAID),
                        readings.troubles(mn)));
    }

    private String chart(List<Measured> measured, String factor) {
        List<String> times = new ArrayList<>();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        List<@Nullable BigDecimal> none = new ArrayList<>();
        for (Measured each : measured) {
            if (each.factor().equals(factor)) {
                times.add(Moments.second(each.dataTime()).substring(5));
                values.add(each.main().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?") ? new BigDecimal(each.main()) : null);
                none.add(null);
            }
        }
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("name", Naming.factor(factor));
        chart.put("unit", Naming.unit(factor, "Rtd"));
        chart.put("periods", times);
        chart.put("values", values);
        chart.put("path", none);
        return json.writeValueAsString(chart).replace("<", "\\u003c");
    }

    @GetMapping("/monitor/frame")
    ModelAndView frame(@RequestParam String mn, @RequestParam String received) {
        DeviceEntry device = readings.device(mn).orElseThrow(() -> Address.unknown("mn", mn));
        if (!received.matches("[0-9]{1,16}")) {
            throw Address.unknown("received", received);
        }
        long micros = Long.parseLong(received);
        Instant moment = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        byte[] bytes = readings.frame(device, moment);
        FrameFields fields = bytes == null ? null : FrameFields.of(bytes);
        if (fields == null) {
            throw Address.unknown("received", received);
        }
        return new ModelAndView(
                "monitor/frame",
                "page",
                new FramePage(
                        Frame.of(
                                "报文",
                                "monitor",
                                device.sample(),
                                LIST,
                                new Frame.Crumb(device.name(), line(device).href())),
                        mn,
                        Moments.precise(moment),
                        fields));
    }

    @GetMapping("/monitor/new")
    ModelAndView newPage(@RequestParam(defaultValue = "") String mn) {
        return newPage(Adoption.Asked.of(mn), List.of(), HttpStatus.OK);
    }

    private ModelAndView newPage(Adoption.Asked asked, List<Finding> problems, HttpStatus status) {
        ModelAndView shown = new ModelAndView(
                "monitor/device-new",
                "page",
                new NewDevicePage(
                        Frame.of("登记设备", "monitor", false, LIST),
                        asked,
                        adoption.outlets(),
                        enterprises.choices(),
                        problems));
        shown.setStatus(status);
        return shown;
    }

    @PostMapping("/monitor")
    Object adopt(@RequestParam Map<String, String> form) {
        Adoption.Asked asked = Adoption.Asked.of(form);
        try {
            adoption.adopt(asked);
        } catch (Refused refused) {
            List<Finding> problems = refused.findings().list();
            boolean closed = problems.stream().anyMatch(each -> each.fault() == Fault.NOT_YOURS);
            return newPage(asked, problems, closed ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/monitor")
                .build();
    }
}
