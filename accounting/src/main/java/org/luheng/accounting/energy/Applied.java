package org.luheng.accounting.energy;

import static org.luheng.accounting.Arithmetic.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Packed;
import org.luheng.accounting.Trace;

/**
 * The coefficient that counts for a kind of energy, or why none does.
 *
 * @param coefficient kgce per base unit, null where there is none
 * @param perUnit 万吨标准煤 per statistical unit of the kind
 * @param packed the same; see {@link Packed}
 * @param row of the table it was taken from
 * @param measured fact it was taken from: a measured heat value, or the year's coal rate
 * @param problem in Chinese, where there is no coefficient
 */
record Applied(
        EnergyKind kind,
        @Nullable BigDecimal coefficient,
        BigDecimal perUnit,
        long packed,
        Certainty certainty,
        @Nullable Coefficient row,
        @Nullable Fact measured,
        @Nullable String problem) {

    /** Times by which a measured heat value may differ from the table: beyond, it is in kcal or MJ. */
    private static final BigDecimal PLAUSIBLE = new BigDecimal("2.5");

    static Applied of(EnergyKind kind, BigDecimal coefficient, @Nullable Coefficient row, @Nullable Fact measured) {
        BigDecimal perUnit = StandardCoal.perUnit(coefficient, kind.perUnit());
        return new Applied(
                kind,
                coefficient,
                perUnit,
                Packed.of(perUnit),
                row == null ? Certainty.CONFIRMED : row.certainty(),
                row,
                measured,
                null);
    }

    static Applied none(EnergyKind kind, String problem) {
        return new Applied(
                kind, null, BigDecimal.ZERO, Packed.of(BigDecimal.ZERO), Certainty.CONFIRMED, null, null, problem);
    }

    /** What the table says, or what it leaves open. */
    static Applied fromTable(EnergyKind kind, Basis basis, int year, @Nullable Coefficient row) {
        if (row == null) {
            return none(
                    kind,
                    kind.isTotal()
                            ? kind.name() + "是合计，没有折标系数，须分品种报"
                            : kind.name() + "没有适用于 " + year + " 年的" + basis.word() + "折标系数"
                                    + (kind.heatUnit() == null ? "" : "，须有实测低位发热量"));
        }
        return row.isRange()
                ? none(kind, kind.name() + "的折标系数是区间 " + row.printed() + "，须选定一个值或有实测低位发热量")
                : of(kind, row.value(), row, null);
    }

    /** What a measured heat value gives, held against the table's own row where there is one. */
    static Applied fromHeat(EnergyKind kind, BigDecimal heat, @Nullable Coefficient table, @Nullable Fact measured) {
        if (heat.signum() <= 0) {
            return none(kind, kind.name() + "实测低位发热量为 " + heat.toPlainString() + "，须大于零");
        }
        BigDecimal coefficient = StandardCoal.coefficient(heat);
        if (table != null) {
            BigDecimal least = table.value();
            BigDecimal most = table.high() == null ? table.value() : table.high();
            if (coefficient.multiply(PLAUSIBLE).compareTo(least) < 0
                    || most.multiply(PLAUSIBLE).compareTo(coefficient) < 0) {
                return none(
                        kind,
                        kind.name() + "实测低位发热量 " + heat.toPlainString() + " " + kind.heatUnit() + " 折 "
                                + printed(coefficient, 4) + "，与参考系数 " + table.printed()
                                + " 相差太远，疑为千卡或兆焦误作千焦");
            }
        }
        return of(kind, coefficient, null, measured);
    }

    /** The same, with the row of the table it was chosen from. */
    Applied resting(@Nullable Coefficient on) {
        return problem != null || on == null
                ? this
                : new Applied(kind, coefficient, perUnit, packed, on.certainty(), on, measured, null);
    }

    /** {@code 0.7143 千克标准煤/千克}, with the division where it was measured. */
    String printedCoefficient() {
        Fact fact = measured;
        return printedCoefficient(fact == null || kind.isElectricity() ? null : fact.value());
    }

    /** @param heat that was measured, kJ per base unit */
    String printedCoefficient(@Nullable BigDecimal heat) {
        String number = heat != null
                ? heat.toPlainString() + "/" + StandardCoal.HEAT.toPlainString()
                : coefficient == null ? "" : coefficient.toPlainString();
        return number + " 千克标准煤/" + kind.per();
    }

    /** What the coefficient rests on. */
    List<Trace> leaves() {
        List<Trace> leaves = new ArrayList<>();
        if (measured != null) {
            String what = kind.isElectricity() ? "发电标准煤耗" : kind.name() + "实测低位发热量";
            leaves.add(Trace.fact(what + " " + measured.period().inWords(), measured));
        }
        if (row != null) {
            leaves.add(Trace.rule(row.edition(kind)));
        }
        return leaves;
    }
}
