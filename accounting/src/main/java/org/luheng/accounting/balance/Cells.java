package org.luheng.accounting.balance;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.energy.Basis;

/**
 * What each cell of one table holds: the sum of its parts where there are any, else what was entered, else what was entered
 * in the other form and can be converted. Totals that were entered all the same are compared. Not safe for several threads.
 */
final class Cells {
    private record Cell(Form form, BalanceRow row, BalanceColumn column) {}

    private final EnergyTable table;
    private final BalanceRules rules;
    private final int year;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Cell, Optional<Amount>> known = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    Cells(EnergyTable table, BalanceRules rules) {
        this.table = table;
        this.rules = rules;
        this.year = table.period().year();
        table.entries().forEach(entry -> entries.put(key(entry.form(), entry.row(), entry.column()), entry));
    }

    private static String key(Form form, String row, String column) {
        return form + "/" + row + "/" + column;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Whether there is a table of that form at all. */
    boolean has(Form form) {
        return table.entries().stream().anyMatch(entry -> entry.form() == form)
                || (form == Form.STANDARD && !table.coefficients().isEmpty());
    }

    /** Whether anything was entered in the column, or it is the total of others. */
    boolean uses(Form form, BalanceColumn column) {
        if (column.total()) {
            return form == Form.STANDARD && (addsUp() || entered(column));
        }
        return form == Form.STANDARD
                ? entered(column)
                : table.entries().stream()
                        .anyMatch(
                                entry -> entry.form() == form && entry.column().equals(column.code()));
    }

    private boolean entered(BalanceColumn column) {
        return table.entries().stream().anyMatch(entry -> entry.column().equals(column.code()));
    }

    /** One column alone does not make a total. */
    private boolean addsUp() {
        return single().stream().filter(this::entered).count() > 1;
    }

    private List<BalanceColumn> single() {
        return rules.columns(year).stream().filter(column -> !column.total()).toList();
    }

    @Nullable
    Entry entry(Form form, BalanceRow row, BalanceColumn column) {
        return entries.get(key(form, row.code(), column.code()));
    }

    /** Null: blank. */
    @Nullable
    Amount of(Form form, BalanceRow row, BalanceColumn column) {
        Cell cell = new Cell(form, row, column);
        Optional<Amount> before = known.get(cell);
        if (before != null) {
            return before.orElse(null);
        }
        Amount amount = amount(cell);
        known.put(cell, Optional.ofNullable(amount));
        return amount;
    }

    private @Nullable Amount amount(Cell cell) {
        Amount derived = cell.column.total() ? acrossColumns(cell) : null;
        if (derived == null) {
            derived = overParts(cell);
        }
        Amount stated = stated(cell.form, cell.row, cell.column);
        Entry entry = entry(cell.form, cell.row, cell.column);
        if (derived instanceof Amount.Known sum && entry != null) {
            return compared(cell, sum, entry, "各部分之和");
        }
        return derived == null || (derived instanceof Amount.Unknown && entry != null) ? stated : derived;
    }

    /** What was entered in this form, or converted from the other. */
    @Nullable
    Amount stated(Form form, BalanceRow row, BalanceColumn column) {
        Entry entry = entry(form, row, column);
        Amount converted = form == Form.STANDARD && !column.total() ? converted(row, column) : null;
        if (entry == null) {
            return converted;
        }
        Amount.Known given = new Amount.Known(
                entry.value(),
                entry.halfUnit(),
                1,
                row.edition().certainty(),
                null,
                null,
                () -> Trace.fact(row.name(), entry.fact()));
        if (converted instanceof Amount.Known reckoned) {
            String dispute = compared(new Cell(form, row, column), reckoned, entry, "按实物量折算的数")
                    .dispute();
            return dispute == null ? given : given.disputed(dispute);
        }
        return given;
    }

    private @Nullable Amount converted(BalanceRow row, BalanceColumn column) {
        Entry physical = entry(Form.PHYSICAL, row, column);
        if (physical == null) {
            return null;
        }
        RuleEdition method = rules.method(BalanceRules.CONVERSION, year);
        Fact coefficient = table.coefficients().get(column.code());
        if (coefficient == null) {
            return new Amount.Unknown("缺“" + column.name() + "”的折标系数（" + column.coefficientUnit() + "）", method);
        }
        BigDecimal factor = coefficient.value().multiply(column.scale());
        BigDecimal value = physical.value().multiply(factor);
        Certainty certainty = row.edition()
                .certainty()
                .weaker(method.certainty())
                .weaker(column.edition().certainty());
        RuleEdition edition = method.restingOn(certainty);
        return new Amount.Known(
                value,
                physical.halfUnit().multiply(factor),
                1,
                certainty,
                null,
                edition,
                () -> Trace.computed(
                        row.name() + "，折标准煤",
                        bracketed(physical.value()) + " × " + printed(coefficient.value())
                                + (column.scale().compareTo(BigDecimal.ONE) == 0 ? "" : " × " + printed(column.scale()))
                                + " = " + printed(value),
                        value,
                        BalanceColumn.STANDARD_UNIT,
                        List.of(
                                Trace.fact(row.name(), physical.fact()),
                                Trace.fact(column.name() + "折标系数", coefficient),
                                Trace.rule(edition))));
    }

    /** The total over the single columns. */
    private @Nullable Amount acrossColumns(Cell cell) {
        if (!addsUp()) {
            return null;
        }
        List<Term> terms = new ArrayList<>();
        for (BalanceColumn column : single()) {
            Amount amount = of(cell.form, cell.row, column);
            if (amount instanceof Amount.Unknown) {
                return amount;
            }
            if (amount instanceof Amount.Known one) {
                terms.add(new Term(1, column.name(), one));
            }
        }
        return terms.isEmpty() ? null : sum(cell, terms, rules.method(BalanceRules.TOTAL, year));
    }

    /** The signed sum of the parts of a row. */
    private @Nullable Amount overParts(Cell cell) {
        List<Term> terms = new ArrayList<>();
        for (BalanceRow part : rules.parts(cell.row, year)) {
            Amount amount = of(cell.form, part, cell.column);
            if (amount instanceof Amount.Unknown) {
                return amount;
            }
            if (amount instanceof Amount.Known one) {
                terms.add(new Term(part.sign(), part.name(), one));
            }
        }
        return terms.isEmpty() ? null : sum(cell, terms, cell.row.edition());
    }

    private record Term(int sign, String name, Amount.Known amount) {}

    private static Amount.Known sum(Cell cell, List<Term> terms, RuleEdition rule) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal tolerance = BigDecimal.ZERO;
        int count = 0;
        Certainty certainty = rule.certainty().weaker(cell.row.edition().certainty());
        String dispute = null;
        StringBuilder formula = new StringBuilder();
        for (Term term : terms) {
            Amount.Known amount = term.amount;
            value = term.sign > 0 ? value.add(amount.value()) : value.subtract(amount.value());
            tolerance = tolerance.add(amount.tolerance());
            count += amount.terms();
            certainty = certainty.weaker(amount.certainty());
            dispute = dispute == null ? amount.dispute() : dispute;
            formula.append(formula.isEmpty() ? (term.sign > 0 ? "" : "−") : term.sign > 0 ? " + " : " − ")
                    .append(bracketed(amount.value()));
        }
        BigDecimal sum = value;
        RuleEdition edition = rule.restingOn(certainty);
        return new Amount.Known(
                sum,
                tolerance,
                count,
                certainty,
                dispute,
                edition,
                () -> Trace.computed(
                        cell.column.name() + " " + cell.row.name()
                                + (cell.column.total() && rule.matter().equals(BalanceRules.TOTAL)
                                        ? "："
                                                + String.join(
                                                        "、",
                                                        terms.stream()
                                                                .map(Term::name)
                                                                .toList())
                                        : ""),
                        formula + " = " + printed(sum),
                        sum,
                        Objects.requireNonNull(cell.column.unit(cell.form)),
                        leaves(terms, edition)));
    }

    private static List<Trace> leaves(List<Term> terms, RuleEdition edition) {
        List<Trace> leaves = new ArrayList<>();
        terms.forEach(term -> leaves.add(term.amount.trace().get()));
        leaves.add(Trace.rule(edition));
        return leaves;
    }

    /** A negative number inside a formula. */
    static String bracketed(BigDecimal number) {
        return number.signum() < 0 ? "(" + printed(number) + ")" : printed(number);
    }

    /** Finds where a result that was entered differs from what the formula gives by more than rounding can make. */
    void compare(Form form, BalanceRow row, BalanceColumn column, Amount.Known derived, Entry entry) {
        compared(new Cell(form, row, column), derived, entry, "按公式算得的数");
    }

    /** The derived amount, disputed where what was entered differs by more than rounding can make. */
    private Amount.Known compared(Cell cell, Amount.Known derived, Entry entry, String what) {
        BigDecimal difference = entry.value().subtract(derived.value());
        BigDecimal tolerance = derived.tolerance().add(entry.halfUnit());
        if (difference.abs().compareTo(tolerance) <= 0) {
            return derived;
        }
        String name = name(cell.form, cell.row, cell.column);
        String text = "填报 " + printed(entry.value()) + "，" + what + " " + printed(derived.value()) + "，相差 "
                + printed(difference) + "，超出四舍五入可致的 ±" + printed(tolerance);
        remarks.add(new Remark(Remark.Kind.TOTAL_DIFFERS, name, entry, text));
        return derived.disputed("“" + cell.row.name() + "”" + text);
    }

    /** {@code 电力 实物量 五、平衡差额} */
    String name(Form form, BalanceRow row, BalanceColumn column) {
        Basis basis = basis(form, column);
        return column.name() + " " + form.word() + (basis == null ? "" : "（" + basis.word() + "值）") + " " + row.name();
    }

    /** {@code standard.equivalent.electricity.difference}: two bases are two figures. */
    String code(Form form, BalanceRow row, BalanceColumn column) {
        Basis basis = basis(form, column);
        String by = basis == null ? "" : basis == Basis.EQUIVALENT ? ".equivalent" : ".calorific";
        return form.code() + by + "." + column.code() + "." + row.code();
    }

    private @Nullable Basis basis(Form form, BalanceColumn column) {
        return form == Form.STANDARD && (column.twoBases() || column.total()) ? table.basis() : null;
    }
}
