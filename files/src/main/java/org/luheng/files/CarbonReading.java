package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Indicator.Accumulation;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Units;
import org.luheng.accounting.carbon.CarbonRules;
import org.luheng.accounting.carbon.FuelFactor;
import org.luheng.accounting.carbon.GridFactor;
import org.luheng.accounting.carbon.GridFactor.Scope;
import org.luheng.accounting.carbon.GridRule;
import org.luheng.accounting.carbon.ProcessFactor;
import org.luheng.accounting.energy.CoefficientSet;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.EnergyRules;

/** Factors of carbon dioxide, read from their five tables in {@code rules/}. */
final class CarbonReading {
    static final String SETS = "carbon-factor-sets.csv";
    static final String FUELS = "carbon-factors.csv";
    static final String GRIDS = "grid-factors.csv";
    static final String GRID_RULES = "grid-rules.csv";
    static final String PROCESSES = "process-factors.csv";

    private static final Set<String> SET_COLUMNS =
            Register.columns("id", "title", "regions", "enterprises", "from", "to", "source", "certainty");
    private static final Set<String> FUEL_COLUMNS = Register.columns(
            "id", "set", "kind", "heat", "carbon", "oxidation", "direct", "from", "to", "source", "certainty");
    private static final Set<String> GRID_COLUMNS =
            Register.columns("id", "scope", "area", "regions", "factor_year", "kilograms", "source", "certainty");
    private static final Set<String> GRID_RULE_COLUMNS =
            Register.columns("id", "choice", "scopes", "title", "text", "from", "to", "source", "certainty");
    private static final Set<String> PROCESS_COLUMNS = Register.columns(
            "id", "process", "set", "name", "form", "unit", "parameters", "from", "to", "source", "certainty");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_RANK = 1_000;

    private final EnergyRules energy;
    private final Units units;
    private final Map<String, Place> places;
    private final BiFunction<Row, String, RuleEdition> edition;
    private final Findings findings;
    private final Map<String, CoefficientSet> sets = new LinkedHashMap<>();

    /**
     * @param places where every id of the folder stands; ours are added
     * @param edition reads what every rule has: id, title, text, years, source, certainty
     */
    CarbonReading(
            EnergyRules energy,
            Units units,
            Map<String, Place> places,
            BiFunction<Row, String, RuleEdition> edition,
            Findings findings) {
        this.energy = energy;
        this.units = units;
        this.places = places;
        this.edition = edition;
        this.findings = findings;
    }

    CarbonRules read(Map<String, Source> sources) {
        table(sources, SETS, SET_COLUMNS).rows().forEach(this::set);
        List<FuelFactor> fuels = new ArrayList<>();
        Map<String, List<Row>> same = new HashMap<>();
        table(sources, FUELS, FUEL_COLUMNS).rows().forEach(row -> fuel(row, fuels, same));
        List<GridFactor> grids = new ArrayList<>();
        Map<String, Integer> years = new HashMap<>();
        table(sources, GRIDS, GRID_COLUMNS).rows().forEach(row -> grid(row, grids, years));
        List<GridRule> gridRules = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        table(sources, GRID_RULES, GRID_RULE_COLUMNS).rows().forEach(row -> gridRule(row, gridRules, starts));
        List<ProcessFactor> processes = new ArrayList<>();
        table(sources, PROCESSES, PROCESS_COLUMNS).rows().forEach(row -> process(row, processes, same));
        return new CarbonRules(List.copyOf(sets.values()), fuels, grids, gridRules, processes);
    }

    private Table table(Map<String, Source> sources, String file, Set<String> columns) {
        return Table.read(sources.get(file), columns, Set.of(), findings);
    }

    /** Elements under which regions report their processes. */
    static List<Indicator> elements(CarbonRules rules) {
        Map<String, Indicator> elements = new LinkedHashMap<>();
        for (ProcessFactor factor : rules.processes()) {
            if (factor.set().isEmpty() && factor.isComplete()) {
                elements.putIfAbsent(
                        factor.element(),
                        new Indicator(
                                factor.element(),
                                factor.name() + "活动量",
                                "万吨",
                                false,
                                Accumulation.FLOW,
                                "年",
                                "产生过程排放的活动的数量",
                                factor.source(),
                                factor.certainty()));
            }
        }
        return List.copyOf(elements.values());
    }

    private void set(Row row) {
        Integer regions = row.whole("regions", 1, MOST_RANK);
        Integer enterprises = row.whole("enterprises", 1, MOST_RANK);
        int from = year(row, "from", FIRST_YEAR);
        int to = year(row, "to", LAST_YEAR);
        backwards(row);
        if (isNew(row)) {
            String id = row.required("id");
            sets.put(
                    id,
                    new CoefficientSet(
                            id,
                            row.required("title"),
                            regions,
                            enterprises,
                            from,
                            to,
                            row.required("source"),
                            row.certainty()));
        }
    }

    private void fuel(Row row, List<FuelFactor> fuels, Map<String, List<Row>> same) {
        String set = row.required("set");
        if (!set.isEmpty() && !sets.containsKey(set)) {
            row.fault(Fault.UNKNOWN_SET, "set", "nearest", Nearest.asQuestion(set, sets.keySet()));
        }
        String code = row.required("kind");
        EnergyKind kind = energy.kind(code);
        if (!code.isEmpty() && (kind == null || kind.isTotal() || kind.isMedium() || kind.isElectricity())) {
            Set<String> fuelsKnown = new LinkedHashSet<>();
            energy.kinds().stream()
                    .filter(each -> !each.isTotal() && !each.isMedium() && !each.isElectricity())
                    .forEach(each -> fuelsKnown.add(each.code()));
            row.fault(Fault.UNKNOWN_KIND, "kind", "nearest", Nearest.asQuestion(code, fuelsKnown));
        }
        BigDecimal direct = row.decimal("direct");
        if (direct != null && direct.signum() < 0) {
            row.fault(Fault.NEGATIVE, "direct");
        }
        BigDecimal heat = positive(row, "heat");
        BigDecimal carbon = positive(row, "carbon");
        BigDecimal oxidation = positive(row, "oxidation");
        if (oxidation != null && oxidation.compareTo(BigDecimal.ONE) > 0) {
            row.fault(Fault.MORE_THAN, "oxidation", "most", "1", "unit", "（94% 写 0.94）");
        }
        if (row.text("direct").isEmpty()) {
            row.required("heat");
            row.required("carbon");
            row.required("oxidation");
        } else {
            for (String column : List.of("heat", "carbon", "oxidation")) {
                if (!row.text(column).isEmpty()) {
                    row.fault(Fault.NOT_BOTH, column, "other", "direct");
                }
            }
        }
        int from = year(row, "from", FIRST_YEAR);
        int to = year(row, "to", LAST_YEAR);
        backwards(row);
        clash(row, set + " " + code, from, to, same);
        if (!isNew(row) || kind == null) {
            return;
        }
        String id = row.required("id");
        String source = row.required("source");
        Certainty certainty = row.certainty();
        if (direct != null) {
            fuels.add(new FuelFactor.Outright(id, set, code, direct, from, to, source, certainty));
        } else if (heat != null && carbon != null && oxidation != null) {
            fuels.add(new FuelFactor.Burnt(id, set, code, heat, carbon, oxidation, from, to, source, certainty));
        }
    }

    private void grid(Row row, List<GridFactor> grids, Map<String, Integer> years) {
        Scope scope = Scope.of(row.oneOf(
                "scope", Arrays.stream(Scope.values()).map(Scope::code).toList()));
        row.required("regions");
        List<String> regions = row.list("regions");
        for (String region : regions) {
            if (!region.matches("[0-9]{6}")) {
                row.faultOf(Fault.NOT_ONE_OF, "regions", region, "allowed", "六位行政区划代码");
            }
        }
        row.required("factor_year");
        Integer year = row.whole("factor_year", FIRST_YEAR, LAST_YEAR);
        row.required("kilograms");
        BigDecimal factor = positive(row, "kilograms");
        for (String region : regions) {
            Integer taken = years.putIfAbsent(row.text("scope") + " " + region + "@" + year, row.line());
            if (taken != null) {
                row.fault(Fault.EDITIONS_CLASH, "factor_year", "line", taken.toString());
            }
        }
        if (isNew(row) && scope != null && year != null && factor != null) {
            grids.add(new GridFactor(
                    row.required("id"),
                    scope,
                    row.required("area"),
                    regions,
                    year,
                    factor,
                    row.required("source"),
                    row.certainty()));
        }
    }

    private void gridRule(Row row, List<GridRule> rules, Map<String, Integer> starts) {
        GridRule.Choice choice = GridRule.Choice.of(row.oneOf(
                "choice",
                Arrays.stream(GridRule.Choice.values())
                        .map(GridRule.Choice::code)
                        .toList()));
        row.required("scopes");
        List<Scope> scopes = new ArrayList<>();
        for (String code : row.list("scopes")) {
            Scope scope = Scope.of(code);
            if (scope == null) {
                row.faultOf(Fault.NOT_ONE_OF, "scopes", code, "allowed", "province grid nation");
            } else {
                scopes.add(scope);
            }
        }
        RuleEdition own = edition.apply(row, "carbon.grid");
        Integer taken = starts.putIfAbsent("carbon.grid@" + own.from(), row.line());
        if (taken != null) {
            row.fault(Fault.EDITIONS_CLASH, "from", "line", taken.toString());
        }
        if (choice != null) {
            rules.add(new GridRule(choice, scopes, own));
        }
    }

    private void process(Row row, List<ProcessFactor> processes, Map<String, List<Row>> same) {
        String process = row.required("process");
        ProcessFactor.Form form = ProcessFactor.Form.of(row.oneOf(
                "form",
                Arrays.stream(ProcessFactor.Form.values())
                        .map(ProcessFactor.Form::code)
                        .toList()));
        String unit = row.required("unit");
        if (!unit.isEmpty() && units.convert(BigDecimal.ONE, unit, "吨") == null) {
            row.fault(Fault.WRONG_DIMENSION, "unit", "element", row.text("name"), "unit", "吨");
        }
        Map<String, BigDecimal> parameters = form == null ? Map.of() : parameters(row, "parameters", form);
        int from = year(row, "from", FIRST_YEAR);
        int to = year(row, "to", LAST_YEAR);
        backwards(row);
        clash(row, "process " + process + " " + row.text("set"), from, to, same);
        if (isNew(row) && form != null) {
            processes.add(new ProcessFactor(
                    row.required("id"),
                    process,
                    row.text("set"),
                    row.required("name"),
                    form,
                    unit,
                    parameters,
                    from,
                    to,
                    row.required("source"),
                    row.certainty()));
        }
    }

    /** {@code net=0.42;sulphur=0.02}. */
    static Map<String, BigDecimal> parameters(Row row, String column, ProcessFactor.Form form) {
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        for (String each : row.list(column)) {
            int at = each.indexOf('=');
            String name = at < 0 ? each : each.substring(0, at).strip();
            String text = at < 0 ? "" : each.substring(at + 1).strip();
            if (!form.knows(name)) {
                row.faultOf(Fault.NOT_ONE_OF, column, name, "allowed", String.join(" ", form.parameters()));
                continue;
            }
            BigDecimal number = Numeral.read(text);
            if (number == null) {
                row.findings().add(Numeral.wrong(row.place().column(column), text));
            } else if (parameters.putIfAbsent(name, number) != null) {
                row.faultOf(Fault.DUPLICATE_ID, column, name, "where", "同一格");
            }
        }
        return parameters;
    }

    private static void clash(Row row, String matter, int from, int to, Map<String, List<Row>> same) {
        List<Row> others = same.computeIfAbsent(matter, key -> new ArrayList<>());
        for (Row other : others) {
            if (year(other, "from", FIRST_YEAR) <= to && from <= year(other, "to", LAST_YEAR)) {
                row.fault(Fault.EDITIONS_CLASH, "from", "line", Integer.toString(other.line()));
            }
        }
        others.add(row);
    }

    private static @Nullable BigDecimal positive(Row row, String column) {
        BigDecimal number = row.decimal(column);
        if (number != null && number.signum() <= 0) {
            row.fault(Fault.NOT_POSITIVE, column);
            return null;
        }
        return number;
    }

    private static int year(Row row, String column, int otherwise) {
        Integer year = row.whole(column, FIRST_YEAR, LAST_YEAR);
        return year == null ? otherwise : year;
    }

    private static void backwards(Row row) {
        row.required("from");
        row.required("to");
        int from = year(row, "from", FIRST_YEAR);
        int to = year(row, "to", LAST_YEAR);
        if (from > to) {
            row.fault(Fault.YEARS_BACKWARDS, "to", "from", Integer.toString(from), "to", Integer.toString(to));
        }
    }

    private boolean isNew(Row row) {
        Place first = places.putIfAbsent(row.text("id"), row.place());
        if (first != null) {
            row.fault(Fault.DUPLICATE_ID, "id", "where", first.inWords());
        }
        return first == null;
    }
}
