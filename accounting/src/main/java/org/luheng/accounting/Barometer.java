package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.difference;
import static org.luheng.accounting.Arithmetic.divide;
import static org.luheng.accounting.Arithmetic.percent;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the early-warning rule (晴雨表) for one light: dated data from {@code rules/barometer.csv} and
 * {@code rules/barometer-bands.csv}. Levels are ours, 1 is the worst, whatever number a city gives them.
 *
 * @param light {@code intensity}, {@code progress}, {@code total} or {@code indicator}
 * @param scheme {@link #NATIONAL}, or the name of a city's own
 * @param bands by how far the target was missed, the narrowest first; the last has no limit. Not for {@link Form#DIRECTION}
 */
public record Barometer(String light, String scheme, Form form, List<Band> bands, RuleEdition edition) {
    public static final String NATIONAL = "";

    public enum Form {
        /** Moved the wrong way → 一级; the right way but short → 二级; met → 三级 (发改办环资〔2021〕629号). */
        DIRECTION,
        /** How many percent of the target it was missed by. */
        GAP,
        /** How many percentage points it was missed by. */
        POINTS,
        /** How many percent of what was to be reached are wanting; the whole and more where it moved the wrong way. */
        COMPLETION
    }

    /**
     * @param limit the band reaches so far; null: without end
     * @param included whether the limit itself is within
     * @param level 1 to 3
     * @param label what its authors call it: Ⅰ级（黄）; empty where that is our own level
     */
    public record Band(@Nullable BigDecimal limit, boolean included, int level, String label) {
        boolean holds(BigDecimal missed) {
            if (limit == null) {
                return true;
            }
            int compared = missed.compareTo(limit);
            return included ? compared <= 0 : compared < 0;
        }
    }

    /** What a comparison came to. */
    record Rank(int level, String label) {
        static final Rank MET = new Rank(3, "");
    }

    public Barometer {
        bands = List.copyOf(bands);
        if (form != Form.DIRECTION && (bands.isEmpty() || bands.getLast().limit() != null)) {
            throw new IllegalArgumentException("barometer " + edition.id() + ": its last band must have no limit");
        }
    }

    /**
     * A change against the change that was to be reached.
     *
     * @param change signed percent, or amount, since the base or since the year before
     * @param required same sign convention and unit
     * @param falling whether a fall is wanted
     */
    Rank ofChange(BigDecimal change, BigDecimal required, boolean falling) {
        BigDecimal wanted = falling ? change.negate() : change;
        BigDecimal least = falling ? required.negate() : required;
        BigDecimal missed = difference(least, wanted);
        return switch (form) {
            case DIRECTION -> missed.signum() <= 0 ? Rank.MET : new Rank(wanted.signum() < 0 ? 1 : 2, "");
            case POINTS -> missed.signum() <= 0 ? best() : band(missed);
            // Of a target that asks for no change, or for a change the other way, no share can be wanting.
            case COMPLETION, GAP ->
                missed.signum() <= 0 ? best() : least.signum() <= 0 ? worst() : band(percent(divide(missed, least)));
        };
    }

    /**
     * A level that should stay at or below what is allowed.
     *
     * @param allowed positive
     */
    Rank ofLevel(BigDecimal actual, BigDecimal allowed) {
        BigDecimal over = difference(actual, allowed);
        if (over.signum() <= 0) {
            return form == Form.DIRECTION ? Rank.MET : best();
        }
        return form == Form.DIRECTION ? new Rank(2, "") : band(percent(divide(over, allowed)));
    }

    private Rank best() {
        Band first = bands.getFirst();
        return first.level() == 3 ? new Rank(3, first.label()) : Rank.MET;
    }

    private Rank worst() {
        return new Rank(bands.getLast().level(), bands.getLast().label());
    }

    private Rank band(BigDecimal missed) {
        for (Band band : bands) {
            if (band.holds(missed)) {
                return new Rank(band.level(), band.label());
            }
        }
        return worst();
    }
}
