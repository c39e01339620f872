package org.luheng.app.monitor.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.luheng.accounting.emission.Medium;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.database.Actor;
import org.luheng.app.monitor.Device;
import org.luheng.app.monitor.Devices;
import org.luheng.app.monitor.gateway.Intake;
import org.luheng.app.monitor.store.MessageStore;
import org.luheng.app.monitor.store.OfficeDevices;
import org.luheng.app.monitor.store.OutletTables;
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
 * Two devices of the sample enterprise with the hours of this month and the last, and real-time data of the last day, made anew at each
 * start of a demonstration: the same times give the same frames, so nothing is there twice. Never in {@code serve}.
 */
@Component
@Profile("demo")
class SampleDevices {
    private static final String MILL = "91410102MA00000Y1R";
    private static final String PASSWORD = "123456";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int MINUTES = 10;
    private static final int BATCH = 400;

    /** Day of each month on which the kiln stops. */
    private static final int STILL = 15;

    /** @param factors with about what they measure */
    private record Sample(
            String mn,
            String name,
            String st,
            String outlet,
            String outletName,
            Medium medium,
            String limits,
            List<Factor> factors) {
        String code() {
            return MILL + "-" + outlet;
        }
    }

    private record Factor(String code, double level) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "0100000000000000000DE001",
                    "窑尾烟气（样例）",
                    "31",
                    "DA001",
                    "窑尾烟囱（样例）",
                    Medium.GAS,
                    "水泥窑超低排放",
                    List.of(
                            new Factor("a21026", 18),
                            new Factor("a21002", 39),
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
                    Medium.WATER,
                    "GB 18918-2002 一级A",
                    List.of(
                            new Factor("w01018", 31),
                            new Factor("w21003", 1.8),
                            new Factor("w21011", 0.21),
                            new Factor("w01001", 7.4),
                            new Factor("w00000", 12))));

    private final OfficeDevices tables;
    private final OutletTables outlets;
    private final Devices devices;
    private final MessageStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SampleDevices(
            SampleAccounts enterpriseIsThere,
            OfficeDevices tables,
            OutletTables outlets,
            Devices devices,
            MessageStore store,
            PlatformTransactionManager transactions,
            Clock clock) {
        Objects.requireNonNull(enterpriseIsThere);
        this.tables = tables;
        this.outlets = outlets;
        this.devices = devices;
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        devices.refresh();
        for (Sample sample : SAMPLES) {
            int device = known(sample);
            Actor.program("samples").run(() -> describe(sample));
            report(sample, device);
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

    /** What it is held against, and a standstill that its people marked. */
    private void describe(Sample sample) {
        if (!outlets.terms(sample.code()).isEmpty()) {
            return;
        }
        outlets.state(
                sample.code(),
                new OutletTables.Stated(
                        LocalDate.of(2024, 1, 1),
                        sample.medium(),
                        sample.limits(),
                        null,
                        true,
                        true,
                        null,
                        false,
                        MINUTES));
        if (sample.medium() == Medium.GAS) {
            LocalDateTime stop =
                    now().withDayOfMonth(1).minusMonths(1).plusDays(STILL - 1).withHour(6);
            outlets.mark(sample.code(), "", "停运", stop, stop.plusHours(30), "错峰停窑（样例）");
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneId.of("Asia/Shanghai"))).truncatedTo(ChronoUnit.HOURS);
    }

    private void report(Sample sample, int device) {
        Intake intake = new Intake(clock);
        List<Received> batch = new ArrayList<>();
        LocalDateTime now = now();
        for (LocalDateTime at = now.withDayOfMonth(1).minusMonths(1).withHour(0);
                at.isBefore(now);
                at = at.plusHours(1)) {
            if (!isSilent(sample, at)) {
                add(batch, intake, device, sample, at, 2061);
            }
            store(batch, BATCH);
        }
        for (LocalDateTime at = now.minusDays(1);
                at.isBefore(now.plus(Duration.ofMinutes(1)));
                at = at.plusMinutes(MINUTES)) {
            add(batch, intake, device, sample, at, 2011);
            store(batch, BATCH);
        }
        store(batch, 1);
    }

    private void store(List<Received> batch, int atLeast) {
        if (batch.size() >= atLeast) {
            store.store(batch);
            batch.clear();
        }
    }

    /** In the small hours of one day of each month nothing comes. */
    private static boolean isSilent(Sample sample, LocalDateTime at) {
        return sample.medium() == Medium.GAS && at.getDayOfMonth() == 20 && at.getHour() >= 2 && at.getHour() < 5;
    }

    private static void add(List<Received> batch, Intake intake, int device, Sample sample, LocalDateTime at, int cn) {
        Random random = new Random(Objects.hash(sample.mn(), at, cn));
        Draft draft = new Uploads(new Address(sample.st(), PASSWORD, sample.mn(), Version.V2017))
                .data(RequestNumber.of(at), cn, SECONDS.format(at))
                .wantingAnswer();
        double day = Math.sin(at.getHour() / 24.0 * 2 * Math.PI);
        for (Factor factor : sample.factors()) {
            String flag = flag(sample, factor, at, random.nextInt(90));
            double value = flag.equals("F")
                    ? 0
                    : factor.level() * (1 + 0.08 * day + 0.04 * random.nextGaussian()) * surplus(factor, at);
            if (cn == 2011) {
                draft.item(factor.code() + "-Rtd", number(value));
            } else {
                draft.item(factor.code() + "-Min", number(value * 0.9))
                        .and(factor.code() + "-Avg", number(value))
                        .and(factor.code() + "-Max", number(value * 1.1));
            }
            draft.and(factor.code() + "-Flag", flag);
        }
        Frame frame = Objects.requireNonNull(Framing.only(draft.message().bytes()));
        batch.add(intake.take(device, frame, frame));
    }

    /** On some days of each month an analyser fails, checks itself, or the kiln stands still. */
    private static String flag(Sample sample, Factor factor, LocalDateTime at, int chance) {
        boolean gas = sample.medium() == Medium.GAS;
        LocalDateTime stop = at.withDayOfMonth(STILL).withHour(6);
        if (gas && !at.isBefore(stop) && at.isBefore(stop.plusHours(30))) {
            return "F";
        }
        if (gas
                && at.getDayOfMonth() == 8
                && at.getHour() >= 9
                && at.getHour() < 14
                && !factor.code().equals("a00000")) {
            return "D";
        }
        if (!gas
                && at.getDayOfMonth() % 7 == 4
                && at.getHour() == 1
                && factor.code().equals("w01018")) {
            return "C";
        }
        return chance == 0 ? "M" : "N";
    }

    /** On one day of each month too much goes out. */
    private static double surplus(Factor factor, LocalDateTime at) {
        boolean nitrogen =
                factor.code().equals("a21002") && at.getDayOfMonth() == 5 && at.getHour() >= 14 && at.getHour() < 17;
        boolean oxygen = factor.code().equals("w01018") && at.getDayOfMonth() == 18;
        return nitrogen ? 1.7 : oxygen ? 1.8 : 1;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
