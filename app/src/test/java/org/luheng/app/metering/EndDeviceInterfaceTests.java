package org.luheng.app.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.Actor;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.monitor.Plant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An end device from its registration to what an office sees of it. */
@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndDeviceInterfaceTests {
    private static final SignedIn NOBODY = new SignedIn(0, "", "", null, List.of());
    private static final String OTHER = "91410103MA00000Y2B";
    private static final String SECRET = "91350100M000100Y43";
    private static final String BUSY = "91410104MA00000Y3W";
    private static final String ELECTRICITY = "00-00-0000-023300-21";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Clock clock;

    private final JsonMapper json = new JsonMapper();
    private SignedIn office = NOBODY;
    private SignedIn far = NOBODY;
    private SignedIn mill = NOBODY;

    @BeforeAll
    void enterprises() {
        Plant plant = new Plant(jdbc, transactions);
        plant.enterprise(Plant.MILL, "410102");
        plant.enterprise(OTHER, "410103");
        plant.enterprise(SECRET, "350102");
        plant.enterprise(BUSY, "410104");
        People people = new People(jdbc, transactions);
        office = people.with(Role.OFFICE, "410100");
        far = people.with(Role.OFFICE, "350100");
        mill = people.with(Role.ENTERPRISE, Plant.MILL);
    }

    private void open(String enterprise, boolean encrypted) {
        Actor.program("samples")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("select luheng.open_energy_device(?, ?, '1', ?::timestamptz, false)")
                                .params(
                                        enterprise,
                                        encrypted,
                                        clock.instant().plus(Duration.ofDays(1)).toString())
                                .query(Integer.class)
                                .single()));
    }

    private JsonNode call(String what, String body) throws Exception {
        MockHttpServletResponse answer = mvc.perform(post("/energy-online/" + what)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private static String code(JsonNode answer) {
        return answer.path("responseCode").asString() + " "
                + answer.path("responseMessage").asString();
    }

    private String register(String enterprise) throws Exception {
        JsonNode answer = call("register", "{\"region\":\"410102\",\"enterpriseCode\":\"%s\"}".formatted(enterprise));
        assertThat(code(answer)).isEqualTo("0 RECEIVE SUCCESS");
        return answer.path("deviceId").asString();
    }

    private static String item(String dataCode, String value, int statType, String from, String uploaded) {
        return """
                {"dataCode":"%s","dataValue":%s,"inputType":4,"statType":%d,"statDate":"%s","uploadDate":"%s","scope":1,"valid":true}""".formatted(dataCode, value, statType, from, uploaded);
    }

    private static String upload(String device, String enterprise, String... items) {
        return "{\"deviceId\":\"%s\",\"enterpriseCode\":\"%s\",\"data\":[%s]}"
                .formatted(device, enterprise, String.join(",", items));
    }

    private List<String> values(String enterprise) {
        return Actor.program("metering")
                .call(() -> transactions.execute(status -> jdbc.sql(
                                "select value || ' ' || uploaded from luheng.energy_value where enterprise = ? order by id")
                        .param(enterprise)
                        .query(String.class)
                        .list()));
    }

    private String page(SignedIn person, String address, int status) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(address).with(People.as(person))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private @Nullable String submit(SignedIn person, String address, Map<String, String> form, int status)
            throws Exception {
        var request = post(address).with(People.as(person)).with(SecurityMockMvcRequestPostProcessors.csrf());
        form.forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The whole way, as one test, for each step needs the one before. */
    @Test
    void aDeviceRegistersReportsCorrectsAndIsSeenByWhoMay() throws Exception {
        JsonNode early = call("register", "{\"region\":\"410102\",\"enterpriseCode\":\"%s\"}".formatted(Plant.MILL));
        assertThat(code(early)).as("nobody opened it").startsWith("1 ").contains("没有在平台登记");

        submit(office, "/metering", Map.of("enterprise", Plant.MILL, "days", "7"), 303);
        JsonNode answer = call("register", "{\"region\":\"410102\",\"enterpriseCode\":\"%s\"}".formatted(Plant.MILL));
        String device = answer.path("deviceId").asString();
        assertThat(device).matches("[0-9a-f]{32}");
        assertThat(answer.path("centerDataURL").asString())
                .isEqualTo("http://localhost/energy-online/uploadEnergyData");
        assertThat(answer.path("uploadTime").asString()).matches("0[1-4]:[0-5][0-9]:00");
        assertThat(answer.has("secretKey")).isFalse();

        String version = call("versionCheck", "{\"deviceId\":\"%s\"}".formatted(device))
                .path("dicVersion")
                .asString();
        assertThat(version).isNotBlank();
        assertThat(code(call("register", "{\"region\":\"410102\",\"enterpriseCode\":\"%s\"}".formatted(Plant.MILL))))
                .as("after its first word nobody else may register for it")
                .contains("没有开放或已经完成");
        assertThat(call("downloadBaseData", "{\"deviceId\":\"%s\",\"itemIndex\":8}".formatted(device))
                        .path("data")
                        .toString())
                .contains("\"code\":\"3300\"")
                .contains("电力");
        String configuration = "{\"deviceId\":\"%s\",\"enterpriseCode\":\"%s\",\"process\":[{\"processName\":\"转炉\"}]}"
                .formatted(device, Plant.MILL);
        assertThat(code(call("uploadConfigData", configuration))).isEqualTo("0 RECEIVE SUCCESS");
        assertThat(call("downloadConfigData", "{\"deviceId\":\"%s\"}".formatted(device))
                        .path("data")
                        .toString())
                .contains("转炉");

        YearMonth last =
                YearMonth.from(LocalDate.now(clock.withZone(EndDevices.CHINA))).minusMonths(1);
        List<String> days = new ArrayList<>();
        for (int day = 1; day <= last.lengthOfMonth(); day++) {
            days.add(item(
                    ELECTRICITY,
                    "10.25",
                    1,
                    last.atDay(day) + " 00:00:00",
                    last.atDay(day).plusDays(1) + " 02:00:00"));
        }
        String body = upload(device, Plant.MILL, days.toArray(String[]::new));
        assertThat(code(call("uploadEnergyData", body))).isEqualTo("0 RECEIVE SUCCESS");
        assertThat(code(call("uploadEnergyData", body)))
                .as("resent because the answer was lost")
                .isEqualTo("0 RECEIVE SUCCESS");
        assertThat(values(Plant.MILL)).hasSize(last.lengthOfMonth());

        String first = last.atDay(1) + " 00:00:00";
        String corrected =
                upload(device, Plant.MILL, item(ELECTRICITY, "12.25", 1, first, last.atDay(9) + " 02:00:00"));
        String late = upload(device, Plant.MILL, item(ELECTRICITY, "11.00", 1, first, last.atDay(5) + " 02:00:00"));
        assertThat(code(call("uploadEnergyData", corrected))).startsWith("0");
        assertThat(code(call("uploadEnergyData", late)))
                .as("sent before the correction, came after it")
                .startsWith("0");
        String api = page(mill, "/api/metering/values?enterprise=%s&from=%s".formatted(Plant.MILL, last.atDay(1)), 200);
        assertThat(api)
                .contains("\"value\":\"12.25\"", "\"versions\":3", "电力 · 工业生产消费（全厂）", "万千瓦时")
                .doesNotContain("11.00");

        String shown = page(
                office,
                "/metering/enterprise?code=%s&year=%d&month=%d"
                        .formatted(Plant.MILL, last.getYear(), last.getMonthValue()),
                200);
        assertThat(shown).contains("第 3 次", "日数据合计", "完整率 100.0%");
        submit(
                mill,
                "/metering/meter-change",
                Map.of(
                        "enterprise",
                        Plant.MILL,
                        "code",
                        ELECTRICITY,
                        "day",
                        last.atDay(2).toString(),
                        "kind",
                        "换表",
                        "oldBegin",
                        "100",
                        "oldEnd",
                        "104",
                        "newBegin",
                        "0",
                        "newEnd",
                        "3",
                        "ratio",
                        "2"),
                303);
        assertThat(page(mill, "/metering/enterprise?code=" + Plant.MILL, 200))
                .contains("换表")
                .contains(">14<");
        page(far, "/metering/enterprise?code=" + Plant.MILL, 404);
        page(far, "/api/metering/values?enterprise=" + Plant.MILL, 404);
        assertThat(page(far, "/metering", 200)).doesNotContain(Plant.MILL);
        submit(
                far,
                "/metering/meter-change",
                Map.of(
                        "enterprise",
                        Plant.MILL,
                        "code",
                        ELECTRICITY,
                        "day",
                        "2026-01-01",
                        "kind",
                        "换表",
                        "oldBegin",
                        "1",
                        "oldEnd",
                        "2",
                        "newBegin",
                        "0",
                        "newEnd",
                        "3",
                        "ratio",
                        "1"),
                404);
        submit(far, "/metering", Map.of("enterprise", Plant.MILL, "days", "7"), 403);
    }

    @Test
    void encryptedValuesAreReadWithTheKeyThatWasGiven() throws Exception {
        open(SECRET, true);
        JsonNode answer = call("register", "{\"region\":\"350102\",\"enterpriseCode\":\"%s\"}".formatted(SECRET));
        ValueCipher cipher =
                new ValueCipher(HexFormat.of().parseHex(answer.path("secretKey").asString()));
        String device = answer.path("deviceId").asString();
        String plain = item(ELECTRICITY, "7.5", 1, "2026-10-09 00:00:00", "2026-10-10 02:00:00");
        StringBuilder encrypted = new StringBuilder();
        json.readTree(plain)
                .properties()
                .forEach(field -> encrypted
                        .append(encrypted.isEmpty() ? "{" : ",")
                        .append('"')
                        .append(field.getKey())
                        .append("\":\"")
                        .append(cipher.encrypt(field.getValue().asString()))
                        .append('"'));

        assertThat(code(call("uploadEnergyData", upload(device, SECRET, plain))))
                .isEqualTo("1 解密失败！");
        assertThat(values(SECRET)).isEmpty();
        assertThat(code(call(
                        "uploadEnergyData",
                        upload(device, SECRET, encrypted.append('}').toString()))))
                .isEqualTo("0 RECEIVE SUCCESS");
        assertThat(values(SECRET)).containsExactly("7.5 2026-10-10 02:00:00");
    }

    @Test
    void whatIsNotInOrderIsDeclinedWholeAndCounted() throws Exception {
        open(OTHER, false);
        String device = register(OTHER);
        String good = item(ELECTRICITY, "7.5", 1, "2026-10-09 00:00:00", "2026-10-10 02:00:00");
        String bad = item("12", "7.5", 1, "2026-10-09 00:00:00", "2026-10-10 02:00:00");
        String other = item(ELECTRICITY, "7.6", 1, "2026-10-09 08:00:00", "2026-10-10 02:00:01");

        assertThat(code(call("uploadEnergyData", upload(device, OTHER, good, bad))))
                .startsWith("1 第 2 项 dataCode");
        assertThat(code(call("uploadEnergyData", upload(device, OTHER, good, other))))
                .as("a day has one value")
                .startsWith("1 ")
                .contains("两个不同的值");
        assertThat(code(call("uploadEnergyData", upload(device, Plant.MILL, good))))
                .isEqualTo("1 序列号与企业统一社会信用代码不符");
        assertThat(code(call("uploadEnergyData", upload("0".repeat(32), OTHER, good))))
                .startsWith("1 deviceId 无效");
        assertThat(code(call("uploadEnergyData", "[]"))).startsWith("1 报文不是 JSON 对象");
        assertThat(values(OTHER)).isEmpty();
        assertThat(page(office, "/metering", 200)).contains("两个不同的值").contains("报文不是 JSON 对象");
        for (String unknown : List.of("unknown", "register/x")) {
            int status = mvc.perform(post("/energy-online/" + unknown)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(unknown).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void manyAtOnceAreAllTakenOnce() throws Exception {
        open(BUSY, false);
        String device = register(BUSY);
        List<Callable<String>> calls = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            String body = upload(
                    device,
                    BUSY,
                    item(ELECTRICITY, "3." + day, 1, "2026-02-%02d 00:00:00".formatted(day), "2026-03-01 02:00:00"));
            calls.add(() -> code(call("uploadEnergyData", body)));
            calls.add(() -> code(call("uploadEnergyData", body)));
        }
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : senders.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo("0 RECEIVE SUCCESS");
            }
        }
        assertThat(values(BUSY)).hasSize(28);
    }
}
