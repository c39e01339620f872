package org.luheng.app.monitor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.monitor.Devices;
import org.luheng.app.monitor.GatewayState;
import org.luheng.app.monitor.Plant;
import org.luheng.app.monitor.Station;
import org.luheng.app.monitor.Strictness;
import org.luheng.hj212.Address;
import org.luheng.hj212.Draft;
import org.luheng.hj212.EncryptedContent;
import org.luheng.hj212.Message;
import org.luheng.hj212.RequestNumber;
import org.luheng.hj212.Uploads;
import org.luheng.hj212.Version;
import org.luheng.hj212.sm4.Sm4;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the wire to the disk and back: what is taken, what is answered, and what is not. */
@SpringBootTest(properties = "luheng.hj212.port=0")
@FreshDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTests {
    private static final String MN = "010000A8900016F000169DC0";
    private static final String STRICT = "010000A8900016F000169DC1";
    private static final String UNCHECKED = "010000A8900016F000169DC2";
    private static final String SEALED = "010000A8900016F000169DC3";
    private static final byte[] KEY = "0000000000000000".getBytes(StandardCharsets.US_ASCII);
    private static final String OUTLET = Plant.MILL + "-DA001";

    @Autowired
    private GatewayState gateway;

    @Autowired
    private Troubles troubles;

    @Autowired
    private Devices devices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Database database;

    private LocalDateTime time = LocalDateTime.now(Station.CHINA).minusHours(3).withNano(0);

    @BeforeAll
    void devices() {
        Plant plant = new Plant(jdbc, transactions);
        plant.enterprise(Plant.MILL, "410102");
        plant.outlet(Plant.MILL, "DA001");
        plant.device(MN, OUTLET);
        plant.device(STRICT, OUTLET, Strictness.STRICT, 2017, null);
        plant.device(UNCHECKED, OUTLET, Strictness.UNCHECKED, 2017, null);
        plant.device(SEALED, OUTLET, Strictness.LENIENT, 2025, KEY);
        devices.refresh();
    }

    /** A time no other frame has. */
    private LocalDateTime next() {
        time = time.plusSeconds(1);
        return time;
    }

    private byte[] frame(String mn) {
        return Station.realTime(Station.address(mn), next(), "12.50");
    }

    private long stored(String mn, LocalDateTime at) {
        return TestDatabase.eye(database)
                .sql("select count(*) from luheng.message m join luheng.device d on d.id = m.device"
                        + " where d.mn = ? and m.data_time = ?::timestamp at time zone 'Asia/Shanghai'")
                .params(mn, at.toString())
                .query(Long.class)
                .single();
    }

    private long times(String mn, String kind) {
        troubles.write();
        return TestDatabase.eye(database)
                .sql("select coalesce(sum(times), 0) from luheng.device_trouble where mn = ? and kind = ?")
                .params(mn, kind)
                .query(Long.class)
                .single();
    }

    /** Sends what shall not be answered, and behind it what is: its answer comes first. */
    private void isNotAnswered(byte[]... frames) throws Exception {
        try (Station station = new Station(gateway.port())) {
            for (byte[] frame : frames) {
                station.send(frame);
            }
            byte[] good = frame(MN);
            station.send(good);
            assertThat(Objects.requireNonNull(station.answer()).qn()).isEqualTo(Station.qn(good));
        }
    }

    private Message isAnswered(byte[] frame) throws Exception {
        try (Station station = new Station(gateway.port())) {
            station.send(frame);
            return Objects.requireNonNull(station.answer());
        }
    }

    @Test
    void isStoredOnceHoweverOftenItComesAndAnsweredEachTime() throws Exception {
        byte[] frame = frame(MN);
        for (int i = 0; i < 3; i++) {
            Message answer = isAnswered(frame);
            assertThat(answer.cn()).isEqualTo(9014);
            assertThat(answer.qn()).isEqualTo(Station.qn(frame));
            assertThat(stored(MN, time)).isOne();
        }
        try (Station station = new Station(gateway.port())) {
            byte[] twice = frame(MN);
            station.send(Station.glued(twice, twice));
            assertThat(Objects.requireNonNull(station.answer()).cn()).isEqualTo(9014);
            assertThat(Objects.requireNonNull(station.answer()).cn()).isEqualTo(9014);
            assertThat(stored(MN, time)).isOne();
        }
    }

    @Test
    void anUnknownDeviceIsListedAndTakenOnceItIsAdopted() throws Exception {
        String stranger = "010000A8900016F0001600FF";
        byte[] frame = frame(stranger);
        isNotAnswered(frame);
        assertThat(times(stranger, "未登记")).isOne();
        assertThat(TestDatabase.eye(database)
                        .sql("select excerpt from luheng.device_trouble where mn = ?")
                        .param(stranger)
                        .query(String.class)
                        .single())
                .contains("a21026-Rtd=12.50")
                .doesNotContain(Station.PASSWORD);
        People people = new People(jdbc, transactions);
        SignedIn office = people.with(Role.OFFICE, "410100");
        SignedIn elsewhere = people.with(Role.OFFICE, "350100");
        assertThat(isShown(stranger, elsewhere)).as("nobody's yet").isTrue();
        new Plant(jdbc, transactions).device(stranger, OUTLET);
        assertThat(isShown(stranger, elsewhere)).as("Zhengzhou's now").isFalse();
        assertThat(isShown(stranger, office)).isTrue();
        devices.refresh();
        assertThat(isAnswered(frame).cn()).isEqualTo(9014);
    }

    private boolean isShown(String mn, SignedIn person) {
        return People.actor(person)
                .call(() -> Boolean.TRUE.equals(transactions.execute(
                        status -> jdbc.sql("select exists (select from luheng.device_trouble where mn = ?)")
                                .param(mn)
                                .query(Boolean.class)
                                .single())));
    }

    @Test
    void aThousandWrongPasswordsAreOneRowAndHarmNobody() throws Exception {
        Address wrong = new Address("31", "654321", STRICT, Version.V2017);
        long before = times(STRICT, "口令不符");
        try (Station neighbour = new Station(gateway.port())) {
            for (int connection = 0; connection < 20; connection++) {
                try (Station station = new Station(gateway.port())) {
                    for (int i = 0; i < 50; i++) {
                        station.send(Station.realTime(wrong, next(), "1"));
                    }
                    assertThat(station.isLetGo()).isTrue();
                }
                byte[] good = frame(MN);
                neighbour.send(good);
                assertThat(Objects.requireNonNull(neighbour.answer()).qn()).isEqualTo(Station.qn(good));
            }
        }
        assertThat(times(STRICT, "口令不符") - before).isEqualTo(1_000);
        assertThat(TestDatabase.eye(database)
                        .sql("select count(*) from luheng.device_trouble where mn = ? and kind = '口令不符'")
                        .param(STRICT)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void noiseAndBrokenAnnouncementsAreSurvivedOnTheSameConnection() throws Exception {
        long seed = 20261121;
        Random random = new Random(seed);
        byte[] noise = new byte[20_000];
        random.nextBytes(noise);
        isNotAnswered(noise);
        isNotAnswered("##9999QN=2026".getBytes(StandardCharsets.US_ASCII));
        assertThat(times("", "帧外的字节")).isPositive();
        assertThat(times("", "中断的帧")).isPositive();
    }

    @Test
    void whoSendsHalfAFrameHoldsUpNobody() throws Exception {
        byte[] late = frame(MN);
        LocalDateTime of = time;
        try (Station slow = new Station(gateway.port())) {
            slow.send(Arrays.copyOf(late, 60));
            isNotAnswered();
            slow.send(Arrays.copyOfRange(late, 60, late.length));
            assertThat(Objects.requireNonNull(slow.answer()).qn()).isEqualTo(Station.qn(late));
        }
        assertThat(stored(MN, of)).isOne();
    }

    @Test
    void strictnessIsThatOfTheDevice() throws Exception {
        String padded = new String(frame(STRICT), StandardCharsets.US_ASCII);
        assertThat(padded).startsWith("##0");
        isNotAnswered(("##" + padded.substring(3)).getBytes(StandardCharsets.US_ASCII));
        assertThat(times(STRICT, "不合标准")).isOne();
        String lenient = new String(frame(MN), StandardCharsets.US_ASCII);
        assertThat(isAnswered(("##" + lenient.substring(3)).getBytes(StandardCharsets.US_ASCII))
                        .cn())
                .isEqualTo(9014);
        assertThat(isAnswered(padded.getBytes(StandardCharsets.US_ASCII)).cn()).isEqualTo(9014);
    }

    @Test
    void aWrongCrcIsNotAcknowledgedSaveWhereItIsNotLookedAt() throws Exception {
        byte[] damaged = Station.damaged(frame(MN));
        isNotAnswered(damaged);
        assertThat(times(MN, "校验不符")).isOne();
        assertThat(isAnswered(Station.damaged(frame(UNCHECKED))).cn()).isEqualTo(9014);
    }

    @Test
    void encryptedContentIsDecryptedBeforeItIsJudged() throws Exception {
        Address of = new Address("31", Station.PASSWORD, SEALED, Version.V2025);
        byte[] plain = Station.realTime(of, next(), "33.10");
        byte[] frame = EncryptedContent.encrypt(plain, new Sm4(KEY));
        assertThat(isAnswered(frame).cn()).isEqualTo(9014);
        assertThat(stored(SEALED, time)).isOne();
        byte[] otherKey = EncryptedContent.encrypt(
                Station.realTime(of, next(), "33.10"), new Sm4("1111111111111111".getBytes(StandardCharsets.US_ASCII)));
        isNotAnswered(otherKey);
        assertThat(times(SEALED, "无法解密")).isOne();
    }

    @Test
    void eachPacketOfALongMessageIsAnsweredAndTheirTimeJoinsThem() throws Exception {
        Draft draft = new Uploads(Station.address(MN))
                .data(RequestNumber.of(next()), 2011, Station.SECONDS.format(time))
                .wantingAnswer();
        for (int factor = 0; factor < 60; factor++) {
            draft.item("a%05d-Rtd".formatted(30_000 + factor), "%d.5".formatted(factor));
        }
        List<Message> packets = draft.message().split(400);
        assertThat(packets.size()).isGreaterThan(2);
        List<byte[]> backwards = new ArrayList<>();
        packets.reversed().forEach(packet -> backwards.add(packet.bytes()));
        try (Station station = new Station(gateway.port())) {
            for (byte[] packet : backwards) {
                station.send(packet);
                assertThat(Objects.requireNonNull(station.answer()).qn()).isEqualTo(Station.qn(packet));
            }
        }
        assertThat(stored(MN, time)).isEqualTo(packets.size());
    }

    @Test
    void whatComesLateOrWithAClockFarOffIsKept() throws Exception {
        for (LocalDateTime at : List.of(next().minusDays(40), next().minusYears(3), next().plusYears(60))) {
            byte[] frame = Station.realTime(Station.address(MN), at, "8");
            assertThat(isAnswered(frame).cn()).isEqualTo(9014);
            assertThat(isAnswered(frame).cn()).isEqualTo(9014);
            assertThat(stored(MN, at)).isOne();
        }
    }

    @Test
    void aHeartbeatIsAnsweredAndAnAnswerIsNot() throws Exception {
        Message beat = new Uploads(Station.address(MN)).heartbeat(RequestNumber.of(next()));
        assertThat(isAnswered(beat.bytes()).cn()).isEqualTo(9013);
        isNotAnswered(Station.address(MN)
                .draft(9013)
                .qn(RequestNumber.of(next()))
                .wantingAnswer()
                .message()
                .bytes());
    }
}
