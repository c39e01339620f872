package org.luheng.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.reduction.Condition;
import org.luheng.accounting.reduction.Form;
import org.luheng.accounting.reduction.Input;
import org.luheng.accounting.reduction.Measure;
import org.luheng.accounting.reduction.Pollutant;
import org.luheng.accounting.reduction.ReductionRules;

/**
 * How reductions are counted, read from {@code reduction-measures.csv} and {@code reduction-conditions.csv}.
 *
 * @param edition reads what every rule has: id, title, text, years, source, certainty
 */
record ReductionRows(Findings findings, BiFunction<Row, String, RuleEdition> edition) {
    static final String MEASURES = "reduction-measures.csv";
    static final String CONDITIONS = "reduction-conditions.csv";
    private static final Set<String> MEASURE_COLUMNS = Register.columns(
            "id",
            "measure",
            "form",
            "pollutants",
            "inputs",
            "inventoried",
            "by_month",
            "exclusive",
            "title",
            "text",
            "from",
            "to",
            "source",
            "certainty");
    private static final Set<String> CONDITION_COLUMNS =
            Register.columns("id", "matter", "value", "title", "text", "from", "to", "source", "certainty");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_MONTHS = 12;

    ReductionRules read(@Nullable Source measures, @Nullable Source conditions) {
        return new ReductionRules(
                measures(Table.read(measures, MEASURE_COLUMNS, Set.of(), findings)),
                conditions(Table.read(conditions, CONDITION_COLUMNS, Set.of(), findings)));
    }

    private List<Measure> measures(Table table) {
        List<Measure> measures = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            String code = row.required("measure");
            Form form = Form.of(row.oneOf(
                    "form", Arrays.stream(Form.values()).map(Form::code).toList()));
            RuleEdition own = edition.apply(row, "reduction." + code);
            clash(row, code, own.from(), starts);
            Measure measure = new Measure(
                    code,
                    form == null ? Form.CLOSURE : form,
                    pollutants(row),
                    inputs(row, form),
                    row.yes("inventoried"),
                    row.yes("by_month"),
                    row.yes("exclusive"),
                    own);
            if (form != null) {
                measures.add(measure);
            }
        }
        return measures;
    }

    private static void clash(Row row, String matter, int from, Map<String, Integer> starts) {
        Integer taken = starts.putIfAbsent(matter + "@" + from, row.line());
        if (taken != null) {
            row.fault(Fault.EDITIONS_CLASH, "from", "line", taken.toString());
        }
    }

    private static Set<Pollutant> pollutants(Row row) {
        row.required("pollutants");
        Set<Pollutant> pollutants = EnumSet.noneOf(Pollutant.class);
        for (String each : row.list("pollutants")) {
            Pollutant pollutant = Pollutant.of(each);
            if (pollutant == null) {
                row.faultOf(Fault.NOT_ONE_OF, "pollutants", each, "allowed", pollutants());
            } else {
                pollutants.add(pollutant);
            }
        }
        return pollutants;
    }

    static String pollutants() {
        return String.join(
                " ", Arrays.stream(Pollutant.values()).map(Pollutant::code).toList());
    }

    private static List<Input> inputs(Row row, @Nullable Form form) {
        List<Input> inputs = new ArrayList<>();
        for (String each : row.list("inputs")) {
            Input input = Input.of(each);
            if (input == null) {
                row.faultOf(Fault.NOT_ONE_OF, "inputs", each, "allowed", columns(Arrays.asList(Input.values())));
            } else {
                inputs.add(input);
            }
        }
        if (form != null) {
            List<Input> lacking = form.inputs().stream()
                    .filter(input -> !inputs.contains(input))
                    .toList();
            if (!lacking.isEmpty()) {
                row.fault(Fault.FORM_INPUT_WANTED, "inputs", "form", form.code(), "inputs", columns(lacking));
            }
        }
        return inputs;
    }

    private static String columns(List<Input> inputs) {
        return String.join(" ", inputs.stream().map(Input::column).toList());
    }

    private List<Condition> conditions(Table table) {
        List<Condition> conditions = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            Condition.Matter matter = Condition.Matter.of(row.oneOf(
                    "matter",
                    Arrays.stream(Condition.Matter.values())
                            .map(Condition.Matter::code)
                            .toList()));
            RuleEdition own = edition.apply(row, "reduction." + row.text("matter"));
            clash(row, own.matter(), own.from(), starts);
            if (matter != null) {
                conditions.add(new Condition(matter, value(row, matter), own));
            }
        }
        if (!table.rows().isEmpty()) {
            for (Condition.Matter matter : Condition.Matter.values()) {
                if (conditions.stream().noneMatch(condition -> condition.matter() == matter)) {
                    findings.add(
                            Fault.RULE_WANTED, Place.file(table.label()), "", "matter", "reduction." + matter.code());
                }
            }
        }
        return conditions;
    }

    private static @Nullable Integer value(Row row, Condition.Matter matter) {
        if (!matter.numbered()) {
            if (!row.text("value").isEmpty()) {
                row.fault(Fault.NOT_ONE_OF, "value", "allowed", "空着");
            }
            return null;
        }
        row.required("value");
        return matter == Condition.Matter.BASE
                ? row.whole("value", FIRST_YEAR, LAST_YEAR)
                : row.whole("value", 0, MOST_MONTHS);
    }
}
