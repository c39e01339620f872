package org.luheng.accounting.emission;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.emission.EmissionRules.Ruling;

/** A stack, a sewer, and rules for tests: the numbers of HJ 75-2017 and HJ 356-2019 as far as they are known. */
final class Stack {
    static final LocalDateTime START = LocalDateTime.of(2026, 10, 1, 0, 0);
    static final String SO2 = "a21026";
    static final String FLOW = "a00000";
    static final String COD = "w01018";
    static final String ACIDITY = "w01001";
    static final String SEWAGE = "w00000";

    private static final Map<Parameter, String> NUMBERS = Map.ofEntries(
            Map.entry(Parameter.FIRST_SOURCE, "2061"),
            Map.entry(Parameter.VALID_MINUTES, "45"),
            Map.entry(Parameter.STOPPED_MINUTES, "45"),
            Map.entry(Parameter.VALID_HOURS, "18"),
            Map.entry(Parameter.TRANSMISSION, "75"),
            Map.entry(Parameter.MARKED_UNTIL, "12"),
            Map.entry(Parameter.CHECK_HOURS, "1"),
            Map.entry(Parameter.EQUAL_SPAN, "1"),
            Map.entry(Parameter.CAPTURE_LEAST, "75"),
            Map.entry(Parameter.CAPTURE_GOOD, "90"),
            Map.entry(Parameter.SHORT_GAP, "24"),
            Map.entry(Parameter.SPAN_SHORT_GAP, "180"),
            Map.entry(Parameter.SPAN_LONG_GAP, "720"),
            Map.entry(Parameter.SPAN_POOR_CAPTURE, "2160"),
            Map.entry(Parameter.OXYGEN_OF_AIR, "21"),
            Map.entry(Parameter.CONVERSION_TOLERANCE, "2"),
            Map.entry(Parameter.MOLAR_NO, "30.006"),
            Map.entry(Parameter.MOLAR_NO2, "46.005"));

    private Stack() {}

    static RuleEdition edition(String id) {
        return new RuleEdition(id, "monitoring", id, id, 2018, 2030, "for tests", Certainty.MEMORY);
    }

    static EmissionRules rules() {
        List<Ruling> rulings = new ArrayList<>();
        for (Medium medium : Medium.values()) {
            for (Parameter parameter : Parameter.values()) {
                if (parameter.isOf(medium)) {
                    String number = parameter == Parameter.DAY_BY_FLOW
                            ? medium == Medium.GAS ? "0" : "1"
                            : NUMBERS.get(parameter);
                    rulings.add(new Ruling(
                            parameter, medium, new BigDecimal(number), edition(medium + "-" + parameter.code())));
                }
            }
        }
        return new EmissionRules(
                rulings,
                List.of(
                        mark("正常", "N", Effect.VALID),
                        mark("停运", "F", Effect.STOPPED),
                        mark("维护", "M", Effect.INVALID),
                        mark("校准", "C", Effect.CHECKING),
                        mark("启炉", "", Effect.UNJUDGED)),
                List.of(
                        substance(SO2, Medium.GAS, Role.POLLUTANT, true, null),
                        substance("a21002", Medium.GAS, Role.POLLUTANT, true, null),
                        substance("a21003", Medium.GAS, Role.MONOXIDE, false, null),
                        substance("a21004", Medium.GAS, Role.DIOXIDE, false, null),
                        substance("a19001", Medium.GAS, Role.OXYGEN, false, null),
                        substance("a01012", Medium.GAS, Role.TEMPERATURE, false, null),
                        substance("a01013", Medium.GAS, Role.PRESSURE, false, null),
                        substance("a01014", Medium.GAS, Role.HUMIDITY, false, null),
                        substance(FLOW, Medium.GAS, Role.FLOW, false, "3600"),
                        substance(COD, Medium.WATER, Role.POLLUTANT, false, null),
                        substance(ACIDITY, Medium.WATER, Role.ACIDITY, false, null),
                        substance(SEWAGE, Medium.WATER, Role.FLOW, false, "3.6")),
                List.of(
                        new Limit(
                                "kiln",
                                SO2,
                                Window.HOUR,
                                null,
                                new BigDecimal("35"),
                                new BigDecimal("9"),
                                edition("kiln")),
                        new Limit(
                                "burner",
                                SO2,
                                Window.DAY,
                                null,
                                new BigDecimal("80"),
                                new BigDecimal("11"),
                                edition("burner")),
                        new Limit("sewer", COD, Window.DAY, null, new BigDecimal("50"), null, edition("sewer")),
                        new Limit(
                                "sewer",
                                ACIDITY,
                                Window.DAY,
                                new BigDecimal("6"),
                                new BigDecimal("9"),
                                null,
                                edition("sewer-ph"))));
    }

    private static Mark mark(String word, String flag, Effect effect) {
        return new Mark(word, flag, effect, true, edition("mark-" + word));
    }

    private static Substance substance(
            String factor, Medium medium, Role role, boolean converted, @Nullable String hourly) {
        return new Substance(
                factor,
                medium,
                role,
                factor,
                "",
                converted,
                hourly == null ? null : new BigDecimal(hourly),
                "",
                edition("factor-" + factor));
    }

    static Terms terms(String limits) {
        return new Terms(null, null, limits, null, true, true, null, false, 10, List.of());
    }

    /** The device's own record of an hour. */
    static Reading whole(String factor, int hour, String value, String flag) {
        return new Reading(Reading.OF_HOUR, START.plusHours(hour), factor, new BigDecimal(value), null, flag, 1);
    }

    static Reading part(String factor, int minute, String value, String flag) {
        return new Reading(Reading.OF_MINUTES, START.plusMinutes(minute), factor, new BigDecimal(value), null, flag, 1);
    }

    static SourceSeries series(Medium medium, String limits, List<Reading> readings, int hours, Marked... marks) {
        return new SourceSeries(
                medium, List.of(terms(limits)), readings, List.of(marks), START, START.plusHours(hours));
    }

    static Marked marked(String word, int fromMinute, int toMinute) {
        return new Marked(START.plusMinutes(fromMinute), START.plusMinutes(toMinute), "", word, 1);
    }

    static PollutantAccount account(SourceSeries series, String factor) {
        PollutantAccount account = SourceAccount.of(series, rules()).pollutant(factor);
        if (account == null) {
            throw new AssertionError("nothing of " + factor);
        }
        return account;
    }
}
