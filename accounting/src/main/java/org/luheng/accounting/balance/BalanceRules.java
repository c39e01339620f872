package org.luheng.accounting.balance;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;

/**
 * The form of the table as data.
 *
 * @param rows in the order of the form; a part comes after the row it belongs to
 * @param columns in the order of the form
 * @param methods the rules of the arithmetic, matters {@link #MATTERS}
 */
public record BalanceRules(List<BalanceRow> rows, List<BalanceColumn> columns, List<RuleEdition> methods) {
    public static final String TOTAL = "balance.total";
    public static final String CONVERSION = "balance.conversion";
    public static final String TOLERANCE = "balance.tolerance";
    public static final String CONSUMPTION = "balance.consumption";
    public static final String LOSS = "balance.loss";

    /** What the arithmetic needs a rule for. */
    public static final List<String> MATTERS = List.of(TOTAL, CONVERSION, TOLERANCE, CONSUMPTION, LOSS);

    public BalanceRules {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        methods = List.copyOf(methods);
        Set<String> before = new HashSet<>();
        for (BalanceRow row : rows) {
            if (row.partOf() != null && !before.contains(row.partOf())) {
                throw new IllegalArgumentException(row.code() + " is part of " + row.partOf() + ", not above it");
            }
            before.add(row.code());
        }
    }

    /** By code or name; null: no such row in the year. */
    public @Nullable BalanceRow row(String codeOrName, int year) {
        return rows(year).stream()
                .filter(row -> row.code().equals(codeOrName) || row.name().equals(codeOrName))
                .findFirst()
                .orElse(null);
    }

    /** By code or name; null: no such column in the year. */
    public @Nullable BalanceColumn column(String codeOrName, int year) {
        return columns(year).stream()
                .filter(column ->
                        column.code().equals(codeOrName) || column.name().equals(codeOrName))
                .findFirst()
                .orElse(null);
    }

    public List<BalanceRow> rows(int year) {
        return rows.stream().filter(row -> row.edition().holdsIn(year)).toList();
    }

    public List<BalanceColumn> columns(int year) {
        return columns.stream().filter(column -> column.edition().holdsIn(year)).toList();
    }

    /** Whether the form and all methods hold in the year. */
    public boolean covers(int year) {
        for (BalanceRow.Role role : BalanceRow.Role.values()) {
            if (rows(year).stream().noneMatch(row -> row.role() == role)) {
                return false;
            }
        }
        return MATTERS.stream()
                .allMatch(matter ->
                        methods.stream().anyMatch(method -> method.matter().equals(matter) && method.holdsIn(year)));
    }

    BalanceRow row(BalanceRow.Role role, int year) {
        return rows(year).stream().filter(row -> row.role() == role).findFirst().orElseThrow();
    }

    RuleEdition method(String matter, int year) {
        return methods.stream()
                .filter(method -> method.matter().equals(matter) && method.holdsIn(year))
                .max(Comparator.comparingInt(RuleEdition::from))
                .orElseThrow();
    }

    /** Parts that add up to a row of the year. */
    List<BalanceRow> parts(BalanceRow whole, int year) {
        return rows(year).stream()
                .filter(row -> Objects.equals(row.partOf(), whole.code()) && row.sign() != 0)
                .toList();
    }
}
