package org.luheng.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Figure;
import org.luheng.accounting.PathForm;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.TotalExempt;

/**
 * What governments published beside what comes out of the inputs they published, computed by the same arithmetic as everything
 * else. Nothing is claimed of figures whose inputs are not known.
 *
 * @param cases in the order of {@code proof/cases.csv}
 * @param lights levels that were published without any inputs
 */
public record Proof(List<ProofCase> cases, List<PublishedLight> lights) {
    public Proof {
        cases = List.copyOf(cases);
        lights = List.copyOf(lights);
    }

    /**
     * Warning levels of one place in one release; only the levels were published.
     *
     * @param total null where it was not published, or the reports of it disagree
     */
    public record PublishedLight(
            String release,
            String region,
            Period period,
            int intensity,
            @Nullable Integer total,
            String source) {}

    /** What became of a case. */
    public enum Verdict {
        AGREES("相符"),
        DIFFERS("不符"),
        /** The inputs were not known yet on the day asked for, or no rule holds. */
        NOT_COMPUTED("算不出"),
        /** Only the result was published. */
        NO_INPUTS("只公布了结果");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A case, computed.
     *
     * @param figure null where there is nothing to compute from
     * @param difference computed − published, null where nothing was computed
     */
    public record Proven(
            ProofCase proofCase,
            @Nullable Figure figure,
            Verdict verdict,
            @Nullable BigDecimal difference) {}

    /**
     * All cases again.
     *
     * @param asOf inputs published later are not used
     * @param form how a five-year target is divided among its years
     * @param deductions edition of what is deducted, null: the one that holds in the year
     */
    public List<Proven> proven(
            Rules rules, Calculations calculations, LocalDate asOf, PathForm form, @Nullable RuleEdition deductions) {
        return cases.stream()
                .map(each -> proven(each, rules, calculations, asOf, form, deductions))
                .toList();
    }

    private static Proven proven(
            ProofCase proofCase,
            Rules rules,
            Calculations calculations,
            LocalDate asOf,
            PathForm form,
            @Nullable RuleEdition deductions) {
        Figure figure = switch (proofCase.way()) {
            case FIGURE -> figure(proofCase, rules, asOf, form, deductions);
            case TABLE -> ofTable(proofCase, calculations);
            case NONE -> null;
        };
        if (proofCase.way() == ProofCase.Way.NONE) {
            return new Proven(proofCase, null, Verdict.NO_INPUTS, null);
        }
        BigDecimal value = figure == null ? null : figure.value();
        if (value == null || figure == null) {
            return new Proven(proofCase, figure, Verdict.NOT_COMPUTED, null);
        }
        BigDecimal difference = value.subtract(proofCase.published());
        BigDecimal tolerance = proofCase.tolerance();
        boolean agrees = tolerance != null && difference.abs().compareTo(tolerance) <= 0;
        return new Proven(proofCase, figure, agrees ? Verdict.AGREES : Verdict.DIFFERS, difference);
    }

    private static @Nullable Figure figure(
            ProofCase proofCase, Rules rules, LocalDate asOf, PathForm form, @Nullable RuleEdition deductions) {
        FactBase base = new FactBase(rules.authorities());
        proofCase.inputs().forEach(base::add);
        int year = proofCase.period().year();
        Plan plan = new Plan(
                "proof",
                proofCase.title(),
                proofCase.title(),
                proofCase.region(),
                List.of(),
                year,
                year,
                year - 1,
                form,
                false,
                TotalExempt.NONE,
                Barometer.NATIONAL,
                proofCase.target() == null ? List.of() : List.of(proofCase.target()),
                "");
        Snapshot snapshot = new Snapshot(plan, rules, base.knownOn(asOf));
        Snapshot chosen = deductions == null ? snapshot : snapshot.under(deductions);
        return chosen.figure(proofCase.region(), proofCase.indicator(), proofCase.period());
    }

    private static @Nullable Figure ofTable(ProofCase proofCase, Calculations calculations) {
        Calculation kind = calculations.kind(proofCase.calculation()).orElseThrow();
        try {
            Calculation.Calculated calculated = Calculations.calculate(
                    kind,
                    "proof/inputs/" + proofCase.id() + ".csv",
                    new ByteArrayInputStream(proofCase.table().getBytes(StandardCharsets.UTF_8)));
            return calculated.figures().stream()
                    .filter(figure -> figure.indicator().equals(proofCase.indicator()))
                    .filter(figure -> figure.region().equals(proofCase.whose()))
                    .filter(figure -> figure.period().equals(proofCase.period()))
                    .findFirst()
                    .orElse(null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
