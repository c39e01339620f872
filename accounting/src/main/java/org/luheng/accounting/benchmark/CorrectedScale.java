package org.luheng.accounting.benchmark;

import static org.luheng.accounting.Arithmetic.printed;
import static org.luheng.accounting.Arithmetic.signed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Trace;

/**
 * A scale after the corrections that were asked for; the value compared is never touched.
 *
 * @param edition of the scale, no surer than the corrections used
 * @param steps one for each limit that was changed
 * @param refusal why a correction cannot be made, null where all could
 */
record CorrectedScale(
        Scale scale,
        RuleEdition edition,
        List<Trace> steps,
        @Nullable String refusal) {
    CorrectedScale {
        steps = List.copyOf(steps);
    }

    static CorrectedScale of(Scale scale, Production production, BenchmarkRules rules) {
        Correcting correcting = new Correcting(scale);
        Set<String> names = new LinkedHashSet<>();
        for (Claim claim : production.claims()) {
            if (!names.add(claim.name())) {
                correcting.refuse("修正“" + claim.name() + "”写了两次");
            }
        }
        // In the order of the rules: one standard multiplies before it adds, another after.
        for (Correction correction : rules.corrections()) {
            for (Claim claim : production.claims()) {
                if (correcting.isOfThisScale(correction)
                        && known(claim, production, rules).contains(correction)) {
                    correcting.apply(correction, claim);
                }
            }
        }
        for (Claim claim : production.claims()) {
            if (known(claim, production, rules).isEmpty()) {
                correcting.applyStated(claim);
            }
        }
        return correcting.result();
    }

    private static List<Correction> known(Claim claim, Production production, BenchmarkRules rules) {
        int year = production.period().year();
        List<Correction> known = new ArrayList<>(rules.corrections(production.standardProduct(), claim.name(), year));
        if (!production.product().equals(production.standardProduct())) {
            known.addAll(rules.corrections(production.product(), claim.name(), year));
        }
        return known;
    }

    private static final class Correcting {
        private final Scale scale;
        private final List<Level> levels;
        private final List<Trace> steps = new ArrayList<>();
        private Certainty certainty = Certainty.CONFIRMED;
        private @Nullable String refusal;

        Correcting(Scale scale) {
            this.scale = scale;
            this.levels = new ArrayList<>(scale.levels());
        }

        void refuse(String reason) {
            refusal = refusal == null ? reason : refusal;
        }

        boolean isOfThisScale(Correction correction) {
            return correction.levels().stream().anyMatch(scale.kind().levels()::contains);
        }

        void apply(Correction correction, Claim claim) {
            String why = unfit(correction, claim);
            if (why != null) {
                refuse("修正“" + claim.name() + "”" + why);
                return;
            }
            certainty = certainty.weaker(correction.edition().certainty());
            BigDecimal factor = switch (correction.form()) {
                case STATED_FACTOR -> claim.factor();
                case FACTOR -> correction.amount();
                case ADDITION, PER_UNIT -> null;
            };
            BigDecimal addition = factor == null ? correction.addition(claim.condition()) : null;
            String condition = claim.condition() == null
                    ? ""
                    : " " + printed(claim.condition()) + " " + correction.conditionUnit();
            change(
                    correction.levels(),
                    factor,
                    addition,
                    "按“" + claim.name() + condition.stripTrailing() + "”修正",
                    Trace.rule(correction.edition()));
        }

        private static @Nullable String unfit(Correction correction, Claim claim) {
            if (!claim.levels().isEmpty() || claim.addition() != null) {
                return "由标准规定，不能另定增减量或适用的限额";
            }
            if (correction.form().needsCondition() != (claim.condition() != null)) {
                return claim.condition() == null ? "缺条件的数值（" + correction.conditionUnit() + "）" : "不需要条件的数值";
            }
            if (correction.above() != null
                    && Objects.requireNonNull(claim.condition()).compareTo(correction.above()) <= 0) {
                return "须高于 " + printed(correction.above()) + " " + correction.conditionUnit() + "，现为 "
                        + printed(claim.condition());
            }
            if ((correction.form() == Correction.Form.STATED_FACTOR) != (claim.factor() != null)) {
                return claim.factor() == null ? "缺系数" : "由标准规定，不能另定系数";
            }
            BigDecimal factor = claim.factor();
            if (factor != null
                    && ((correction.least() != null && factor.compareTo(correction.least()) < 0)
                            || (correction.most() != null && factor.compareTo(correction.most()) > 0))) {
                return "的系数 " + printed(factor) + " 超出标准公式可得的范围";
            }
            return null;
        }

        void applyStated(Claim claim) {
            if (claim.levels().stream().noneMatch(name -> scale.kind().levels().contains(name))
                    && !claim.levels().isEmpty()) {
                return;
            }
            if (claim.levels().isEmpty()
                    || claim.reason().isBlank()
                    || (claim.factor() == null) == (claim.addition() == null)) {
                refuse("修正“" + claim.name() + "”不在规则之内，须写明适用的限额、理由，以及系数或增减量之一");
                return;
            }
            if (claim.factor() != null && claim.factor().signum() <= 0) {
                refuse("修正“" + claim.name() + "”的系数须大于零");
                return;
            }
            certainty = Certainty.UNSURE;
            change(
                    claim.levels(),
                    claim.factor(),
                    claim.addition(),
                    "按填报的“" + claim.name() + "”修正，理由：" + claim.reason(),
                    null);
        }

        private void change(
                List<String> names,
                @Nullable BigDecimal factor,
                @Nullable BigDecimal addition,
                String text,
                @Nullable Trace rule) {
            for (int at = 0; at < levels.size(); at++) {
                Level level = levels.get(at);
                BigDecimal limit = level.limit();
                if (limit == null || !names.contains(level.name())) {
                    continue;
                }
                if (factor != null && limit.signum() < 0) {
                    refuse(level.name() + "限额 " + printed(limit) + " 为负，不能乘系数，只能写增减量");
                    return;
                }
                BigDecimal corrected =
                        factor != null ? limit.multiply(factor) : limit.add(Objects.requireNonNull(addition));
                String sum = factor != null
                        ? printed(limit) + " × " + printed(factor)
                        : printed(limit) + " " + signed(Objects.requireNonNull(addition));
                levels.set(at, new Level(level.name(), corrected));
                steps.add(Trace.computed(
                        level.name() + "限额" + text,
                        sum + " = " + printed(corrected),
                        corrected,
                        scale.unit(),
                        rule == null ? List.of() : List.of(rule)));
            }
        }

        CorrectedScale result() {
            BigDecimal before = null;
            for (Level level : levels) {
                if (before != null && level.limit() != null && level.limit().compareTo(before) < 0) {
                    refuse("修正后" + level.name() + "限额反而比更严的一级还低");
                }
                before = level.limit() == null ? before : level.limit();
            }
            return refusal == null
                    ? new CorrectedScale(scale.with(levels), scale.edition().restingOn(certainty), steps, null)
                    : new CorrectedScale(scale, scale.edition(), List.of(), refusal);
        }
    }
}
