package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Units;
import org.luheng.accounting.replacement.Condition;
import org.luheng.accounting.replacement.Demand;
import org.luheng.accounting.replacement.Ratio;
import org.luheng.accounting.replacement.Replacements;
import org.luheng.accounting.replacement.Subject;

/** Whether projects replace enough of the coal and the pollutants they add: one row a project, subject and source. */
public final class ReplacementCalculation implements Calculation {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final String TONNES = "吨";
    private static final Map<String, String> NAMES = Map.of(Replacements.RATIO, "替代比例", Replacements.SHORTFALL, "替代缺口");
    private static final List<Condition> CONDITIONS = List.of(
            Condition.WATER_FAILED,
            Condition.PM25_FAILED,
            Condition.AREA_FAILED,
            Condition.EFFICIENT_POWER,
            Condition.HIGH_ENERGY,
            Condition.REBUILT);

    private final List<Ratio> ratios;
    private final Units units;
    private final Register register;

    public ReplacementCalculation(List<Ratio> ratios, Units units, Register register) {
        this.ratios = List.copyOf(ratios);
        this.units = units;
        this.register = register;
    }

    @Override
    public String code() {
        return "replacement";
    }

    @Override
    public String title() {
        return "煤炭和污染物替代";
    }

    @Override
    public String purpose() {
        return "核对新建、改建项目新增的煤炭消费和主要污染物是否按比例替代：适用的比例中取最严的；条件没有写明而会更严的不下结论；一个来源不重复使用。";
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("id", true, "项目编号"),
                new Column("name", true, "项目名称"),
                new Column("region", true, "所在地：register/regions.csv 的代码或名称，或六位行政区划代码"),
                new Column("year", true, "年份"),
                new Column("subject", true, "替代什么：" + ReplacementRows.subjects()),
                new Column("added", true, "新增量，大于零；一个项目几个来源分行写时各行相同"),
                new Column("unit", true, "新增量、替代量的单位，如 吨"),
                new Column("source", false, "替代来源，同一来源写同一名称；没有替代就空着"),
                new Column("replaced", false, "本项目用这一来源替代的量；写了来源就要写"),
                new Column("available", false, "这一来源共有多少可用；不知道就空着"),
                new Column("kind", false, "项目类别，只为豁免：污水处理厂、垃圾处理厂、危险废物处置厂、医疗废物处置厂"),
                new Column("provincial", false, "省定替代倍数，没有就空着")));
        for (Condition condition : CONDITIONS) {
            columns.add(new Column(condition.code(), false, condition.word() + "：是、否；空着是不知道"));
        }
        return List.copyOf(columns);
    }

    @Override
    public String example() {
        return """
                id,name,region,year,subject,added,unit,source,replaced,available,kind,provincial,rebuilt,water_failed,pm25_failed
                R1,示例锅炉改建,郑州市,2022,coal,10000,吨,示例水泥厂关停,15000,15000,,,是,,
                R1,示例锅炉改建,郑州市,2022,coal,10000,吨,示例供热站煤改气,6000,8000,,,是,,
                R1,示例锅炉改建,郑州市,2022,NOx,12,吨,示例水泥厂关停,20,40,,,,,是
                R2,示例涂装线,福州市,2023,VOCs,5,吨,示例印刷厂治理,6.5,7,,,,,否
                """;
    }

    @Override
    public Calculated calculate(String label, String text) {
        InputTable table = InputTable.read(label, text, columns());
        // A source may be used by any project: one row at fault, and nobody's sum is sure.
        Map<List<String>, Started> started = new LinkedHashMap<>();
        table.all().forEach(row -> read(row, started));
        List<Figure> figures = new ArrayList<>();
        Map<String, String> bodies = new HashMap<>();
        if (table.findings().errors() == 0) {
            List<Demand> demands =
                    started.values().stream().map(Started::demand).toList();
            for (Replacements.Check check : Replacements.of(demands, ratios)) {
                Demand demand = check.demand();
                bodies.put(demand.key(), demand.name() + "（" + demand.subject().word() + "）");
                figures.add(check.ratio());
                figures.add(check.shortfall());
            }
        }
        return new Calculated(figures, NAMES, bodies, table.notices());
    }

    /** A project and subject, gathered from its rows. */
    private record Started(Row row, Demand first, List<Demand.Source> sources) {
        Demand demand() {
            return new Demand(
                    first.id(),
                    first.name(),
                    first.region(),
                    first.year(),
                    first.subject(),
                    first.added(),
                    first.conditions(),
                    first.kind(),
                    first.provincial(),
                    sources,
                    first.where());
        }
    }

    private void read(Row row, Map<List<String>, Started> started) {
        long errors = row.findings().errors();
        String id = row.required("id");
        String name = row.required("name");
        String region = region(row);
        row.required("year");
        Integer year = row.whole("year", FIRST_YEAR, LAST_YEAR);
        String word = row.required("subject");
        Subject subject = Subject.of(word);
        if (subject == null && !word.isEmpty()) {
            row.fault(Fault.NOT_ONE_OF, "subject", "allowed", ReplacementRows.subjects());
        }
        row.required("added");
        String unit = row.required("unit");
        if (!unit.isEmpty() && units.convert(BigDecimal.ONE, unit, TONNES) == null) {
            row.fault(
                    units.knows(unit) ? Fault.WRONG_DIMENSION : Fault.UNKNOWN_UNIT,
                    "unit",
                    "element",
                    word,
                    "unit",
                    TONNES);
        }
        BigDecimal added = tonnes(row, "added", unit, false);
        BigDecimal provincial = row.decimal("provincial");
        if (provincial != null && provincial.signum() <= 0) {
            row.fault(Fault.NOT_POSITIVE, "provincial");
        }
        Map<Condition, Boolean> conditions = new EnumMap<>(Condition.class);
        for (Condition condition : CONDITIONS) {
            String said = row.oneOf(condition.code(), List.of("是", "否", ""));
            if (!said.isEmpty()) {
                conditions.put(condition, said.equals("是"));
            }
        }
        Demand.Source source = source(row, unit);
        if (row.findings().errors() > errors || year == null || subject == null || added == null) {
            return;
        }
        Demand demand = new Demand(
                id,
                name,
                region,
                year,
                subject,
                added,
                conditions,
                row.text("kind"),
                provincial,
                List.of(),
                row.place().inWords());
        Started known = started.putIfAbsent(
                List.of(id, subject.code(), year.toString()), new Started(row, demand, new ArrayList<>()));
        Started of = known == null ? started.get(List.of(id, subject.code(), year.toString())) : known;
        if (known != null) {
            same(row, known);
        }
        if (of != null && source != null) {
            for (Demand.Source each : of.sources) {
                if (each.name().equals(source.name())) {
                    row.fault(Fault.DUPLICATE_ID, "source", "where", each.where());
                }
            }
            of.sources.add(source);
        }
    }

    /** What is said of the project is the same in all its rows. */
    private void same(Row row, Started known) {
        List<String> columns = new ArrayList<>(List.of("name", "region", "added", "unit", "kind", "provincial"));
        CONDITIONS.forEach(condition -> columns.add(condition.code()));
        for (String column : columns) {
            String other = known.row.text(column);
            if (!row.text(column).equals(other)) {
                row.fault(
                        Fault.ROWS_DIFFER,
                        column,
                        "line",
                        Integer.toString(known.row.line()),
                        "other",
                        other.isEmpty() ? "空" : other);
            }
        }
    }

    private Demand.@Nullable Source source(Row row, String unit) {
        String name = row.text("source");
        if (name.isEmpty()) {
            for (String column : List.of("replaced", "available")) {
                if (!row.text(column).isEmpty()) {
                    row.fault(Fault.GOES_WITH, "source", "other", column);
                }
            }
            return null;
        }
        if (row.text("replaced").isEmpty()) {
            row.fault(Fault.GOES_WITH, "replaced", "other", "source");
        }
        BigDecimal replaced = tonnes(row, "replaced", unit, true);
        BigDecimal available = tonnes(row, "available", unit, true);
        return replaced == null
                ? null
                : new Demand.Source(name, replaced, available, row.place().inWords());
    }

    private @Nullable BigDecimal tonnes(Row row, String column, String unit, boolean zero) {
        BigDecimal value = row.decimal(column);
        if (value != null && value.signum() < (zero ? 0 : 1)) {
            row.fault(zero ? Fault.NEGATIVE : Fault.NOT_POSITIVE, column);
        }
        return value == null ? null : units.convert(value, unit, TONNES);
    }

    private String region(Row row) {
        String text = row.required("region");
        if (text.isEmpty() || text.matches("[0-9]{6}")) {
            return text;
        }
        Register.Lookup lookup = register.region(text, null);
        Finding finding = Register.finding(lookup, row.place().column("region"), text);
        if (finding != null) {
            row.findings().add(finding);
        }
        return lookup instanceof Register.Lookup.Found(Region region) ? region.code() : "";
    }
}
