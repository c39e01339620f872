package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Units;
import org.luheng.accounting.balance.BalanceColumn;
import org.luheng.accounting.balance.BalanceRow;
import org.luheng.accounting.balance.BalanceRow.Role;
import org.luheng.accounting.balance.BalanceRules;

/** The form of the energy balance, read from {@code balance-rows.csv} and {@code balance-columns.csv}. */
record BalanceRows(Findings findings, Editions editions, Units units) {
    static final String ROWS = "balance-rows.csv";
    static final String COLUMNS = "balance-columns.csv";

    /** What the row of coefficients is called in a table; no row of the form may be called so. */
    static final List<String> COEFFICIENT = List.of("coefficient", "折标系数");

    static final String KGCE = "千克标准煤";

    private static final Set<String> ROW_COLUMNS = Register.columns(
            "id", "code", "name", "part_of", "sign", "negative", "role", "text", "from", "to", "source", "certainty");
    private static final Set<String> COLUMN_COLUMNS = Register.columns(
            "id", "code", "name", "unit", "per", "total", "two_bases", "from", "to", "source", "certainty");
    private static final String CONTAINED = "其中";

    /** @param methods all editions of the house; those of {@link BalanceRules#MATTERS} are taken */
    BalanceRules read(@Nullable Source rows, @Nullable Source columns, List<RuleEdition> methods) {
        return new BalanceRules(
                rows(Table.read(rows, ROW_COLUMNS, Set.of(), findings)),
                columns(Table.read(columns, COLUMN_COLUMNS, Set.of(), findings)),
                methods.stream()
                        .filter(method -> BalanceRules.MATTERS.contains(method.matter()))
                        .toList());
    }

    private List<BalanceRow> rows(Table table) {
        Map<String, BalanceRow> rows = new LinkedHashMap<>();
        Map<String, Integer> names = new HashMap<>();
        Map<Role, Integer> roles = new EnumMap<>(Role.class);
        COEFFICIENT.forEach(name -> names.put(name, 1));
        for (Row row : table.rows()) {
            long errors = findings.errors();
            String code = named(row, names);
            Role role = role(row, roles);
            String partOf = row.text("part_of");
            String sign = row.oneOf("sign", partOf.isEmpty() ? List.of("") : List.of("+", "-", CONTAINED));
            BalanceRow whole = rows.get(partOf);
            boolean result = whole != null && (whole.role() == Role.DIFFERENCE || whole.role() == Role.CONSUMPTION);
            if (!partOf.isEmpty() && (whole == null || result)) {
                row.fault(Fault.NOT_ONE_OF, "part_of", "allowed", "上面的行的代码（五、六除外）");
            }
            if (role != null && !partOf.isEmpty()) {
                row.fault(Fault.NOT_ONE_OF, "part_of", "allowed", "空着：一至六各行不属于别的行");
            }
            boolean negative = row.yes("negative");
            RuleEdition edition = editions.of(row, "balance.row", row.text("name"), row.required("text"));
            if (findings.errors() == errors) {
                rows.put(
                        code,
                        new BalanceRow(
                                code,
                                row.text("name"),
                                partOf.isEmpty() ? null : partOf,
                                switch (sign) {
                                    case "+" -> 1;
                                    case "-" -> -1;
                                    default -> 0;
                                },
                                negative,
                                role,
                                edition));
            }
        }
        if (!table.rows().isEmpty()) {
            for (Role role : Role.values()) {
                if (!roles.containsKey(role)) {
                    findings.add(
                            Fault.RULE_WANTED, Place.file(table.label()), "", "matter", "balance.row " + role.code());
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static @Nullable Role role(Row row, Map<Role, Integer> roles) {
        String code = row.text("role");
        if (code.isEmpty()) {
            return null;
        }
        Role role = Role.of(code);
        if (role == null) {
            row.fault(
                    Fault.NOT_ONE_OF,
                    "role",
                    "allowed",
                    String.join(
                                    " ",
                                    Arrays.stream(Role.values()).map(Role::code).toList()) + "，或空着");
            return null;
        }
        Integer taken = roles.putIfAbsent(role, row.line());
        if (taken != null) {
            row.fault(Fault.NAME_TAKEN, "role", "line", taken.toString());
        }
        return role;
    }

    /** The code; it and the name stand for nothing else. */
    private static String named(Row row, Map<String, Integer> names) {
        for (String column : List.of("code", "name")) {
            String name = row.required(column);
            Integer taken = name.isEmpty() ? null : names.putIfAbsent(name, row.line());
            if (taken != null && !(column.equals("name") && name.equals(row.text("code")))) {
                row.fault(Fault.NAME_TAKEN, column, "line", taken.toString());
            }
        }
        return row.text("code");
    }

    private List<BalanceColumn> columns(Table table) {
        List<BalanceColumn> columns = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        Integer totalAt = null;
        for (Row row : table.rows()) {
            long errors = findings.errors();
            String code = named(row, names);
            String unit = row.text("unit");
            String per = row.text("per");
            boolean total = row.yes("total");
            if (unit.isEmpty() != per.isEmpty()) {
                row.fault(Fault.GOES_WITH, unit.isEmpty() ? "unit" : "per", "other", unit.isEmpty() ? "per" : "unit");
            }
            if (total && !unit.isEmpty()) {
                row.fault(Fault.NOT_ONE_OF, "unit", "allowed", "空着：各栏实物量单位不同，不能合计");
            }
            if (total && totalAt != null) {
                row.fault(Fault.NAME_TAKEN, "total", "line", totalAt.toString());
            }
            totalAt = total && totalAt == null ? Integer.valueOf(row.line()) : totalAt;
            BigDecimal scale = BigDecimal.ONE;
            if (!unit.isEmpty() && !per.isEmpty()) {
                BigDecimal pieces = units.convert(BigDecimal.ONE, unit, per);
                BigDecimal standard = units.convert(BigDecimal.ONE, KGCE, BalanceColumn.STANDARD_UNIT);
                if (pieces == null || standard == null) {
                    row.fault(Fault.UNKNOWN_UNIT, "unit", "element", row.text("name"), "unit", "与 " + per + " 同量纲的单位");
                } else {
                    scale = pieces.multiply(standard).stripTrailingZeros();
                }
            }
            boolean twoBases = row.yes("two_bases");
            RuleEdition edition =
                    editions.of(row, "balance.column", row.text("name"), unit.isEmpty() ? "只有标准量" : "实物量用 " + unit);
            if (findings.errors() == errors) {
                columns.add(new BalanceColumn(
                        code,
                        row.text("name"),
                        unit.isEmpty() ? null : unit,
                        per.isEmpty() ? null : per,
                        scale,
                        total,
                        twoBases,
                        edition));
            }
        }
        if (!table.rows().isEmpty() && totalAt == null) {
            findings.add(Fault.RULE_WANTED, Place.file(table.label()), "", "matter", "balance.column total");
        }
        return columns;
    }
}
