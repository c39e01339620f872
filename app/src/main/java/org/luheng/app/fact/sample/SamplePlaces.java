package org.luheng.app.fact.sample;

import java.util.function.UnaryOperator;

/**
 * Who speaks about a place: its own bureau, and those of the place above.
 *
 * @param name name of a place by its code
 * @param above code of the place above
 */
record SamplePlaces(UnaryOperator<String> name, UnaryOperator<String> above) {
    /** The city's bureau speaks about its districts and about itself. */
    String statistics(String region) {
        return isDivision(region) ? statisticsAbove(region) : ownStatistics(region);
    }

    String statisticsAbove(String region) {
        return ownStatistics(above.apply(region));
    }

    String ownStatistics(String region) {
        return name.apply(region) + "统计局";
    }

    String planning(String region) {
        return name.apply(region) + "发展改革委";
    }

    String environment(String region) {
        return name.apply(isDivision(region) ? above.apply(region) : region) + "生态环境局";
    }

    /** A plan's own place is a city, or the district of 2015 whose streets it divides among. */
    private static boolean isDivision(String region) {
        return region.length() > 6 || !region.endsWith("00");
    }
}
