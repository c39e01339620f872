package org.luheng.app.metering.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.metering.Declined;
import org.luheng.app.metering.EndDevices;
import org.luheng.app.metering.UploadBody;
import org.luheng.files.OnlineRules;
import org.luheng.files.RulesFolder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses that end devices call. Their answers are those of the protocol: status 200, {@code responseCode} 0 or 1 and a message. A
 * device needs the first address only, the others it is told.
 */
@RestController
@RequestMapping(path = "/energy-online", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "energy-online", description = "能耗在线监测：端设备接口（NECC-NHJC-04 / GB/T 37947）")
class EndDeviceInterface {
    private static final int MOST_BYTES = 16 << 20;
    private static final String RECEIVED = "RECEIVE SUCCESS";

    private final EndDevices devices;
    private final OnlineRules rules;
    private final String version;
    private final JsonMapper json;

    EndDeviceInterface(EndDevices devices, RulesFolder folder, JsonMapper json) {
        this.devices = devices;
        this.rules = folder.online();
        this.version = folder.edition().sha256().substring(0, 12);
        this.json = json;
    }

    /** What is done with a request: adds to the answer, or declines. */
    private interface Doing {
        void with(JsonNode body, byte[] sent, Map<String, Object> answer) throws Declined;
    }

    private Map<String, Object> answer(HttpServletRequest request, Doing doing) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("responseCode", "0");
        answer.put("responseMessage", RECEIVED);
        JsonNode body = null;
        try {
            byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (sent.length > MOST_BYTES) {
                throw new Declined("报文超过 16 MB");
            }
            body = UploadBody.object(sent);
            doing.with(body, sent, answer);
        } catch (Declined declined) {
            devices.refused(body, declined, String.valueOf(request.getRemoteAddr()));
            answer.clear();
            answer.put("responseCode", "1");
            answer.put("responseMessage", declined.said());
        }
        return answer;
    }

    @Operation(summary = "端设备注册", description = "region、enterpriseCode；返回 deviceId 与其余各地址。须先由节能主管部门开放注册。")
    @PostMapping("/register")
    Map<String, Object> register(HttpServletRequest request) throws IOException {
        return answer(request, (body, sent, answer) -> {
            EndDevices.Registered registered = devices.register(body);
            String called = request.getRequestURL().toString();
            String here = called.substring(0, called.lastIndexOf('/') + 1);
            answer.put("deviceId", registered.deviceId());
            answer.put("loadDicVersionURL", here + "versionCheck");
            answer.put("centerInfoURL", here + "uploadConfigData");
            answer.put("centerDataURL", here + "uploadEnergyData");
            answer.put("centerInfoDownloadURL", here + "downloadConfigData");
            answer.put("downloadBaseDataURL", here + "downloadBaseData");
            answer.put("uploadTime", registered.uploadTime());
            if (registered.secretKey() != null) {
                answer.put("secretKey", registered.secretKey());
            }
        });
    }

    @Operation(summary = "版本核对", description = "deviceId；dicVersion 变了就重新下载字典。")
    @PostMapping("/versionCheck")
    Map<String, Object> versionCheck(HttpServletRequest request) throws IOException {
        return answer(request, (body, sent, answer) -> {
            devices.greet(body);
            answer.put("regVersion", "1");
            answer.put("dicVersion", version);
        });
    }

    @Operation(summary = "上报采集配置", description = "企业、工序、工序单元与采集点。每次上报都保留。")
    @PostMapping("/uploadConfigData")
    Map<String, Object> configuration(HttpServletRequest request) throws IOException {
        return answer(request, (body, sent, answer) -> devices.configure(body, sent));
    }

    @Operation(summary = "下载采集配置", description = "deviceId；返回最近一次上报的配置。")
    @PostMapping("/downloadConfigData")
    Map<String, Object> downloadConfiguration(HttpServletRequest request) throws IOException {
        return answer(request, (body, sent, answer) -> {
            Optional<String> kept = devices.configuration(body);
            kept.ifPresent(text -> answer.put("data", json.readTree(text)));
        });
    }

    @Operation(summary = "上报能耗数据", description = "data 各项全部收下或全部不收；同一时段再报即为更正，原值保留；同一报文重发不变。")
    @PostMapping("/uploadEnergyData")
    Map<String, Object> upload(HttpServletRequest request) throws IOException {
        return answer(request, (body, sent, answer) -> devices.upload(body, sent));
    }

    @Operation(summary = "下载字典", description = "deviceId、itemIndex：7 采集数据类型、8 能源品种、9 耗能工质、14 用途。")
    @PostMapping("/downloadBaseData")
    Map<String, Object> dictionary(HttpServletRequest request) throws IOException {
        return answer(request, (body, sent, answer) -> {
            devices.greet(body);
            String index = UploadBody.text(body, "itemIndex");
            OnlineRules.Part part = Arrays.stream(OnlineRules.Part.values())
                    .filter(each -> index.equals(Integer.toString(each.itemIndex())))
                    .findFirst()
                    .orElseThrow(() -> new Declined("itemIndex “" + index + "” 的字典本平台没有；有 7、8、9、14"));
            List<Map<String, @Nullable Object>> entries = new ArrayList<>();
            for (OnlineRules.Code code : rules.codes()) {
                if (code.part() == part) {
                    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                    entry.put("code", code.code());
                    entry.put("name", code.name());
                    entry.put("collectUnit", code.unit());
                    entry.put("qualityPrecision", code.precision());
                    entries.add(entry);
                }
            }
            answer.put("dicVersion", version);
            answer.put("data", entries);
        });
    }
}
