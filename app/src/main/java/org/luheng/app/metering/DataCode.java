package org.luheng.app.metering;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an energy value is of: 16 digits, {@code PP UU TT NN CC EEEE GG} (NECC-NHJC-02).
 *
 * @param digits without the hyphens that some devices write
 */
public record DataCode(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{16}");
    private static final String WHOLE = "00000000";

    /** Null where these are not 16 digits, whatever the hyphens. */
    public static @Nullable DataCode parse(String text) {
        String digits = text.replace("-", "").strip();
        return FORM.matcher(digits).matches() ? new DataCode(digits) : null;
    }

    /** 生产工序, 00: the whole plant. */
    public String process() {
        return digits.substring(0, 2);
    }

    /** 工序单元. */
    public String processUnit() {
        return digits.substring(2, 4);
    }

    /** 重点耗能设备: type and number. */
    public String equipment() {
        return digits.substring(4, 8);
    }

    /** 采集数据类型: 01 primary energy, 02 secondary energy, 03 working medium … */
    public String collected() {
        return digits.substring(8, 10);
    }

    /** 能源品种 and what else is collected, within its type. */
    public String item() {
        return digits.substring(10, 14);
    }

    /** 用途. */
    public String use() {
        return digits.substring(14);
    }

    /** Of the whole plant (全厂), not of a process, unit or machine. */
    public boolean isOfTheWholePlant() {
        return digits.startsWith(WHOLE);
    }

    /** As the specification prints it: 04-01-0000-040200-30. */
    public String printed() {
        return String.join(
                "-",
                digits.substring(0, 2),
                digits.substring(2, 4),
                digits.substring(4, 8),
                digits.substring(8, 14),
                digits.substring(14));
    }
}
