package org.luheng.accounting.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;

/** The form changes with the years; a row or column of another year is none. */
class BalanceRulesTest {
    private static RuleEdition edition(String id, String matter, int from, int to) {
        return new RuleEdition(id, matter, id + " 题", id + " 文", from, to, "test", Certainty.FOUND);
    }

    private static BalanceRules dated() {
        List<BalanceRow> rows = new ArrayList<>(Sheet.RULES.rows());
        rows.add(new BalanceRow(
                "imports", "进口", "supply", 1, false, null, edition("imports", "balance.row.imports", 2010, 2015)));
        List<BalanceColumn> columns = new ArrayList<>(Sheet.RULES.columns());
        columns.add(new BalanceColumn(
                "gas",
                "天然气",
                "亿立方米",
                "立方米",
                BigDecimal.TEN,
                false,
                false,
                edition("gas", "balance.column.gas", 2010, 2015)));
        List<RuleEdition> methods = new ArrayList<>(Sheet.RULES.methods());
        methods.add(edition("m-total-2010", "balance.total", 2010, 2015));
        return new BalanceRules(rows, columns, methods);
    }

    @Test
    void rowsColumnsAndMethodsAreThoseOfTheYear() {
        BalanceRules rules = dated();
        for (String name : List.of("imports", "进口")) {
            assertThat(rules.row(name, 2010)).isNotNull();
            assertThat(rules.row(name, 2016)).isNull();
        }
        for (String name : List.of("gas", "天然气")) {
            assertThat(rules.column(name, 2015)).extracting(BalanceColumn::code).isEqualTo("gas");
            assertThat(rules.column(name, 2016)).isNull();
        }
        assertThat(rules.column("没有的栏", 2015)).isNull();
        BalanceRow supply = rules.row(BalanceRow.Role.SUPPLY, 2012);
        assertThat(rules.parts(supply, 2012)).extracting(BalanceRow::code).contains("imports");
        assertThat(rules.parts(supply, 2016)).extracting(BalanceRow::code).doesNotContain("imports");
        assertThat(rules.method("balance.total", 2012).id())
                .as("of two that hold, the one that began last")
                .isEqualTo("m-total-2010");
        assertThat(rules.method("balance.total", 2016).id()).isEqualTo("m-total");
    }

    @Test
    void aFormThatLacksARoleOrAMethodCoversNothing() {
        BalanceRules whole = Sheet.RULES;
        for (BalanceRow.Role role : BalanceRow.Role.values()) {
            List<BalanceRow> rows = whole.rows().stream()
                    .filter(row -> row.role() != role && row.partOf() == null)
                    .toList();
            assertThat(new BalanceRules(rows, whole.columns(), whole.methods()).covers(2020))
                    .as(role.code())
                    .isFalse();
        }
        for (String matter : BalanceRules.MATTERS) {
            List<RuleEdition> methods = whole.methods().stream()
                    .filter(method -> !method.matter().equals(matter))
                    .toList();
            assertThat(new BalanceRules(whole.rows(), whole.columns(), methods).covers(2020))
                    .as(matter)
                    .isFalse();
        }
    }
}
