package org.luheng.files;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.accounting.Target;

/**
 * A figure that somebody published, with what it can be recomputed from.
 *
 * @param way how it is recomputed
 * @param published as printed
 * @param tolerance how far the computed figure may be off because inputs and output were rounded when they were published
 * @param calculation kind of {@link Calculation}, where the way is a table
 * @param whose body of the figure in the table, where the way is a table
 * @param note why the tolerance, or why nothing can be recomputed
 * @param source who published it
 * @param certainty of the published figure and its inputs
 * @param inputs facts, in the import's form
 * @param target that the plan set, null where none is needed
 * @param table rows of the calculation's form, empty where facts are the inputs
 */
public record ProofCase(
        String id,
        String title,
        String region,
        Way way,
        String indicator,
        Period period,
        BigDecimal published,
        String unit,
        @Nullable BigDecimal tolerance,
        String calculation,
        String whose,
        String note,
        String source,
        Certainty certainty,
        List<Fact> inputs,
        @Nullable Target target,
        String table) {
    public ProofCase {
        inputs = List.copyOf(inputs);
    }

    /** How a published figure is recomputed. */
    public enum Way {
        /** From facts, by the snapshot that computes everything else. */
        FIGURE("figure"),
        /** From a table, by a calculation that needs no plan. */
        TABLE("table"),
        /** Not at all: what it was made from was not published. */
        NONE("none");

        private final String code;

        Way(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
