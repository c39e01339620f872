package org.luheng.draft;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;
import org.luheng.files.PlanFolder;

/**
 * Which indicator a printed name means: one of {@code rules/}, by its name or by a title that a plan in the house gives it. The more
 * plans the house has, the more names it knows.
 */
final class IndicatorNames {
    /** Two names of which so much is common are one, if their units agree. */
    private static final double ALIKE = 0.9;

    /** And so much less with any other. */
    private static final double APART = 0.1;

    private static final int LONGEST = 60;

    /** A shorter name says too little to be one that left something out. */
    private static final int SHORTEST = 6;

    /** The last letters name the thing; they must be the same. */
    private static final int HEAD = 4;

    private final Rules rules;

    /** By bare name; of one name several kinds of number (减排量 in tons, 降低率 in percent). */
    private final Map<String, List<Known>> known = new LinkedHashMap<>();

    private final Map<String, @Nullable Known> asked = new HashMap<>();

    /** @param unit of the target or of the indicator's facts */
    record Known(Indicator indicator, @Nullable TargetKind kind, String unit) {}

    IndicatorNames(Rules rules, Collection<PlanFolder> plans) {
        this.rules = rules;
        for (PlanFolder folder : plans) {
            for (Target target : folder.plan().targets()) {
                Indicator indicator = rules.indicator(target.indicator());
                if (indicator != null) {
                    add(target.title(), new Known(indicator, target.kind(), target.unit()));
                }
            }
        }
        rules.indicators().values().forEach(each -> add(each.name(), new Known(each, null, each.unit())));
    }

    private void add(String name, Known one) {
        known.merge(bare(name), List.of(one), (some, more) -> {
            List<Known> all = new java.util.ArrayList<>(some);
            more.stream().filter(each -> !all.contains(each)).forEach(all::add);
            return all;
        });
    }

    /** Null where the house knows none of that name and kind of number. */
    @Nullable
    Known of(String name, TargetKind kind, String unit) {
        String key = bare(name) + "|" + kind + "|" + unit;
        if (!asked.containsKey(key)) {
            asked.put(key, find(bare(name), kind, unit));
        }
        return asked.get(key);
    }

    private @Nullable Known find(String name, TargetKind kind, String unit) {
        Known same = fitting(known.getOrDefault(name, List.of()), kind, unit);
        if (same != null || name.isEmpty() || name.length() > LONGEST) {
            return same;
        }
        Known best = null;
        double most = 0;
        double next = 0;
        for (Map.Entry<String, List<Known>> entry : known.entrySet()) {
            double alike = alike(name, entry.getKey());
            Known fits = alike < next ? null : fitting(entry.getValue(), kind, unit);
            if (fits == null) {
                continue;
            }
            if (best != null && fits.indicator().equals(best.indicator())) {
                most = Math.max(most, alike);
            } else if (alike > most) {
                next = most;
                most = alike;
                best = fits;
            } else {
                next = Math.max(next, alike);
            }
        }
        if (most < ALIKE) {
            return shortened(name, kind, unit);
        }
        // 市…普及率 and 县…普及率 differ in one letter and are two things.
        return most - next > APART ? best : null;
    }

    /** 城市管网漏损 says shortly what 城市公共供水管网漏损 says; only where one known name alone can be meant. */
    private @Nullable Known shortened(String name, TargetKind kind, String unit) {
        if (name.length() < SHORTEST) {
            return null;
        }
        Known only = null;
        for (Map.Entry<String, List<Known>> entry : known.entrySet()) {
            String whole = entry.getKey();
            if (whole.endsWith(name.substring(name.length() - HEAD)) && isWithin(name, whole)) {
                Known fits = fitting(entry.getValue(), kind, unit);
                if (fits == null || only != null && !only.indicator().equals(fits.indicator())) {
                    return null;
                }
                only = fits;
            }
        }
        return only;
    }

    /** All letters of the one in the other, in their order. */
    private static boolean isWithin(String some, String whole) {
        int at = 0;
        for (int to = 0; to < whole.length() && at < some.length(); to++) {
            at += whole.charAt(to) == some.charAt(at) ? 1 : 0;
        }
        return at == some.length();
    }

    /** Likest first, each indicator once. */
    List<Indicator> nearest(String printed, TargetKind kind, String unit, int most) {
        String name = bare(printed);
        Map<Indicator, Double> likeness = new HashMap<>();
        known.forEach((other, all) -> {
            double alike = isWithin(name, other) || isWithin(other, name) ? 1 : alike(name, other);
            all.stream()
                    .filter(each -> alike > 0 && fitting(List.of(each), kind, unit) != null)
                    .forEach(each -> likeness.merge(each.indicator(), alike, Math::max));
        });
        return likeness.entrySet().stream()
                .sorted(Map.Entry.<Indicator, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().code()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Null also where several indicators fit: which of them is meant, a person has to say. */
    private @Nullable Known fitting(List<Known> some, TargetKind kind, String unit) {
        List<Known> fits = some.stream()
                .filter(each ->
                        each.kind() == kind || each.kind() == null && !isChange(kind) || kind == TargetKind.DEADLINE)
                .filter(each ->
                        kind == TargetKind.DEADLINE || rules.units().convert(BigDecimal.ONE, unit, each.unit()) != null)
                .toList();
        boolean one = fits.stream().map(Known::indicator).distinct().count() == 1;
        return one ? fits.getFirst() : null;
    }

    static boolean isChange(TargetKind kind) {
        return kind == TargetKind.RELATIVE_CHANGE || kind == TargetKind.POINTS;
    }

    /** Nothing where the lengths alone tell, or a name is a sentence. */
    private static double alike(String one, String other) {
        if (Math.abs(one.length() - other.length()) * 2 > one.length() + other.length() || other.length() > LONGEST) {
            return 0;
        }
        return Likeness.of(one, other);
    }

    /** Without marks, and without the words that say in which way a number is one. */
    static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        String text = bare.toString();
        for (String end : List.of("降低率", "下降率", "降幅", "下降", "降低", "比例", "占比", "比重", "数量", "总数", "数", "率", "量")) {
            if (text.length() > end.length() + 1 && text.endsWith(end)) {
                return text.substring(0, text.length() - end.length());
            }
        }
        return text;
    }
}
