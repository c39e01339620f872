package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Stage;
import org.luheng.accounting.carbon.CarbonRules;
import org.luheng.accounting.carbon.EnterpriseCarbon;
import org.luheng.accounting.carbon.FuelAmount;
import org.luheng.accounting.carbon.ProcessAmount;
import org.luheng.accounting.carbon.ProcessFactor;
import org.luheng.accounting.energy.EnergyAmount;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.EnergyKind.Purpose;

/** Carbon dioxide of enterprises from a table of fuels, electricity, heat and processes; 企业温室气体排放核算方法与报告指南. */
public final class CarbonCalculation implements Calculation {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final String PROCESS = "process";
    private static final Map<String, String> NAMES = Map.of(
            EnterpriseCarbon.TOTAL,
            "二氧化碳排放量",
            EnterpriseCarbon.DIRECT,
            "其中：直接排放（燃料燃烧与过程）",
            EnterpriseCarbon.INDIRECT,
            "其中：净购入电力、热力的间接排放",
            EnterpriseCarbon.FEEDSTOCK,
            "其中：用作原料部分所含碳（未扣除）");

    private final Rules rules;
    private final Register register;
    private final CarbonRules factors;
    private final EnterpriseCarbon carbon;
    private final Map<String, EnergyKind> kinds = new LinkedHashMap<>();

    /** Codes of the processes by code and by name. */
    private final Map<String, String> processes = new LinkedHashMap<>();

    private final Map<String, Purpose> purposes = new LinkedHashMap<>();
    private final List<String> purposeWords;

    public CarbonCalculation(Rules rules, Register register) {
        this.rules = rules;
        this.register = register;
        this.factors = rules.carbon();
        this.carbon = new EnterpriseCarbon(rules.energy(), factors, rules.editions());
        for (EnergyKind kind : rules.energy().kinds()) {
            kinds.put(kind.code(), kind);
            kinds.put(kind.name(), kind);
        }
        for (ProcessFactor factor : factors.processes()) {
            processes.put(factor.process(), factor.process());
            processes.putIfAbsent(factor.name(), factor.process());
        }
        purposes.put("use", Purpose.USE);
        purposes.put("in", Purpose.IN);
        purposes.put("out", Purpose.OUT);
        purposes.put("sold", Purpose.SOLD);
        purposes.put("feedstock", Purpose.FEEDSTOCK);
        purposes.put("消费", Purpose.USE);
        purposes.put("投入", Purpose.IN);
        purposes.put("产出", Purpose.OUT);
        purposes.put("外供", Purpose.SOLD);
        purposes.put("原料", Purpose.FEEDSTOCK);
        List<String> words = new ArrayList<>(purposes.keySet());
        words.addAll(List.of(PROCESS, "过程"));
        purposeWords = List.copyOf(words);
    }

    @Override
    public String code() {
        return "carbon";
    }

    @Override
    public String title() {
        return "企业二氧化碳排放量";
    }

    @Override
    public String purpose() {
        return "由燃料、电力、热力的消费量和过程活动量核算二氧化碳排放量，直接与间接分列。实测热值、含碳量、氧化率优先；没有因子的品种不按零计；" + "电力因子的年份与活动年份不同时写明。";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("enterprise", true, "企业名称或统一社会信用代码"),
                new Column("year", true, "年份"),
                new Column("item", true, "能源品种（rules/energy-kinds.csv）或过程（rules/process-factors.csv）的代码或名称"),
                new Column(
                        "purpose",
                        true,
                        "use 消费（不含加工转换投入）、in 投入加工转换、out 加工转换产出、sold 外供、feedstock 消费中用作原料的部分、process 过程活动量"),
                new Column("amount", true, "数量，不小于零"),
                new Column("unit", true, "数量的单位"),
                new Column("place", false, "电力所在地：register/regions.csv 的代码或名称，或六位行政区划代码；写了 factor 就空着"),
                new Column("heat", false, "实测低位发热量，千焦/千克或千焦/立方米"),
                new Column("carbon", false, "实测单位热值含碳量，吨碳/太焦"),
                new Column("oxidation", false, "实测碳氧化率，94% 写 0.94"),
                new Column("factor", false, "直接给定的排放因子：千克二氧化碳/千克、/立方米、/千瓦时、/兆焦"),
                new Column("measured", false, "过程的实测参数，如 cao=65.2;mgo=2.1;cao_other=0.5"),
                new Column("set", false, "因子的出处：rules/carbon-factor-sets.csv 的编号，或过程因子的版本；空着按通行"));
    }

    @Override
    public String example() {
        return """
                enterprise,year,item,purpose,amount,unit,place,heat,carbon,oxidation,factor,measured,set
                示例水泥,2022,一般烟煤,use,150000,吨,,23500,,,,,
                示例水泥,2022,柴油,use,300,吨,,,,,,,
                示例水泥,2022,电力,use,9000,万千瓦时,河南省,,,,,,
                示例水泥,2022,clinker-measured,process,1000000,吨,,,,,,cao=65.2;cao_other=0.5;mgo=2.1;mgo_other=0.1,
                示例钢铁,2022,洗精煤,in,130000,吨,,,,,,,
                示例钢铁,2022,焦炭,out,100000,吨,,,,,,,
                示例钢铁,2022,焦炭,use,90000,吨,,,,,,,
                示例钢铁,2022,热力,out,0,百万千焦,,,,,,,
                示例钢铁,2022,热力,use,20000,百万千焦,,,,,,,
                示例钢铁,2022,dolomite,process,8000,吨,,,,,,,
                示例钢铁,2022,crude-steel-fixed,process,200000,吨,,,,,,,
                """;
    }

    @Override
    public Calculated calculate(String label, String text) {
        return new Reckoning(InputTable.read(label, text, columns())).calculated();
    }

    /** Rows of one enterprise and year. */
    private record Of(String enterprise, int year) {}

    private record Amounts(List<FuelAmount> fuels, List<ProcessAmount> processes) {
        Amounts() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** One table on its way. */
    private final class Reckoning {
        private final InputTable table;
        private final Findings findings;
        private final Map<Of, Amounts> amounts = new LinkedHashMap<>();

        /** First reason why an enterprise and year, a whole enterprise, or the table gives nothing. */
        private final Map<Of, String> broken = new HashMap<>();

        private final Map<String, String> brokenEnterprises = new HashMap<>();
        private @Nullable String brokenTable;
        private final Map<List<String>, Integer> seen = new HashMap<>();

        Reckoning(InputTable table) {
            this.table = table;
            this.findings = table.findings();
            // A row without its columns may be of any enterprise.
            this.brokenTable = table.ragged() == null ? null : reason(table.ragged());
        }

        Calculated calculated() {
            table.all().forEach(this::read);
            List<Figure> figures = new ArrayList<>();
            amounts.forEach((of, rows) -> {
                String wrong = brokenTable != null
                        ? brokenTable
                        : brokenEnterprises.getOrDefault(of.enterprise, broken.getOrDefault(of, ""));
                if (wrong.isEmpty()) {
                    figures.addAll(carbon.figures(of.enterprise, of.year, rows.fuels, rows.processes));
                } else {
                    figures.add(carbon.refused(of.enterprise, of.year, EnterpriseCarbon.TOTAL, wrong));
                }
            });
            return new Calculated(figures, NAMES, Map.of(), table.notices());
        }

        private static String reason(Place place) {
            return "第 " + place.line() + " 行有错，没有计算";
        }

        private void read(Row row) {
            long errors = findings.errors();
            String enterprise = row.required("enterprise");
            row.required("year");
            Integer year = row.whole("year", FIRST_YEAR, LAST_YEAR);
            String word = row.oneOf("purpose", purposeWords);
            boolean process = word.equals(PROCESS) || word.equals("过程");
            Of of = new Of(enterprise, year == null ? LAST_YEAR : year);
            FuelAmount fuel = process ? null : fuel(row, of, purposes.get(word));
            ProcessAmount activity = process ? activity(row, of) : null;
            Integer same =
                    seen.putIfAbsent(row.fields().stream().map(String::strip).toList(), row.line());
            if (same != null) {
                row.fault(Fault.DUPLICATE_ID, "amount", "where", "第" + same + "行");
            }
            boolean wrong = fuel == null && activity == null
                    || findings.errors() > errors
                    || table.atFault().contains(row.line());
            if (enterprise.isEmpty()) {
                brokenTable = brokenTable == null ? reason(row.place()) : brokenTable;
                return;
            }
            if (year == null) {
                brokenEnterprises.putIfAbsent(enterprise, reason(row.place()));
                return;
            }
            Amounts rows = amounts.computeIfAbsent(of, key -> new Amounts());
            if (wrong) {
                broken.putIfAbsent(of, reason(row.place()));
                findings.add(Fault.ROW_LEFT_OUT, row.place(), "", "body", enterprise, "year", Integer.toString(year));
            } else if (fuel != null) {
                rows.fuels.add(fuel);
            } else if (activity != null) {
                rows.processes.add(activity);
            }
        }

        private @Nullable FuelAmount fuel(Row row, Of of, @Nullable Purpose purpose) {
            String name = row.required("item");
            EnergyKind kind = kinds.get(name);
            if (kind == null && !name.isEmpty()) {
                row.fault(Fault.UNKNOWN_KIND, "item", "nearest", Nearest.asQuestion(name, kinds.keySet()));
            }
            BigDecimal heat = positive(row, "heat");
            BigDecimal content = positive(row, "carbon");
            BigDecimal oxidation = positive(row, "oxidation");
            BigDecimal factor = positive(row, "factor");
            empty(row, "measured", "purpose");
            String set = row.text("set");
            if (!set.isEmpty()
                    && factors.sets().stream().noneMatch(each -> each.id().equals(set))) {
                row.fault(Fault.UNKNOWN_SET, "set", "nearest", Nearest.asQuestion(set, sets()));
            }
            String place = place(row, kind, factor);
            BigDecimal value = kind == null ? amount(row, null, "") : amount(row, kind.unit(), kind.name());
            if (kind == null || purpose == null || value == null) {
                return null;
            }
            EnergyAmount energy = new EnergyAmount(
                    kind, purpose, fact(row, of, kind.element(purpose), value, kind.unit()), heat, null, null, set);
            return new FuelAmount(energy, content, oxidation, factor, place);
        }

        private @Nullable ProcessAmount activity(Row row, Of of) {
            for (String column : List.of("place", "heat", "carbon", "oxidation", "factor")) {
                empty(row, column, "purpose");
            }
            String name = row.required("item");
            String process = processes.get(name);
            String set = row.text("set");
            ProcessFactor factor = process == null ? null : any(process, set);
            if (process == null && !name.isEmpty()) {
                row.fault(Fault.UNKNOWN_PROCESS, "item", "nearest", Nearest.asQuestion(name, processes.keySet()));
            } else if (factor == null && process != null) {
                row.fault(Fault.UNKNOWN_SET, "set", "nearest", "");
            }
            Map<String, BigDecimal> measured =
                    factor == null ? Map.of() : CarbonReading.parameters(row, "measured", factor.form());
            measured.forEach((parameter, value) -> {
                if (value.signum() < 0 && !parameter.equals("factor")) {
                    row.faultOf(Fault.NEGATIVE, "measured", parameter + "=" + value.toPlainString());
                }
            });
            BigDecimal value = amount(row, factor == null ? null : factor.unit(), name);
            return process == null || factor == null || value == null
                    ? null
                    : new ProcessAmount(process, fact(row, of, factor.element(), value, factor.unit()), measured, set);
        }

        /** A row of the process, of whatever years: its form and unit. */
        private @Nullable ProcessFactor any(String process, String set) {
            return factors.processes().stream()
                    .filter(each -> each.process().equals(process) && each.set().equals(set))
                    .findFirst()
                    .orElse(null);
        }

        private static void empty(Row row, String column, String other) {
            if (!row.text(column).isEmpty()) {
                row.fault(Fault.NOT_BOTH, column, "other", other + " " + row.text(other));
            }
        }

        /** Where the electricity comes from; also places that are not in our register, by their code. */
        private String place(Row row, @Nullable EnergyKind kind, @Nullable BigDecimal factor) {
            String text = row.text("place");
            if (text.isEmpty() || kind == null) {
                return "";
            }
            if (!kind.isElectricity() || factor != null) {
                empty(row, "place", factor == null ? "item" : "factor");
                return "";
            }
            if (text.matches("[0-9]{6}")) {
                return text;
            }
            Register.Lookup lookup = register.region(text, null);
            Finding finding = Register.finding(lookup, row.place().column("place"), text);
            if (finding != null) {
                findings.add(finding);
            }
            return lookup instanceof Register.Lookup.Found(Region region) ? region.code() : "";
        }

        /** In the unit asked for; null where there is none. */
        private @Nullable BigDecimal amount(Row row, @Nullable String unit, String of) {
            row.required("amount");
            BigDecimal amount = row.decimal("amount");
            if (amount != null && amount.signum() < 0) {
                row.fault(Fault.NEGATIVE, "amount");
            }
            String given = row.required("unit");
            if (amount == null || unit == null || given.isEmpty()) {
                return null;
            }
            BigDecimal value = rules.units().convert(amount, given, unit);
            if (value == null) {
                row.fault(
                        rules.units().knows(given) ? Fault.WRONG_DIMENSION : Fault.UNKNOWN_UNIT,
                        "unit",
                        "element",
                        of,
                        "unit",
                        unit);
            }
            return value;
        }

        private static Fact fact(Row row, Of of, String element, BigDecimal value, String unit) {
            return new Fact(
                    row.line(),
                    of.enterprise,
                    Period.year(of.year),
                    element,
                    value,
                    unit,
                    row.text("amount") + " " + row.text("unit"),
                    Stage.FINAL,
                    "",
                    "",
                    row.place().file(),
                    null,
                    false,
                    row.place().file() + ":" + row.line());
        }

        private Set<String> sets() {
            Set<String> ids = new LinkedHashSet<>();
            factors.sets().forEach(set -> ids.add(set.id()));
            return ids;
        }

        private static @Nullable BigDecimal positive(Row row, String column) {
            BigDecimal number = row.decimal(column);
            if (number != null && number.signum() <= 0) {
                row.fault(Fault.NOT_POSITIVE, column);
            }
            return number;
        }
    }
}
