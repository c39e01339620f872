package org.luheng.accounting.replacement;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.EnergyFromKinds;
import org.luheng.accounting.replacement.Demand.Source;

/** Checks what projects replace against what they have to, all of one table together: a source serves once. */
public final class Replacements {
    /** Times that is replaced of what is added. */
    public static final String RATIO = "replacement.ratio";

    /** Tonnes that are wanting; nothing where enough is replaced. */
    public static final String SHORTFALL = "replacement.shortfall";

    private static final String TONNES = "吨";
    private static final String TIMES = "倍";

    private final List<Ratio> ratios;

    /** Tonnes taken from each source, by subject and name; and the least that anybody says it has. */
    private final Map<String, BigDecimal> taken = new HashMap<>();

    private final Map<String, BigDecimal> available = new HashMap<>();

    private Replacements(List<Ratio> ratios) {
        this.ratios = ratios;
    }

    /**
     * What came out for one project and subject.
     *
     * @param ratio {@link #RATIO}
     * @param shortfall {@link #SHORTFALL}
     * @param met null where there is no verdict
     */
    public record Check(
            Demand demand,
            Figure ratio,
            Figure shortfall,
            @Nullable Boolean met) {}

    /** In the order of the demands. */
    public static List<Check> of(List<Demand> demands, List<Ratio> ratios) {
        Replacements all = new Replacements(List.copyOf(ratios));
        for (Demand demand : demands) {
            for (Source source : demand.sources()) {
                String key = key(demand, source);
                all.taken.merge(key, source.amount(), BigDecimal::add);
                if (source.available() != null) {
                    all.available.merge(key, source.available(), BigDecimal::min);
                }
            }
        }
        return demands.stream().map(all::check).toList();
    }

    private static String key(Demand demand, Source source) {
        return demand.subject().code() + " " + source.name();
    }

    /** A rule in force for the project, with the ratio it comes to. */
    private record Held(Ratio ratio, BigDecimal times) {}

    private Check check(Demand demand) {
        List<String> problems = new ArrayList<>();
        if (demand.added().signum() <= 0) {
            problems.add("新增量为 " + demand.added().toPlainString() + "，须大于零");
        }
        for (Source source : demand.sources()) {
            overdrawn(demand, source, problems);
        }
        Held strictest = null;
        List<Ratio> open = new ArrayList<>();
        for (Ratio ratio : ratios) {
            if (!concerns(ratio, demand)) {
                continue;
            }
            Boolean holds = ratio.condition() == Condition.ALWAYS
                    ? Boolean.TRUE
                    : demand.conditions().get(ratio.condition());
            if (holds == null) {
                open.add(ratio);
            } else if (holds) {
                Held held = held(ratio, demand);
                strictest = strictest == null || held.times.compareTo(strictest.times) > 0 ? held : strictest;
            }
        }
        for (Ratio ratio : open) {
            if (strictest == null || held(ratio, demand).times.compareTo(strictest.times) > 0) {
                problems.add("未写明是否" + ratio.condition().word() + "：是则须 "
                        + ratio.times().toPlainString() + " 倍替代");
            }
        }
        if (strictest == null && problems.isEmpty()) {
            problems.add("没有适用于 " + demand.year() + " 年" + demand.subject().word() + "的替代比例");
        }
        return problems.isEmpty() && strictest != null
                ? verdict(demand, strictest)
                : refused(
                        demand,
                        strictest,
                        String.join("；", problems.stream().distinct().toList()));
    }

    private void overdrawn(Demand demand, Source source, List<String> problems) {
        if (source.amount().signum() < 0) {
            problems.add("替代来源“" + source.name() + "”为 " + source.amount().toPlainString() + "，不能小于零");
        }
        BigDecimal has = available.get(key(demand, source));
        BigDecimal all = taken.get(key(demand, source));
        if (has != null && all != null && all.compareTo(has) > 0) {
            problems.add("替代来源“" + source.name() + "”只有 " + printed(has, 4) + " 吨，各项目共用 " + printed(all, 4) + " 吨");
        }
    }

    private static boolean concerns(Ratio ratio, Demand demand) {
        return ratio.edition().holdsIn(demand.year())
                && ratio.subjects().contains(demand.subject())
                && !ratio.exempt().contains(demand.kind())
                && (ratio.regions().isEmpty()
                        || ratio.regions().contains(demand.region())
                        || EnergyFromKinds.gbt2260(demand.region()).stream().anyMatch(ratio.regions()::contains));
    }

    private static Held held(Ratio ratio, Demand demand) {
        BigDecimal own = demand.provincial();
        return new Held(ratio, ratio.provincial() && own != null ? ratio.times().max(own) : ratio.times());
    }

    private static Check refused(Demand demand, @Nullable Held held, String why) {
        RuleEdition edition = held == null
                ? new RuleEdition(
                        "replacement", "replacement", "替代比例", "从严", demand.year(), demand.year(), "", Certainty.UNSURE)
                : held.ratio.edition();
        Period year = Period.year(demand.year());
        return new Check(
                demand,
                Figure.missing(demand.key(), year, RATIO, TIMES, edition, why),
                Figure.missing(demand.key(), year, SHORTFALL, TONNES, edition, why),
                null);
    }

    private static Check verdict(Demand demand, Held held) {
        BigDecimal replaced = BigDecimal.ZERO;
        List<String> terms = new ArrayList<>();
        List<Trace> sources = new ArrayList<>();
        for (Source source : demand.sources()) {
            replaced = replaced.add(source.amount());
            terms.add(source.amount().toPlainString());
            sources.add(Trace.computed(
                    "替代来源 " + source.name() + "（" + source.where() + "）",
                    source.amount().toPlainString() + " 吨",
                    source.amount(),
                    TONNES,
                    List.of()));
        }
        BigDecimal sum = replaced;
        BigDecimal ratio = Arithmetic.divide(sum, demand.added());
        BigDecimal needed = demand.added().multiply(held.times);
        BigDecimal wanting = needed.subtract(sum).max(BigDecimal.ZERO);
        boolean met = sum.compareTo(needed) >= 0;
        RuleEdition edition = held.ratio.edition();
        Period year = Period.year(demand.year());
        String what = demand.subject().word();
        String words = terms.isEmpty() ? "0" : String.join(" + ", terms);
        List<Trace> children = new ArrayList<>(sources);
        children.add(Trace.computed(
                demand.name() + " 新增" + what + "（" + demand.where() + "）",
                demand.added().toPlainString() + " 吨",
                demand.added(),
                TONNES,
                List.of()));
        children.add(Trace.rule(edition));
        String asked = "要求 " + held.times.toPlainString() + " 倍"
                + (held.times.compareTo(held.ratio.times()) > 0
                        ? "（省定标准）"
                        : held.ratio.provincial() && demand.provincial() == null ? "（省定标准未给出）" : "")
                + (met ? "，达到" : "，不足");
        Figure times = new Figure(
                demand.key(),
                year,
                RATIO,
                ratio,
                TIMES,
                edition,
                null,
                false,
                () -> Trace.computed(
                        what + "替代比例：" + asked,
                        (terms.size() > 1 ? "(" + words + ")" : words) + " ÷ "
                                + demand.added().toPlainString() + " = " + printed(ratio, 4) + " 倍",
                        ratio,
                        TIMES,
                        children));
        Figure shortfall = new Figure(
                demand.key(),
                year,
                SHORTFALL,
                wanting,
                TONNES,
                edition,
                null,
                false,
                () -> Trace.computed(
                        what + "替代缺口：" + asked,
                        demand.added().toPlainString() + " × " + held.times.toPlainString() + " − "
                                + (terms.size() > 1 ? "(" + words + ")" : words) + " = "
                                + printed(needed.subtract(sum), 4) + " 吨" + (met ? "，没有缺口" : ""),
                        wanting,
                        TONNES,
                        children));
        return new Check(demand, times, shortfall, met);
    }
}
