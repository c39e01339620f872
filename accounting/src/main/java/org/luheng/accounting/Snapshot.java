package org.luheng.accounting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything stands: a pure function of a plan edition, a rule edition and the facts known on a day. Figures
 * and lights are computed when asked for; what several of them share is computed once and goes with the snapshot.
 */
public final class Snapshot {
    private static final Set<String> ENERGY_ELEMENTS =
            Set.of(Element.ENERGY, Element.ENERGY_GROWTH, Element.PUBLISHED_CHANGE);

    private final Context context;
    private final Product product;
    private final EnergyAccounts accounts;
    private final Intensity intensity;
    private final EnergyTotal total;
    private final FromKinds kinds;
    private final Levels levels;
    private final CarbonIntensity carbon;
    private final Progress progress;

    public Snapshot(Plan plan, Rules rules, Facts facts) {
        this(new Context(plan, rules, facts, null));
    }

    private Snapshot(Context context) {
        this.context = context;
        this.product = new Product(context);
        this.accounts = new EnergyAccounts(context, product);
        this.intensity = new Intensity(context, product, accounts);
        this.total = new EnergyTotal(context, product, accounts, intensity);
        this.kinds = new FromKinds(context, accounts.kinds());
        this.levels = new Levels(context, accounts, kinds);
        this.carbon = new CarbonIntensity(context, product, kinds, levels, intensity);
        this.progress = new Progress(context, levels);
    }

    /**
     * The same facts by one edition of the deductions, whatever year is assessed: to put editions side by side.
     *
     * @param policy of the matter {@code deduction}
     */
    public Snapshot under(RuleEdition policy) {
        return new Snapshot(new Context(context.plan(), context.rules(), context.facts(), policy));
    }

    /** The same plan and rules over other facts: what would be if they were so. */
    public Snapshot over(Facts facts) {
        return new Snapshot(new Context(context.plan(), context.rules(), facts, context.policy()));
    }

    /** From energy as it was to energy as it is assessed. */
    public EnergyAccount energyAccount(String region, Period period, Deduction.Purpose purpose) {
        return accounts.of(region, period, purpose);
    }

    /** What would become of the energy target of the place under these assumptions. */
    public WhatIf whatIf(String region, Assumptions assumptions) {
        return WhatIf.of(this, region, assumptions);
    }

    /** What the policy of the year takes off. */
    List<Deduction> deductions(int year) {
        return context.rules().deductions(context.policy(year));
    }

    /** At which the place turns electricity into standard coal; null where it is not known. */
    @Nullable
    Fact coalRate(String region, Period period) {
        return accounts.coalRate(region, period);
    }

    /**
     * Where the intensity target would end if the years left went as one of those seen: best, worst, last; empty where it has no
     * target, or no year is left.
     */
    public List<Figure> outlook(String region, Period year) {
        Target target = context.plan().target(region, Element.INTENSITY);
        if (target == null
                || !year.isYear()
                || year.year() <= energyBase(target)
                || year.year() >= target.due().year()) {
            return List.of();
        }
        return Stream.of(Intensity.Pace.values())
                .map(pace -> intensity.outlook(region, year, target, pace))
                .toList();
    }

    public Plan plan() {
        return context.plan();
    }

    public Rules rules() {
        return context.rules();
    }

    public Facts facts() {
        return context.facts();
    }

    /**
     * One figure. For an indicator of the plan it is held in the sense of its target (a change for 下降, a sum for 累计量).
     *
     * @return null where neither the arithmetic nor the plan knows such a figure for the region
     */
    public @Nullable Figure figure(String region, String indicator, Period period) {
        Target energy = context.plan().target(region, Element.INTENSITY);
        return switch (indicator) {
            case Element.CHANGE -> intensity.change(region, period);
            case Element.CUMULATIVE -> intensity.cumulative(region, period, energyBase(energy));
            case Element.REQUIRED -> energy == null ? null : intensity.required(region, period, energy);
            case Element.SHARE -> energy == null ? null : intensity.share(energy, period);
            case Element.PATH -> energy == null ? null : intensity.pathFigure(energy, period);
            case Element.OUTLOOK_BEST ->
                energy == null ? null : intensity.outlook(region, period, energy, Intensity.Pace.BEST);
            case Element.OUTLOOK_WORST ->
                energy == null ? null : intensity.outlook(region, period, energy, Intensity.Pace.WORST);
            case Element.OUTLOOK_LAST ->
                energy == null ? null : intensity.outlook(region, period, energy, Intensity.Pace.LAST);
            case Element.TOTAL_LEVEL -> total.level(region, period);
            case Element.TOTAL_ASSESSED -> total.assessed(region, period);
            case Element.TOTAL_TARGET -> energy == null ? null : total.allowed(region, period, energy);
            case Element.CARBON_CHANGE -> carbon.change(region, period);
            case Element.CARBON_CUMULATIVE ->
                carbon.cumulative(region, period, energyBase(context.plan().target(region, Element.CARBON_INTENSITY)));
            case Element.CARBON_PATH -> {
                Target target = context.plan().target(region, Element.CARBON_INTENSITY);
                yield target == null ? null : carbon.pathFigure(target, period);
            }
            case Element.CARBON_PROCESS -> kinds.process(region, period);
            default -> {
                Target target = context.plan().target(region, indicator);
                yield target == null ? untargeted(region, indicator, period) : figure(target, period);
            }
        };
    }

    private @Nullable Figure untargeted(String region, String indicator, Period period) {
        return switch (indicator) {
            case Element.CARBON -> carbon.total(region, period);
            case Element.COAL -> kinds.find(region, indicator, period);
            default -> levels.figure(region, indicator, period);
        };
    }

    /** The figure one particular target is held against. */
    public Figure figure(Target target, Period period) {
        return switch (target.indicator()) {
            case Element.INTENSITY -> intensity.cumulative(target.region(), period, context.baseYear(target));
            case Element.CARBON_INTENSITY -> carbon.figure(target, period);
            default -> progress.figure(target, period);
        };
    }

    private int energyBase(@Nullable Target target) {
        return target == null ? context.plan().baseYear() : context.baseYear(target);
    }

    /** {@code intensity}, {@code progress}, {@code total}, or an indicator of the plan. */
    public Light light(String region, String light, Period period) {
        return switch (light) {
            case Element.LIGHT_INTENSITY -> intensity.intensityLight(region, period);
            case Element.LIGHT_PROGRESS -> intensity.progressLight(region, period);
            case Element.LIGHT_TOTAL -> total.light(region, period);
            default -> {
                Target target = context.plan().target(region, light);
                yield target == null
                        ? Light.without(region, period, light, State.UNDIVIDED, "没有本地区的目标", null)
                        : light(target, period);
            }
        };
    }

    /** The light of one particular target; of the intensity target it is the cumulative one. */
    public Light light(Target target, Period period) {
        return switch (target.indicator()) {
            case Element.INTENSITY -> intensity.progressLight(target.region(), period);
            case Element.CARBON_INTENSITY -> carbon.light(target, period);
            default -> progress.light(target, period);
        };
    }

    /** What a light compares: the figure behind it. */
    public @Nullable Figure figureOfLight(String region, String light, Period period) {
        return figure(region, Element.judgedBy(light), period);
    }

    /**
     * What a light holds its figure against, with its own explanation: the year's share, the path, the total allowed.
     *
     * @return null where the light compares with the target itself, or with nothing
     */
    public @Nullable Figure yardstick(Light light) {
        Target target = light.target();
        if (target == null || light.level() == null) {
            return null;
        }
        return switch (light.light()) {
            case Element.LIGHT_INTENSITY -> intensity.share(target, light.period());
            case Element.LIGHT_PROGRESS -> intensity.pathFigure(target, light.period());
            case Element.LIGHT_TOTAL -> total.allowed(light.region(), light.period(), target);
            case Element.CARBON_INTENSITY -> carbon.pathFigure(target, light.period());
            default -> progress.pathFigure(target, light.period());
        };
    }

    /**
     * Where the target's path stands at the end of the period, in the unit of its figure.
     *
     * @return null where the target has no base, or the period lies outside its years
     */
    public java.math.@Nullable BigDecimal onPath(Target target, Period period) {
        boolean ofPath = target.indicator().equals(Element.INTENSITY)
                || target.indicator().equals(Element.CARBON_INTENSITY);
        if (!ofPath) {
            return progress.onPath(target, period);
        }
        Path path = intensity.path(target);
        return period.year() < path.baseYear() ? null : Arithmetic.percent(path.after(period.year()));
    }

    /** Periods for which anything is known of the region, in order. */
    public Collection<Period> periods(String region) {
        return context.facts().periods(region);
    }

    /**
     * Figures and lights of everything that facts are known for, region by region and period by period. A year for which
     * there are no rules gives none: its facts are bases of others.
     */
    public Result all() {
        return gathered(period -> true);
    }

    /** The same for one period. */
    public Result of(Period period) {
        return gathered(period::equals);
    }

    /** The same for all periods that end no later than this one. */
    public Result until(Period last) {
        return gathered(period -> !period.end().isAfter(last.end()));
    }

    /** The same for one region; of different regions at once by several threads, if need be. */
    public Result of(String region) {
        List<Figure> figures = new ArrayList<>();
        List<Light> lights = new ArrayList<>();
        gather(region, period -> true, figures, lights);
        return new Result(figures, lights);
    }

    private Result gathered(Predicate<Period> wanted) {
        List<Figure> figures = new ArrayList<>();
        List<Light> lights = new ArrayList<>();
        Set<String> regions = new LinkedHashSet<>(context.plan().places());
        regions.addAll(context.facts().regions());
        for (String region : regions) {
            gather(region, wanted, figures, lights);
        }
        return new Result(figures, lights);
    }

    private void gather(String region, Predicate<Period> wanted, List<Figure> figures, List<Light> lights) {
        List<Target> targets = context.plan().targets(region).stream()
                .filter(target -> !target.indicator().equals(Element.INTENSITY))
                .toList();
        List<String> computable = computable(region);
        boolean ofCarbon = speaksOfCarbon(region);
        boolean ofProcesses = kinds.knowsProcesses(region);
        for (Period period : periods(region)) {
            if (!wanted.test(period) || !context.rules().covers(period.year())) {
                continue;
            }
            energy(region, period, figures, lights);
            if (ofCarbon) {
                carbon(region, period, figures);
            }
            Figure process = ofProcesses ? kinds.process(region, period) : null;
            if (process != null) {
                figures.add(process);
            }
            for (Target target : targets) {
                if (touches(target, period)) {
                    figures.add(figure(target, period));
                    lights.add(light(target, period));
                }
            }
            for (String indicator : computable) {
                Figure figure = levels.touches(region, indicator, period, period.year())
                        ? levels.figure(region, indicator, period)
                        : null;
                if (figure != null) {
                    figures.add(figure);
                }
            }
        }
    }

    /** Indicators with a formula and without a target there, as far as their elements were ever reported. */
    private List<String> computable(String region) {
        return context.rules().formulas().indicators().stream()
                .filter(indicator -> context.plan().targets(region, indicator).isEmpty())
                .filter(indicator -> !levels.beyondReach(region, indicator))
                .toList();
    }

    private boolean touches(Target target, Period period) {
        return target.indicator().equals(Element.CARBON_INTENSITY)
                ? carbon.touches(target, period)
                : progress.touches(target, period);
    }

    /** Carbon dioxide is given where somebody speaks of it: the plan by a target, or a fact. */
    private boolean speaksOfCarbon(String region) {
        Set<String> reported = context.facts().elements(region);
        return context.plan().target(region, Element.CARBON_INTENSITY) != null
                || context.plan().target(region, Element.CARBON) != null
                || reported.contains(Element.CARBON)
                || reported.contains(Element.CARBON_PUBLISHED);
    }

    private void carbon(String region, Period period, List<Figure> figures) {
        if (!carbon.isKnown(region, period)) {
            return;
        }
        if (context.plan().target(region, Element.CARBON) == null) {
            figures.add(carbon.total(region, period));
        }
        figures.add(carbon.change(region, period));
        boolean targeted = context.plan().target(region, Element.CARBON_INTENSITY) != null;
        if (!targeted && period.isYear() && period.year() > energyBase(null)) {
            figures.add(carbon.cumulative(region, period, energyBase(null)));
        }
    }

    private void energy(String region, Period period, List<Figure> figures, List<Light> lights) {
        if (!anyEnergy(region, period)) {
            return;
        }
        figures.add(intensity.change(region, period));
        Target target = context.plan().target(region, Element.INTENSITY);
        if (period.isYear() && period.year() > energyBase(target)) {
            figures.add(intensity.cumulative(region, period, energyBase(target)));
            if (target != null && period.year() < target.due().year()) {
                figures.add(intensity.required(region, period, target));
                figures.addAll(outlook(region, period));
            }
        }
        Figure assessed = null;
        Figure allowed = null;
        if (accounts.gross(region, period) != null) {
            figures.add(total.level(region, period));
            assessed = total.assessed(region, period);
            figures.add(assessed);
            if (target != null && period.isYearToDate() && period.year() > energyBase(target)) {
                allowed = total.allowed(region, period, target);
                figures.add(allowed);
            }
        }
        boolean outside = target != null
                && (period.year() <= energyBase(target)
                        || period.year() > target.due().year());
        if (period.isYearToDate() && !outside) {
            lights.add(intensity.intensityLight(region, period));
            lights.add(
                    target == null || assessed == null || allowed == null
                            ? total.light(region, period)
                            : total.light(region, period, target, assessed, allowed));
            if (period.isYear()) {
                lights.add(intensity.progressLight(region, period));
            }
        }
    }

    private boolean anyEnergy(String region, Period period) {
        for (String element : ENERGY_ELEMENTS) {
            if (context.find(region, element, period) != null) {
                return true;
            }
        }
        return product.isKnown(region, period) || accounts.gross(region, period) != null;
    }

    /** Everything at once, for whoever wants it as data. */
    public record Result(List<Figure> figures, List<Light> lights) {
        public Result {
            figures = List.copyOf(figures);
            lights = List.copyOf(lights);
        }
    }
}
