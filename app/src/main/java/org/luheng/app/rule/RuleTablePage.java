package org.luheng.app.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.app.page.Frame;
import org.luheng.files.RuleTables.RuleTable;

/** One table of rules, row by row as in its file. */
public record RuleTablePage(Frame frame, RuleTable table) {
    /** Columns whose cells name a rule of another table. */
    private static final Set<String> RULES = Set.of("barometer", "policy");

    private static final List<String> READ_FIRST =
            List.of("name", "title", "text", "definition", "unit", "from", "to", "source", "certainty");
    private static final Set<String> NAMES = Set.of("id", "code");
    private static final Set<String> LONG = Set.of("text", "definition", "source");

    /** Places of the columns as a person reads them: what it is, for which years, from where; then the rest. */
    public List<Integer> order() {
        List<String> columns = table.columns();
        List<Integer> order = new ArrayList<>();
        order.add(0);
        READ_FIRST.stream().map(columns::indexOf).filter(at -> at > 0).forEach(order::add);
        IntStream.range(0, columns.size()).filter(at -> !order.contains(at)).forEach(order::add);
        return order;
    }

    /** The column's own key, by its place. */
    public String column(int at) {
        return table.columns().get(at);
    }

    public @Nullable Certainty certainty(int at, String cell) {
        return column(at).equals("certainty") ? Certainty.of(cell) : null;
    }

    public boolean isRule(int at) {
        return RULES.contains(column(at));
    }

    public @Nullable String style(int at) {
        return LONG.contains(column(at)) ? "long" : null;
    }

    /** What the row can be pointed at by, null where its first cell is no name of its own. */
    public @Nullable String key(List<String> row) {
        return NAMES.contains(column(0)) ? table.key(row) : null;
    }
}
