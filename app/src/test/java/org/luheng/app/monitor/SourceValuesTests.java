package org.luheng.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.luheng.hj212.Draft;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.RequestNumber;
import org.luheng.hj212.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** From frames in the store to hours, days and facts, through pages and interface, by right. */
@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceValuesTests {
    private static final String OTHER = "91410103MA00000Y2B";
    private static final String OUTLET = Plant.MILL + "-DA001";
    /** Day of the month of which an hour comes late. */
    private static final int LATE = 28;

    private static final SignedIn NOBODY = new SignedIn(0, "", "", null, List.of());

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
    private SignedIn other = NOBODY;
    private YearMonth month = YearMonth.of(2026, 1);
    private LocalDate first = LocalDate.MIN;

    /** The whole of the month before this one: 20 mg/m³ at 10 % O2 and 24 m³/s, hour by hour, but two hours. */
    @BeforeAll
    void aMonth() {
        Plant plant = new Plant(jdbc, transactions);
        plant.enterprise(Plant.MILL, "410102");
        plant.enterprise(OTHER, "410103");
        plant.outlet(Plant.MILL, "DA001");
        plant.device("STACK", OUTLET);
        People people = new People(jdbc, transactions);
        office = people.with(Role.OFFICE, "410100");
        mill = people.with(Role.ENTERPRISE, Plant.MILL);
        other = people.with(Role.ENTERPRISE, OTHER);
        devices.refresh();
        month = YearMonth.from(LocalDate.ofInstant(clock.instant(), Station.CHINA))
                .minusMonths(1);
        first = month.atDay(1);
        List<Received> batch = new ArrayList<>();
        for (LocalDateTime at = first.atStartOfDay();
                at.isBefore(month.plusMonths(1).atDay(1).atStartOfDay());
                at = at.plusHours(1)) {
            boolean secondDay = at.toLocalDate().equals(first.plusDays(1));
            boolean late = at.getDayOfMonth() == LATE;
            if (!secondDay && !late || at.getHour() != 3) {
                batch.add(hour(at, secondDay && at.getHour() == 9 ? "40.00" : "20.00"));
            }
        }
        store.store(batch);
    }

    private Received hour(LocalDateTime at, String sulphur) {
        Draft draft = new Uploads(Station.address("STACK"))
                .data(RequestNumber.of(at), 2061, Station.SECONDS.format(at))
                .wantingAnswer()
                .item("a21026-Avg", sulphur)
                .and("a21026-Flag", "N")
                .item("a19001-Avg", "10.00")
                .and("a19001-Flag", "N")
                .item("a00000-Avg", "24.00")
                .and("a00000-Flag", "N");
        Frame frame = Objects.requireNonNull(Framing.only(draft.message().bytes()));
        return new Intake(clock)
                .take(Objects.requireNonNull(devices.find("STACK")).id(), frame, frame);
    }

    private String page(SignedIn person, String address, int status) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(address).with(People.as(person))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse posted(SignedIn person, String address, String form) throws Exception {
        var request = post(address).with(People.as(person)).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (String field : form.split("&")) {
            request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String day(int number) {
        return first.plusDays(number - 1).toString();
    }

    private String dayPage(SignedIn person, int number) throws Exception {
        return page(person, "/monitor/day?outlet=%s&day=%s".formatted(OUTLET, day(number)), 200);
    }

    private String values(String rest) throws Exception {
        return page(mill, "/api/monitor/values?mn=STACK&format=csv&" + rest, 200);
    }

    @Test
    void theInterfaceGivesHoursAndDays() throws Exception {
        String hours = values("kind=hour&from=%s&to=%s".formatted(day(2), day(3)));
        assertThat(hours.lines().toList()).as("a heading and 24 hours").hasSize(25);
        // 20 × 24 × 3600 × 10⁻⁶
        assertThat(hours).contains(day(2) + "T00:00:00+08:00,a21026,二氧化硫,有效,20,,mg/m³,86400,1.728,实测,1,0,0,0,,true,");
        assertThat(hours)
                .contains(day(2) + "T03:00:00+08:00,a21026,二氧化硫,缺失,,,mg/m³,,1.728,替代,0,1,0,0,,true,没有数据；取此前 180");
        String days = values("kind=day&from=%s&to=%s".formatted(day(1), day(3)));
        // 23 hours of 1.728, one of them twice as much, and the one put in place
        assertThat(days)
                .contains(day(1) + ",a21026,二氧化硫,有效,20,,mg/m³,,41.472,,24,0,0,0,100,true,")
                .contains(",43.2,,23,1,0,0,95.833333,true,");
        assertThat(page(
                        office,
                        "/api/monitor/values?outlet=%s&kind=day&from=%s&to=%s".formatted(OUTLET, day(1), day(2)),
                        200))
                .contains("\"kilograms\":\"41.472\"");
    }

    @Test
    void whatIsAskedWronglyIsRefusedInWords() throws Exception {
        assertThat(page(mill, "/api/monitor/values?mn=STACK&kind=week", 400)).contains("hour、day");
        assertThat(page(mill, "/api/monitor/values?mn=STACK&from=2026-01-01&to=2025-01-01", 400))
                .contains("LH-2202");
        assertThat(page(mill, "/api/monitor/values?mn=STACK&from=2016-01-01&to=2016-01-02", 400))
                .contains("LH-2203");
        page(mill, "/monitor/month?outlet=" + OUTLET + "&month=2026-13", 400);
        page(mill, "/monitor/day?outlet=" + OUTLET + "&day=yesterday", 400);
    }

    @Test
    void whoHasNoRightFindsNoSuchOutlet() throws Exception {
        page(other, "/api/monitor/values?mn=STACK", 404);
        page(other, "/api/monitor/values?outlet=" + OUTLET, 404);
        page(other, "/monitor/month?outlet=" + OUTLET, 404);
        page(other, "/monitor/day?outlet=" + OUTLET, 404);
        assertThat(posted(other, "/monitor/marks", mark("停运", 5, "00", "01")).getStatus())
                .isEqualTo(404);
        assertThat(posted(mill, "/monitor/terms", "outlet=" + OUTLET).getStatus())
                .isEqualTo(403);
        assertThat(posted(office, "/monitor/marks", mark("停运", 5, "00", "01")).getStatus())
                .isEqualTo(403);
    }

    private String mark(String kind, int day, String from, String to) {
        return "outlet=%s&mark=%s&factor=&from=%sT%s:00&to=%sT%s:00&reason=试验&day=%s"
                .formatted(OUTLET, kind, day(day), from, day(day), to, day(day));
    }

    @Test
    void aMarkChangesTheHoursAndCanBeWithdrawn() throws Exception {
        assertThat(posted(mill, "/monitor/marks", mark("维护", 6, "04", "08")).getStatus())
                .isEqualTo(303);
        String marked = dayPage(mill, 6);
        assertThat(marked).contains("替代 4 小时").contains("试验").contains("逾期标记");
        long id = maintenance();
        assertThat(posted(
                                mill,
                                "/monitor/marks/withdrawn",
                                "outlet=%s&id=%d&reason=误标&day=%s".formatted(OUTLET, id, day(6)))
                        .getStatus())
                .isEqualTo(303);
        assertThat(dayPage(mill, 6)).contains("替代 0 小时");
        assertThat(posted(
                                mill,
                                "/monitor/marks/withdrawn",
                                "outlet=%s&id=%d&reason=误标&day=%s".formatted(OUTLET, id, day(6)))
                        .getStatus())
                .as("once")
                .isEqualTo(404);
        assertThat(posted(mill, "/monitor/marks", mark("睡觉", 6, "04", "08")).getStatus())
                .isEqualTo(400);
        assertThat(posted(mill, "/monitor/marks", mark("停运", 6, "08", "04")).getStatus())
                .isEqualTo(400);
    }

    /** The number of the mark. */
    private long maintenance() {
        return org.luheng.app.database.Actor.program("samples")
                .call(() -> Objects.requireNonNull(transactions.execute(status -> jdbc.sql(
                                "select max(id) from luheng.outlet_mark where mark = '维护' and withdraws is null")
                        .query(Long.class)
                        .single())));
    }

    @Test
    void theOfficeSaysWhatAnOutletIsHeldAgainstAndThePermitGoesBefore() throws Exception {
        String from = day(20);
        assertThat(posted(
                                office,
                                "/monitor/terms",
                                "outlet=%s&since=%s&medium=废气&limits=水泥窑超低排放&minutes=10".formatted(OUTLET, from))
                        .getStatus())
                .isEqualTo(303);
        // At the reference of 10 % the converted value is what was measured.
        String page = page(mill, "/monitor/month?outlet=%s&month=%s".formatted(OUTLET, month), 200);
        assertThat(page).contains("水泥窑超低排放").doesNotContain("超过限值");
        assertThat(posted(
                                office,
                                "/monitor/limits",
                                "outlet=%s&since=%s&factor=a21026&span=小时&most=19&source=许可证第 3 页"
                                        .formatted(OUTLET, day(25)))
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(mill, "/monitor/month?outlet=%s&month=%s".formatted(OUTLET, month), 200))
                .contains("超过限值")
                .contains("排污许可证");
        assertThat(dayPage(mill, 25)).contains("20 超").contains("小时限值 19");
        assertThat(dayPage(mill, 24)).doesNotContain(" 超");
        assertThat(posted(office, "/monitor/terms", "outlet=%s&since=x&medium=废气&limits=无&minutes=7".formatted(OUTLET))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("不是日期")
                .contains("只能是");
    }

    @Test
    void theHoursOfADayOpenIntoWhatTheyWereMadeOf() throws Exception {
        String page = dayPage(mill, 2);
        assertThat(page)
                .contains("20 × 86400 × 10⁻⁶ = 1.728")
                .contains("取此前 180 个有效小时的最大值（只有 27 个）")
                .contains("/rules/rule/monitoring-gas-valid-minutes");
        String csv = page(mill, "/monitor/day?outlet=%s&day=%s&format=csv".formatted(OUTLET, day(2)), 200);
        assertThat(csv).contains("替代").contains("有效分钟");
    }

    @Test
    void anEmissionBecomesAFactOnceAndAnotherOneWhenItChanges() throws Exception {
        String form = "outlet=%s&month=%s".formatted(OUTLET, month.minusMonths(1));
        assertThat(posted(office, "/monitor/facts", form).getStatus())
                .as("nothing was measured")
                .isEqualTo(400);
        assertThat(posted(office, "/monitor/facts", "outlet=%s&month=%s".formatted(OUTLET, month.plusMonths(1)))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("还没有结束");
        assertThat(stated()).contains("\"created\":1,\"updated\":0,\"unchanged\":0,\"rejected\":0");
        assertThat(stated()).contains("\"created\":0,\"updated\":0,\"unchanged\":1,\"rejected\":0");
        // The hour that was missing comes late.
        store.store(List.of(hour(month.atDay(LATE).atTime(3, 0), "10.00")));
        assertThat(stated()).contains("\"created\":0,\"updated\":1,\"unchanged\":0,\"rejected\":0");
    }

    /** @return the receipt */
    private String stated() throws Exception {
        MockHttpServletResponse answer =
                posted(office, "/monitor/facts", "outlet=%s&month=%s".formatted(OUTLET, month));
        assertThat(answer.getStatus()).isEqualTo(303);
        String address = Objects.requireNonNull(answer.getRedirectedUrl());
        return page(office, "/api" + address, 200);
    }
}
