package org.luheng.accounting.energy;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Packed;
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

    /** Coal consumption by weight. */
    public static final String COAL = "energy.coal.computed";

    /** Matter of the rule of {@link #coal}. */
    public static final String COAL_MATTER = "energy.coal.kinds";

    private static final String COAL_UNIT = "万吨";
    private static final String COAL_TOTAL = "coal-total";

    private final EnergyRules rules;
    private final List<RuleEdition> editions;
    private final Set<EnergyKind> coals = new HashSet<>();
    private final Facts facts;
    private final Function<String, List<String>> above;

    private final Map<String, Known> regions = new ConcurrentHashMap<>();

    /** By the elements reported: most regions report the same. */
    private final Map<Set<String>, Shape> shapes = new ConcurrentHashMap<>();

    private final Map<Integer, Table> years = new ConcurrentHashMap<>();

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
        EnergyKind coal = rules.kind(COAL_TOTAL);
        if (coal != null) {
            rules.within(coal).stream().filter(kind -> !kind.isTotal()).forEach(coals::add);
        }
        this.facts = facts;
        this.above = above;
    }

    /** Regions above one by its code alone (GB/T 2260): county, prefecture, province, nation. */
    public static List<String> gbt2260(String region) {
        List<String> above = new ArrayList<>(4);
        if (region.length() > 6) {
            above.add(region.substring(0, 6));
        }
        if (region.length() >= 6) {
            for (String code : List.of(region.substring(0, 4) + "00", region.substring(0, 2) + "0000", "000000")) {
                if (!code.equals(region) && !above.contains(code)) {
                    above.add(code);
                }
            }
        }
        return above;
    }

    /** Whether the region reports use of any kind of energy. */
    public boolean knows(String region) {
        return known(region).lines.length > 0;
    }

    /** Whether the region reports anything of any kind in the period. */
    public boolean reports(String region, Period period) {
        for (Facts.Series series : known(region).series) {
            if (series.number(period) != Packed.NOTHING) {
                return true;
            }
        }
        return false;
    }

    /** Energy total; {@link #TOTAL} or {@link #TOTAL_CALORIFIC}, 万吨标准煤. */
    public Figure total(String region, Period period, Basis basis) {
        return figure(region, period, basis, false);
    }

    /** What of the total was raw material (原料用能), 万吨标准煤. */
    public Figure feedstock(String region, Period period, Basis basis) {
        return figure(region, period, basis, true);
    }

    /**
     * What of one kind was used up: use + transformation in − out, in the unit of the kind; negative where more of it was made than used.
     *
     * @param heat its measured heat value
     */
    public record Net(
            EnergyKind kind,
            BigDecimal amount,
            @Nullable Fact use,
            @Nullable Fact in,
            @Nullable Fact out,
            @Nullable Fact heat) {
        /** The facts it comes from. */
        public List<Trace> leaves() {
            List<Trace> leaves = new ArrayList<>();
            leaf(use, Purpose.USE, leaves);
            leaf(in, Purpose.IN, leaves);
            leaf(out, Purpose.OUT, leaves);
            return leaves;
        }

        private void leaf(@Nullable Fact fact, Purpose purpose, List<Trace> leaves) {
            if (fact != null) {
                leaves.add(Trace.fact(
                        kind.name() + purpose.word() + " " + fact.period().inWords(), fact));
            }
        }

        /** {@code 13 − 10}. */
        public String words() {
            StringBuilder words = new StringBuilder();
            for (Fact fact : new @Nullable Fact[] {use, in}) {
                if (fact != null) {
                    words.append(words.isEmpty() ? "" : " + ")
                            .append(fact.value().toPlainString());
                }
            }
            if (out != null) {
                words.append(words.isEmpty() ? "−" : " − ").append(out.value().toPlainString());
            }
            return words.toString();
        }
    }

    /**
     * What a region used up of every kind it reports.
     *
     * @param problems why the amounts do not add up to anything; empty where they do
     */
    public record Nets(List<Net> kinds, List<String> problems, boolean sample) {
        public Nets {
            kinds = List.copyOf(kinds);
            problems = List.copyOf(problems);
        }
    }

    /** Amounts in the units of the kinds, for whoever turns them into something else than standard coal. */
    public Nets nets(String region, Period period) {
        Amounts amounts = new Amounts(region, period);
        amounts.walk();
        return new Nets(amounts.nets, amounts.problems == null ? List.of() : amounts.problems, amounts.sample);
    }

    /**
     * Coal consumption (煤炭消费量) by weight: {@link #COAL}, 万吨.
     *
     * @param rule of {@link #COAL_MATTER}, for the year
     */
    public Figure coal(String region, Period period, RuleEdition rule) {
        Coal coal = new Coal(region, period);
        coal.total();
        if (coal.problems != null) {
            return Figure.missing(region, period, COAL, COAL_UNIT, rule, String.join("；", coal.problems));
        }
        BigDecimal value = coal.amount.value();
        List<Net> nets = List.copyOf(coal.nets);
        return new Figure(region, period, COAL, value, COAL_UNIT, rule, null, coal.sample, () -> {
            List<Trace> children = new ArrayList<>();
            List<String> terms = new ArrayList<>();
            for (Net net : nets) {
                children.addAll(net.leaves());
                String words = net.words();
                terms.add(words.contains(" ") || words.startsWith("−") ? "(" + words + ")" : words);
            }
            children.add(Trace.rule(rule));
            return Trace.computed(
                    "煤炭消费量 " + period.inWords() + "（分品种实物量之和）",
                    String.join(" + ", terms) + " = " + printed(value, 4) + " " + COAL_UNIT,
                    value,
                    COAL_UNIT,
                    children);
        });
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
        BigDecimal value = sum.amount().tenThousandTonnes();
        return new Figure(
                region,
                period,
                code,
                value,
                StandardCoal.UNIT,
                edition,
                null,
                sum.sample,
                () -> new Sum<>(region, period, basis).explained(feedstock, value, edition));
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

    /** What is reported at all. */
    private record Shape(List<Line> lines, List<String> elements, List<Pair> pairs) {}

    /** What a region reports. */
    private static final class Known {
        final Line[] lines;
        final Facts.Series[] series;
        final List<Pair> pairs;

        /** Of electricity, by year. */
        final Map<Integer, Applied> rates = new ConcurrentHashMap<>();

        Known(Shape shape, Facts facts, String region) {
            this.lines = shape.lines.toArray(Line[]::new);
            this.series = shape.elements.stream()
                    .map(element -> facts.series(region, element))
                    .toArray(Facts.Series[]::new);
            this.pairs = shape.pairs;
        }
    }

    private Known known(String region) {
        Known known = regions.get(region);
        return known == null ? regions.computeIfAbsent(region, this::reported) : known;
    }

    private Known reported(String region) {
        Set<String> reported = new HashSet<>(facts.elements(region));
        Shape shape = shapes.get(reported);
        return new Known(shape == null ? shapes.computeIfAbsent(reported, this::shaped) : shape, facts, region);
    }

    private Shape shaped(Set<String> reported) {
        List<Line> lines = new ArrayList<>();
        List<String> slots = new ArrayList<>();
        int index = 0;
        for (EnergyKind kind : rules.kinds()) {
            Line line = new Line(kind, index++);
            for (Purpose purpose : Purpose.values()) {
                String element = kind.element(purpose);
                if (purpose != Purpose.SOLD && !kind.isMedium() && reported.contains(element)) {
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
        return new Shape(lines, slots, pairs(lines));
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

    private Applied rate(EnergyKind electricity, String region, Known known, int year) {
        Applied rate = known.rates.get(year);
        return rate == null ? known.rates.computeIfAbsent(year, each -> rateOf(electricity, region, year)) : rate;
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

    /** What a region reports of one period, gone through kind by kind. Not safe for several threads. */
    private abstract class Walk {
        final String region;
        final Period period;
        final Known known;

        /** By slot; {@link Packed}. */
        final long[] numbers;

        /** What is left of the kind at hand. */
        private final Tally net = new Tally();

        boolean in;
        boolean out;
        boolean sample;

        @Nullable
        List<String> problems;

        Walk(String region, Period period) {
            this.region = region;
            this.period = period;
            this.known = known(region);
            this.numbers = new long[known.series.length];
            for (int slot = 0; slot < numbers.length; slot++) {
                numbers[slot] = known.series[slot].number(period);
            }
        }

        /** What is left of one kind: use + transformation in − out; may be negative. */
        abstract void add(Line line, Tally net);

        long number(int slot) {
            return slot < 0 ? Packed.NOTHING : numbers[slot];
        }

        @Nullable
        Fact fact(int slot) {
            return slot < 0 ? null : known.series[slot].find(period);
        }

        /** What is known of it, as a number. */
        private BigDecimal value(int slot) {
            return Objects.requireNonNull(fact(slot)).value();
        }

        /** −1, 0, 1; 0 too where nothing was reported. */
        int signum(int slot) {
            long number = number(slot);
            return number == Packed.NOTHING
                    ? 0
                    : number == Packed.LONG ? value(slot).signum() : Long.signum(Packed.digits(number));
        }

        void problem(String problem) {
            if (problems == null) {
                problems = new ArrayList<>();
            }
            problems.add(problem);
        }

        /** Goes through all kinds; what does not add up becomes a problem. */
        void walk() {
            boolean any = false;
            for (Line line : known.lines) {
                any |= take(line);
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
        }

        /** Whether anything was reported of the kind. */
        boolean take(Line line) {
            absent(line, line.use, Purpose.USE);
            absent(line, line.in, Purpose.IN);
            absent(line, line.out, Purpose.OUT);
            net.clear();
            boolean used = taken(line, line.use, Purpose.USE);
            boolean put = taken(line, line.in, Purpose.IN);
            boolean got = taken(line, line.out, Purpose.OUT);
            if (!used && !put && !got) {
                return false;
            }
            in |= put && signum(line.in) > 0;
            out |= got && signum(line.out) > 0;
            add(line, net);
            return true;
        }

        /** Feedstock alone. */
        void takeFeedstock(Line line) {
            net.clear();
            taken(line, line.feedstock, Purpose.FEEDSTOCK);
            add(line, net);
        }

        /** Whether it was reported. */
        private boolean taken(Line line, int slot, Purpose purpose) {
            long number = number(slot);
            if (number == Packed.NOTHING) {
                return false;
            }
            if (signum(slot) < 0) {
                problem(Refusal.negative(line.kind, purpose, value(slot)));
            }
            boolean minus = purpose == Purpose.OUT;
            if (number == Packed.LONG) {
                BigDecimal value = value(slot);
                net.add(minus ? value.negate() : value);
                sample |= Objects.requireNonNull(fact(slot)).sample();
            } else {
                if (minus) {
                    net.subtract(number);
                } else {
                    net.add(number);
                }
                sample |= Packed.isSample(number);
            }
            return true;
        }

        Net net(Line line, BigDecimal net) {
            Fact heat = line.heat ? measured(region, line.kind.heatElement(), period) : null;
            sample |= heat != null && heat.sample();
            return new Net(line.kind, net, fact(line.use), fact(line.in), fact(line.out), heat);
        }

        /** What was there a year before has not vanished because nobody speaks of it now. */
        private void absent(Line line, int slot, Purpose purpose) {
            if (slot < 0 || numbers[slot] != Packed.NOTHING) {
                return;
            }
            Fact before = known.series[slot].find(period.yearBefore());
            if (before != null && before.value().signum() != 0) {
                problem("缺" + line.kind.name() + purpose.word() + " " + period + "（上年同期有 "
                        + before.value().toPlainString() + " " + before.unit() + "；没有的报 0）");
            }
        }

        /** What came out of transformation came from something. */
        private void withoutSource() {
            for (Line line : known.lines) {
                if (signum(line.out) <= 0) {
                    continue;
                }
                boolean fed = false;
                for (Line other : known.lines) {
                    fed |= signum(other.use) > 0 && Refusal.feeds(rules, other.kind, line.kind);
                }
                if (!fed) {
                    problem(Refusal.outWithoutIn(line.kind, period.toString()));
                }
            }
        }

        void twice(Pair pair) {
            if (signum(pair.one.use) == 0 || signum(pair.other.use) == 0) {
                return;
            }
            if (pair.partOf) {
                problem(Refusal.holds(pair.one.kind, pair.other.kind, period.toString()));
            } else if (number(pair.one.in) == Packed.NOTHING && number(pair.other.out) == Packed.NOTHING) {
                problem(Refusal.madeOf(pair.one.kind, pair.other.kind, period.toString()));
            }
        }
    }

    /** Coal by weight: what is coal itself, not what is made of it. */
    private final class Coal extends Walk {
        final List<Net> nets = new ArrayList<>();
        final Tally amount = new Tally();

        Coal(String region, Period period) {
            super(region, period);
        }

        void total() {
            for (Line line : known.lines) {
                if (coals.contains(line.kind)) {
                    take(line);
                }
            }
            if (nets.isEmpty() && problems == null) {
                problem("缺煤炭各品种消费量 " + period);
            }
            for (Pair pair : known.pairs) {
                if (pair.partOf && coals.contains(pair.one.kind)) {
                    twice(pair);
                }
            }
            if (problems == null && amount.signum() < 0) {
                problem("合计为 " + printed(amount.value(), 4) + " " + COAL_UNIT + "，产出多于消费与投入");
            }
        }

        @Override
        void add(Line line, Tally net) {
            BigDecimal value = net.value();
            nets.add(net(line, value));
            amount.add(value);
        }
    }

    /** Everything by weight, volume or heat, for whoever turns it into something else than standard coal. */
    private final class Amounts extends Walk {
        final List<Net> nets = new ArrayList<>();

        Amounts(String region, Period period) {
            super(region, period);
        }

        @Override
        void add(Line line, Tally net) {
            nets.add(net(line, net.value()));
        }
    }

    /** A sum on its way: one region, period and basis. */
    private final class Sum<B extends Basis> extends Walk {
        final Table table;
        final B basis;
        private final Tally amount = new Tally();
        Certainty certainty = Certainty.CONFIRMED;

        Sum(String region, Period period, B basis) {
            super(region, period);
            this.table = years.computeIfAbsent(period.year(), Table::new);
            this.basis = basis;
        }

        void total() {
            walk();
            if (problems == null && amount.signum() < 0) {
                problem("合计为 " + printed(amount.value(), 4) + " 万吨标准煤，产出多于消费与投入");
            }
        }

        StandardCoal<B> amount() {
            return new StandardCoal<>(basis, amount.value());
        }

        Applied applied(Line line) {
            if (line.heat) {
                Fact heat = measured(region, line.kind.heatElement(), period);
                if (heat != null) {
                    return Applied.fromHeat(
                            line.kind, heat.value(), rules.forRegions(line.kind, Basis.CALORIFIC, table.year), heat);
                }
            }
            if (basis == Basis.CALORIFIC) {
                return table.calorific[line.index];
            }
            return line.kind.isElectricity()
                    ? rate(line.kind, region, known, table.year)
                    : table.equivalent[line.index];
        }

        @Override
        void add(Line line, Tally net) {
            if (net.signum() == 0) {
                return;
            }
            Applied applied = applied(line);
            if (applied.problem() != null) {
                problem(applied.problem());
                return;
            }
            amount.addProduct(net, applied.packed(), applied.perUnit());
            if (applied.certainty() != Certainty.CONFIRMED) {
                certainty = certainty.weaker(applied.certainty());
            }
            Fact measured = applied.measured();
            sample |= measured != null && measured.sample();
        }

        void feedstock() {
            boolean any = false;
            for (Line line : known.lines) {
                Fact raw = fact(line.feedstock);
                if (raw == null) {
                    continue;
                }
                any = true;
                takeFeedstock(line);
                Fact use = fact(line.use);
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
                    net = told(line, Purpose.FEEDSTOCK, fact(line.feedstock), net, words, leaves);
                } else {
                    net = told(line, Purpose.USE, fact(line.use), net, words, leaves);
                    net = told(line, Purpose.IN, fact(line.in), net, words, leaves);
                    net = told(line, Purpose.OUT, fact(line.out), net, words, leaves);
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
                    (feedstock ? "原料用能 " : "能源消费总量 ") + period.inWords() + "（分品种折算，电力按" + basis.word() + "值）",
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
