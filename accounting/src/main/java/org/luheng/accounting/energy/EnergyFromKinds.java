package org.luheng.accounting.energy;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.EnergyKind.Purpose;

/**
 * Energy total of a region (能源消费总量, 万吨标准煤) from its kinds: Σ (use + transformation in − out) × coefficient. 统计指标解释:
 * final use, transformation losses and losses.
 *
 * <p>Goes with one snapshot: which kinds a region reports is found out once. Safe for several threads. A total that would
 * count something twice, or leave out a kind that was there a year before, is no total: the figure says why.
 */
public final class EnergyFromKinds {
    /** Total with electricity by its equivalent value, as regions are assessed. */
    public static final String TOTAL = "energy.total.computed";

    /** The same with electricity by the heat it holds. */
    public static final String TOTAL_CALORIFIC = "energy.total.computed.calorific";

    /** The part of the total that was raw material. */
    public static final String FEEDSTOCK = "energy.feedstock.computed";

    public static final String FEEDSTOCK_CALORIFIC = "energy.feedstock.computed.calorific";

    /** Element: the year's mean coal rate of generation, kgce/kWh. */
    public static final String COAL_RATE = "electricity.coal-rate";

    /** Matter of the rule in {@code rules/editions.csv}. */
    public static final String MATTER = "energy.total.kinds";

    private final EnergyRules rules;
    private final List<RuleEdition> editions;
    private final Facts facts;
    private final Function<String, List<String>> above;

    /** By element: which kind and purpose it speaks of. */
    private final Map<String, Slot> elements = new HashMap<>();

    private final Map<String, Known> regions = new ConcurrentHashMap<>();
    private final Map<String, Applied> rates = new ConcurrentHashMap<>();
    private final Map<Integer, Table> years = new ConcurrentHashMap<>();

    private record Slot(EnergyKind kind, @Nullable Purpose purpose) {}

    /**
     * @param editions those of {@link #MATTER} are used; at least one
     * @param above codes of the regions a region lies in, the nearest first: where its coal rate is looked for
     */
    public EnergyFromKinds(
            EnergyRules rules, List<RuleEdition> editions, Facts facts, Function<String, List<String>> above) {
        this.rules = rules;
        this.editions = editions.stream()
                .filter(edition -> edition.matter().equals(MATTER))
                .toList();
        if (this.editions.isEmpty()) {
            throw new IllegalArgumentException("no edition of " + MATTER);
        }
        this.facts = facts;
        this.above = above;
        for (EnergyKind kind : rules.kinds()) {
            if (!kind.isMedium()) {
                for (Purpose purpose : Purpose.values()) {
                    elements.put(kind.element(purpose), new Slot(kind, purpose));
                }
                elements.put(kind.heatElement(), new Slot(kind, null));
            }
        }
    }

    /** Regions above one by its code alone (GB/T 2260): county, prefecture, province, nation. */
    public static List<String> gbt2260(String region) {
        List<String> above = new ArrayList<>();
        if (region.length() > 6) {
            above.add(region.substring(0, 6));
        }
        if (region.length() >= 6) {
            above.add(region.substring(0, 4) + "00");
            above.add(region.substring(0, 2) + "0000");
            above.add("000000");
        }
        above.removeIf(region::equals);
        return above.stream().distinct().toList();
    }

    /** Whether the region reports use of any kind of energy. */
    public boolean knows(String region) {
        return known(region).lines.length > 0;
    }

    /** Energy total; {@link #TOTAL} or {@link #TOTAL_CALORIFIC}, 万吨标准煤. */
    public Figure total(String region, Period period, Basis basis) {
        return figure(region, period, basis, false);
    }

    /** What of the total was raw material (原料用能), 万吨标准煤. */
    public Figure feedstock(String region, Period period, Basis basis) {
        return figure(region, period, basis, true);
    }

    private Figure figure(String region, Period period, Basis basis, boolean feedstock) {
        String code = basis == Basis.EQUIVALENT
                ? feedstock ? FEEDSTOCK : TOTAL
                : feedstock ? FEEDSTOCK_CALORIFIC : TOTAL_CALORIFIC;
        RuleEdition rule = edition(period.year());
        if (rule == null) {
            return Figure.missing(
                    region,
                    period,
                    code,
                    StandardCoal.UNIT,
                    editions.getLast(),
                    "没有适用于 " + period.year() + " 年的分品种折算规则");
        }
        Sum<?> sum = new Sum<>(region, period, basis);
        if (feedstock) {
            sum.feedstock();
        } else {
            sum.total();
        }
        if (sum.problems != null) {
            return Figure.missing(region, period, code, StandardCoal.UNIT, rule, String.join("；", sum.problems));
        }
        RuleEdition edition = rule.restingOn(sum.certainty);
        BigDecimal value = sum.amount.tenThousandTonnes();
        @Nullable Fact[] found = sum.found;
        return new Figure(
                region,
                period,
                code,
                value,
                StandardCoal.UNIT,
                edition,
                null,
                sum.sample,
                () -> new Sum<>(region, period, basis, found).explained(feedstock, value, edition));
    }

    private @Nullable RuleEdition edition(int year) {
        RuleEdition latest = null;
        for (RuleEdition edition : editions) {
            if (edition.holdsIn(year) && (latest == null || edition.from() > latest.from())) {
                latest = edition;
            }
        }
        return latest;
    }

    /** One kind of energy as a region reports it: the place of each purpose among the facts found, −1: never reported. */
    private static final class Line {
        final EnergyKind kind;
        final int index;
        int use = -1;
        int in = -1;
        int out = -1;
        int feedstock = -1;
        boolean heat;

        Line(EnergyKind kind, int index) {
            this.kind = kind;
            this.index = index;
        }
    }

    /** Two kinds of which one holds the other, or is made from it. */
    private record Pair(Line one, Line other, boolean partOf) {}

    /** What a region reports at all. */
    private static final class Known {
        final Line[] lines;
        final String[] elements;
        final List<Pair> pairs;

        Known(Line[] lines, String[] elements, List<Pair> pairs) {
            this.lines = lines;
            this.elements = elements;
            this.pairs = pairs;
        }
    }

    private Known known(String region) {
        Known known = regions.get(region);
        return known == null ? regions.computeIfAbsent(region, this::reported) : known;
    }

    private Known reported(String region) {
        Set<String> reported = facts.elements(region);
        List<Line> lines = new ArrayList<>();
        List<String> slots = new ArrayList<>();
        int index = 0;
        for (EnergyKind kind : rules.kinds()) {
            Line line = new Line(kind, index++);
            for (Purpose purpose : Purpose.values()) {
                String element = kind.element(purpose);
                if (purpose != Purpose.SOLD && elements.containsKey(element) && reported.contains(element)) {
                    int slot = slots.size();
                    slots.add(element);
                    switch (purpose) {
                        case USE -> line.use = slot;
                        case IN -> line.in = slot;
                        case OUT -> line.out = slot;
                        default -> line.feedstock = slot;
                    }
                }
            }
            if (line.use >= 0 || line.in >= 0 || line.out >= 0 || line.feedstock >= 0) {
                line.heat = reported.contains(kind.heatElement());
                lines.add(line);
            }
        }
        return new Known(lines.toArray(Line[]::new), slots.toArray(String[]::new), pairs(lines));
    }

    private List<Pair> pairs(List<Line> lines) {
        Map<String, Line> used = new HashMap<>();
        lines.stream().filter(line -> line.use >= 0).forEach(line -> used.put(line.kind.code(), line));
        List<Pair> pairs = new ArrayList<>();
        for (Line line : used.values()) {
            for (EnergyKind part : rules.within(line.kind)) {
                Line inner = used.get(part.code());
                if (inner != null && inner != line) {
                    pairs.add(new Pair(line, inner, true));
                }
            }
            for (EnergyKind source : Refusal.sources(rules, line.kind)) {
                Line made = used.get(source.code());
                if (made != null && made != line) {
                    pairs.add(new Pair(made, line, false));
                }
            }
        }
        pairs.sort((a, b) -> a.one.index != b.one.index ? a.one.index - b.one.index : a.other.index - b.other.index);
        return List.copyOf(pairs);
    }

    /** The coefficients of one year's table, found out once. */
    private final class Table {
        final int year;
        final Applied[] calorific = new Applied[rules.kinds().size()];
        final Applied[] equivalent = new Applied[rules.kinds().size()];

        Table(int year) {
            this.year = year;
            int index = 0;
            for (EnergyKind kind : rules.kinds()) {
                calorific[index] =
                        Applied.fromTable(kind, Basis.CALORIFIC, year, rules.forRegions(kind, Basis.CALORIFIC, year));
                equivalent[index] =
                        Applied.fromTable(kind, Basis.EQUIVALENT, year, rules.forRegions(kind, Basis.EQUIVALENT, year));
                index++;
            }
        }
    }

    private @Nullable Fact measured(String region, String element, Period period) {
        Fact own = facts.find(region, element, period);
        return own == null && !period.isYear() ? facts.find(region, element, Period.year(period.year())) : own;
    }

    private Applied rate(EnergyKind electricity, String region, int year) {
        String key = region + " " + year;
        Applied known = rates.get(key);
        return known == null ? rates.computeIfAbsent(key, each -> rateOf(electricity, region, year)) : known;
    }

    /** The year's mean coal rate of the place, else of the nearest region around it. */
    private Applied rateOf(EnergyKind electricity, String region, int year) {
        Period whole = Period.year(year);
        List<String> asked = new ArrayList<>(List.of(region));
        asked.addAll(above.apply(region));
        for (String each : asked) {
            Fact rate = facts.find(each, COAL_RATE, whole);
            if (rate == null) {
                continue;
            }
            return rate.value().signum() > 0
                    ? Applied.of(electricity, rate.value(), null, rate)
                    : Applied.none(
                            electricity,
                            each + " " + year + " 年发电标准煤耗为 " + rate.value().toPlainString() + "，须大于零");
        }
        return Applied.none(
                electricity, "缺 " + year + " 年发电标准煤耗（" + COAL_RATE + "，" + String.join("、", asked) + "），电力不能按等价值折算");
    }

    /** A sum on its way: one region, period and basis. Not safe for several threads. */
    private final class Sum<B extends Basis> {
        final String region;
        final Period period;
        final Table table;
        final Known known;

        /** By slot; what was not reported is null. */
        final @Nullable Fact[] found;

        StandardCoal<B> amount;
        Certainty certainty = Certainty.CONFIRMED;
        boolean sample;

        @Nullable
        List<String> problems;

        Sum(String region, Period period, B basis) {
            this(region, period, basis, null);
        }

        /** @param found what an earlier sum found, so that its explanation is of the same facts */
        Sum(String region, Period period, B basis, @Nullable Fact @Nullable [] found) {
            this.region = region;
            this.period = period;
            this.table = years.computeIfAbsent(period.year(), Table::new);
            this.known = known(region);
            this.amount = StandardCoal.none(basis);
            this.found = found == null ? new Fact[known.elements.length] : found;
            if (found == null) {
                for (int slot = 0; slot < this.found.length; slot++) {
                    this.found[slot] = facts.find(region, known.elements[slot], period);
                }
            }
        }

        @Nullable
        Fact at(int slot) {
            return slot < 0 ? null : found[slot];
        }

        void problem(String problem) {
            if (problems == null) {
                problems = new ArrayList<>();
            }
            problems.add(problem);
        }

        Applied applied(Line line) {
            if (line.heat) {
                Fact heat = measured(region, line.kind.heatElement(), period);
                if (heat != null) {
                    return Applied.fromHeat(
                            line.kind, heat.value(), rules.forRegions(line.kind, Basis.CALORIFIC, table.year), heat);
                }
            }
            if (amount.basis() == Basis.CALORIFIC) {
                return table.calorific[line.index];
            }
            return line.kind.isElectricity() ? rate(line.kind, region, table.year) : table.equivalent[line.index];
        }

        void total() {
            boolean any = false;
            boolean in = false;
            boolean out = false;
            for (Line line : known.lines) {
                Fact use = at(line.use);
                Fact put = at(line.in);
                Fact got = at(line.out);
                absent(line, use, line.use, Purpose.USE);
                absent(line, put, line.in, Purpose.IN);
                absent(line, got, line.out, Purpose.OUT);
                if (use == null && put == null && got == null) {
                    continue;
                }
                any = true;
                BigDecimal net = taken(use, line, Purpose.USE);
                if (put != null) {
                    net = net.add(taken(put, line, Purpose.IN));
                    in |= put.value().signum() > 0;
                }
                if (got != null) {
                    net = net.subtract(taken(got, line, Purpose.OUT));
                    out |= got.value().signum() > 0;
                }
                add(line, net);
            }
            if (!any) {
                problem("缺各能源品种消费量 " + period);
                return;
            }
            if (in && !out) {
                problem(Refusal.inWithoutOut(period.toString()));
            }
            if (out && !in) {
                withoutSource();
            }
            for (Pair pair : known.pairs) {
                twice(pair);
            }
            if (problems == null && amount.tenThousandTonnes().signum() < 0) {
                problem("合计为 " + printed(amount.tenThousandTonnes(), 4) + " 万吨标准煤，产出多于消费与投入");
            }
        }

        private BigDecimal taken(@Nullable Fact fact, Line line, Purpose purpose) {
            if (fact == null) {
                return BigDecimal.ZERO;
            }
            if (fact.value().signum() < 0) {
                problem(Refusal.negative(line.kind, purpose, fact.value()));
            }
            sample |= fact.sample();
            return fact.value();
        }

        private void add(Line line, BigDecimal net) {
            if (net.signum() == 0) {
                return;
            }
            Applied applied = applied(line);
            if (applied.problem() != null) {
                problem(applied.problem());
                return;
            }
            amount = amount.plus(StandardCoal.of(amount.basis(), net, applied.perUnit()));
            if (applied.certainty() != Certainty.CONFIRMED) {
                certainty = certainty.weaker(applied.certainty());
            }
            Fact measured = applied.measured();
            sample |= measured != null && measured.sample();
        }

        /** What was there a year before has not vanished because nobody speaks of it now. */
        private void absent(Line line, @Nullable Fact now, int slot, Purpose purpose) {
            if (now != null || slot < 0) {
                return;
            }
            Fact before = facts.find(region, known.elements[slot], period.yearBefore());
            if (before != null && before.value().signum() != 0) {
                problem("缺" + line.kind.name() + purpose.word() + " " + period + "（上年同期有 "
                        + before.value().toPlainString() + " " + before.unit() + "；没有的报 0）");
            }
        }

        /** What came out of transformation came from something. */
        private void withoutSource() {
            for (Line line : known.lines) {
                Fact got = at(line.out);
                if (got == null || got.value().signum() <= 0) {
                    continue;
                }
                boolean fed = false;
                for (Line other : known.lines) {
                    Fact use = at(other.use);
                    fed |= use != null && use.value().signum() > 0 && Refusal.feeds(rules, other.kind, line.kind);
                }
                if (!fed) {
                    problem(Refusal.outWithoutIn(line.kind, period.toString()));
                }
            }
        }

        private void twice(Pair pair) {
            Fact one = at(pair.one.use);
            Fact other = at(pair.other.use);
            if (one == null
                    || other == null
                    || one.value().signum() == 0
                    || other.value().signum() == 0) {
                return;
            }
            if (pair.partOf) {
                problem(Refusal.holds(pair.one.kind, pair.other.kind, period.toString()));
            } else if (at(pair.one.in) == null && at(pair.other.out) == null) {
                problem(Refusal.madeOf(pair.one.kind, pair.other.kind, period.toString()));
            }
        }

        void feedstock() {
            boolean any = false;
            for (Line line : known.lines) {
                Fact raw = at(line.feedstock);
                if (raw == null) {
                    continue;
                }
                any = true;
                Fact use = at(line.use);
                add(line, taken(raw, line, Purpose.FEEDSTOCK));
                if (use == null || raw.value().compareTo(use.value()) > 0) {
                    problem(line.kind.name() + "用作原料 " + raw.value().toPlainString() + "，"
                            + (use == null ? "没有报消费量" : "多于消费量 " + use.value().toPlainString())
                            + " " + period);
                }
            }
            if (!any) {
                problem("缺各能源品种用作原料的消费量 " + period);
            }
        }

        Trace explained(boolean feedstock, BigDecimal value, RuleEdition edition) {
            List<Trace> children = new ArrayList<>();
            List<String> terms = new ArrayList<>();
            for (Line line : known.lines) {
                List<Trace> leaves = new ArrayList<>();
                StringBuilder words = new StringBuilder();
                BigDecimal net = BigDecimal.ZERO;
                if (feedstock) {
                    net = told(line, Purpose.FEEDSTOCK, at(line.feedstock), net, words, leaves);
                } else {
                    net = told(line, Purpose.USE, at(line.use), net, words, leaves);
                    net = told(line, Purpose.IN, at(line.in), net, words, leaves);
                    net = told(line, Purpose.OUT, at(line.out), net, words, leaves);
                }
                if (leaves.isEmpty()) {
                    continue;
                }
                Trace term = term(line, net, words.toString(), leaves);
                children.add(term);
                if (term.value() != null && term.value().signum() != 0) {
                    terms.add(signed(term.value(), terms.isEmpty()));
                }
            }
            children.add(Trace.rule(edition));
            return Trace.computed(
                    (feedstock ? "原料用能 " : "能源消费总量 ") + period.inWords() + "（分品种折算，电力按"
                            + amount.basis().word() + "值）",
                    (terms.isEmpty() ? "0" : String.join(" ", terms)) + " = " + printed(value, 4) + " "
                            + StandardCoal.UNIT,
                    value,
                    StandardCoal.UNIT,
                    children);
        }

        private BigDecimal told(
                Line line,
                Purpose purpose,
                @Nullable Fact fact,
                BigDecimal net,
                StringBuilder words,
                List<Trace> leaves) {
            if (fact == null) {
                return net;
            }
            boolean minus = purpose == Purpose.OUT;
            words.append(words.isEmpty() ? minus ? "−" : "" : minus ? " − " : " + ")
                    .append(fact.value().toPlainString());
            leaves.add(Trace.fact(line.kind.name() + purpose.word() + " " + period.inWords(), fact));
            return minus ? net.subtract(fact.value()) : net.add(fact.value());
        }

        private Trace term(Line line, BigDecimal net, String words, List<Trace> leaves) {
            EnergyKind kind = line.kind;
            if (net.signum() == 0) {
                return Trace.computed(
                        kind.name(), words + " = 0 " + kind.unit(), BigDecimal.ZERO, StandardCoal.UNIT, leaves);
            }
            Applied applied = applied(line);
            BigDecimal value = net.multiply(applied.perUnit());
            leaves.addAll(applied.leaves());
            String sum = words.contains(" ") || words.startsWith("−") ? "(" + words + ")" : words;
            return Trace.computed(
                    kind.name() + "折标准煤",
                    sum + " " + kind.unit() + " × " + applied.printedCoefficient() + " = " + printed(value, 4) + " "
                            + StandardCoal.UNIT,
                    value,
                    StandardCoal.UNIT,
                    leaves);
        }
    }

    private static String signed(BigDecimal value, boolean first) {
        String number = printed(value.abs(), 4);
        return value.signum() < 0 ? (first ? "−" : "− ") + number : first ? number : "+ " + number;
    }
}
