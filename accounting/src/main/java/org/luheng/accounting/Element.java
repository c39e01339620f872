package org.luheng.accounting;

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

    public static final String LIGHT_INTENSITY = "intensity";
    public static final String LIGHT_PROGRESS = "progress";
    public static final String LIGHT_TOTAL = "total";

    private Element() {}
}
