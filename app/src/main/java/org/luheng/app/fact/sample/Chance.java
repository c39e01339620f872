package org.luheng.app.fact.sample;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chance that is the same on every machine and in every order of asking: each matter has its own stream, seeded by its
 * name. No floating point; {@link Random} is specified to the bit.
 */
final class Chance {
    private static final long SEED = 2021_2025L;

    private final Random random;

    private Chance(long seed) {
        random = new Random(seed);
    }

    static Chance of(String... matter) {
        return new Chance(SEED + 0x9E3779B97F4A7C15L * String.join("|", matter).hashCode());
    }

    /** Evenly between the two, both included, with the larger scale of the two. */
    BigDecimal between(String low, String high) {
        return between(new BigDecimal(low), new BigDecimal(high));
    }

    BigDecimal between(BigDecimal low, BigDecimal high) {
        int scale = Math.max(Math.max(low.scale(), high.scale()), 0);
        int steps = high.subtract(low).movePointRight(scale).intValueExact();
        return low.add(new BigDecimal(random.nextInt(steps + 1)).movePointLeft(scale));
    }

    boolean inHundred(int cases) {
        return random.nextInt(100) < cases;
    }

    <T> void shuffle(List<T> list) {
        Collections.shuffle(list, random);
    }
}
