package org.luheng.accounting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of the elements and figures that the arithmetic knows by name. */
public final class Element {
    public static final String GDP = "gdp.constant";
    public static final String GDP_GROWTH = "gdp.growth";
    public static final String GDP_GROWTH_PLANNED = "gdp.growth.planned";
    public static final String ENERGY = "energy.total";
    public static final String ENERGY_GROWTH = "energy.growth";
    /** Mean standard coal per kilowatt-hour generated in the year (等价折标系数), kgce/kWh. */
    public static final String COAL_RATE = "electricity.coal-rate";

    public static final String PUBLISHED_CHANGE = "energy.intensity.change.published";

    /** Indicator code of the target on energy per unit of GDP. */
    public static final String INTENSITY = "energy.intensity";

    public static final String ENERGY_INCREMENT = "energy.total.increment";

    public static final String CHANGE = "energy.intensity.change";
    public static final String CUMULATIVE = "energy.intensity.cumulative";
    public static final String REQUIRED = "energy.intensity.required";

    /** Cumulative change at the due year if each year left goes as the best, the worst, the last one seen. */
    public static final String OUTLOOK_BEST = "energy.intensity.outlook.best";

    public static final String OUTLOOK_WORST = "energy.intensity.outlook.worst";
    public static final String OUTLOOK_LAST = "energy.intensity.outlook.last";

    /** One year's share of the intensity target, and where its path stands at the end of a year. */
    public static final String SHARE = "energy.intensity.share";

    public static final String PATH = "energy.intensity.path";

    public static final String TOTAL_LEVEL = "energy.total.level";
    /** Energy less what is not assessed, as the total is assessed. */
    public static final String TOTAL_ASSESSED = "energy.total.assessed";

    public static final String TOTAL_TARGET = "energy.total.target";

    /** Coal consumption by weight. */
    public static final String COAL = "energy.coal";

    /** Carbon dioxide of energy; the matter of its rule is called the same. */
    public static final String CARBON = "carbon.total";

    public static final String CARBON_PROCESS = "carbon.process";

    /** Indicator code of the target on carbon dioxide per unit of GDP; the matter of its rule is called the same. */
    public static final String CARBON_INTENSITY = "carbon.intensity";

    public static final String CARBON_CHANGE = "carbon.intensity.change";
    public static final String CARBON_CUMULATIVE = "carbon.intensity.cumulative";
    public static final String CARBON_PATH = "carbon.intensity.path";
    public static final String CARBON_PUBLISHED = "carbon.intensity.change.published";

    public static final String LIGHT_INTENSITY = "intensity";
    public static final String LIGHT_PROGRESS = "progress";
    public static final String LIGHT_TOTAL = "total";

    /** What the figures that the arithmetic makes are called, by code. */
    public static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(CHANGE, "单位GDP能耗变化率"),
            Map.entry(CUMULATIVE, "单位GDP能耗累计变化率"),
            Map.entry(REQUIRED, "还需年均变化率"),
            Map.entry(SHARE, "单位GDP能耗年度进度要求"),
            Map.entry(PATH, "单位GDP能耗路径要求"),
            Map.entry(OUTLOOK_BEST, "期末展望：按最好的一年"),
            Map.entry(OUTLOOK_WORST, "期末展望：按最差的一年"),
            Map.entry(OUTLOOK_LAST, "期末展望：按最近一年"),
            Map.entry(CARBON_CHANGE, "单位GDP二氧化碳排放变化率"),
            Map.entry(CARBON_CUMULATIVE, "单位GDP二氧化碳排放累计变化率"),
            Map.entry(CARBON_PATH, "单位GDP二氧化碳排放路径要求"),
            Map.entry(CARBON_PROCESS, "工业过程二氧化碳排放量"),
            Map.entry(TOTAL_LEVEL, "能源消费总量（未扣减）"),
            Map.entry(TOTAL_ASSESSED, "考核用能源消费总量"),
            Map.entry(TOTAL_TARGET, "能源消费总量目标"));

    /** The figure that a light judges; of an indicator of the plan it is the indicator. */
    public static String judgedBy(String light) {
        return switch (light) {
            case LIGHT_INTENSITY -> CHANGE;
            case LIGHT_PROGRESS -> CUMULATIVE;
            case LIGHT_TOTAL -> TOTAL_ASSESSED;
            default -> light;
        };
    }

    /** The light that judges a figure; null: none does. */
    public static @Nullable String lightOf(String figure) {
        return switch (figure) {
            case CHANGE -> LIGHT_INTENSITY;
            case CUMULATIVE -> LIGHT_PROGRESS;
            case TOTAL_ASSESSED -> LIGHT_TOTAL;
            default -> NAMES.containsKey(figure) ? null : figure;
        };
    }

    private Element() {}
}
