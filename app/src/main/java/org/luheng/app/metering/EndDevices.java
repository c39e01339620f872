package org.luheng.app.metering;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.app.database.Actor;
import org.luheng.app.metering.store.MeteringTables;
import org.luheng.app.metering.store.MeteringTables.Known;
import org.luheng.app.metering.store.MeteringTables.Stored;
import org.luheng.files.Hash;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What end devices ask, by NECC-NHJC-04: to be registered, whether their dictionary is of today, to leave their configuration and their
 * values. A device that is told of success forgets: so nothing is said before the commit.
 */
@Service
public class EndDevices {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Clocks of devices are allowed to run ahead that far. */
    private static final int MINUTES_AHEAD = 24 * 60;

    private static final int LONGEST_CONFIGURATION = 4_000_000;
    private static final String NOT_ITS_OWN = "序列号与企业统一社会信用代码不符";

    private final MeteringTables tables;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EndDevices(MeteringTables tables, PlatformTransactionManager transactions, Clock clock) {
        this.tables = tables;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What a device is told when it is registered.
     *
     * @param deviceId 32 hexadecimal digits: it is known by nothing else
     * @param secretKey 32 hexadecimal digits; null: it sends values plain
     * @param uploadTime when in the night it is to send the day before, {@code 01:38:00}; each has its own
     */
    public record Registered(String deviceId, @Nullable String secretKey, String uploadTime) {
        @Override
        public String toString() {
            return uploadTime;
        }
    }

    /** @throws Declined where the enterprise is not known or the office has not opened its registration */
    public Registered register(JsonNode body) throws Declined {
        String enterprise = UploadBody.text(body, "enterpriseCode");
        String region = UploadBody.text(body, "region");
        if (!enterprise.matches("[0-9A-Z]{18}")) {
            throw new Declined("enterpriseCode 应为 18 位统一社会信用代码");
        }
        if (!region.matches("[0-9]{6}")) {
            throw new Declined("region 应为 6 位行政区划代码");
        }
        String deviceId = secret();
        return acting(enterprise, () -> {
            Known known = tables.ofEnterprise(enterprise).orElseThrow(() -> new Declined("企业没有在平台登记端设备，请联系节能主管部门"));
            String key = known.encrypted() ? secret() : null;
            boolean done = tables.register(
                    known.id(),
                    digest(deviceId),
                    key == null ? null : HexFormat.of().parseHex(key));
            if (!done) {
                throw new Declined("端设备注册没有开放或已经完成，请联系节能主管部门");
            }
            return new Registered(deviceId, key, uploadTime(known.id()));
        });
    }

    /** Within 01:00 and 04:59, so that not all come at once. */
    private static String uploadTime(int device) {
        int minute = Math.floorMod(device * 37, 240);
        return "%02d:%02d:00".formatted(1 + minute / 60, minute % 60);
    }

    /** @throws Declined where no device has that name */
    public void greet(JsonNode body) throws Declined {
        device(body);
    }

    /** Keeps what the device says of its plant. */
    public void configure(JsonNode body, byte[] sent) throws Declined {
        Known device = device(body);
        if (sent.length > LONGEST_CONFIGURATION) {
            throw new Declined("配置信息过大");
        }
        acting(device.enterprise(), () -> {
            tables.configure(device, sha256(sent), new String(sent, StandardCharsets.UTF_8).replace("\0", ""));
            return device;
        });
    }

    /** What it said of its plant last; empty where it never did. */
    public Optional<String> configuration(JsonNode body) throws Declined {
        Known device = device(body);
        return acting(device.enterprise(), () -> tables.configuration(device.id()));
    }

    /** Takes all values of an upload or none. */
    public Stored upload(JsonNode body, byte[] sent) throws Declined {
        Known device = device(body);
        LocalDateTime latest = LocalDateTime.now(clock.withZone(CHINA)).plusMinutes(MINUTES_AHEAD);
        byte[] key = device.secretKey();
        UploadBody upload =
                UploadBody.read(body, key == null ? null : new ValueCipher(key), device.validWord(), latest);
        return acting(device.enterprise(), () -> tables.store(device, sha256(sent), sent, once(upload.values())));
    }

    /** What is said twice counts once; two values of one period in one upload are no values. */
    private static List<EnergyValue> once(List<EnergyValue> values) throws Declined {
        Set<List<Object>> periods = new HashSet<>();
        Set<EnergyValue> different = new LinkedHashSet<>(values);
        for (EnergyValue value : different) {
            if (!periods.add(List.of(value.code(), value.statType(), value.from()))) {
                throw new Declined("dataCode %s 在 %s（%s）有两个不同的值；本次上报整个没有收下"
                        .formatted(
                                value.code().digits(),
                                value.from().toString().replace('T', ' '),
                                value.statType().word()));
            }
        }
        return List.copyOf(different);
    }

    /** Counts a refusal, for the people of the office. */
    public void refused(@Nullable JsonNode body, Declined declined, String address) {
        String called = body == null ? "" : UploadBody.text(body, "enterpriseCode");
        String enterprise = called.matches("[0-9A-Z]{18}") ? called : "";
        String said = declined.said();
        as("能耗在线")
                .run(() -> transactions.executeWithoutResult(status ->
                        tables.refused(enterprise, said.length() > 300 ? said.substring(0, 300) : said, address)));
    }

    private Known device(JsonNode body) throws Declined {
        String name = UploadBody.text(body, "deviceId");
        if (!name.matches("[0-9A-Fa-f]{32}")) {
            throw new Declined("deviceId 应为注册时返回的 32 位字符");
        }
        String enterprise = UploadBody.text(body, "enterpriseCode");
        byte[] digest = digest(name.toLowerCase(java.util.Locale.ROOT));
        return acting("", () -> {
            Known known = tables.named(digest).orElseThrow(() -> new Declined("deviceId 无效，请重新注册"));
            if (!enterprise.isEmpty() && !enterprise.equals(known.enterprise())) {
                throw new Declined(NOT_ITS_OWN);
            }
            if (known.open() != null) {
                tables.spoke(known.id());
            }
            return known;
        });
    }

    /** In one transaction, by the device's name and under the part of the program that keeps its tables. */
    private <T> T acting(String enterprise, Work<T> work) throws Declined {
        Outcome<T> outcome = Objects.requireNonNull(as(enterprise.isEmpty() ? "能耗在线" : "端设备 " + enterprise)
                .call(() -> transactions.execute(status -> {
                    try {
                        return new Outcome<>(work.done(), null);
                    } catch (Declined declined) {
                        status.setRollbackOnly();
                        return new Outcome<T>(null, declined);
                    }
                })));
        if (outcome.declined() != null) {
            throw outcome.declined();
        }
        return Objects.requireNonNull(outcome.result());
    }

    private interface Work<T> {
        T done() throws Declined;
    }

    private record Outcome<T>(@Nullable T result, @Nullable Declined declined) {}

    private static Actor as(String name) {
        return Actor.current()
                .map(actor -> new Actor(name, null, null, "metering", actor.address(), actor.request()))
                .orElseGet(() -> new Actor(name, null, null, "metering", "", ""));
    }

    private String secret() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] digest(String name) {
        return sha256(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        return HexFormat.of().parseHex(Hash.of(bytes));
    }
}
