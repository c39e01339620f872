package org.luheng.app.fact.sample;

import java.util.ArrayList;
import java.util.List;

/** How a district keeps step with what is asked of it; a city has some of each. */
enum Pace {
    AHEAD("1.20", "1.50", "-0.30", "0.30"),
    ON_PATH("1.00", "1.12", "-0.45", "0.40"),
    SHORT("0.45", "0.80", "-0.60", "0.60"),
    /** Intensity rises in most years. */
    RISING("-0.35", "-0.15", "-0.50", "0.70");

    /** Bounds of the part of the yearly share that is done, and of a year's own luck in percentage points. */
    final String least;

    final String most;
    final String luckLow;
    final String luckHigh;

    Pace(String least, String most, String luckLow, String luckHigh) {
        this.least = least;
        this.most = most;
        this.luckLow = luckLow;
        this.luckHigh = luckHigh;
    }

    /** One pace for each of so many districts: three in ten ahead, four on the path, one or two rising, the rest short. */
    static List<Pace> spread(int districts, Chance chance) {
        List<Pace> paces = new ArrayList<>();
        int ahead = districts * 3 / 10;
        int onPath = districts * 4 / 10;
        int rising = districts >= 15 ? 2 : 1;
        for (int i = 0; i < districts; i++) {
            paces.add(i < rising ? RISING : i < rising + ahead ? AHEAD : i < rising + ahead + onPath ? ON_PATH : SHORT);
        }
        chance.shuffle(paces);
        return paces;
    }
}
