package org.luheng.files;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.AuthorityOrder;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Deduction;
import org.luheng.accounting.Element;
import org.luheng.accounting.Formulas;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.PriceBase;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Units;
import org.luheng.accounting.balance.BalanceRules;
import org.luheng.accounting.benchmark.BenchmarkRules;
import org.luheng.accounting.carbon.CarbonRules;
import org.luheng.accounting.emission.EmissionRules;
import org.luheng.accounting.energy.EnergyKind;
import org.luheng.accounting.energy.EnergyRules;
import org.luheng.accounting.formula.Dimension;
import org.luheng.accounting.formula.Measure;
import org.luheng.accounting.reduction.ReductionRules;
import org.luheng.accounting.replacement.Ratio;

/**
 * The policy arithmetic as dated data, read from {@code rules/}.
 *
 * @param rules what the arithmetic needs
 * @param reductions how pollutant reductions are counted
 * @param benchmarks efficiency levels of products, and how they are compared with
 * @param balances the form of the regional energy balance
 * @param replacements how many times what they add projects replace
 * @param emissions how monitoring is counted and judged
 * @param online dictionary and limits of energy online monitoring
 * @param elements codes of {@code elements.csv}, in its order, and those made from other tables; all other indicators are those of the plans
 * @param edition the files, word for word; its sha256 is the hash of the rules
 * @param places where each indicator, edition, barometer rule and coefficient stands, by code or id
 */
public record RulesFolder(
        Rules rules,
        ReductionRules reductions,
        BenchmarkRules benchmarks,
        BalanceRules balances,
        List<Ratio> replacements,
        EmissionRules emissions,
        OnlineRules online,
        List<String> elements,
        FolderText edition,
        Map<String, Place> places) {
    static final List<String> FILES = List.of(
            "elements.csv",
            "indicators.csv",
            "formulas.csv",
            "editions.csv",
            "deductions.csv",
            "price-bases.csv",
            "barometer.csv",
            "barometer-bands.csv",
            "authorities.csv",
            "units.csv",
            EnergyReading.KINDS,
            EnergyReading.SETS,
            EnergyReading.COEFFICIENTS,
            CarbonReading.SETS,
            CarbonReading.FUELS,
            CarbonReading.GRIDS,
            CarbonReading.GRID_RULES,
            CarbonReading.PROCESSES,
            ReductionRows.MEASURES,
            ReductionRows.CONDITIONS,
            BenchmarkRows.LEVELS,
            BenchmarkRows.CORRECTIONS,
            BenchmarkRows.UNITS,
            BalanceRows.ROWS,
            BalanceRows.COLUMNS,
            ReplacementRows.RATIOS,
            EmissionRows.PARAMETERS,
            EmissionRows.MARKS,
            EmissionRows.FACTORS,
            EmissionRows.LIMITS,
            OnlineRows.CODES,
            OnlineRows.CHECKS);
    private static final Set<String> INDICATOR_COLUMNS = Register.columns(
            "code", "name", "unit", "direction", "accumulation", "frequency", "definition", "source", "certainty");

    /** Matters the arithmetic cannot do without. */
    private static final List<String> MATTERS = List.of(
            "intensity.change",
            "intensity.cumulative",
            "intensity.required",
            "intensity.outlook",
            "deduction",
            "energy.total",
            "energy.total.kinds",
            "energy.comprehensive",
            "energy.coal.kinds",
            "carbon.total",
            "carbon.process",
            "carbon.intensity",
            "carbon.enterprise",
            "energy.total.target",
            "indicator",
            "path.geometric",
            "path.linear");

    private static final List<String> LIGHTS = List.of("intensity", "progress", "total", "indicator");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    public RulesFolder {
        replacements = List.copyOf(replacements);
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

        Reading(Path folder) {
            this.folder = folder;
        }

        RulesFolder read() {
            Map<String, Indicator> indicators = new LinkedHashMap<>();
            Map<String, Source> sources = new HashMap<>();
            SequencedMap<String, String> texts = new LinkedHashMap<>();
            for (String file : FILES) {
                Source source = Source.read(folder.resolve(file), Source.label(folder, file), findings);
                if (source != null) {
                    sources.put(file, source);
                    texts.put(file, source.text());
                }
            }
            FolderText edition = new FolderText(texts);
            Units units =
                    units(table(sources.get("units.csv"), Register.columns("unit", "dimension", "factor", "aliases")));
            indicators(table(sources.get("elements.csv"), INDICATOR_COLUMNS), indicators, units);
            EnergyRules energy = new EnergyReading(units, places)
                    .read(
                            table(sources.get(EnergyReading.KINDS), EnergyReading.KIND_COLUMNS),
                            table(sources.get(EnergyReading.SETS), EnergyReading.SET_COLUMNS),
                            table(sources.get(EnergyReading.COEFFICIENTS), EnergyReading.COEFFICIENT_COLUMNS));
            EnergyReading.elements(energy).forEach(element -> indicators.putIfAbsent(element.code(), element));
            CarbonRules carbon = new CarbonReading(energy, units, places, this::edition, findings).read(sources);
            CarbonReading.elements(carbon).forEach(element -> indicators.putIfAbsent(element.code(), element));
            List<String> elements = List.copyOf(indicators.keySet());
            indicators(table(sources.get("indicators.csv"), INDICATOR_COLUMNS), indicators, units);
            List<RuleEdition> editions = editions(table(
                    sources.get("editions.csv"),
                    Register.columns("id", "matter", "title", "text", "from", "to", "source", "certainty")));
            List<Deduction> deductions = deductions(
                    table(
                            sources.get("deductions.csv"),
                            Register.columns(
                                    "id",
                                    "policy",
                                    "element",
                                    "applied",
                                    "intensity",
                                    "total",
                                    "unknown",
                                    "cap",
                                    "title",
                                    "text",
                                    "from",
                                    "to",
                                    "source",
                                    "certainty")),
                    indicators,
                    editions);
            List<PriceBase> priceBases = priceBases(
                    table(
                            sources.get("price-bases.csv"),
                            Register.columns("id", "year", "title", "text", "from", "to", "source", "certainty")),
                    indicators);
            Map<String, List<Barometer.Band>> bands = bands(table(
                    sources.get("barometer-bands.csv"),
                    Register.columns("barometer", "limit", "included", "level", "label")));
            List<Barometer> barometers = barometers(
                    table(
                            sources.get("barometer.csv"),
                            Register.columns(
                                    "id",
                                    "light",
                                    "scheme",
                                    "form",
                                    "title",
                                    "text",
                                    "from",
                                    "to",
                                    "source",
                                    "certainty")),
                    bands);
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
            ReductionRules reductions = new ReductionRows(findings, this::edition)
                    .read(sources.get(ReductionRows.MEASURES), sources.get(ReductionRows.CONDITIONS));
            List<Ratio> replacements =
                    new ReplacementRows(findings, this::edition).read(sources.get(ReplacementRows.RATIOS));
            EmissionRules emissions = new EmissionRows(findings, indicators, this::edition).read(sources);
            BenchmarkRules benchmarks = new BenchmarkRows(findings, this::edition)
                    .read(
                            sources.get(BenchmarkRows.LEVELS),
                            sources.get(BenchmarkRows.CORRECTIONS),
                            sources.get(BenchmarkRows.UNITS),
                            editions);
            BalanceRules balances = new BalanceRows(findings, this::edition, units)
                    .read(sources.get(BalanceRows.ROWS), sources.get(BalanceRows.COLUMNS), editions);
            Set<String> kinds = energy.kinds().stream().map(EnergyKind::code).collect(Collectors.toSet());
            OnlineRules online = new OnlineRows(findings, this::edition, units, kinds).read(sources);
            findings.throwIfRefused();
            return new RulesFolder(
                    new Rules(
                            indicators,
                            editions,
                            barometers,
                            deductions,
                            priceBases,
                            energy,
                            carbon,
                            formulas,
                            order,
                            units,
                            edition.sha256()),
                    reductions,
                    benchmarks,
                    balances,
                    replacements,
                    emissions,
                    online,
                    elements,
                    edition,
                    places);
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
                        row.certainty());
                if (isNew(row, "code")) {
                    indicators.put(indicator.code(), indicator);
                }
            }
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
                    row.certainty());
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
            covered(table, editions, BenchmarkRules.MATTERS, "");
            covered(table, editions, BalanceRules.MATTERS, "");
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

        private List<Deduction> deductions(Table table, Map<String, Indicator> indicators, List<RuleEdition> editions) {
            List<Deduction> deductions = new ArrayList<>();
            List<String> policies = editions.stream()
                    .filter(edition -> edition.matter().equals("deduction"))
                    .map(RuleEdition::id)
                    .toList();
            for (Row row : table.rows()) {
                String policy = row.required("policy");
                if (!policy.isEmpty() && !policies.isEmpty() && !policies.contains(policy)) {
                    row.fault(Fault.NOT_ONE_OF, "policy", "allowed", String.join(" ", policies));
                }
                String element = row.required("element");
                String applied = row.text("applied");
                for (String column : List.of("element", "applied")) {
                    if (!row.text(column).isEmpty() && !indicators.containsKey(row.text(column))) {
                        row.fault(
                                Fault.UNKNOWN_INDICATOR,
                                column,
                                "nearest",
                                Nearest.asQuestion(row.text(column), indicators.keySet()));
                    }
                }
                BigDecimal cap = row.decimal("cap");
                if (cap != null && cap.signum() < 0) {
                    row.fault(Fault.NOT_A_NUMBER, "cap");
                }
                deductions.add(new Deduction(
                        policy,
                        element,
                        applied.isEmpty() ? null : applied,
                        reach(row, "intensity"),
                        reach(row, "total"),
                        row.oneOf("unknown", List.of("missing", "none")).equals("none"),
                        cap,
                        edition(row, "deduction." + element)));
            }
            return deductions;
        }

        private static Deduction.Reach reach(Row row, String column) {
            return switch (row.oneOf(column, List.of("none", "both", "added"))) {
                case "both" -> Deduction.Reach.BOTH;
                case "added" -> Deduction.Reach.ADDED;
                default -> Deduction.Reach.NONE;
            };
        }

        /** Each base makes an element: GDP at its prices. */
        private List<PriceBase> priceBases(Table table, Map<String, Indicator> indicators) {
            List<PriceBase> bases = new ArrayList<>();
            Indicator product = indicators.get(Element.GDP);
            for (Row row : table.rows()) {
                row.required("year");
                Integer year = row.whole("year", FIRST_YEAR, LAST_YEAR);
                RuleEdition edition = edition(row, "price-base");
                if (year == null || product == null) {
                    continue;
                }
                PriceBase base = new PriceBase(year, edition);
                Place first = places.putIfAbsent(base.element(), row.place());
                if (first != null) {
                    row.fault(Fault.DUPLICATE_ID, "year", "where", first.inWords());
                    continue;
                }
                bases.add(base);
                indicators.put(
                        base.element(),
                        new Indicator(
                                base.element(),
                                "地区生产总值（" + year + "年价格）",
                                product.unit(),
                                product.rising(),
                                product.accumulation(),
                                product.frequency(),
                                "按" + year + "年价格计算的地区生产总值；基期更换时，用同一年的两种价格的数衔接",
                                edition.source(),
                                edition.certainty()));
            }
            return bases;
        }

        private static Map<String, List<Barometer.Band>> bands(Table table) {
            Map<String, List<Barometer.Band>> bands = new HashMap<>();
            for (Row row : table.rows()) {
                String barometer = row.required("barometer");
                BigDecimal limit = row.decimal("limit");
                Integer level = row.whole("level", 1, 3);
                row.required("level");
                List<Barometer.Band> known = bands.computeIfAbsent(barometer, id -> new ArrayList<>());
                BigDecimal before = known.isEmpty() ? null : known.getLast().limit();
                boolean after = known.isEmpty() || (before != null && (limit == null || limit.compareTo(before) > 0));
                if (!after) {
                    row.fault(Fault.BANDS_OUT_OF_ORDER, "limit");
                } else if (level != null
                        && !known.isEmpty()
                        && level > known.getLast().level()) {
                    row.fault(Fault.BANDS_OUT_OF_ORDER, "level");
                }
                known.add(new Barometer.Band(
                        limit, limit != null && row.yes("included"), level == null ? 1 : level, row.text("label")));
            }
            return bands;
        }

        private List<Barometer> barometers(Table table, Map<String, List<Barometer.Band>> bands) {
            List<Barometer> barometers = new ArrayList<>();
            List<RuleEdition> editions = new ArrayList<>();
            Map<String, Integer> starts = new HashMap<>();
            for (Row row : table.rows()) {
                String light = row.oneOf("light", LIGHTS);
                Barometer.Form form = switch (row.oneOf("form", List.of("direction", "gap", "points", "completion"))) {
                    case "gap" -> Barometer.Form.GAP;
                    case "points" -> Barometer.Form.POINTS;
                    case "completion" -> Barometer.Form.COMPLETION;
                    default -> Barometer.Form.DIRECTION;
                };
                String scheme = row.text("scheme");
                RuleEdition edition = edition(row, "barometer." + light);
                clash(row, light + "|" + scheme, edition.from(), starts);
                List<Barometer.Band> own = bands.getOrDefault(edition.id(), List.of());
                boolean open = !own.isEmpty() && own.getLast().limit() == null;
                if (form != Barometer.Form.DIRECTION && !open) {
                    row.fault(Fault.BANDS_WANTED, "form");
                    continue;
                }
                if (scheme.isEmpty()) {
                    editions.add(edition);
                }
                barometers.add(new Barometer(
                        light, scheme, form, form == Barometer.Form.DIRECTION ? List.of() : own, edition));
            }
            covered(table, editions, LIGHTS, "barometer.");
            return barometers;
        }

        private AuthorityOrder authorities(Table table) {
            List<AuthorityOrder.Row> rows = new ArrayList<>();
            for (Row row : table.rows()) {
                row.required("rank");
                Integer rank = row.whole("rank", 1, 999);
                row.certainty();
                rows.add(new AuthorityOrder.Row(
                        rank == null ? 999 : rank, row.required("element"), row.required("authority")));
            }
            rows.sort(Comparator.comparingInt(AuthorityOrder.Row::rank));
            return new AuthorityOrder(rows);
        }
    }
}
