package org.luheng.app.metering.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.database.Actor;
import org.luheng.app.metering.Declined;
import org.luheng.app.metering.EndDevices;
import org.luheng.app.metering.Metering;
import org.luheng.app.metering.UploadBody;
import org.luheng.app.metering.store.MeteringReadings;
import org.luheng.app.metering.store.OfficeMetering;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of the sample enterprise's energy, sent once through the interface that devices use: with a month of which days are missing and one whose days
 * do not agree with it, so that a demonstration has something to show. Never in {@code serve}.
 */
@Component
@Profile("demo")
class SampleMetering {
    private static final String MILL = "91410102MA00000Y1R";
    private static final int MONTHS = 10;

    /** @param level of a day, in the unit of the dictionary */
    private record Sample(String code, double level) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("00-00-0000-023300-21", 6.2),
            new Sample("00-00-0000-023300-22", 0.31),
            new Sample("00-00-0000-010100-21", 94),
            new Sample("00-00-0000-022100-22", 0.42));

    SampleMetering(
            SampleAccounts enterpriseIsThere,
            Metering metering,
            MeteringReadings readings,
            OfficeMetering office,
            EndDevices devices,
            PlatformTransactionManager transactions,
            Clock clock)
            throws Declined {
        Objects.requireNonNull(enterpriseIsThere);
        boolean there =
                Actor.program("metering").call(() -> readings.enterprise(MILL).isPresent());
        if (there) {
            return;
        }
        Actor.program("samples")
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status ->
                                office.open(MILL, false, "1", clock.instant().plus(Duration.ofHours(1)), true)));
        byte[] asking = "{\"region\":\"410102\",\"enterpriseCode\":\"%s\"}"
                .formatted(MILL)
                .getBytes(StandardCharsets.UTF_8);
        String device = devices.register(UploadBody.object(asking)).deviceId();
        YearMonth running = YearMonth.from(metering.today());
        for (int back = MONTHS; back >= 0; back--) {
            YearMonth month = running.minusMonths(back);
            List<String> items = new ArrayList<>();
            for (Sample sample : SAMPLES) {
                month(items, sample, month, back, metering.today());
            }
            if (!items.isEmpty()) {
                byte[] body = "{\"deviceId\":\"%s\",\"enterpriseCode\":\"%s\",\"data\":[%s]}"
                        .formatted(device, MILL, String.join(",", items))
                        .getBytes(StandardCharsets.UTF_8);
                devices.upload(UploadBody.object(body), body);
            }
        }
    }

    private static void month(List<String> items, Sample sample, YearMonth month, int back, LocalDate today) {
        Random random = new Random(Objects.hash(sample.code(), month));
        double season = 1 + 0.1 * Math.cos(2 * Math.PI * month.getMonthValue() / 12);
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 1; day <= month.lengthOfMonth() && month.atDay(day).isBefore(today); day++) {
            BigDecimal value = BigDecimal.valueOf(Math.round(sample.level() * season * (950 + random.nextInt(100))), 3);
            sum = sum.add(value);
            boolean lost = back == 4 && sample == SAMPLES.getFirst() && day > 20 && day < 27;
            if (!lost) {
                items.add(item(sample, value, 1, month.atDay(day)));
            }
        }
        if (back > 0 && back != 2) {
            boolean disagrees = back == 3 && sample == SAMPLES.get(2);
            items.add(item(sample, disagrees ? sum.multiply(new BigDecimal("0.93")) : sum, 2, month.atDay(1)));
        }
    }

    private static String item(Sample sample, BigDecimal value, int type, LocalDate from) {
        LocalDate sent = type == 1 ? from.plusDays(1) : from.plusMonths(1);
        return """
                {"dataCode":"%s","dataValue":%s,"inputType":4,"statType":%d,"statDate":"%s 00:00:00","uploadDate":"%s 02:11:00","scope":1,"valid":true}""".formatted(sample.code(), value.toPlainString(), type, from, sent);
    }
}
