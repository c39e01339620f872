package org.luheng.accounting.reduction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of one measure at one source for one pollutant in one assessed year.
 *
 * @param region code of the place it counts for
 * @param enterprise unified social credit code, empty where not stated
 * @param source outlet or device, or the class of vehicles or material a row is about; together with the enterprise it names
 *     one thing in all lists
 * @param measure code of a measure
 * @param year for which it is counted
 * @param accepted when it was accepted as running steadily; null: not stated
 * @param carried the months that its first year left over, counted in the year after
 * @param inBase whether the source stands in the base inventory
 * @param offsetUsed tonnes that new projects took as their replacement (区域削减措施)
 * @param alsoUsed what else its reduction served, e.g. 排污权出售; empty: nothing
 * @param greenhouseFactor tonnes CO₂ equivalent that go with one tonne of the pollutant; null: not known
 * @param ref where the row stands
 */
public record Project(
        String id,
        String name,
        String region,
        String enterprise,
        String source,
        String measure,
        Pollutant pollutant,
        int year,
        @Nullable LocalDate accepted,
        boolean carried,
        boolean inBase,
        Map<Input, BigDecimal> inputs,
        @Nullable BigDecimal offsetUsed,
        String alsoUsed,
        @Nullable Failure failure,
        Map<Verdict, BigDecimal> verdicts,
        @Nullable BigDecimal greenhouseFactor,
        String greenhouseSource,
        String ref) {
    public Project {
        inputs = Map.copyOf(inputs);
        verdicts = Map.copyOf(verdicts);
    }

    /**
     * A later inspection that took the amount back.
     *
     * @param amount tonnes, null: all of it
     */
    public record Failure(int year, @Nullable BigDecimal amount, String reason) {}

    /** Whose figures they are: {@code P12/DA001/closure}. */
    public String key() {
        return id + "/" + source + "/" + measure + (carried ? "/carried" : "");
    }

    /** 甲污水处理厂提标（总排口） */
    public String title() {
        return name + "（" + source + "）";
    }

    /** Whether both speak of one source: outlet numbers repeat between enterprises, and not every list names the enterprise. */
    boolean sameSource(Project other) {
        return source.equals(other.source)
                && pollutant == other.pollutant
                && (enterprise.isEmpty() || other.enterprise.isEmpty() || enterprise.equals(other.enterprise));
    }
}
