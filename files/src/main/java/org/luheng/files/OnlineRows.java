package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Units;

/**
 * The dictionary of energy online monitoring and its limits, read from {@code energy-online-codes.csv} and
 * {@code energy-online-checks.csv}.
 *
 * @param edition reads what every rule has: id, title, text, years, source, certainty
 */
record OnlineRows(Findings findings, BiFunction<Row, String, RuleEdition> edition, Units units, Set<String> kinds) {
    static final String CODES = "energy-online-codes.csv";
    static final String CHECKS = "energy-online-checks.csv";
    private static final Set<String> CODE_COLUMNS =
            Register.columns("list", "code", "name", "unit", "precision", "kind", "source", "certainty");
    private static final Set<String> CHECK_COLUMNS =
            Register.columns("id", "check", "limit", "unit", "title", "text", "from", "to", "source", "certainty");
    private static final int MOST_PLACES = 10;

    OnlineRules read(Map<String, Source> sources) {
        return new OnlineRules(codes(sources.get(CODES)), limits(sources.get(CHECKS)));
    }

    private List<OnlineRules.Code> codes(@Nullable Source source) {
        List<OnlineRules.Code> codes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> parts = Arrays.stream(OnlineRules.Part.values())
                .map(OnlineRules.Part::word)
                .toList();
        for (Row row : Table.read(source, CODE_COLUMNS, Set.of(), findings).rows()) {
            int part = parts.indexOf(row.oneOf("list", parts));
            String code = row.required("code");
            int digits = part < 0 || List.of("采集数据类型", "用途").contains(parts.get(part)) ? 2 : 4;
            if (!code.matches("[0-9]{" + digits + "}")) {
                row.fault(Fault.BAD_ID, "code", "form", digits == 2 ? "21" : "3300");
            }
            if (!seen.add(row.text("list") + code)) {
                row.fault(Fault.DUPLICATE_ID, "code", "where", "前面一行");
            }
            String unit = row.text("unit");
            if (!unit.isEmpty() && !units.knows(unit)) {
                row.fault(Fault.UNKNOWN_UNIT, "unit", "element", row.text("name"), "unit", "units.csv 里的单位");
            }
            String kind = row.text("kind");
            if (!kind.isEmpty() && !kinds.contains(kind)) {
                row.fault(Fault.NOT_ONE_OF, "kind", "allowed", "energy-kinds.csv 里的代码");
            }
            String name = row.required("name");
            String from = row.required("source");
            Integer precision = row.whole("precision", 0, MOST_PLACES);
            Certainty sure = row.certainty();
            if (part >= 0) {
                codes.add(new OnlineRules.Code(
                        OnlineRules.Part.values()[part], code, name, unit, precision, kind, from, sure));
            }
        }
        return codes;
    }

    private List<OnlineRules.Limit> limits(@Nullable Source source) {
        List<OnlineRules.Limit> limits = new ArrayList<>();
        List<String> checks = Arrays.stream(OnlineRules.Check.values())
                .map(OnlineRules.Check::word)
                .toList();
        for (Row row : Table.read(source, CHECK_COLUMNS, Set.of(), findings).rows()) {
            int check = checks.indexOf(row.oneOf("check", checks));
            row.required("limit");
            row.oneOf("unit", List.of("%"));
            BigDecimal limit = row.decimal("limit");
            if (limit != null && limit.signum() <= 0) {
                row.fault(Fault.NOT_POSITIVE, "limit");
            }
            RuleEdition own = edition.apply(row, "energy-online");
            if (check >= 0 && limit != null) {
                limits.add(new OnlineRules.Limit(OnlineRules.Check.values()[check], limit, own));
            }
        }
        return limits;
    }
}
