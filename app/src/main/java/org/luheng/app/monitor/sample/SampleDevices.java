package org.luheng.app.monitor.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.database.Actor;
import org.luheng.app.monitor.Device;
import org.luheng.app.monitor.Devices;
import org.luheng.app.monitor.gateway.Intake;
import org.luheng.app.monitor.store.MessageStore;
import org.luheng.app.monitor.store.OfficeDevices;
import org.luheng.app.monitor.store.Received;
import org.luheng.hj212.Address;
import org.luheng.hj212.Draft;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.RequestNumber;
import org.luheng.hj212.Uploads;
import org.luheng.hj212.Version;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two devices of the sample enterprise with the last day of readings, made anew at each start of a demonstration: the same times give the
 * same frames, so nothing is there twice. Never in {@code serve}.
 */
@Component
@Profile("demo")
class SampleDevices {
    private static final String MILL = "91410102MA00000Y1R";
    private static final String PASSWORD = "123456";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int MINUTES = 10;
    private static final int BATCH = 400;

    /** @param factors with about what they measure */
    private record Sample(String mn, String name, String st, String outlet, String outletName, List<Factor> factors) {}

    private record Factor(String code, double level) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "0100000000000000000DE001",
                    "窑尾烟气（样例）",
                    "31",
                    "DA001",
                    "窑尾烟囱（样例）",
                    List.of(
                            new Factor("a21026", 18),
                            new Factor("a21002", 46),
                            new Factor("a34013", 4.2),
                            new Factor("a19001", 9.6),
                            new Factor("a01012", 112),
                            new Factor("a00000", 24))),
            new Sample(
                    "0100000000000000000DE002",
                    "废水总排口（样例）",
                    "32",
                    "DW001",
                    "废水总排口（样例）",
                    List.of(
                            new Factor("w01018", 31),
                            new Factor("w21003", 1.8),
                            new Factor("w21011", 0.21),
                            new Factor("w01001", 7.4),
                            new Factor("w00000", 12))));

    private final OfficeDevices tables;
    private final Devices devices;
    private final MessageStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SampleDevices(
            SampleAccounts enterpriseIsThere,
            OfficeDevices tables,
            Devices devices,
            MessageStore store,
            PlatformTransactionManager transactions,
            Clock clock) {
        Objects.requireNonNull(enterpriseIsThere);
        this.tables = tables;
        this.devices = devices;
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        devices.refresh();
        for (Sample sample : SAMPLES) {
            report(sample, known(sample));
        }
    }

    private int known(Sample sample) {
        Device there = devices.find(sample.mn());
        if (there != null) {
            return there.id();
        }
        Actor.program("samples")
                .run(() -> transactions.executeWithoutResult(status -> {
                    String outlet = tables.addOutlet(MILL, sample.outlet(), sample.outletName(), MILL + "001P", null);
                    tables.adopt(sample.mn(), sample.name(), 2017, "宽容", PASSWORD, null, outlet, null, true);
                }));
        devices.refresh();
        return Objects.requireNonNull(devices.find(sample.mn())).id();
    }

    private void report(Sample sample, int device) {
        Intake intake = new Intake(clock);
        List<Received> batch = new ArrayList<>();
        LocalDateTime now =
                LocalDateTime.now(clock.withZone(ZoneId.of("Asia/Shanghai"))).truncatedTo(ChronoUnit.HOURS);
        for (LocalDateTime at = now.minusDays(1);
                at.isBefore(now.plus(Duration.ofMinutes(1)));
                at = at.plusMinutes(MINUTES)) {
            add(batch, intake, device, sample, at, 2011);
            if (at.getMinute() == 0) {
                add(batch, intake, device, sample, at.minusHours(1), 2061);
            }
            if (batch.size() >= BATCH) {
                store.store(batch);
                batch.clear();
            }
        }
        store.store(batch);
    }

    private static void add(List<Received> batch, Intake intake, int device, Sample sample, LocalDateTime at, int cn) {
        Random random = new Random(Objects.hash(sample.mn(), at, cn));
        Draft draft = new Uploads(new Address(sample.st(), PASSWORD, sample.mn(), Version.V2017))
                .data(RequestNumber.of(at), cn, SECONDS.format(at))
                .wantingAnswer();
        double day = Math.sin(at.getHour() / 24.0 * 2 * Math.PI);
        for (Factor factor : sample.factors()) {
            double value = factor.level() * (1 + 0.12 * day + 0.05 * random.nextGaussian());
            if (cn == 2011) {
                draft.item(factor.code() + "-Rtd", number(value));
            } else {
                draft.item(factor.code() + "-Min", number(value * 0.9))
                        .and(factor.code() + "-Avg", number(value))
                        .and(factor.code() + "-Max", number(value * 1.1));
            }
            draft.and(factor.code() + "-Flag", random.nextInt(60) == 0 ? "M" : "N");
        }
        Frame frame = Objects.requireNonNull(Framing.only(draft.message().bytes()));
        batch.add(intake.take(device, frame, frame));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
