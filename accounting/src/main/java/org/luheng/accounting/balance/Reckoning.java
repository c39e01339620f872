package org.luheng.accounting.balance;

import static org.luheng.accounting.Arithmetic.printed;
import static org.luheng.accounting.balance.Cells.bracketed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Figure;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;
import org.luheng.accounting.balance.BalanceRow.Role;

/** One table on its way to its figures. Not safe for several threads. */
final class Reckoning {
    private static final String TOLERANCE = ".tolerance";
    private static final String IMPLIED = ".implied";

    private final EnergyTable table;
    private final BalanceRules rules;
    private final int year;
    private final Cells cells;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    Reckoning(EnergyTable table, BalanceRules rules) {
        this.table = table;
        this.rules = rules;
        this.year = table.period().year();
        this.cells = new Cells(table, rules);
    }

    Balance balance() {
        for (Form form : Form.values()) {
            if (!cells.has(form)) {
                continue;
            }
            for (BalanceColumn column : rules.columns(year)) {
                if (cells.uses(form, column)) {
                    new Column(form, column).reckon();
                }
            }
        }
        List<Remark> all = new ArrayList<>(cells.remarks());
        all.addAll(remarks);
        return new Balance(figures, names, all);
    }

    /** One column in one form. */
    private final class Column {
        private final Form form;
        private final BalanceColumn column;
        private final String unit;

        Column(Form form, BalanceColumn column) {
            this.form = form;
            this.column = column;
            this.unit = Objects.requireNonNull(column.unit(form));
        }

        void reckon() {
            for (BalanceRow row : rules.rows(year)) {
                if (row.role() == Role.DIFFERENCE) {
                    difference(row);
                } else if (row.role() == Role.CONSUMPTION) {
                    consumption(row);
                } else {
                    cell(row);
                }
            }
        }

        private @Nullable Amount at(Role role) {
            return cells.of(form, rules.row(role, year), column);
        }

        private String name(Role role) {
            return rules.row(role, year).name();
        }

        private void cell(BalanceRow row) {
            Amount amount = cells.of(form, row, column);
            contained(row, amount);
            if (amount instanceof Amount.Unknown(String reason, RuleEdition edition)) {
                missing(row, "", edition, reason);
            } else if (amount instanceof Amount.Known derived && derived.edition() != null) {
                figure(row, "", derived.value(), derived.edition(), derived.trace());
            }
        }

        /** What is contained in a row cannot be more than the row. */
        private void contained(BalanceRow row, @Nullable Amount amount) {
            if (row.sign() != 0 || row.partOf() == null) {
                return;
            }
            BalanceRow whole = Objects.requireNonNull(rules.row(row.partOf(), year));
            if (amount instanceof Amount.Known part
                    && cells.of(form, whole, column) instanceof Amount.Known all
                    && part.value()
                                    .subtract(all.value())
                                    .compareTo(part.tolerance().add(all.tolerance()))
                            > 0) {
                remarks.add(new Remark(
                        Remark.Kind.PART_EXCEEDS,
                        cells.name(form, row, column),
                        cells.entry(form, row, column),
                        printed(part.value()) + " 大于“" + whole.name() + "” " + printed(all.value())));
            }
        }

        private void difference(BalanceRow row) {
            Amount supply = at(Role.SUPPLY);
            Amount transformation = at(Role.TRANSFORMATION);
            Amount loss = at(Role.LOSS);
            Amount last = at(Role.FINAL);
            RuleEdition method = rules.method(BalanceRules.TOLERANCE, year);
            String why = wanting(Role.SUPPLY, supply);
            why = why == null ? wanting(Role.FINAL, last) : why;
            for (Amount amount : new Amount[] {supply, transformation, loss, last}) {
                why = why == null ? trouble(amount) : why;
            }
            if (why != null) {
                missing(row, "", row.edition(), why);
                return;
            }
            Struck struck = new Struck(row.edition());
            struck.add(1, name(Role.SUPPLY), supply);
            struck.add(1, name(Role.TRANSFORMATION), transformation);
            struck.add(-1, name(Role.LOSS), loss);
            struck.add(-1, name(Role.FINAL), last);
            Amount.Known difference = struck.amount(form, row, column, "");
            Entry entry = cells.entry(form, row, column);
            if (entry != null) {
                cells.compare(form, row, column, difference, entry);
            }
            boolean within = difference.value().abs().compareTo(difference.tolerance()) <= 0;
            String verdict =
                    (within ? "在四舍五入可致的 ±" : "超出四舍五入可致的 ±") + printed(difference.tolerance()) + (within ? " 之内" : "");
            if (!within) {
                remarks.add(new Remark(
                        Remark.Kind.UNBALANCED,
                        cells.name(form, row, column),
                        entry,
                        printed(difference.value()) + "，" + verdict));
            }
            RuleEdition tolerated = method.restingOn(difference.certainty());
            Supplier<Trace> tolerance = () -> Trace.computed(
                    column.name() + " " + row.name() + "的容许误差：" + difference.terms() + " 个填报数，各按末位的半个单位",
                    "± " + printed(difference.tolerance()),
                    difference.tolerance(),
                    unit,
                    List.of(Trace.rule(tolerated)));
            figure(row, "", difference.value(), Objects.requireNonNull(difference.edition()), () -> {
                Trace made = difference.trace().get();
                List<Trace> children = new ArrayList<>(made.children());
                children.add(tolerance.get());
                return Trace.computed(
                        made.text() + "：" + verdict,
                        Objects.requireNonNull(made.formula()),
                        difference.value(),
                        unit,
                        children);
            });
            figure(row, TOLERANCE, difference.tolerance(), tolerated, tolerance);
        }

        private @Nullable String wanting(Role role, @Nullable Amount amount) {
            return amount == null ? "缺“" + name(role) + "”" : null;
        }

        private static @Nullable String trouble(@Nullable Amount amount) {
            return switch (amount) {
                case null -> null;
                case Amount.Unknown unknown -> unknown.reason();
                case Amount.Known known -> known.dispute() == null ? null : known.dispute() + "，先核对";
            };
        }

        /** 六: what was used up, whether by consumers, on the way or in transformation. */
        private void consumption(BalanceRow row) {
            Amount stated = cells.stated(form, row, column);
            Amount last = at(Role.FINAL);
            Amount loss = at(Role.LOSS);
            Amount used = usedUp();
            if (last == null && stated == null) {
                return;
            }
            RuleEdition rule = column.total()
                    ? row.edition()
                    : rules.method(BalanceRules.CONSUMPTION, year)
                            .restingOn(row.edition().certainty());
            boolean implied = loss == null && stated instanceof Amount.Known;
            BalanceRow shown = implied ? rules.row(Role.LOSS, year) : row;
            String ending = implied ? IMPLIED : "";
            String why = wanting(Role.FINAL, last);
            for (Amount amount : new Amount[] {last, loss, used, implied ? stated : null}) {
                why = why == null ? trouble(amount) : why;
            }
            if (why != null) {
                missing(shown, ending, rule, why);
                return;
            }
            if (implied) {
                impliedLoss((Amount.Known) Objects.requireNonNull(stated), last, used, rule);
                return;
            }
            Struck struck = new Struck(rule);
            struck.add(1, name(Role.FINAL), last);
            struck.add(1, name(Role.LOSS), loss);
            struck.add(1, usedName(), used);
            Amount.Known consumption = struck.amount(form, row, column, "");
            Entry entry = cells.entry(form, row, column);
            if (entry != null) {
                cells.compare(form, row, column, consumption, entry);
            }
            figure(row, "", consumption.value(), Objects.requireNonNull(consumption.edition()), consumption.trace());
        }

        /** The loss that the total consumption leaves over. A negative one is reported as it is. */
        private void impliedLoss(
                Amount.Known stated, @Nullable Amount last, @Nullable Amount used, RuleEdition consumption) {
            BalanceRow row = rules.row(Role.LOSS, year);
            RuleEdition method = rules.method(BalanceRules.LOSS, year).restingOn(consumption.certainty());
            Struck struck = new Struck(method);
            struck.add(1, name(Role.CONSUMPTION), stated);
            struck.add(-1, name(Role.FINAL), last);
            struck.add(-1, usedName(), used);
            Amount.Known loss = struck.amount(form, row, column, "（由消费量推得，没有填）");
            if (loss.value().add(loss.tolerance()).signum() < 0) {
                remarks.add(new Remark(
                        Remark.Kind.LOSS_NEGATIVE,
                        cells.name(form, row, column),
                        cells.entry(form, rules.row(Role.CONSUMPTION, year), column),
                        printed(loss.value()) + "，小于零且超出四舍五入可致的 ±" + printed(loss.tolerance())));
            }
            figure(row, IMPLIED, loss.value(), Objects.requireNonNull(loss.edition()), loss.trace());
        }

        private String usedName() {
            return column.total() ? "加工转换净损失" : "加工转换投入";
        }

        /** Of all kinds together the net loss of transformation, of one kind what went into it; null: nothing. */
        private @Nullable Amount usedUp() {
            Amount net = at(Role.TRANSFORMATION);
            if (!(net instanceof Amount.Known known)) {
                return net;
            }
            BalanceRow row = rules.row(Role.TRANSFORMATION, year);
            if (column.total()) {
                return turned(known, known.value().negate());
            }
            List<Amount.Known> inputs = new ArrayList<>();
            boolean any = false;
            for (BalanceRow part : rules.parts(row, year)) {
                if (cells.of(form, part, column) instanceof Amount.Known one) {
                    any = true;
                    if (one.value().signum() < 0) {
                        inputs.add(one);
                    }
                }
            }
            if (!any) {
                return new Amount.Unknown("“" + row.name() + "”没有分项，不知投入多少", row.edition());
            }
            if (inputs.isEmpty()) {
                return null;
            }
            BigDecimal value = BigDecimal.ZERO;
            BigDecimal tolerance = BigDecimal.ZERO;
            int terms = 0;
            for (Amount.Known input : inputs) {
                value = value.subtract(input.value());
                tolerance = tolerance.add(input.tolerance());
                terms += input.terms();
            }
            BigDecimal used = value;
            return new Amount.Known(
                    used,
                    tolerance,
                    terms,
                    known.certainty(),
                    known.dispute(),
                    known.edition(),
                    () -> Trace.computed(
                            "加工转换投入",
                            printed(used),
                            used,
                            unit,
                            inputs.stream().map(input -> input.trace().get()).toList()));
        }

        private static Amount.Known turned(Amount.Known amount, BigDecimal value) {
            return new Amount.Known(
                    value,
                    amount.tolerance(),
                    amount.terms(),
                    amount.certainty(),
                    amount.dispute(),
                    amount.edition(),
                    amount.trace());
        }

        private void figure(
                BalanceRow row, String ending, BigDecimal value, RuleEdition edition, Supplier<Trace> trace) {
            figures.add(new Figure(
                    table.region(),
                    table.period(),
                    indicator(row, ending),
                    value,
                    unit,
                    edition,
                    null,
                    table.entries().stream().anyMatch(entry -> entry.fact().sample()),
                    trace));
        }

        private void missing(BalanceRow row, String ending, RuleEdition edition, String why) {
            figures.add(Figure.missing(table.region(), table.period(), indicator(row, ending), unit, edition, why));
        }

        private String indicator(BalanceRow row, String ending) {
            String code = "balance." + cells.code(form, row, column) + ending;
            names.put(
                    code,
                    cells.name(form, row, column)
                            + switch (ending) {
                                case TOLERANCE -> "的容许误差";
                                case IMPLIED -> "（由消费量推得）";
                                default -> "";
                            });
            return code;
        }
    }

    /** A result struck from a few rows; a blank one counts as nothing, and the formula says so. */
    private static final class Struck {
        private final RuleEdition rule;
        private final StringBuilder formula = new StringBuilder();
        private final List<Supplier<Trace>> traces = new ArrayList<>();
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal tolerance = BigDecimal.ZERO;
        private int terms;
        private Certainty certainty;

        Struck(RuleEdition rule) {
            this.rule = rule;
            this.certainty = rule.certainty();
        }

        void add(int sign, String name, @Nullable Amount amount) {
            formula.append(formula.isEmpty() ? "" : sign > 0 ? " + " : " − ");
            if (!(amount instanceof Amount.Known known)) {
                formula.append("0（没有").append(name).append("）");
                return;
            }
            value = sign > 0 ? value.add(known.value()) : value.subtract(known.value());
            tolerance = tolerance.add(known.tolerance());
            terms += known.terms();
            certainty = certainty.weaker(known.certainty());
            formula.append(bracketed(known.value()));
            traces.add(known.trace());
        }

        Amount.Known amount(Form form, BalanceRow row, BalanceColumn column, String note) {
            BigDecimal struck = value;
            RuleEdition edition = rule.restingOn(certainty);
            String sum = formula + " = " + printed(struck);
            return new Amount.Known(struck, tolerance, terms, certainty, null, edition, () -> {
                List<Trace> children = new ArrayList<>();
                traces.forEach(trace -> children.add(trace.get()));
                children.add(Trace.rule(edition));
                return Trace.computed(
                        column.name() + " " + row.name() + note, sum, struck, column.unit(form), children);
            });
        }
    }
}
