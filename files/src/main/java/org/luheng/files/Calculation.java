package org.luheng.files;

import java.util.List;
import java.util.Map;
import org.luheng.accounting.Figure;

/**
 * One kind of calculation that needs no plan: a table of a certain form goes in, explained figures come out. The command
 * line and the pages offer every kind alike; nothing is stored.
 */
public interface Calculation {
    /** What it is called on the command line and in addresses: {@code reductions}. */
    String code();

    /** What it is called on pages: 主要污染物减排量. */
    String title();

    /** What it computes, by what rules, in one or two sentences. */
    String purpose();

    /** The columns of the table, in the order of the template. */
    List<Column> columns();

    /** A table of this form that computes without a finding, header included; the values are made up. */
    String example();

    /**
     * Computes whatever can be computed; a row at fault is left out and found.
     *
     * @param label what findings call the table
     * @param text the table, CSV with header
     * @throws Refused where the table as a whole cannot be read
     */
    Calculated calculate(String label, String text);

    /**
     * A column of the table.
     *
     * @param name as in the header
     * @param meaning in Chinese, with unit and allowed values
     */
    record Column(String name, boolean required, String meaning) {}

    /**
     * What came out.
     *
     * @param names in Chinese, of the indicators of the figures, by code
     * @param bodies in Chinese, of whose figures they are, by {@link Figure#region()}; what is not named is shown as it is
     * @param notices what the reader should know beside the figures; rows left out among them
     */
    record Calculated(
            List<Figure> figures, Map<String, String> names, Map<String, String> bodies, List<Finding> notices) {
        public Calculated {
            figures = List.copyOf(figures);
            names = Map.copyOf(names);
            bodies = Map.copyOf(bodies);
            notices = List.copyOf(notices);
        }

        /** How many of the notices are errors. */
        public long errors() {
            return notices.stream()
                    .filter(notice -> notice.kind() == Fault.Kind.ERROR)
                    .count();
        }
    }
}
