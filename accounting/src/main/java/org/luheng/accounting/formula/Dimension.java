package org.luheng.accounting.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a quantity is made of, as written in {@code rules/units.csv}: {@code 体积}, {@code 体积/金额}, {@code 质量/(人数·面积)}.
 * A name that is not taken apart stands for itself.
 *
 * @param exponents by name, none of them 0; empty for a pure number
 */
public record Dimension(SortedMap<String, Integer> exponents) {
    /** Shares, percentage points and rates of change are numbers; they differ in how they are printed only. */
    private static final Set<String> PURE = Set.of("比例", "百分点", "年比例");

    public static final Dimension NONE = new Dimension(new TreeMap<>());

    public Dimension {
        exponents = Collections.unmodifiableSortedMap(new TreeMap<>(exponents));
    }

    /** Names joined by {@code ·}, after one {@code /} those that divide. */
    public static Dimension of(String text) {
        SortedMap<String, Integer> exponents = new TreeMap<>();
        int sign = 1;
        for (String side : text.split("/", 2)) {
            for (String name : side.replace("(", "").replace(")", "").split("·")) {
                if (!PURE.contains(name.strip())) {
                    add(exponents, name.strip(), sign);
                }
            }
            sign = -1;
        }
        return new Dimension(exponents);
    }

    public Dimension times(Dimension other) {
        return joined(other, 1);
    }

    public Dimension per(Dimension other) {
        return joined(other, -1);
    }

    private Dimension joined(Dimension other, int sign) {
        SortedMap<String, Integer> joined = new TreeMap<>(exponents);
        other.exponents.forEach((name, exponent) -> add(joined, name, sign * exponent));
        return new Dimension(joined);
    }

    private static void add(Map<String, Integer> exponents, String name, int exponent) {
        if (exponents.merge(name, exponent, Integer::sum) == 0) {
            exponents.remove(name);
        }
    }

    public boolean isPure() {
        return exponents.isEmpty();
    }

    /** {@code 体积/金额}, {@code 1/金额}; {@code 无量纲} for a pure number. */
    public String inWords() {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        exponents.forEach((name, exponent) ->
                (exponent > 0 ? above : below).add(name + (Math.abs(exponent) == 1 ? "" : "^" + Math.abs(exponent))));
        if (above.isEmpty() && below.isEmpty()) {
            return "无量纲";
        }
        String top = above.isEmpty() ? "1" : String.join("·", above);
        return below.isEmpty()
                ? top
                : top + "/" + (below.size() == 1 ? below.getFirst() : "(" + String.join("·", below) + ")");
    }
}
