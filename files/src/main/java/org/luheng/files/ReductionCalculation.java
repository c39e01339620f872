package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Units;
import org.luheng.accounting.reduction.Input;
import org.luheng.accounting.reduction.Measure;
import org.luheng.accounting.reduction.Pollutant;
import org.luheng.accounting.reduction.Project;
import org.luheng.accounting.reduction.Quota;
import org.luheng.accounting.reduction.Quotas;
import org.luheng.accounting.reduction.Reduction;
import org.luheng.accounting.reduction.ReductionRules;
import org.luheng.accounting.reduction.Reductions;
import org.luheng.accounting.reduction.Verdict;
import org.luheng.accounting.reduction.YearTotals;

/** Reductions of pollutants from a list of projects: one row a measure at a source, for one pollutant and year. */
public final class ReductionCalculation implements Calculation {
    private static final int MOST_ROWS = 20_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final String FAILED_YEAR = "failed_year";

    private final ReductionRules rules;
    private final Units units;
    private final Register register;
    private final List<Plan> plans;

    /** Codes of the measures by code and by title. */
    private final Map<String, String> measures = new LinkedHashMap<>();

    private final List<Column> columns;

    /** @param plans whose quotas the projects count against: each that gives one of their places a quota for their years */
    public ReductionCalculation(ReductionRules rules, Units units, Register register, List<Plan> plans) {
        this.rules = rules;
        this.units = units;
        this.register = register;
        this.plans = List.copyOf(plans);
        rules.measures().forEach(measure -> measures.put(measure.code(), measure.code()));
        rules.measures().forEach(measure -> measures.putIfAbsent(measure.title(), measure.code()));
        this.columns = columns(rules);
    }

    @Override
    public String code() {
        return "reductions";
    }

    @Override
    public String title() {
        return "主要污染物减排量";
    }

    @Override
    public String purpose() {
        return "按项目核算化学需氧量、氨氮、氮氧化物、挥发性有机物的重点工程减排量：一个污染源、污染物、措施只计一次，不超过基准年排放量，" + "扣除区域削减占用量和核减量，并与申报量、核定量比较。";
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    private static List<Column> columns(ReductionRules rules) {
        Map<String, String> words = new LinkedHashMap<>();
        rules.measures().forEach(measure -> words.put(measure.code(), measure.code() + " " + measure.title()));
        List<Column> columns = new ArrayList<>(List.of(
                new Column("id", true, "项目编号"),
                new Column("name", true, "项目名称"),
                new Column("region", true, "计入哪个地区：register/regions.csv 的代码或名称"),
                new Column("enterprise", false, "统一社会信用代码，可空；各企业排放口编号相同时要写"),
                new Column("source", true, "污染源：排放口或设施的编号；按车型、物料、密封点分行的，写明是哪一类"),
                new Column("measure", true, "措施：" + String.join("；", words.values())),
                new Column("pollutant", true, "COD、NH3-N、NOx、VOCs 或中文名称"),
                new Column("year", true, "核算年份"),
                new Column("accepted", false, "稳定运行（验收）日期，如 2021-07-15；按月计的措施必填"),
                new Column("carried", false, "是：本行计上一年没有计满的月份（结转）"),
                new Column("in_base", false, "是：污染源在基准年排放清单内")));
        for (Input input : Input.values()) {
            columns.add(new Column(input.column(), false, input.word() + "，" + input.unit() + usedBy(rules, input)));
        }
        columns.addAll(List.of(
                new Column("offset_used", false, "区域削减占用量，t：已用于新改扩建项目的"),
                new Column("also_used", false, "另作何用：排污权出售、替代来源；没有就空着"),
                new Column(FAILED_YEAR, false, "核减年份：以后核查不合格或复产的那一年"),
                new Column("failed_amount", false, "核减量，t；空着就是全部"),
                new Column("failed_reason", false, "核减原因；写了核减年份就要写"),
                new Column("claimed", false, "申报减排量，t"),
                new Column("city", false, "市级核定减排量，t"),
                new Column("province", false, "省级核定减排量，t"),
                new Column("greenhouse_factor", false, "温室气体协同系数，tCO₂e/t 污染物；没有就空着，不算协同减排量"),
                new Column("greenhouse_source", false, "协同系数的出处；写了系数就要写")));
        return List.copyOf(columns);
    }

    /** Which measures cannot do without it. */
    private static String usedBy(ReductionRules rules, Input input) {
        Set<String> codes = new LinkedHashSet<>();
        for (Measure measure : rules.measures()) {
            if (measure.inputs().contains(input)) {
                codes.add(measure.code());
            }
        }
        return codes.isEmpty() ? "，给出时作为上限" : "；" + String.join("、", codes) + " 必填";
    }

    @Override
    public String example() {
        return """
                id,name,region,source,measure,pollutant,year,accepted,in_base,base_emission,volume_base,volume,inflow,outflow,\
                removal_base,running_base,removal,running,offset_used,failed_year,failed_reason,claimed
                P1,示例污水处理厂二期,中原区,总排口,sewage-plant,COD,2021,2021-03-20,,,3000,3800,280,30,,,,,120,,,1400
                P1,示例污水处理厂二期,中原区,总排口,sewage-plant,NH3-N,2021,2021-03-20,,,3000,3800,28,1.5,,,,,,,,
                P2,示例电厂脱硝提效,荥阳市,1号炉,denitrification,NOx,2021,2021-06-30,是,900,,,,,70,95,85,98,,,,480
                P3,示例砖瓦厂关停,登封市,隧道窑,closure,NOx,2021,2021-09-01,是,36.5,,,,,,,,,,2023,复产,36.5
                """;
    }

    @Override
    public Calculated calculate(String label, String text) {
        Findings ofTable = new Findings();
        Table table = Table.read(new Source(label, text), names(true), names(false), ofTable);
        boolean whole = ofTable.list().stream().noneMatch(finding -> finding.fault() == Fault.BROKEN_QUOTES);
        if (table == Table.NONE || !whole || ofTable.unlisted() > 0) {
            throw new Refused(ofTable);
        }
        if (table.rows().size() > MOST_ROWS) {
            throw Refused.of(
                    Finding.of(Fault.TOO_MANY_ROWS, Place.file(label), "", "limit", Integer.toString(MOST_ROWS)));
        }
        Set<Integer> linesAtFault = new HashSet<>();
        ofTable.forEach(finding -> linesAtFault.add(finding.place().line()));
        Findings findings = new Findings();
        findings.addAll(ofTable.list());
        if (table.rows().isEmpty()) {
            findings.add(Fault.NO_ROWS, Place.file(label), "");
        }
        List<Project> projects = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Row row : table.rows()) {
            if (linesAtFault.contains(row.line())) {
                continue;
            }
            Project project = project(new Row(row.place(), row.columns(), row.fields(), findings));
            if (project != null) {
                projects.add(project);
                places.add(row.place());
            }
        }
        return calculated(Reductions.of(projects, rules), places, findings);
    }

    private Set<String> names(boolean required) {
        Set<String> names = new LinkedHashSet<>();
        columns.stream().filter(column -> column.required() == required).forEach(column -> names.add(column.name()));
        return names;
    }

    private Calculated calculated(List<Reduction> reductions, List<Place> places, Findings findings) {
        List<Figure> figures = new ArrayList<>();
        Map<String, String> bodies = new HashMap<>();
        for (int at = 0; at < reductions.size(); at++) {
            Reduction reduction = reductions.get(at);
            Project project = reduction.project();
            bodies.put(project.key(), project.title());
            bodies.put(project.region(), register.name(project.region()));
            figures.add(reduction.net());
            if (reduction.takenBack() != null) {
                figures.add(reduction.takenBack());
            }
            figures.addAll(reduction.differences());
            if (reduction.greenhouse() != null) {
                figures.add(reduction.greenhouse());
            }
            if (!reduction.counted()) {
                findings.add(
                        Fault.NOT_COUNTED,
                        places.get(at),
                        project.id(),
                        "reason",
                        String.valueOf(reduction.net().missing()));
            } else if (!reduction.limit().isEmpty()) {
                findings.add(Fault.LIMITED, places.get(at), project.id(), "reason", reduction.limit());
            }
        }
        figures.addAll(YearTotals.of(reductions, rules));
        plans.forEach(plan -> figures.addAll(against(plan, reductions, bodies)));
        List<Finding> notices = new ArrayList<>(findings.list());
        if (findings.unlisted() > 0) {
            notices.add(Finding.of(
                    Fault.MORE_FOUND,
                    Place.file(places.isEmpty() ? "" : places.getFirst().file()),
                    "",
                    "count",
                    Long.toString(findings.unlisted())));
        }
        return new Calculated(figures, indicators(), bodies, notices);
    }

    /** Where the places of the projects stand with the plan's quotas, at the end of the last year that has a project. */
    private List<Figure> against(Plan plan, List<Reduction> reductions, Map<String, String> bodies) {
        int year = reductions.stream()
                .map(Reduction::project)
                .filter(project -> plan.places().contains(project.region()))
                .mapToInt(Project::year)
                .filter(each -> each >= plan.firstYear() && each <= plan.lastYear())
                .max()
                .orElse(0);
        if (year == 0) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        for (Quota quota : Quotas.against(plan, rules, units, reductions, year).quotas()) {
            if (quota.target() != null && quota.done().value() != null) {
                bodies.put(quota.region(), register.name(quota.region()));
                figures.add(quota.share());
                figures.add(quota.remaining());
            }
        }
        return figures;
    }

    private static Map<String, String> indicators() {
        Map<String, String> names = new HashMap<>();
        for (Pollutant pollutant : Pollutant.values()) {
            String word = pollutant.word();
            names.put(pollutant.indicator(), word + "重点工程减排量");
            names.put(pollutant.indicator() + Quota.SHARE, word + "减排量完成规划目标的比例");
            names.put(pollutant.indicator() + Quota.REMAINING, word + "减排量距规划目标尚差");
            names.put(Reduction.takenBack(pollutant), word + "减排量核减");
            names.put(Reduction.greenhouse(pollutant), word + "减排的温室气体协同减排量");
            for (Verdict verdict : Verdict.values()) {
                names.put(Reduction.difference(pollutant, verdict), word + "减排量：算得减" + verdict.word());
            }
        }
        return names;
    }

    /** Null where anything in the row is wrong. */
    private @Nullable Project project(Row row) {
        long errors = row.findings().errors();
        String id = row.required("id");
        String name = row.required("name");
        String region = region(row);
        String source = row.required("source");
        String measure = measure(row);
        Pollutant pollutant = pollutant(row);
        row.required("year");
        Integer year = row.whole("year", FIRST_YEAR, LAST_YEAR);
        Map<Input, BigDecimal> inputs = inputs(row);
        Project.Failure failure = failure(row);
        BigDecimal factor = notNegative(row, "greenhouse_factor");
        if (factor != null && row.text("greenhouse_source").isEmpty()) {
            row.fault(Fault.GOES_WITH, "greenhouse_source", "other", "greenhouse_factor");
        }
        Map<Verdict, BigDecimal> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            BigDecimal said = notNegative(row, verdict.code());
            if (said != null) {
                verdicts.put(verdict, said);
            }
        }
        var accepted = row.date("accepted");
        boolean carried = row.yes("carried");
        boolean inBase = row.yes("in_base");
        BigDecimal offsetUsed = notNegative(row, "offset_used");
        if (row.findings().errors() > errors || pollutant == null || year == null) {
            return null;
        }
        return new Project(
                id,
                name,
                region,
                row.text("enterprise"),
                source,
                measure,
                pollutant,
                year,
                accepted,
                carried,
                inBase,
                inputs,
                offsetUsed,
                row.text("also_used"),
                failure,
                verdicts,
                factor,
                row.text("greenhouse_source"),
                row.place().inWords());
    }

    private String region(Row row) {
        String text = row.required("region");
        if (text.isEmpty()) {
            return "";
        }
        Register.Lookup lookup = register.region(text, null);
        Finding finding = Register.finding(lookup, row.place().column("region"), text);
        if (finding != null) {
            row.findings().add(finding);
        }
        return lookup instanceof Register.Lookup.Found(Region region) ? region.code() : "";
    }

    private String measure(Row row) {
        String text = row.required("measure");
        String code = measures.get(text);
        if (code == null && !text.isEmpty()) {
            row.fault(Fault.NOT_ONE_OF, "measure", "allowed", String.join(" ", new LinkedHashSet<>(measures.values())));
        }
        return code == null ? "" : code;
    }

    private static @Nullable Pollutant pollutant(Row row) {
        String text = row.required("pollutant");
        Pollutant pollutant = Pollutant.of(text);
        if (pollutant == null && !text.isEmpty()) {
            row.fault(Fault.NOT_ONE_OF, "pollutant", "allowed", ReductionRows.pollutants());
        }
        return pollutant;
    }

    private static @Nullable BigDecimal notNegative(Row row, String column) {
        BigDecimal value = row.decimal(column);
        if (value != null && value.signum() < 0) {
            row.fault(Fault.NEGATIVE, column);
        }
        return value;
    }

    private static Map<Input, BigDecimal> inputs(Row row) {
        Map<Input, BigDecimal> inputs = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            String column = input.column();
            BigDecimal value = notNegative(row, column);
            if (value == null) {
                continue;
            }
            BigDecimal most = input.most();
            if (most != null && value.compareTo(most) > 0) {
                row.fault(Fault.MORE_THAN, column, "most", most.toPlainString(), "unit", input.unit());
            } else if (isLikeAFraction(input, value)) {
                row.fault(Fault.LIKE_A_FRACTION, column);
            }
            inputs.put(input, value);
        }
        return inputs;
    }

    /** A content of 0.8 % is common, a removal of 0.8 % is not. */
    private static boolean isLikeAFraction(Input input, BigDecimal value) {
        boolean content = input == Input.CONTENT || input == Input.CONTENT_BASE;
        return input.isShare() && !content && value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    private static Project.@Nullable Failure failure(Row row) {
        Integer year = row.whole(FAILED_YEAR, FIRST_YEAR, LAST_YEAR);
        BigDecimal amount = notNegative(row, "failed_amount");
        String reason = row.text("failed_reason");
        if (row.text(FAILED_YEAR).isEmpty()) {
            for (String column : List.of("failed_amount", "failed_reason")) {
                if (!row.text(column).isEmpty()) {
                    row.fault(Fault.GOES_WITH, FAILED_YEAR, "other", column);
                }
            }
        } else if (reason.isEmpty()) {
            row.fault(Fault.GOES_WITH, "failed_reason", "other", FAILED_YEAR);
        }
        return year == null ? null : new Project.Failure(year, amount, reason);
    }
}
