package org.luheng.accounting;

import static org.luheng.accounting.Arithmetic.fraction;
import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Deduction.Purpose;
import org.luheng.accounting.Deduction.Reach;
import org.luheng.accounting.EnergyAccount.Level;
import org.luheng.accounting.EnergyAccount.Step;
import org.luheng.accounting.energy.Basis;
import org.luheng.accounting.energy.EnergyFromKinds;

/**
 * Keeps the energy accounts: what each edition of the policy takes off, from which year, and up to what limit. An amount that is known
 * of one year alone where both are to be reduced gives no figure: taken off one side only it would feign a change (原料用能，发改环资〔2022〕803号).
 */
final class EnergyAccounts {
    static final String UNIT = "万吨标准煤";
    private static final String ELECTRICITY = "亿千瓦时";

    /** 1 亿千瓦时 × 1 千克标准煤/千瓦时 = 10 万吨标准煤. */
    private static final BigDecimal OF_ELECTRICITY = BigDecimal.TEN;

    private final Context context;
    private final Product product;
    private final EnergyFromKinds kinds;
    private final Once<Level> levels;
    private final Once<EnergyAccount> ofIntensity =
            new Once<>((region, period) -> reckoned(region, period, Purpose.INTENSITY, true));
    private final Once<EnergyAccount> ofTotal =
            new Once<>((region, period) -> reckoned(region, period, Purpose.TOTAL, true));

    /** What is assessed for intensity before anything that has a limit comes off: the limit is reckoned from it. */
    private final Once<EnergyAccount> uncapped =
            new Once<>((region, period) -> reckoned(region, period, Purpose.INTENSITY, false));

    private final Once<Fact> rates;

    /** By region: itself and what it lies in, the nearest first. */
    private final Map<String, List<String>> places = new ConcurrentHashMap<>();

    /** By the deduction's id. */
    private final Map<String, Once<BigDecimal>> caps = new ConcurrentHashMap<>();

    /** By the deduction's id: what comes off alike for intensity and for the total. */
    private final Map<String, Once<Step>> alike = new ConcurrentHashMap<>();

    /** By the policy they are kept by. */
    private final Map<RuleEdition, EnergyAccounts> others = new ConcurrentHashMap<>();

    EnergyAccounts(Context context, Product product) {
        this.context = context;
        this.product = product;
        this.kinds = new EnergyFromKinds(
                context.rules().energy(), context.rules().editions(), context.facts(), EnergyFromKinds::gbt2260);
        this.levels = new Once<>(this::level);
        this.rates = new Once<>(this::rate);
    }

    /** The same facts by another policy. */
    private EnergyAccounts(EnergyAccounts same, RuleEdition policy) {
        this.context = new Context(same.context.plan(), same.context.rules(), same.context.facts(), policy);
        this.product = same.product;
        this.kinds = same.kinds;
        this.levels = same.levels;
        this.rates = same.rates;
    }

    /**
     * Energy total as it was reported, or else reckoned from its kinds. Where both can be had the reported one counts and the other stands
     * beside it.
     *
     * @return null where neither can be had
     */
    @Nullable
    Level gross(String region, Period period) {
        return levels.of(region, period);
    }

    private @Nullable Level level(String region, Period period) {
        Fact fact = context.find(region, Element.ENERGY, period);
        Figure computed = computed(region, period);
        BigDecimal value = computed == null ? null : computed.value();
        if (fact == null) {
            return computed == null || value == null
                    ? null
                    : new Level(value, computed.sample(), computed.bracketed(), computed::trace);
        }
        return new Level(fact.value(), fact.sample(), false, () -> {
            Trace leaf = context.leaf(fact);
            return computed == null || value == null ? leaf : beside(leaf, fact, computed, value);
        });
    }

    /** The kinds of energy of the same facts. */
    EnergyFromKinds kinds() {
        return kinds;
    }

    /** Whether the place reports energy kind by kind. */
    boolean knowsKinds(String region) {
        return kinds.knows(region);
    }

    private @Nullable Figure computed(String region, Period period) {
        return knowsKinds(region) ? kinds.total(region, period, Basis.EQUIVALENT) : null;
    }

    /** The reported total with the one reckoned from kinds below it; a difference is shown, never hidden. */
    private static Trace beside(Trace leaf, Fact fact, Figure computed, BigDecimal value) {
        BigDecimal difference = value.subtract(fact.value());
        List<Trace> children = new ArrayList<>(leaf.children());
        children.add(Trace.computed(
                "与分品种折算数对照（未采用）",
                printed(value, 4) + " − " + fact.value().toPlainString() + " = " + printed(difference, 4) + " " + UNIT,
                difference,
                UNIT,
                List.of(computed.trace())));
        return new Trace(
                leaf.text(), leaf.formula(), leaf.value(), leaf.unit(), leaf.kind(), leaf.ref(), leaf.fact(), children);
    }

    /** What is wanting where there is no total. */
    String wanting(String region, Period period) {
        Figure computed = computed(region, period);
        return context.name(Element.ENERGY) + " " + period
                + (computed == null || computed.missing() == null ? "" : "（分品种折算：" + computed.missing() + "）");
    }

    EnergyAccount of(String region, Period period, Purpose purpose) {
        return kept(purpose == Purpose.INTENSITY ? ofIntensity : ofTotal, region, period);
    }

    private static EnergyAccount kept(Once<EnergyAccount> accounts, String region, Period period) {
        EnergyAccount account = accounts.of(region, period);
        if (account == null) {
            throw new IllegalStateException("every account is kept: " + region + " " + period);
        }
        return account;
    }

    private EnergyAccount reckoned(String region, Period period, Purpose purpose, boolean withCapped) {
        Period then = period.yearBefore();
        RuleEdition policy = context.policy(period.year());
        Level grossNow = gross(region, period);
        Level grossThen = gross(region, then);
        List<Step> steps = List.of();
        String missing = null;
        for (Deduction deduction : context.rules().deductions(policy)) {
            if (deduction.reach(purpose) == Reach.NONE || (deduction.cap() != null && !withCapped)) {
                continue;
            }
            Step step = null;
            try {
                step = deduction.intensity() == deduction.total()
                        ? alike(region, period, deduction, policy)
                        : step(region, period, deduction, purpose, policy);
            } catch (NotKnown unknown) {
                missing = missing == null ? unknown.reason : missing + "；" + unknown.reason;
            }
            if (step != null) {
                if (steps.isEmpty()) {
                    steps = new ArrayList<>(2);
                }
                steps.add(step);
            }
        }
        return new EnergyAccount(region, period, then, purpose, policy, grossNow, grossThen, steps, missing);
    }

    /** Whether the policy would take something off that was reported. */
    boolean deducts(String region, Period period, Purpose purpose) {
        EnergyAccount account = of(region, period, purpose);
        return account.missing() != null
                || account.steps().stream()
                        .anyMatch(
                                step -> step.now().signum() != 0 || step.then().signum() != 0);
    }

    private @Nullable Fact applied(String region, Deduction deduction, Period period) {
        return deduction.applied() == null ? null : context.find(region, deduction.applied(), period);
    }

    private @Nullable Step alike(String region, Period period, Deduction deduction, RuleEdition policy) {
        String id = deduction.edition().id();
        Once<Step> known = alike.get(id);
        if (known == null) {
            known = alike.computeIfAbsent(
                    id, each -> new Once<>((place, span) -> step(place, span, deduction, Purpose.TOTAL, policy)));
        }
        return known.of(region, period);
    }

    /** @return null where nothing is known that could come off */
    private @Nullable Step step(
            String region, Period period, Deduction deduction, Purpose purpose, RuleEdition policy) {
        Fact now = context.find(region, deduction.element(), period);
        Fact before = context.find(region, deduction.element(), period.yearBefore());
        return now == null && before == null && applied(region, deduction, period) == null
                ? null
                : step(region, period, deduction, purpose, policy, now, before);
    }

    private Step step(
            String region,
            Period period,
            Deduction deduction,
            Purpose purpose,
            RuleEdition policy,
            @Nullable Fact now,
            @Nullable Fact before) {
        String name = context.name(deduction.element());
        Period then = period.yearBefore();
        Reach reach = deduction.reach(purpose);
        if (!deduction.unknownIsNone() && (now == null) != (before == null)) {
            throw new NotKnown("缺" + name + " " + (now == null ? period : then)
                    + (reach == Reach.ADDED ? "：扣减的是比上年新增的部分" : "：基期、报告期须同时扣减，只扣一边会算错"));
        }
        Amount ofNow = amount(region, now, name, period);
        Amount ofThen = amount(region, before, name, then);
        BigDecimal takenNow = ofNow.value;
        BigDecimal takenThen = ofThen.value;
        if (reach == Reach.ADDED) {
            takenNow = takenNow.subtract(takenThen);
            takenThen = BigDecimal.ZERO;
            if (takenNow.signum() < 0) {
                throw new NotKnown(
                        name + " " + period + " 比上年减少 " + printed(takenNow.negate(), 4) + UNIT + "，规则没有规定如何扣减，须核定");
            }
        }
        BigDecimal cap = null;
        if (deduction.cap() != null) {
            cap = cap(region, period, deduction, deduction.cap(), policy);
            takenNow = takenNow.min(cap);
            takenThen = takenThen.signum() == 0
                    ? takenThen
                    : takenThen.min(cap(region, then, deduction, deduction.cap(), policy));
        }
        Fact applied = applied(region, deduction, period);
        boolean sample = (now != null && now.sample()) || (before != null && before.sample());
        return new Step(
                deduction, name, takenNow, takenThen, applied == null ? null : applied.value(), cap, sample, () -> {
                    List<Trace> traces = new ArrayList<>(ofNow.traces());
                    traces.addAll(ofThen.traces());
                    if (applied != null) {
                        traces.add(context.leaf(applied));
                    }
                    traces.add(Trace.rule(deduction.edition()));
                    return traces;
                });
    }

    /** The coal rate by which electricity of the place counts; null: not known. */
    @Nullable
    Fact coalRate(String region, Period period) {
        return rates.of(region, period);
    }

    /**
     * That of the place, or of the nearest around it by the codes of GB/T 2260: a district takes the coal rate of its province. The
     * year's value serves for its parts.
     */
    private @Nullable Fact rate(String region, Period period) {
        Period year = Period.year(period.year());
        for (String place : places.computeIfAbsent(region, EnergyAccounts::places)) {
            Fact fact = context.find(place, Element.COAL_RATE, period);
            if (fact == null && !period.isYear()) {
                fact = context.find(place, Element.COAL_RATE, year);
            }
            if (fact != null) {
                return fact;
            }
        }
        return null;
    }

    private static List<String> places(String region) {
        List<String> places = new ArrayList<>(List.of(region));
        places.addAll(EnergyFromKinds.gbt2260(region));
        return List.copyOf(places);
    }

    /** An amount in standard coal, and the facts it was turned into it by. */
    private record Amount(BigDecimal value, List<Fact> facts, Context context) {
        List<Trace> traces() {
            return facts.stream().map(context::leaf).toList();
        }
    }

    private Amount amount(String region, @Nullable Fact fact, String name, Period period) {
        if (fact == null) {
            return new Amount(BigDecimal.ZERO, List.of(), context);
        }
        if (fact.value().signum() < 0) {
            throw new NotKnown(name + " " + period + " 为负（" + fact.value().toPlainString() + "），须核对");
        }
        String unit = context.unit(fact.element(), UNIT);
        BigDecimal coal = context.rules().units().convert(fact.value(), unit, UNIT);
        if (coal != null) {
            return new Amount(coal, List.of(fact), context);
        }
        BigDecimal electricity = context.rules().units().convert(fact.value(), unit, ELECTRICITY);
        if (electricity == null) {
            throw new NotKnown(name + "的单位“" + unit + "”不能折成标准煤");
        }
        Fact rate = coalRate(region, period);
        if (rate == null || rate.value().signum() <= 0) {
            throw new NotKnown(
                    "缺" + context.name(Element.COAL_RATE) + " " + period.year() + "：" + name + "是电量，折标准煤须与总量用同一年的系数");
        }
        return new Amount(
                electricity.multiply(rate.value(), Arithmetic.PRECISION).multiply(OF_ELECTRICITY, Arithmetic.PRECISION),
                List.of(fact, rate),
                context);
    }

    /**
     * The limit of a deduction: a share of the energy that the five-year target asks to save, reckoned at the period's GDP. Saving
     * asked for = energy assessed in the base year × GDP ÷ GDP of the base year × the fall asked for.
     */
    private BigDecimal cap(String region, Period period, Deduction deduction, BigDecimal percent, RuleEdition policy) {
        String id = deduction.edition().id();
        Once<BigDecimal> known = caps.get(id);
        if (known == null) {
            known = caps.computeIfAbsent(
                    id, each -> new Once<>((place, span) -> limit(place, span, deduction, percent, policy)));
        }
        BigDecimal cap = known.of(region, period);
        if (cap == null) {
            throw new IllegalStateException("a limit is known or says why not: " + id);
        }
        return cap;
    }

    private BigDecimal limit(
            String region, Period period, Deduction deduction, BigDecimal percent, RuleEdition policy) {
        Target target = context.plan().target(region, Element.INTENSITY);
        String name = context.name(deduction.element());
        if (target == null || target.isYearlyRate() || !target.relation().isFall()) {
            throw new NotKnown(name + "抵扣的上限按五年强度目标所需节能量算，本地区没有这一目标");
        }
        int baseYear = context.baseYear(target);
        Period base = period;
        BigDecimal growth = BigDecimal.ONE;
        while (base.year() > baseYear) {
            Factor year = product.growth(region, base);
            if (year == null) {
                throw new NotKnown(name + "抵扣的上限：缺" + product.wanting(region, base));
            }
            growth = base.equals(period)
                    ? year.value().round(Arithmetic.PRECISION)
                    : growth.multiply(year.value(), Arithmetic.PRECISION);
            base = base.yearBefore();
        }
        BigDecimal energy = baseEnergy(region, base, policy);
        if (energy == null) {
            throw new NotKnown(name + "抵扣的上限：缺" + context.name(Element.ENERGY) + " " + base);
        }
        return energy.multiply(growth, Arithmetic.PRECISION)
                .multiply(fraction(target.number()), Arithmetic.PRECISION)
                .multiply(fraction(percent), Arithmetic.PRECISION);
    }

    /** What is assessed of the base year itself, by the policy in question and without what the limit is for. */
    private @Nullable BigDecimal baseEnergy(String region, Period base, RuleEdition policy) {
        Period next = base.in(base.year() + 1);
        EnergyAccounts other = others.get(policy);
        if (other == null) {
            other = others.computeIfAbsent(policy, each -> new EnergyAccounts(this, each));
        }
        return kept(other.uncapped, region, next).assessedBefore();
    }

    /** Something that a deduction needs is not known: then there is no figure. */
    private static final class NotKnown extends RuntimeException {
        private final String reason;

        NotKnown(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
