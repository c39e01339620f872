package org.luheng.accounting.reduction;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number of a project that formulas use, always in its one unit. {@code BASE} is the base year, the rest is afterwards. */
public enum Input {
    BASE_EMISSION("基准年排放量", "t"),
    GENERATED("产生量", "t/a"),
    PERMITTED("许可排放量", "t/a"),
    EMISSION("治理后排放量", "t/a"),
    VOLUME_BASE("基准年处理水量", "万m³/a"),
    VOLUME("处理水量", "万m³/a"),
    INFLOW("进水浓度", "mg/L"),
    OUTFLOW_BASE("基准年出水浓度", "mg/L"),
    OUTFLOW("出水浓度", "mg/L"),
    REUSED("再生水利用量", "万m³/a"),
    CAPTURE_BASE("基准年收集率", "%"),
    CAPTURE("收集率", "%"),
    REMOVAL_BASE("基准年去除效率", "%"),
    REMOVAL("去除效率", "%"),
    RUNNING_BASE("基准年投运率", "%"),
    RUNNING("投运率", "%"),
    GAS("标态烟气量", "Nm³/a"),
    GAS_CONCENTRATION_BASE("基准年烟气浓度", "mg/Nm³"),
    GAS_CONCENTRATION("烟气浓度", "mg/Nm³"),
    FACTOR_BASE("基准年排放因子", "kg/单位活动量"),
    FACTOR("排放因子", "kg/单位活动量"),
    ACTIVITY_BASE("基准年活动量", "单位/a"),
    ACTIVITY("活动量", "单位/a"),
    VEHICLES("淘汰车辆数", "辆"),
    VEHICLE_FACTOR("车辆排放因子", "g/km"),
    KILOMETRES("年均行驶里程", "km/(辆·a)"),
    MATERIAL("物料用量", "t/a"),
    CONTENT_BASE("原物料挥发分含量", "%"),
    CONTENT("替代物料挥发分含量", "%"),
    COMPONENTS("密封点数", "个"),
    LEAK_BASE("修复前泄漏系数", "kg/(h·个)"),
    LEAK("修复后泄漏系数", "kg/(h·个)"),
    HOURS("年运行时数", "h/a");

    static final BigDecimal HUNDRED = new BigDecimal(100);
    static final BigDecimal LONGEST_YEAR = new BigDecimal(8784);

    private final String word;
    private final String unit;

    Input(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    /** Its column: {@code outflow_base}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return word;
    }

    public String unit() {
        return unit;
    }

    /** Whether it is a share in percent, 0 to 100. */
    public boolean isShare() {
        return unit.equals("%");
    }

    /** The largest value that is possible at all; null: none. */
    public @Nullable BigDecimal most() {
        return this == HOURS ? LONGEST_YEAR : isShare() ? HUNDRED : null;
    }

    public static @Nullable Input of(String column) {
        for (Input input : values()) {
            if (input.column().equals(column)) {
                return input;
            }
        }
        return null;
    }
}
