package org.luheng.accounting.reduction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Stage;
import org.luheng.accounting.Trace;

/**
 * Counts the projects of all lists together. Which of two rows about the same thing counts does not depend on their order: the
 * one accepted first, then the one for the earlier year, then by id.
 */
public final class Reductions {
    private static final String UNIT = Tonnes.UNIT;
    private static final BigDecimal MONTHS = new BigDecimal(12);
    private static final LocalDate NEVER = LocalDate.MAX;

    /** In this order one that bites is named first. */
    private static final List<Input> LIMITS = List.of(Input.BASE_EMISSION, Input.GENERATED, Input.PERMITTED);

    private static final Comparator<Project> FIRST_ACCEPTED = Comparator.comparing(
                    (Project project) -> project.accepted() == null ? NEVER : project.accepted())
            .thenComparingInt(Project::year)
            .thenComparing(Project::id)
            .thenComparing(Project::ref);

    private final ReductionRules rules;
    /** Projects of which something was sold or used elsewhere. */
    private final Map<String, List<Project>> usedElsewhere = new HashMap<>();

    /** What already counts, in the order in which it was counted; gross, before replacement used. */
    private final Map<String, List<Counted>> counted = new HashMap<>();

    private Reductions(ReductionRules rules) {
        this.rules = rules;
    }

    private record Counted(Project project, BigDecimal gross) {}

    /** One for each project, in the order given. */
    public static List<Reduction> of(List<Project> projects, ReductionRules rules) {
        Reductions reductions = new Reductions(rules);
        for (Project project : projects) {
            if (!project.alsoUsed().isEmpty()) {
                reductions
                        .usedElsewhere
                        .computeIfAbsent(source(project), source -> new ArrayList<>())
                        .add(project);
            }
        }
        Integer[] order = new Integer[projects.size()];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, Comparator.comparing(projects::get, FIRST_ACCEPTED));
        Reduction[] found = new Reduction[projects.size()];
        for (int at : order) {
            found[at] = reductions.reduction(projects.get(at));
        }
        return List.of(found);
    }

    private static String source(Project project) {
        return project.source() + '|' + project.pollutant();
    }

    private Reduction reduction(Project project) {
        Measure measure = rules.measure(project.measure(), project.year());
        if (measure == null) {
            RuleEdition none = new RuleEdition(
                    project.measure(),
                    "reduction",
                    project.measure(),
                    "",
                    project.year(),
                    project.year(),
                    "",
                    Certainty.UNSURE);
            return refused(project, none, project.year() + "年没有适用于“" + project.measure() + "”的核算办法");
        }
        Condition.Matter uncovered = rules.uncovered(project.year());
        if (uncovered != null) {
            return refused(project, measure.edition(), project.year() + "年没有适用的核算规则 reduction." + uncovered.code());
        }
        String objection = objection(project, measure);
        return objection == null ? computed(project, measure) : refused(project, measure.edition(), objection);
    }

    private Condition condition(Condition.Matter matter, Project project) {
        return rules.condition(matter, project.year()).orElseThrow();
    }

    private static Reduction refused(Project project, RuleEdition edition, String why) {
        Figure net = Figure.missing(
                project.key(), Period.year(project.year()), project.pollutant().indicator(), UNIT, edition, why);
        return new Reduction(project, net, null, "", List.of(), null);
    }

    /** Why the project does not count, before anything is computed; null: it may. */
    private @Nullable String objection(Project project, Measure measure) {
        if (!measure.pollutants().contains(project.pollutant())) {
            return "“" + measure.title() + "”不用于" + project.pollutant().word();
        }
        if (measure.inventoried() && !project.inBase()) {
            return "污染源不在基准年排放清单内，没有可减的基数";
        }
        String wrong = wrongNumber(project, measure);
        if (wrong != null) {
            return wrong;
        }
        if (measure.exclusive()) {
            for (Project other : usedElsewhere.getOrDefault(source(project), List.of())) {
                if (other.sameSource(project) && other.measure().equals(project.measure())) {
                    return "已用作" + other.alsoUsed()
                            + (other.equals(project)
                                    ? ""
                                    : "（" + other.id() + " " + other.name() + "，" + other.ref() + "）")
                            + "，不能再计减排量";
                }
            }
        } else if (!project.alsoUsed().isEmpty() && project.offsetUsed() == null) {
            return "已用作" + project.alsoUsed() + "，但没有写用去多少吨（offset_used）";
        }
        for (Counted first : counted.getOrDefault(source(project), List.of())) {
            Project other = first.project();
            if (other.sameSource(project)
                    && other.measure().equals(project.measure())
                    && other.carried() == project.carried()) {
                return "同一污染源、污染物、措施已在 " + other.id() + " " + other.name() + "（" + other.year() + "年，" + other.ref()
                        + "）计过，只计一次";
            }
        }
        return null;
    }

    /** Missing, negative and impossible inputs, all at once. */
    private static @Nullable String wrongNumber(Project project, Measure measure) {
        List<String> missing = new ArrayList<>();
        for (Input input : measure.inputs()) {
            if (!project.inputs().containsKey(input)) {
                missing.add(input.word() + "（" + input.column() + "，" + input.unit() + "）");
            }
        }
        if (!missing.isEmpty()) {
            return "缺" + String.join("、", missing);
        }
        for (Map.Entry<Input, BigDecimal> each : new TreeMap<>(project.inputs()).entrySet()) {
            Input input = each.getKey();
            BigDecimal value = each.getValue();
            BigDecimal most = input.most();
            if (value.signum() < 0) {
                return input.word() + " " + value.toPlainString() + " 是负数";
            }
            if (most != null && value.compareTo(most) > 0) {
                return input.word() + " " + value.toPlainString() + " 超过 " + most + input.unit();
            }
        }
        if (project.offsetUsed() != null && project.offsetUsed().signum() < 0) {
            return "区域削减占用量 " + project.offsetUsed().toPlainString() + " 是负数";
        }
        return null;
    }

    /** How many months of the assessed year count, or why none. */
    private record Months(int count, String why) {}

    private Months months(Project project, Measure measure) {
        Condition base = condition(Condition.Matter.BASE, project);
        LocalDate accepted = project.accepted();
        if (project.year() <= base.number()) {
            return new Months(0, project.year() + "年不晚于基准年 " + base.number() + " 年");
        }
        if (!measure.byMonth()) {
            if (project.carried()) {
                return new Months(0, "“" + measure.title() + "”不按月计，没有结转");
            }
            if (accepted != null && accepted.getYear() > project.year()) {
                return new Months(0, accepted + " 才完成，" + project.year() + "年不计");
            }
            return accepted != null && accepted.getYear() < base.number()
                    ? new Months(0, accepted + " 已完成，早于基准年 " + base.number() + " 年，已在基数中")
                    : new Months(12, "");
        }
        if (accepted == null) {
            return new Months(0, "缺稳定运行或验收日期（accepted）");
        }
        int after = condition(Condition.Matter.START, project).number();
        YearMonth first = YearMonth.from(accepted).plusMonths(after);
        if (!first.isAfter(YearMonth.of(base.number(), 1))) {
            return new Months(0, accepted + " 已稳定运行，基准年 " + base.number() + " 年全年在运行，已在基数中");
        }
        YearMonth start = YearMonth.of(project.year(), 1);
        long left = ChronoUnit.MONTHS.between(first, start.plusYears(1));
        if (left <= 0) {
            return new Months(0, accepted + " 稳定运行，从 " + first + " 起计，" + project.year() + "年不计");
        }
        if (!project.carried()) {
            return new Months((int) Math.min(left, 12), "");
        }
        int over = first.getYear() == project.year() - 1 ? first.getMonthValue() - 1 : 0;
        return over == 0
                ? new Months(0, accepted + " 稳定运行，从 " + first + " 起计，没有结转到" + project.year() + "年的月份")
                : new Months(over, "");
    }

    private Reduction computed(Project project, Measure measure) {
        RuleEdition own = measure.edition();
        Form.Numbers numbers = new Form.Numbers(project.inputs());
        String refusal = measure.form().refusal(numbers);
        if (refusal != null) {
            return refused(project, own, refusal);
        }
        Months months = months(project, measure);
        if (months.count() == 0) {
            return refused(project, own, months.why());
        }
        Form.Amount amount = measure.form().of(numbers);
        if (amount.tonnes().signum() < 0) {
            return refused(
                    project, own, amount.formula() + " = " + Arithmetic.printed(amount.tonnes()) + " 吨，比基准年多，不是减排");
        }
        Limited limited = limited(project, amount.tonnes(), months.count());
        BigDecimal used = project.offsetUsed() == null ? BigDecimal.ZERO : project.offsetUsed();
        if (used.compareTo(limited.gross()) > 0) {
            return refused(
                    project,
                    own,
                    "区域削减占用量 " + used.toPlainString() + " 吨大于减排量 " + Arithmetic.printed(limited.gross()) + " 吨");
        }
        BigDecimal net = limited.gross().subtract(used);
        Project.Failure failure = project.failure();
        String wrongFailure = failure == null ? null : wrong(failure, project, net);
        if (wrongFailure != null) {
            return refused(project, own, wrongFailure);
        }
        counted.computeIfAbsent(source(project), source -> new ArrayList<>())
                .add(new Counted(project, limited.gross()));
        List<Condition> conditions = conditions(project, measure);
        RuleEdition edition = withWorst(own, conditions);
        Figure figure = new Figure(
                project.key(),
                Period.year(project.year()),
                project.pollutant().indicator(),
                net,
                UNIT,
                edition,
                null,
                false,
                () -> explained(project, measure, amount, months.count(), limited, net, conditions));
        return new Reduction(
                project,
                figure,
                failure == null ? null : takenBack(project, failure, net, figure),
                limited.words(),
                differences(project, net, figure),
                greenhouse(project, net, figure));
    }

    /** What the limits left. {@code formula} goes from the full year's amount to the gross one. */
    private record Limited(BigDecimal gross, String formula, String words) {}

    /** A year's amount is limited first, then the months are taken, then what the source has already given. */
    private Limited limited(Project project, BigDecimal tonnes, int months) {
        BigDecimal least = tonnes;
        String formula = Arithmetic.printed(tonnes);
        String words = "";
        for (Input input : LIMITS) {
            BigDecimal most = project.inputs().get(input);
            if (most != null && most.compareTo(least) < 0) {
                least = most;
                words = "算得 " + Arithmetic.printed(tonnes) + " 吨，以" + input.word() + " " + most.toPlainString()
                        + " 吨为限";
            }
        }
        if (least.compareTo(tonnes) < 0) {
            formula = "min(" + formula + ", " + least.toPlainString() + ")";
        }
        BigDecimal gross = least;
        if (months < 12) {
            // What is carried is what the first year left, so that thirds of a tonne neither get lost nor exceed the
            // limit.
            gross = project.carried() ? least.subtract(share(least, 12 - months)) : share(least, months);
            formula += " × " + months + " ÷ 12";
        }
        BigDecimal base = project.inputs().get(Input.BASE_EMISSION);
        if (base != null) {
            BigDecimal left = base.subtract(given(project)).max(BigDecimal.ZERO);
            if (left.compareTo(gross) < 0) {
                words += (words.isEmpty() ? "" : "；") + "该污染源其他措施已计 " + Arithmetic.printed(given(project))
                        + " 吨，基准年排放量 " + base.toPlainString() + " 吨只余 " + Arithmetic.printed(left) + " 吨";
                formula = "min(" + formula + ", " + base.toPlainString() + " − " + Arithmetic.printed(given(project))
                        + ")";
                gross = left;
            }
        }
        return new Limited(gross, formula, words);
    }

    private static BigDecimal share(BigDecimal year, int months) {
        return Arithmetic.divide(year.multiply(new BigDecimal(months)), MONTHS);
    }

    /** What other rows about this source already count. */
    private BigDecimal given(Project project) {
        return counted.getOrDefault(source(project), List.of()).stream()
                .filter(each -> each.project().sameSource(project))
                .map(Counted::gross)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable String wrong(Project.Failure failure, Project project, BigDecimal net) {
        if (failure.year() < project.year()) {
            return "核减年份 " + failure.year() + " 早于核算年份 " + project.year();
        }
        BigDecimal amount = failure.amount();
        if (amount != null && amount.signum() <= 0) {
            return "核减量 " + amount.toPlainString() + " 吨不是正数";
        }
        return amount != null && amount.compareTo(net) > 0
                ? "核减量 " + amount.toPlainString() + " 吨大于已计的 " + Arithmetic.printed(net) + " 吨"
                : null;
    }

    /** The conditions that had a say in this figure. */
    private List<Condition> conditions(Project project, Measure measure) {
        Map<Condition.Matter, Condition> conditions = new EnumMap<>(Condition.Matter.class);
        for (Condition.Matter matter :
                List.of(Condition.Matter.BASE, Condition.Matter.LIMIT, Condition.Matter.ONCE, Condition.Matter.NET)) {
            conditions.put(matter, condition(matter, project));
        }
        if (measure.inventoried()) {
            conditions.put(Condition.Matter.INVENTORY, condition(Condition.Matter.INVENTORY, project));
        }
        if (measure.byMonth()) {
            conditions.put(Condition.Matter.START, condition(Condition.Matter.START, project));
        }
        return List.copyOf(conditions.values());
    }

    /** The edition, no surer than the least sure of what it was used with. */
    static RuleEdition withWorst(RuleEdition edition, List<Condition> conditions) {
        Certainty worst = edition.certainty();
        for (Condition condition : conditions) {
            worst = worse(worst, condition.edition().certainty());
        }
        return with(edition, worst);
    }

    static Certainty worse(Certainty one, Certainty other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    static RuleEdition with(RuleEdition edition, Certainty certainty) {
        return new RuleEdition(
                edition.id(),
                edition.matter(),
                edition.title(),
                edition.text(),
                edition.from(),
                edition.to(),
                edition.source(),
                certainty);
    }

    private static Trace explained(
            Project project,
            Measure measure,
            Form.Amount amount,
            int months,
            Limited limited,
            BigDecimal net,
            List<Condition> conditions) {
        List<Trace> inputs = new ArrayList<>();
        new TreeMap<>(project.inputs())
                .forEach(
                        (input, value) -> inputs.add(leaf(project, input.column(), input.word(), value, input.unit())));
        inputs.add(Trace.rule(measure.edition()));
        List<Trace> children = new ArrayList<>();
        children.add(Trace.computed(
                measure.title() + "全年形成的" + project.pollutant().word() + "减排能力",
                amount.formula() + " = " + Arithmetic.printed(amount.tonnes()),
                amount.tonnes(),
                UNIT,
                inputs));
        BigDecimal used = project.offsetUsed();
        if (used != null) {
            children.add(leaf(project, "offset_used", "区域削减占用量", used, UNIT));
        }
        conditions.forEach(condition -> children.add(Trace.rule(condition.edition())));
        StringBuilder text = new StringBuilder(project.title() + " " + project.year() + "年"
                + project.pollutant().word() + "重点工程减排量");
        if (months < 12) {
            text.append("，计 ").append(months).append(" 个月").append(project.carried() ? "（上年结转）" : "");
        }
        if (!limited.words().isEmpty()) {
            text.append("；").append(limited.words());
        }
        if (project.greenhouseFactor() == null) {
            text.append("；没有给出温室气体协同系数，协同减排量不算");
        }
        return Trace.computed(
                text.toString(),
                limited.formula()
                        + (used == null ? "" : " − " + used.toPlainString())
                        + " = "
                        + Arithmetic.printed(net),
                net,
                UNIT,
                children);
    }

    private static Trace leaf(Project project, String column, String word, BigDecimal value, String unit) {
        return Trace.fact(
                word,
                new Fact(
                        0,
                        project.region(),
                        Period.year(project.year()),
                        column,
                        value,
                        unit,
                        null,
                        Stage.FINAL,
                        "",
                        "行政",
                        project.ref(),
                        null,
                        false,
                        project.ref() + " " + column));
    }

    private Figure takenBack(Project project, Project.Failure failure, BigDecimal net, Figure figure) {
        BigDecimal amount = failure.amount() == null ? net : failure.amount();
        Condition condition = condition(Condition.Matter.TAKEN_BACK, project);
        RuleEdition edition = with(
                condition.edition(),
                worse(condition.edition().certainty(), figure.edition().certainty()));
        return new Figure(
                project.key(),
                Period.year(failure.year()),
                Reduction.takenBack(project.pollutant()),
                amount.negate(),
                UNIT,
                edition,
                null,
                false,
                () -> Trace.computed(
                        project.title() + " " + failure.year() + "年核减：" + failure.reason(),
                        "−" + Arithmetic.printed(amount),
                        amount.negate(),
                        UNIT,
                        List.of(figure.trace(), Trace.rule(condition.edition()))));
    }

    private static List<Figure> differences(Project project, BigDecimal net, Figure figure) {
        List<Figure> differences = new ArrayList<>();
        for (Map.Entry<Verdict, BigDecimal> each : new TreeMap<>(project.verdicts()).entrySet()) {
            Verdict verdict = each.getKey();
            BigDecimal said = each.getValue();
            BigDecimal difference = net.subtract(said);
            differences.add(new Figure(
                    project.key(),
                    figure.period(),
                    Reduction.difference(project.pollutant(), verdict),
                    difference,
                    UNIT,
                    figure.edition(),
                    null,
                    false,
                    () -> Trace.computed(
                            project.title() + " 算得的减排量减去" + verdict.word() + "量",
                            Arithmetic.printed(net) + " − " + said.toPlainString() + " = "
                                    + Arithmetic.printed(difference),
                            difference,
                            UNIT,
                            List.of(
                                    figure.trace(),
                                    leaf(project, verdict.code(), verdict.word() + "减排量", said, UNIT),
                                    Trace.rule(figure.edition())))));
        }
        return differences;
    }

    private static @Nullable Figure greenhouse(Project project, BigDecimal net, Figure figure) {
        BigDecimal factor = project.greenhouseFactor();
        if (factor == null) {
            return null;
        }
        BigDecimal value = net.multiply(factor);
        String unit = "吨二氧化碳当量";
        return new Figure(
                project.key(),
                figure.period(),
                Reduction.greenhouse(project.pollutant()),
                value,
                unit,
                figure.edition(),
                null,
                false,
                () -> Trace.computed(
                        project.title() + " 温室气体协同减排量，系数出自" + project.greenhouseSource(),
                        Arithmetic.printed(net) + " × " + factor.toPlainString() + " = " + Arithmetic.printed(value),
                        value,
                        unit,
                        List.of(
                                figure.trace(),
                                leaf(project, "greenhouse_factor", "温室气体协同系数", factor, "tCO₂e/t"),
                                Trace.rule(figure.edition()))));
    }
}
