package org.luheng.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.monitor.gateway.Intake;
import org.luheng.app.monitor.store.MessageStore;
import org.luheng.app.monitor.store.Received;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What the pages and the interface show, to whom. */
@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorPagesTests {
    private static final String MN = "010000A8900016F000169DC0";
    private static final SignedIn NOBODY = new SignedIn(0, "", "", null, List.of());
    private static final String OUTLET = Plant.MILL + "-DA001";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MessageStore store;

    @Autowired
    private Devices devices;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private SignedIn office = NOBODY;
    private SignedIn mill = NOBODY;
    private SignedIn elsewhere = NOBODY;
    private LocalDateTime time = LocalDateTime.MIN;

    /** Two times; of the second, two versions and a packet with another factor. */
    @BeforeAll
    void messages() {
        Plant plant = new Plant(jdbc, transactions);
        plant.enterprise(Plant.MILL, "410102");
        plant.outlet(Plant.MILL, "DA001");
        plant.device(MN, OUTLET);
        People people = new People(jdbc, transactions);
        office = people.with(Role.OFFICE, "410100");
        mill = people.with(Role.ENTERPRISE, Plant.MILL);
        elsewhere = people.with(Role.OFFICE, "350100");
        devices.refresh();
        time = LocalDateTime.now(clock.withZone(Station.CHINA)).minusMinutes(5).truncatedTo(ChronoUnit.SECONDS);
        store(Station.realTime(Station.address(MN), time.minusMinutes(1), "12.50"));
        store(Station.realTime(Station.address(MN), time, "13.00"));
        store(Station.realTime(Station.address(MN), time, "-0.70"));
    }

    private void store(byte[] bytes) {
        Frame frame = Objects.requireNonNull(Framing.only(bytes));
        Received received =
                new Intake(clock).take(Objects.requireNonNull(devices.find(MN)).id(), frame, frame);
        store.store(List.of(received));
    }

    private String page(SignedIn person, String address, int status) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(address).with(People.as(person))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theInterfaceGivesReadingsAsTheyWereSentAndTheLastVersionCounts() throws Exception {
        String at = time.toLocalDate() + "T" + time.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        String csv = page(mill, "/api/monitor/readings?format=csv&mn=" + MN, 200);
        assertThat(csv.lines().toList()).hasSize(5);
        assertThat(csv)
                .contains("mn,cn,time,factor,Rtd,Min,Avg,Max,Cou,ZsRtd,ZsMin,ZsAvg,ZsMax,Flag,received,versions");
        assertThat(csv).contains("a21026,12.50,").contains("a21026,-0.70,").doesNotContain("13.00");
        assertThat(csv).containsPattern("a21026,-0\\.70,,,,,,,,,N,[^,]+,2");
        String json = page(office, "/api/monitor/readings?mn=%s&from=%s".formatted(MN, at), 200);
        assertThat(json)
                .contains("\"factor\":\"a21026\",\"values\":{\"Rtd\":\"-0.70\",\"Flag\":\"N\"}")
                .doesNotContain("12.50");
    }

    @Test
    void whoHasNoRightFindsNoSuchDevice() throws Exception {
        for (String address : List.of(
                "/api/monitor/readings?mn=" + MN,
                "/monitor/device?mn=" + MN,
                "/monitor/frame?mn=" + MN + "&received=1")) {
            assertThat(page(elsewhere, address, 404)).doesNotContain("12.50");
            assertThat(mvc.perform(get(address)).andReturn().getResponse().getStatus())
                    .isIn(302, 303, 401);
        }
        assertThat(page(elsewhere, "/monitor", 200)).doesNotContain(MN);
        assertThat(page(mill, "/monitor", 200)).contains(MN);
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() throws Exception {
        assertThat(page(office, "/api/monitor/readings?cn=2021&mn=" + MN, 400)).contains("2011、2051、2061、2031");
        assertThat(page(office, "/api/monitor/readings?from=gestern&mn=" + MN, 400))
                .contains("gestern");
        assertThat(page(office, "/monitor/frame?received=x&mn=" + MN, 404)).contains("received");
    }

    @Test
    void aReadingLeadsToTheFrameItCameInExplainedWithoutThePassword() throws Exception {
        String device = page(mill, "/monitor/device?mn=" + MN, 200);
        assertThat(device).contains("二氧化硫").contains("-0.70").contains("第 2 次");
        Matcher link = Pattern.compile("/monitor/frame\\?mn=" + MN + "&amp;received=[0-9]+")
                .matcher(device);
        assertThat(link.find()).isTrue();
        String frame = page(mill, link.group().replace("&amp;", "&"), 200);
        assertThat(frame)
                .contains("a21026-Rtd=-0.70")
                .contains("二氧化硫")
                .contains("PW=******")
                .doesNotContain(Station.PASSWORD);
    }

    @Test
    void theOfficeAdoptsADeviceAndNobodyElseDoes() throws Exception {
        String form = "name=新设备&edition=2017&strictness=宽容&password=654321&outlet=" + OUTLET;
        assertThat(adopted(office, "mn=NEW1&" + form)).isEqualTo(303);
        assertThat(devices.find("NEW1")).isNotNull();
        assertThat(adopted(office, "mn=NEW1&" + form)).as("there already").isEqualTo(400);
        assertThat(adopted(elsewhere, "mn=NEW2&" + form)).isEqualTo(403);
        assertThat(adopted(mill, "mn=NEW3&" + form)).isEqualTo(403);
        assertThat(adopted(office, "mn=NEW4&name=&edition=2030&strictness=宽容&password=&outlet=" + OUTLET))
                .isEqualTo(400);
        assertThat(devices.find("NEW2")).isNull();
        assertThat(devices.find("NEW3")).isNull();
        assertThat(devices.find("NEW4")).isNull();
    }

    private int adopted(SignedIn person, String form) throws Exception {
        var request = post("/monitor").with(People.as(person)).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (String field : form.split("&")) {
            request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }
}
