package org.luheng.app.fact.sample;

import org.luheng.files.Region;
import org.luheng.files.Register;

/** Who speaks about a place: its own bureau, and those of the place above. */
record SamplePlaces(Register register) {
    /** The city's bureau speaks about its districts and about itself, a district's about its streets. */
    String statistics(String region) {
        return isCity(region) ? ownStatistics(region) : statisticsAbove(region);
    }

    String statisticsAbove(String region) {
        return nameAbove(region) + "统计局";
    }

    String ownStatistics(String region) {
        return name(region) + "统计局";
    }

    String planning(String region) {
        return name(region) + "发展改革委";
    }

    String environment(String region) {
        return (isCity(region) ? name(region) : nameAbove(region)) + "生态环境局";
    }

    String office(String region) {
        return (isCity(region) ? name(region) : nameAbove(region)) + "节能减排办公室";
    }

    boolean isCity(String region) {
        return place(region).level().equals("地级");
    }

    private String name(String region) {
        return place(region).name();
    }

    private String nameAbove(String region) {
        return name(place(region).parent());
    }

    private Region place(String code) {
        Region region = register.region(code);
        if (region == null) {
            throw new IllegalArgumentException("no such place: " + code);
        }
        return region;
    }
}
