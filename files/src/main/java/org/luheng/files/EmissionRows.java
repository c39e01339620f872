package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.emission.Effect;
import org.luheng.accounting.emission.EmissionRules;
import org.luheng.accounting.emission.EmissionRules.Ruling;
import org.luheng.accounting.emission.Limit;
import org.luheng.accounting.emission.Mark;
import org.luheng.accounting.emission.Medium;
import org.luheng.accounting.emission.Parameter;
import org.luheng.accounting.emission.Role;
import org.luheng.accounting.emission.Substance;
import org.luheng.accounting.emission.Window;

/**
 * How monitoring is counted and judged, read from {@code monitoring-*.csv} and {@code emission-limits.csv}.
 *
 * @param indicators under which emissions can be facts, by code
 * @param edition reads what every rule has: id, title, text, years, source, certainty
 */
record EmissionRows(
        Findings findings, Map<String, Indicator> indicators, BiFunction<Row, String, RuleEdition> edition) {
    static final String PARAMETERS = "monitoring-parameters.csv";
    static final String MARKS = "monitoring-marks.csv";
    static final String FACTORS = "monitoring-factors.csv";
    static final String LIMITS = "emission-limits.csv";
    private static final Set<String> PARAMETER_COLUMNS = Register.columns(
            "id", "medium", "parameter", "value", "title", "text", "from", "to", "source", "certainty");
    private static final Set<String> MARK_COLUMNS = Register.columns(
            "id", "mark", "flag", "effect", "entered", "title", "text", "from", "to", "source", "certainty");
    private static final Set<String> FACTOR_COLUMNS = Register.columns(
            "id",
            "monitored",
            "medium",
            "role",
            "title",
            "unit",
            "converted",
            "hourly",
            "element",
            "text",
            "from",
            "to",
            "source",
            "certainty");
    private static final Set<String> LIMIT_COLUMNS = Register.columns(
            "id",
            "standard",
            "monitored",
            "window",
            "least",
            "most",
            "oxygen",
            "title",
            "text",
            "from",
            "to",
            "source",
            "certainty");
    private static final List<String> MEDIA =
            Arrays.stream(Medium.values()).map(Medium::word).toList();

    EmissionRules read(Map<String, Source> sources) {
        List<Substance> substances = substances(table(sources.get(FACTORS), FACTOR_COLUMNS));
        return new EmissionRules(
                rulings(table(sources.get(PARAMETERS), PARAMETER_COLUMNS)),
                marks(table(sources.get(MARKS), MARK_COLUMNS)),
                substances,
                limits(table(sources.get(LIMITS), LIMIT_COLUMNS), substances));
    }

    private Table table(@Nullable Source source, Set<String> columns) {
        return Table.read(source, columns, Set.of(), findings);
    }

    private static void clash(Row row, String matter, int from, Map<String, Integer> starts) {
        Integer taken = starts.putIfAbsent(matter + "@" + from, row.line());
        if (taken != null) {
            row.fault(Fault.EDITIONS_CLASH, "from", "line", taken.toString());
        }
    }

    private static @Nullable BigDecimal notNegative(Row row, String column) {
        BigDecimal value = row.decimal(column);
        if (value != null && value.signum() < 0) {
            row.fault(Fault.NOT_POSITIVE, column);
        }
        return value;
    }

    private List<Ruling> rulings(Table table) {
        List<Ruling> rulings = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            Medium medium = Medium.of(row.oneOf("medium", MEDIA));
            List<String> known = Arrays.stream(Parameter.values())
                    .filter(parameter -> medium == null || parameter.isOf(medium))
                    .map(Parameter::code)
                    .toList();
            Parameter parameter = Parameter.of(row.oneOf("parameter", known));
            row.required("value");
            BigDecimal value = notNegative(row, "value");
            RuleEdition own = edition.apply(row, "monitoring." + row.text("parameter"));
            clash(row, row.text("medium") + own.matter(), own.from(), starts);
            if (value != null
                    && parameter != null
                    && parameter.isWhole()
                    && value.stripTrailingZeros().scale() > 0) {
                row.fault(Fault.NOT_WHOLE, "value", "least", "0", "most", "100000");
            } else if (medium != null && parameter != null && value != null) {
                rulings.add(new Ruling(parameter, medium, value, own));
            }
        }
        if (!table.rows().isEmpty()) {
            for (Medium medium : Medium.values()) {
                Arrays.stream(Parameter.values())
                        .filter(parameter -> parameter.isOf(medium)
                                && rulings.stream()
                                        .noneMatch(each -> each.medium() == medium && each.parameter() == parameter))
                        .forEach(parameter -> findings.add(
                                Fault.RULE_WANTED,
                                Place.file(table.label()),
                                "",
                                "matter",
                                medium.word() + " " + parameter.code()));
            }
        }
        return rulings;
    }

    private List<Mark> marks(Table table) {
        List<Mark> marks = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            Effect effect = Effect.of(row.oneOf(
                    "effect", Arrays.stream(Effect.values()).map(Effect::word).toList()));
            RuleEdition own = edition.apply(row, "monitoring.mark");
            clash(row, row.required("mark"), own.from(), starts);
            if (!row.text("flag").isEmpty()) {
                clash(row, "flag " + row.text("flag"), own.from(), starts);
            }
            if (effect != null) {
                marks.add(new Mark(row.text("mark"), row.text("flag"), effect, row.yes("entered"), own));
            }
        }
        return marks;
    }

    private List<Substance> substances(Table table) {
        List<Substance> substances = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            Medium medium = Medium.of(row.oneOf("medium", MEDIA));
            Role role = Role.of(row.oneOf(
                    "role", Arrays.stream(Role.values()).map(Role::word).toList()));
            String element = row.text("element");
            if (!element.isEmpty() && !indicators.containsKey(element)) {
                row.fault(Fault.UNKNOWN_ELEMENT, "element", "nearest", "");
            }
            BigDecimal hourly = notNegative(row, "hourly");
            if (role == Role.FLOW) {
                row.required("hourly");
            }
            RuleEdition own = edition.apply(row, "monitoring.factor");
            // A factor is one thing whatever the year, and a source has one flow, one oxygen …
            clash(row, row.required("monitored"), 0, starts);
            if (role != Role.POLLUTANT && role != Role.ACIDITY) {
                clash(row, row.text("medium") + row.text("role"), 0, starts);
            }
            if (medium != null && role != null) {
                substances.add(new Substance(
                        row.text("monitored"),
                        medium,
                        role,
                        own.title(),
                        row.text("unit"),
                        row.yes("converted"),
                        hourly,
                        element,
                        own));
            }
        }
        return substances;
    }

    private List<Limit> limits(Table table, List<Substance> substances) {
        List<String> known = substances.stream().map(Substance::factor).toList();
        List<Limit> limits = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Row row : table.rows()) {
            String factor = row.oneOf("monitored", known);
            Window window = Window.of(row.oneOf(
                    "window", Arrays.stream(Window.values()).map(Window::word).toList()));
            row.required("most");
            BigDecimal least = notNegative(row, "least");
            BigDecimal most = notNegative(row, "most");
            if (least != null && most != null && least.compareTo(most) >= 0) {
                row.fault(Fault.NOT_ONE_OF, "least", "allowed", "小于上限的数，或空着");
            }
            BigDecimal oxygen = notNegative(row, "oxygen");
            RuleEdition own = edition.apply(row, "emission-limit");
            clash(row, row.required("standard") + " " + factor + " " + row.text("window"), own.from(), starts);
            if (window != null && most != null) {
                limits.add(new Limit(row.text("standard"), factor, window, least, most, oxygen, own));
            }
        }
        return limits;
    }
}
