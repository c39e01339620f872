package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;

/** Hours of a pollutant as far as they were measured: brought to standard state, converted, and multiplied with the flow. */
final class Measuring {
    private final SourceSeries series;
    private final EmissionRules rules;
    private final FactorHours hours;

    Measuring(SourceSeries series, EmissionRules rules, FactorHours hours) {
        this.series = series;
        this.rules = rules;
        this.hours = hours;
    }

    /** Every hour of the series, in order. */
    List<Hour> of(Substance pollutant) {
        List<Hour> measured = new ArrayList<>();
        for (LocalDateTime at = series.begin(); at.isBefore(series.until()); at = at.plusHours(1)) {
            measured.add(hour(pollutant, at));
        }
        return measured;
    }

    private FactorHour inRole(Role role, LocalDateTime at) {
        return hours.at(rules.inRole(role, series.medium()).orElse(null), at);
    }

    private Hour hour(Substance pollutant, LocalDateTime at) {
        Terms terms = series.termsAt(at);
        FactorHour said = concentration(pollutant, at);
        FactorHour flowSaid = inRole(Role.FLOW, at);
        BigDecimal flow = flow(terms, flowSaid, at);
        boolean mass = pollutant.role() == Role.POLLUTANT;
        if (isStopped(said, mass ? flowSaid : FactorHour.NOTHING)) {
            return new Hour(
                    at, HourState.STOPPED, said, null, null, null, null, flow, null, Origin.STOPPED, said.why());
        }
        if (said.state() == HourState.STOPPED || (mass && flowSaid.state() == HourState.STOPPED)) {
            return new Hour(
                    at,
                    HourState.INVALID,
                    said,
                    null,
                    null,
                    null,
                    null,
                    flow,
                    null,
                    Origin.LACKING,
                    "标记停运，但仍有有效的浓度或流量");
        }
        BigDecimal dry = said.mean() == null ? null : dry(terms, said.mean(), at);
        String note = said.why();
        HourState state = said.state();
        if (said.mean() != null && dry == null) {
            state = HourState.INVALID;
            note = "没有湿度，不能折为干基";
        }
        BigDecimal reference = rules.oxygen(terms, pollutant, at.getYear());
        FactorHour oxygenSaid = reference == null ? FactorHour.NOTHING : inRole(Role.OXYGEN, at);
        BigDecimal converted =
                dry == null || reference == null ? null : converted(dry, reference, oxygenSaid, said, at);
        if (dry != null && reference != null) {
            note = Hour.joined(note, remark(converted, oxygenSaid, said, at));
        }
        BigDecimal kilograms = !mass ? null : mass(dry, flow);
        if (mass && kilograms == null && dry != null) {
            note = Hour.joined(note, flowSaid.isValid() ? "流量不能折为标准状态" : "流量：" + flowSaid.why());
        }
        return new Hour(
                at,
                state,
                said,
                dry,
                oxygenSaid.mean(),
                reference,
                converted,
                flow,
                kilograms,
                kilograms != null || (!mass && dry != null) ? Origin.MEASURED : Origin.LACKING,
                note);
    }

    /** A stop counts where nothing speaks against it: the other of the two says so too, is silent, or there is no flow. */
    private static boolean isStopped(FactorHour said, FactorHour flow) {
        boolean stands = flow.isValid() && flow.mean() != null && flow.mean().signum() == 0;
        return said.state() == HourState.STOPPED && (!flow.isValid() || stands)
                || flow.state() == HourState.STOPPED && !said.isValid();
    }

    /** As reported; nitrogen oxides of their two parts where they are not. */
    private FactorHour concentration(Substance pollutant, LocalDateTime at) {
        FactorHour own = hours.at(pollutant, at);
        Substance monoxide = rules.inRole(Role.MONOXIDE, series.medium()).orElse(null);
        if (own.state() != HourState.MISSING
                || monoxide == null
                || !pollutant.factor().equals(NOX)) {
            return own;
        }
        FactorHour no = hours.at(monoxide, at);
        FactorHour no2 = inRole(Role.DIOXIDE, at);
        if (no.mean() == null || no2.mean() == null) {
            return no.state() == HourState.MISSING ? own : no.mean() == null ? no : no2;
        }
        BigDecimal both =
                FlueGas.asDioxide(no.mean(), no2.mean(), value(Parameter.MOLAR_NO, at), value(Parameter.MOLAR_NO2, at));
        return new FactorHour(
                HourState.VALID,
                both,
                null,
                Math.min(no.valid(), no2.valid()),
                no.command(),
                "",
                no.judged() && no2.judged(),
                false);
    }

    static final String NOX = "a21002";

    private BigDecimal value(Parameter parameter, LocalDateTime at) {
        return rules.ruling(parameter, series.medium(), at.getYear()).value();
    }

    private @Nullable BigDecimal flow(Terms terms, FactorHour said, LocalDateTime at) {
        BigDecimal reported = said.mean();
        if (reported == null) {
            return null;
        }
        BigDecimal factor =
                rules.inRole(Role.FLOW, series.medium()).map(Substance::hourly).orElse(null);
        BigDecimal perHour = terms.flowByHour() || factor == null ? reported : reported.multiply(factor);
        if (series.medium() == Medium.WATER || terms.atStandard()) {
            return perHour;
        }
        BigDecimal celsius = inRole(Role.TEMPERATURE, at).mean();
        BigDecimal gauge = inRole(Role.PRESSURE, at).mean();
        BigDecimal humidity = inRole(Role.HUMIDITY, at).mean();
        return celsius == null || gauge == null || humidity == null || terms.barometer() == null
                ? null
                : FlueGas.standardFlow(perHour, celsius, gauge, terms.barometer(), humidity);
    }

    private @Nullable BigDecimal dry(Terms terms, BigDecimal reported, LocalDateTime at) {
        if (series.medium() == Medium.WATER || terms.dry()) {
            return reported;
        }
        BigDecimal humidity = inRole(Role.HUMIDITY, at).mean();
        return humidity == null || humidity.compareTo(Arithmetic.HUNDRED) >= 0
                ? null
                : FlueGas.dryConcentration(reported, humidity);
    }

    /** By us where the oxygen is known; by the device where it reports none at all. */
    private @Nullable BigDecimal converted(
            BigDecimal dry, BigDecimal reference, FactorHour oxygen, FactorHour said, LocalDateTime at) {
        if (oxygen.mean() != null) {
            return FlueGas.converted(dry, reference, oxygen.mean(), value(Parameter.OXYGEN_OF_AIR, at));
        }
        return oxygen.state() == HourState.MISSING ? said.converted() : null;
    }

    private String remark(@Nullable BigDecimal converted, FactorHour oxygen, FactorHour said, LocalDateTime at) {
        if (converted == null) {
            return oxygen.mean() == null ? "氧含量" + oxygen.why() + "，不能折算" : "氧含量不低于空气，不能折算";
        }
        if (oxygen.mean() == null) {
            return "折算值为设备所报";
        }
        BigDecimal theirs = said.converted();
        if (theirs == null) {
            return "";
        }
        BigDecimal allowed = converted
                .multiply(Arithmetic.fraction(value(Parameter.CONVERSION_TOLERANCE, at)))
                .abs();
        return theirs.subtract(converted).abs().compareTo(allowed) > 0
                ? "设备所报折算值 " + theirs.toPlainString() + " 与计算值不符"
                : "";
    }

    /** kg; nothing flowed, nothing was carried, whatever the analyser said. */
    private @Nullable BigDecimal mass(@Nullable BigDecimal dry, @Nullable BigDecimal flow) {
        if (flow != null && flow.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return dry == null || flow == null
                ? null
                : series.medium() == Medium.GAS
                        ? FlueGas.mass(dry, flow)
                        : dry.multiply(flow, Arithmetic.PRECISION).movePointLeft(3);
    }
}
