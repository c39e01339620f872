package org.luheng.app.monitor;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.store.OfficeDevices;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A device is taken over by the office: what it proves itself by, and which outlet it measures. From then on it is answered. */
@Service
public class Adoption {
    private final OfficeDevices tables;
    private final Devices devices;
    private final TransactionTemplate transactions;

    Adoption(OfficeDevices tables, Devices devices, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.devices = devices;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * As it was written into the form.
     *
     * @param key of SM4, 32 hexadecimal digits; empty: none
     * @param outlet code of one that is there; empty: a new one of {@code owner}
     * @param number of the new outlet: DA001, DW001
     */
    public record Asked(
            String mn,
            String name,
            String edition,
            String strictness,
            String password,
            String key,
            String outlet,
            String owner,
            String number,
            String outletName,
            String permit) {
        public static Asked of(String mn) {
            return new Asked(mn, "", "2017", Strictness.LENIENT.word(), "", "", "", "", "", "", "");
        }

        /** @param form fields by name; what is missing is empty */
        public static Asked of(Map<String, String> form) {
            return new Asked(
                    field(form, "mn"),
                    field(form, "name"),
                    field(form, "edition"),
                    field(form, "strictness"),
                    field(form, "password"),
                    field(form, "key"),
                    field(form, "outlet"),
                    field(form, "owner"),
                    field(form, "number"),
                    field(form, "outletName"),
                    field(form, "permit"));
        }

        private static String field(Map<String, String> form, String name) {
            return form.getOrDefault(name, "").strip();
        }

        @Override
        public String toString() {
            return mn;
        }
    }

    public List<OfficeDevices.Choice> outlets() {
        return Objects.requireNonNull(transactions.execute(status -> tables.outlets()));
    }

    /** @throws Refused with all that is wrong at once; LH-1215 where there is such a device, LH-1920 where the owner is not within reach */
    public void adopt(Asked asked) {
        check(asked);
        byte @Nullable [] key = asked.key().isEmpty() ? null : HexFormat.of().parseHex(asked.key());
        try {
            transactions.executeWithoutResult(status -> {
                String outlet = asked.outlet().isEmpty()
                        ? tables.addOutlet(asked.owner(), asked.number(), asked.outletName(), asked.permit(), null)
                        : asked.outlet();
                tables.adopt(
                        asked.mn(),
                        asked.name(),
                        Integer.parseInt(asked.edition()),
                        asked.strictness(),
                        asked.password(),
                        key,
                        outlet,
                        null,
                        false);
            });
        } catch (DataAccessException refusal) {
            String state = refusal.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            throw switch (Objects.requireNonNullElse(state, "")) {
                case "23505" -> refused(Fault.DUPLICATE_ID, "MN 或排放口编号", asked.mn(), "where", "已登记的");
                case "LH010" -> refused(Fault.NOT_YOURS, "企业", asked.owner());
                default -> refusal;
            };
        }
        devices.refresh();
    }

    private static void check(Asked asked) {
        Findings findings = new Findings();
        expect(findings, "MN", asked.mn(), "[\\x21-\\x7e]{1,40}", "1 至 40 个可见字符");
        expect(findings, "名称", asked.name(), "\\P{Cntrl}{1,200}", "1 至 200 字");
        expect(findings, "口令", asked.password().isEmpty() ? "" : "•", "•", "设备报文里的 PW");
        expect(
                findings,
                "SM4 密钥",
                asked.key().isEmpty() ? "" : asked.key().replaceAll("[0-9A-Fa-f]", "0"),
                "(0{32})?",
                "32 位十六进制，或空");
        oneOf(findings, "版本", asked.edition(), "2005", "2017", "2025");
        oneOf(findings, "读法", asked.strictness(), "严格", "宽容", "不校验");
        if (asked.outlet().isEmpty()) {
            expect(findings, "企业", asked.owner(), "\\S{1,64}", "选择排放口，或选择企业并填写新排放口");
            expect(findings, "排放口编号", asked.number(), "[A-Z]{2}[0-9]{3}", "如 DA001（废气）、DW001（废水）");
            expect(findings, "排放口名称", asked.outletName(), "\\P{Cntrl}{1,200}", "1 至 200 字");
            expect(findings, "排污许可证编号", asked.permit(), "([0-9A-Z]{18,23})?", "18 至 23 位数字和大写字母，或空");
        }
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    private static void expect(Findings findings, String place, String value, String pattern, String form) {
        if (!value.matches(pattern)) {
            findings.add(Finding.of(Fault.BAD_ID, Place.parameter(place), value, "form", form));
        }
    }

    private static void oneOf(Findings findings, String place, String value, String... allowed) {
        if (!Arrays.asList(allowed).contains(value)) {
            findings.add(
                    Finding.of(Fault.NOT_ONE_OF, Place.parameter(place), value, "allowed", String.join("、", allowed)));
        }
    }

    private static Refused refused(Fault fault, String place, String value, String... args) {
        return Refused.of(Finding.of(fault, Place.parameter(place), value, args));
    }
}
