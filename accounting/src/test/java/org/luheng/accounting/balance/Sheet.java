package org.luheng.accounting.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Stage;
import org.luheng.accounting.balance.BalanceRow.Role;
import org.luheng.accounting.energy.Basis;

/** A balance table being filled in, for tests, and the form it is filled into. */
final class Sheet {
    static final BalanceRules RULES = new BalanceRules(
            List.of(
                    row("supply", "一", null, 0, true, Role.SUPPLY),
                    row("stock", "库存差额", "supply", 1, true, null),
                    row("opening", "年初库存", "stock", 1, false, null),
                    row("closing", "年末库存", "stock", -1, false, null),
                    row("production", "一次生产", "supply", 1, false, null),
                    row("inflow", "调入", "supply", 1, false, null),
                    row("outflow", "调出", "supply", -1, false, null),
                    row("transformation", "二", null, 0, true, Role.TRANSFORMATION),
                    row("power", "火电", "transformation", 1, true, null),
                    row("coking", "炼焦", "transformation", 1, true, null),
                    row("loss", "三", null, 0, false, Role.LOSS),
                    row("final", "四", null, 0, false, Role.FINAL),
                    row("primary", "一产", "final", 1, false, null),
                    row("secondary", "二产", "final", 1, false, null),
                    row("industry", "工业", "secondary", 1, false, null),
                    row("feedstock", "用作原料", "industry", 0, false, null),
                    row("construction", "建筑", "secondary", 1, false, null),
                    row("tertiary", "三产", "final", 1, false, null),
                    row("households", "生活", "final", 1, false, null),
                    row("difference", "五", null, 0, true, Role.DIFFERENCE),
                    row("consumption", "六", null, 0, false, Role.CONSUMPTION)),
            List.of(
                    column("coal", "原煤", "万吨", "千克", "1", false, false),
                    column("coke", "焦炭", "万吨", "千克", "1", false, false),
                    column("electricity", "电力", "亿千瓦时", "千瓦时", "10", false, true),
                    column("other", "其他", null, null, "1", false, false),
                    column("total", "合计", null, null, "1", true, false)),
            List.of(
                    edition("m-total", "balance.total", Certainty.FOUND),
                    edition("m-conversion", "balance.conversion", Certainty.FOUND),
                    edition("m-tolerance", "balance.tolerance", Certainty.CONFIRMED),
                    edition("m-consumption", "balance.consumption", Certainty.MEMORY),
                    edition("m-loss", "balance.loss", Certainty.FOUND)));

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Fact> coefficients = new HashMap<>();
    private @Nullable Basis basis;
    private boolean sample;

    static RuleEdition edition(String id, String matter, Certainty certainty) {
        return new RuleEdition(id, matter, id + " 题", id + " 文", 2000, 2030, "test", certainty);
    }

    static BalanceRow row(
            String code, String name, @Nullable String partOf, int sign, boolean negative, @Nullable Role role) {
        return new BalanceRow(
                code, name, partOf, sign, negative, role, edition(code, "balance.row." + code, Certainty.FOUND));
    }

    static BalanceColumn column(
            String code,
            String name,
            @Nullable String unit,
            @Nullable String per,
            String scale,
            boolean total,
            boolean twoBases) {
        return new BalanceColumn(
                code,
                name,
                unit,
                per,
                new BigDecimal(scale),
                total,
                twoBases,
                edition(code, "balance.column." + code, Certainty.CONFIRMED));
    }

    Sheet physical(String column, String row, String value) {
        return put(Form.PHYSICAL, column, row, value);
    }

    Sheet standard(String column, String row, String value) {
        return put(Form.STANDARD, column, row, value);
    }

    Sheet put(Form form, String column, String row, String value) {
        BigDecimal number = new BigDecimal(value);
        String unit = Objects.requireNonNull(
                Objects.requireNonNull(RULES.column(column, 2020)).unit(form));
        entries.add(new Entry(row, column, form, fact(row, number, unit), Entry.halfUnit(number)));
        return this;
    }

    Sheet coefficient(String column, String value) {
        coefficients.put(
                column,
                fact(
                        "coefficient",
                        new BigDecimal(value),
                        Objects.requireNonNull(RULES.column(column, 2020)).coefficientUnit()));
        return this;
    }

    Sheet basis(Basis basis) {
        this.basis = basis;
        return this;
    }

    Sheet madeUp() {
        this.sample = true;
        return this;
    }

    private Fact fact(String element, BigDecimal value, String unit) {
        return new Fact(
                entries.size() + 2,
                "350000",
                Period.year(2020),
                element,
                value,
                unit,
                null,
                Stage.FINAL,
                "",
                "",
                "test",
                null,
                sample,
                "t.csv:" + (entries.size() + 2));
    }

    EnergyTable table() {
        return new EnergyTable("350000", Period.year(2020), entries, coefficients, basis);
    }

    List<Entry> entries() {
        return entries;
    }

    Balance balance() {
        return new Balancing(RULES).of(table());
    }

    /** The figure of that code, without {@code balance.} and basis. */
    static Figure figure(Balance balance, String code) {
        return balance.figures().stream()
                .filter(figure -> is(figure, code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among "
                        + balance.figures().stream().map(Figure::indicator).toList()));
    }

    private static boolean is(Figure figure, String code) {
        return figure.indicator()
                .replace(".equivalent", "")
                .replace(".calorific", "")
                .equals("balance." + code);
    }

    static boolean has(Balance balance, String code) {
        return balance.figures().stream().anyMatch(figure -> is(figure, code));
    }

    static BigDecimal value(Balance balance, String code) {
        return Objects.requireNonNull(
                figure(balance, code).value(),
                code + ": " + figure(balance, code).missing());
    }
}
