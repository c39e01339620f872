package org.luheng.files;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.AuthorityOrder;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Formulas;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Units;
import org.luheng.accounting.formula.Dimension;
import org.luheng.accounting.formula.Measure;

/**
 * The policy arithmetic as dated data, read from {@code rules/}.
 *
 * @param rules what the arithmetic needs
 * @param elements codes of {@code elements.csv}, in its order; all other indicators are those of the plans
 * @param places where each indicator, edition and barometer rule stands, by code or id
 */
public record RulesFolder(Rules rules, List<String> elements, Map<String, Place> places) {
    private static final List<String> FILES = List.of(
            "elements.csv",
            "indicators.csv",
            "formulas.csv",
            "editions.csv",
            "barometer.csv",
            "authorities.csv",
            "units.csv");
    private static final Set<String> INDICATOR_COLUMNS = Register.columns(
            "code", "name", "unit", "direction", "accumulation", "frequency", "definition", "source", "certainty");

    /** Matters the arithmetic cannot do without. */
    private static final List<String> MATTERS = List.of(
            "intensity.change",
            "intensity.cumulative",
            "intensity.required",
            "energy.total",
            "energy.total.target",
            "indicator",
            "path.geometric",
            "path.linear");

    private static final List<String> LIGHTS = List.of("intensity", "progress", "total", "indicator");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    public RulesFolder {
        elements = List.copyOf(elements);
        places = Map.copyOf(places);
    }

    /** @throws Refused with every fault of all files */
    public static RulesFolder read(Path folder) {
        return new Reading(folder).read();
    }

    private static final class Reading {
        private final Path folder;
        private final Findings findings = new Findings();
        private final Map<String, Place> places = new HashMap<>();
        private final Hash hash = new Hash();

        Reading(Path folder) {
            this.folder = folder;
        }

        RulesFolder read() {
            Map<String, Indicator> indicators = new LinkedHashMap<>();
            Map<String, Source> sources = new HashMap<>();
            for (String file : FILES) {
                Source source = Source.read(folder.resolve(file), Source.label(folder, file), findings);
                if (source != null) {
                    sources.put(file, source);
                    hash.add(file, source.text());
                }
            }
            Units units =
                    units(table(sources.get("units.csv"), Register.columns("unit", "dimension", "factor", "aliases")));
            indicators(table(sources.get("elements.csv"), INDICATOR_COLUMNS), indicators, units);
            List<String> elements = List.copyOf(indicators.keySet());
            indicators(table(sources.get("indicators.csv"), INDICATOR_COLUMNS), indicators, units);
            List<RuleEdition> editions = editions(table(
                    sources.get("editions.csv"),
                    Register.columns("id", "matter", "title", "text", "from", "to", "source", "certainty")));
            List<Barometer> barometers = barometers(table(
                    sources.get("barometer.csv"),
                    Register.columns(
                            "id", "light", "form", "limit", "title", "text", "from", "to", "source", "certainty")));
            AuthorityOrder order = authorities(table(
                    sources.get("authorities.csv"),
                    Register.columns("rank", "element", "authority", "source", "certainty")));
            Formulas formulas = formulas(
                    table(
                            sources.get("formulas.csv"),
                            Register.columns(
                                    "id", "indicator", "expression", "text", "from", "to", "source", "certainty")),
                    indicators,
                    units);
            findings.throwIfRefused();
            return new RulesFolder(
                    new Rules(indicators, editions, barometers, order, units, formulas, hash.hex()), elements, places);
        }

        private Table table(@Nullable Source source, Set<String> columns) {
            return Table.read(source, columns, Set.of(), findings);
        }

        private boolean isNew(Row row, String column) {
            String id = row.required(column);
            Place first = places.putIfAbsent(id, row.place());
            if (first != null) {
                row.fault(Fault.DUPLICATE_ID, column, "where", first.inWords());
            }
            return first == null;
        }

        private Units units(Table table) {
            List<Units.Unit> units = new ArrayList<>();
            Map<String, Integer> names = new HashMap<>();
            for (Row row : table.rows()) {
                BigDecimal factor = row.decimal("factor");
                if (row.text("factor").isEmpty()) {
                    row.fault(Fault.BLANK, "factor");
                } else if (factor != null && factor.signum() <= 0) {
                    row.fault(Fault.NOT_A_NUMBER, "factor");
                }
                List<String> aliases = row.list("aliases");
                List<String> all = new ArrayList<>(aliases);
                all.add(row.required("unit"));
                for (String name : all) {
                    Integer taken = names.putIfAbsent(name, row.line());
                    if (taken != null) {
                        row.faultOf(Fault.NAME_TAKEN, "unit", name, "line", taken.toString());
                    }
                }
                units.add(new Units.Unit(
                        row.text("unit"),
                        row.required("dimension"),
                        factor == null ? BigDecimal.ONE : factor,
                        aliases));
            }
            Units read = new Units(units);
            for (Row row : table.rows()) {
                quotient(row, read);
            }
            return read;
        }

        /** A unit called 甲/乙, where both are units of their own, is their quotient. */
        private void quotient(Row row, Units units) {
            String[] parts = row.text("unit").split("/", -1);
            Measure whole = units.measure(row.text("unit"));
            Measure above = parts.length == 2 ? units.measure(parts[0]) : null;
            Measure below = parts.length == 2 ? units.measure(parts[1]) : null;
            if (whole == null
                    || above == null
                    || below == null
                    || below.factor().signum() <= 0) {
                return;
            }
            Dimension dimension = above.dimension().per(below.dimension());
            BigDecimal factor = Arithmetic.divide(above.factor(), below.factor());
            if (!whole.dimension().equals(dimension) || whole.factor().compareTo(factor) != 0) {
                row.fault(
                        Fault.UNIT_QUOTIENT,
                        "dimension",
                        "dimension",
                        dimension.inWords(),
                        "factor",
                        factor.stripTrailingZeros().toPlainString());
            }
        }

        private Formulas formulas(Table table, Map<String, Indicator> indicators, Units units) {
            Map<String, Integer> starts = new HashMap<>();
            return new FormulaRows(indicators, units, findings).read(table, (row, matter, title, text) -> {
                RuleEdition edition = edition(row, matter, title, text);
                clash(row, matter, edition.from(), starts);
                return edition;
            });
        }

        private void indicators(Table table, Map<String, Indicator> indicators, Units units) {
            for (Row row : table.rows()) {
                String unit = row.text("unit");
                if (!unit.isEmpty() && !units.knows(unit)) {
                    row.fault(Fault.UNKNOWN_UNIT, "unit", "element", "", "unit", "rules/units.csv 所列");
                }
                row.oneOf("direction", List.of("up", "down"));
                String accumulation = row.oneOf("accumulation", List.of("stock", "flow", "cumulative", "rate"));
                Indicator indicator = new Indicator(
                        row.text("code"),
                        row.required("name"),
                        unit,
                        row.text("direction").equals("up"),
                        switch (accumulation) {
                            case "flow" -> Indicator.Accumulation.FLOW;
                            case "cumulative" -> Indicator.Accumulation.CUMULATIVE;
                            case "rate" -> Indicator.Accumulation.RATE;
                            default -> Indicator.Accumulation.STOCK;
                        },
                        row.text("frequency"),
                        row.text("definition"),
                        row.text("source"),
                        certainty(row));
                if (isNew(row, "code")) {
                    indicators.put(indicator.code(), indicator);
                }
            }
        }

        private Certainty certainty(Row row) {
            Certainty certainty = Certainty.of(row.text("certainty"));
            if (certainty == null) {
                row.fault(Fault.NOT_ONE_OF, "certainty", "allowed", "found seed confirmed memory unsure");
                return Certainty.UNSURE;
            }
            return certainty;
        }

        private RuleEdition edition(Row row, String matter) {
            return edition(row, matter, row.required("title"), row.required("text"));
        }

        private RuleEdition edition(Row row, String matter, String title, String text) {
            Integer from = row.whole("from", FIRST_YEAR, LAST_YEAR);
            Integer to = row.whole("to", FIRST_YEAR, LAST_YEAR);
            row.required("from");
            row.required("to");
            if (from != null && to != null && from > to) {
                row.fault(Fault.YEARS_BACKWARDS, "to", "from", from.toString(), "to", to.toString());
            }
            isNew(row, "id");
            return new RuleEdition(
                    row.text("id"),
                    matter,
                    title,
                    text,
                    from == null ? FIRST_YEAR : from,
                    to == null ? LAST_YEAR : to,
                    row.required("source"),
                    certainty(row));
        }

        private List<RuleEdition> editions(Table table) {
            List<RuleEdition> editions = new ArrayList<>();
            Map<String, Integer> starts = new HashMap<>();
            for (Row row : table.rows()) {
                RuleEdition edition = edition(row, row.required("matter"));
                editions.add(edition);
                clash(row, edition.matter(), edition.from(), starts);
            }
            covered(table, editions, MATTERS, "");
            return editions;
        }

        private void clash(Row row, String matter, int from, Map<String, Integer> starts) {
            Integer taken = starts.putIfAbsent(matter + "@" + from, row.line());
            if (taken != null) {
                row.fault(Fault.EDITIONS_CLASH, "from", "line", taken.toString());
            }
        }

        private void covered(Table table, List<RuleEdition> editions, List<String> matters, String prefix) {
            if (table.rows().isEmpty()) {
                return;
            }
            for (String matter : matters) {
                if (editions.stream().noneMatch(edition -> edition.matter().equals(prefix + matter))) {
                    findings.add(Fault.RULE_WANTED, Place.file(table.label()), "", "matter", matter);
                }
            }
        }

        private List<Barometer> barometers(Table table) {
            List<Barometer> barometers = new ArrayList<>();
            List<RuleEdition> editions = new ArrayList<>();
            Map<String, Integer> starts = new HashMap<>();
            for (Row row : table.rows()) {
                String light = row.oneOf("light", LIGHTS);
                boolean gap = row.oneOf("form", List.of("direction", "gap")).equals("gap");
                BigDecimal limit = row.decimal("limit");
                if (gap && row.text("limit").isEmpty()) {
                    row.fault(Fault.BLANK, "limit");
                }
                RuleEdition edition = edition(row, "barometer." + light);
                clash(row, light, edition.from(), starts);
                editions.add(edition);
                barometers.add(new Barometer(
                        light,
                        gap ? Barometer.Form.GAP : Barometer.Form.DIRECTION,
                        limit == null ? BigDecimal.ZERO : limit,
                        edition));
            }
            covered(table, editions, LIGHTS, "barometer.");
            return barometers;
        }

        private AuthorityOrder authorities(Table table) {
            List<AuthorityOrder.Row> rows = new ArrayList<>();
            for (Row row : table.rows()) {
                row.required("rank");
                Integer rank = row.whole("rank", 1, 999);
                certainty(row);
                rows.add(new AuthorityOrder.Row(
                        rank == null ? 999 : rank, row.required("element"), row.required("authority")));
            }
            rows.sort(Comparator.comparingInt(AuthorityOrder.Row::rank));
            return new AuthorityOrder(rows);
        }
    }
}
