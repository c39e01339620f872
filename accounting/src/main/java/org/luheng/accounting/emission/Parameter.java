package org.luheng.accounting.emission;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of the method: each is a row of {@code rules/monitoring-parameters.csv} for each medium it is needed for. */
public enum Parameter {
    /** The command whose record of an hour goes before everything made of minutes. */
    FIRST_SOURCE("first-source"),
    /** Minutes that have to be valid for an hour to be. */
    VALID_MINUTES("valid-minutes"),
    /** Minutes of standstill that make an hour one of standstill, where it is not valid. */
    STOPPED_MINUTES("stopped-minutes"),
    /** Of 24 hours; where some stood still, the same share of the others. */
    VALID_HOURS("valid-hours"),
    /** 1: the mean of a day is weighted by flow; 0: it is the arithmetic mean of its valid hours. */
    DAY_BY_FLOW("day-by-flow"),
    /** Percent of an effective transmission that passes. */
    TRANSMISSION("transmission"),
    /** Hour of the next day until which a day may be marked. */
    MARKED_UNTIL("marked-until"),
    /** Hours a day an analyser may take to check itself and is not blamed for. */
    CHECK_HOURS("check-hours", Medium.WATER),
    /** How many times the length of a gap the time before it is whose means are put in its place. */
    EQUAL_SPAN("equal-span", Medium.WATER),
    /** Percent of valid hours in a quarter below which nothing is substituted. */
    CAPTURE_LEAST("capture-least", Medium.GAS),
    /** Percent of valid hours in a quarter from which the shorter spans back will do. */
    CAPTURE_GOOD("capture-good", Medium.GAS),
    /** Hours a gap may last to be a short one. */
    SHORT_GAP("short-gap", Medium.GAS),
    /** Valid hours before a short gap, a long one, and any gap of a quarter of poor capture, whose greatest mass is taken. */
    SPAN_SHORT_GAP("span-short-gap", Medium.GAS),
    SPAN_LONG_GAP("span-long-gap", Medium.GAS),
    SPAN_POOR_CAPTURE("span-poor-capture", Medium.GAS),
    /** Percent of oxygen in air, by which concentrations are converted. */
    OXYGEN_OF_AIR("oxygen-of-air", Medium.GAS),
    /** Percent by which a conversion of the device may differ from ours. */
    CONVERSION_TOLERANCE("conversion-tolerance", Medium.GAS),
    /** g/mol */
    MOLAR_NO("molar-no", Medium.GAS),
    MOLAR_NO2("molar-no2", Medium.GAS);

    private final String code;
    private final Set<Medium> media;

    Parameter(String code, Medium... media) {
        this.code = code;
        this.media = media.length == 0 ? Set.of(Medium.values()) : Set.of(media);
    }

    public String code() {
        return code;
    }

    public boolean isOf(Medium medium) {
        return media.contains(medium);
    }

    /** Whether it counts something; else it is a measure. */
    public boolean isWhole() {
        return switch (this) {
            case TRANSMISSION, CAPTURE_LEAST, CAPTURE_GOOD, OXYGEN_OF_AIR, CONVERSION_TOLERANCE, MOLAR_NO, MOLAR_NO2 ->
                false;
            default -> true;
        };
    }

    public static @Nullable Parameter of(String code) {
        for (Parameter parameter : values()) {
            if (parameter.code.equals(code)) {
                return parameter;
            }
        }
        return null;
    }
}
