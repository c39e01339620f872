package org.luheng.app.metering;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of {@code uploadEnergyData}. All of it is good or none: the answer has one code only, and a device that is told of success
 * forgets.
 *
 * @param deviceId as sent; who that is, the caller knows
 */
public record UploadBody(String deviceId, String enterpriseCode, List<EnergyValue> values) {
    public static final int MOST_VALUES = 20_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public UploadBody {
        values = List.copyOf(values);
    }

    /**
     * Any body of the protocol as far as it says who speaks.
     *
     * @throws Declined where it is no JSON object
     */
    public static JsonNode object(byte[] body) throws Declined {
        try {
            JsonNode node = JSON.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException broken) {
            // Said below, in words a device's people understand.
        }
        throw new Declined("报文不是 JSON 对象");
    }

    /**
     * @param cipher null: values are plain
     * @param validWord what the device writes for a valid value, beside {@code true}
     * @param latest no period begins after this
     * @throws Declined naming the first item that is wrong, with its place and value
     */
    public static UploadBody read(JsonNode body, @Nullable ValueCipher cipher, String validWord, LocalDateTime latest)
            throws Declined {
        JsonNode data = body.path("data");
        if (!data.isArray() || data.isEmpty()) {
            throw new Declined("data 应是至少有一项的数组");
        }
        if (data.size() > MOST_VALUES) {
            throw new Declined("data 一次至多 " + MOST_VALUES + " 项，现有 " + data.size() + " 项，请分批上报");
        }
        List<EnergyValue> values = new ArrayList<>(data.size());
        for (int at = 0; at < data.size(); at++) {
            values.add(new Item(data.get(at), at + 1, cipher).value(validWord, latest));
        }
        return new UploadBody(text(body, "deviceId"), text(body, "enterpriseCode"), values);
    }

    /** Empty where there is none. */
    public static String text(JsonNode body, String field) {
        JsonNode node = body.path(field);
        return node.isString() || node.isNumber() ? node.asString().strip() : "";
    }

    private record Item(JsonNode node, int place, @Nullable ValueCipher cipher) {
        EnergyValue value(String validWord, LocalDateTime latest) throws Declined {
            String code = field("dataCode");
            DataCode dataCode = DataCode.parse(code);
            if (dataCode == null) {
                throw wrong("dataCode", code, "应为 16 位数字");
            }
            String type = field("statType");
            StatType statType = StatType.of(type);
            if (statType == null) {
                throw wrong("statType", type, "应为 0 实时、1 日、2 月、3 年");
            }
            String number = field("dataValue");
            if (!NUMBER.matcher(number).matches()) {
                throw wrong("dataValue", number, "应为数");
            }
            LocalDateTime from = statType.beginning(time("statDate"));
            if (from.isAfter(latest)) {
                throw wrong("statDate", field("statDate"), "晚于现在");
            }
            String valid = field("valid");
            return new EnergyValue(
                    dataCode,
                    statType,
                    from,
                    new BigDecimal(number),
                    valid.isEmpty() || valid.equals("true") || valid.equals(validWord),
                    small("inputType", 5),
                    small("scope", 4),
                    time("uploadDate"));
        }

        /** A number or truth value is its JSON text; encrypted ones are texts before that. */
        private String field(String name) throws Declined {
            JsonNode field = node.path(name);
            String text = field.isNumber()
                    ? field.decimalValue().toPlainString()
                    : field.isValueNode() && !field.isNull() ? field.asString().strip() : "";
            return cipher == null || text.isEmpty()
                    ? text
                    : cipher.decrypt(text).strip();
        }

        private LocalDateTime time(String name) throws Declined {
            String text = field(name);
            try {
                return LocalDateTime.parse(text.replace('T', ' '), TIME);
            } catch (DateTimeException noTime) {
                throw wrong(name, text, "应如 2026-10-09 00:00:00");
            }
        }

        private int small(String name, int most) throws Declined {
            String text = field(name);
            if (text.isEmpty()) {
                return 0;
            }
            if (!text.matches("[0-9]") || Integer.parseInt(text) > most) {
                throw wrong(name, text, "应为 1 至 " + most);
            }
            return Integer.parseInt(text);
        }

        private Declined wrong(String field, String value, String why) {
            String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
            return new Declined("第 " + place + " 项 " + field + "“" + shown + "”" + why + "；本次上报整个没有收下");
        }
    }
}
