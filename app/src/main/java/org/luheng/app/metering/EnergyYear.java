package org.luheng.app.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luheng.files.OnlineRules;
import org.luheng.files.OnlineRules.Check;

/**
 * One data code of an enterprise over a year: how complete its days are, whether they agree with what was reported for the month,
 * and what may be added up. Nothing is filled in: a month of which neither the month's own value nor all days are there has no amount,
 * and neither has its quarter or the year.
 */
public record EnergyYear(
        DataCode code,
        int year,
        List<Month> months,
        @Nullable BigDecimal reportedYear) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public EnergyYear {
        months = List.copyOf(months);
    }

    /** On what the amount of a month rests. */
    public enum Ground {
        MONTH("月数据"),
        DAYS("日数据合计"),
        NONE("不全");

        private final String word;

        Ground(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * @param expected days whose values are due: those that are over
     * @param received days of these with a valid value
     * @param daySum of the valid days, 0 where there is none
     * @param reported the month's own value, where it is valid
     * @param negative days with a value below zero that no change of a meter explains
     * @param changed days reckoned from the readings of a changed meter
     */
    public record Month(
            YearMonth month,
            int expected,
            int received,
            BigDecimal daySum,
            @Nullable BigDecimal reported,
            List<LocalDate> negative,
            List<LocalDate> changed) {
        public Month {
            negative = List.copyOf(negative);
            changed = List.copyOf(changed);
        }

        /** In percent, one decimal place; empty where no day is due yet. */
        public Optional<BigDecimal> completeness() {
            return expected == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(received)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN));
        }

        /** Whether every day of the month is over and there. */
        public boolean isWhole() {
            return received == month.lengthOfMonth();
        }

        /** Days less month, in percent of the month; empty where one of the two is not there in full. */
        public Optional<BigDecimal> difference() {
            return reported == null || reported.signum() == 0 || !isWhole()
                    ? Optional.empty()
                    : Optional.of(daySum.subtract(reported)
                            .multiply(HUNDRED)
                            .divide(reported.abs(), 2, RoundingMode.HALF_EVEN));
        }

        /** What was used in the month. */
        public Optional<BigDecimal> amount() {
            return switch (ground()) {
                case MONTH -> Optional.ofNullable(reported);
                case DAYS -> Optional.of(daySum);
                case NONE -> Optional.empty();
            };
        }

        public Ground ground() {
            return reported != null ? Ground.MONTH : isWhole() ? Ground.DAYS : Ground.NONE;
        }

        /** Whether fewer than the limit says came; false where nothing is due. */
        public boolean tooFew(BigDecimal limit) {
            return expected > 0
                    && BigDecimal.valueOf(received)
                                    .multiply(HUNDRED)
                                    .compareTo(limit.multiply(BigDecimal.valueOf(expected)))
                            < 0;
        }

        /** Whether days and month differ by more than the limit says, compared without rounding. */
        public boolean differs(BigDecimal limit) {
            return difference().isPresent()
                    && reported != null
                    && daySum.subtract(reported).abs().multiply(HUNDRED).compareTo(limit.multiply(reported.abs())) > 0;
        }
    }

    /**
     * @param values that count, of this code and year; others are passed over
     * @param since first day that is expected, as that on which the device first sent one
     * @param today days before it are over
     */
    public static EnergyYear of(
            DataCode code,
            int year,
            Collection<Counted> values,
            Collection<MeterChange> changes,
            LocalDate since,
            LocalDate today) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        Map<YearMonth, BigDecimal> reported = new TreeMap<>();
        BigDecimal reportedYear = null;
        for (Counted value : values) {
            if (!value.code().equals(code) || !value.valid() || value.from().getYear() != year) {
                continue;
            }
            switch (value.statType()) {
                case DAY -> days.put(value.from().toLocalDate(), value.value());
                case MONTH -> reported.put(YearMonth.from(value.from()), value.value());
                case YEAR -> reportedYear = value.value();
                case REAL_TIME -> {}
            }
        }
        Map<LocalDate, BigDecimal> reckoned = changes.stream()
                .filter(change -> change.code().equals(code) && change.day().getYear() == year)
                .collect(Collectors.toMap(MeterChange::day, MeterChange::amount, BigDecimal::add));
        days.putAll(reckoned);
        List<Month> months = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            months.add(month(YearMonth.of(year, number), days, reported, reckoned, since, today));
        }
        return new EnergyYear(code, year, months, reportedYear);
    }

    private static Month month(
            YearMonth month,
            Map<LocalDate, BigDecimal> days,
            Map<YearMonth, BigDecimal> reported,
            Map<LocalDate, BigDecimal> reckoned,
            LocalDate since,
            LocalDate today) {
        int expected = 0;
        int received = 0;
        BigDecimal sum = BigDecimal.ZERO;
        List<LocalDate> negative = new ArrayList<>();
        List<LocalDate> changed = new ArrayList<>();
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            LocalDate day = month.atDay(number);
            BigDecimal value = days.get(day);
            if (!day.isBefore(since) && day.isBefore(today)) {
                expected++;
            }
            if (value == null) {
                continue;
            }
            if (reckoned.containsKey(day)) {
                changed.add(day);
            }
            if (value.signum() < 0) {
                negative.add(day);
            } else {
                received++;
                sum = sum.add(value);
            }
        }
        return new Month(month, Math.max(expected, received), received, sum, reported.get(month), negative, changed);
    }

    /** Whether its values are amounts that can be added: energy, media and products, not coefficients, indicators or counts. */
    public boolean isAdded() {
        return List.of("01", "02", "03", "04").contains(code.collected());
    }

    /** The amount of a quarter, 1 to 4; empty where a month of it has none. */
    public Optional<BigDecimal> quarter(int number) {
        return sum(months.subList(3 * number - 3, 3 * number));
    }

    /** The amount of the year; empty where a month has none. */
    public Optional<BigDecimal> sum() {
        return sum(months);
    }

    private Optional<BigDecimal> sum(List<Month> some) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Month month : some) {
            Optional<BigDecimal> amount = month.amount();
            if (!isAdded() || amount.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(amount.get());
        }
        return Optional.of(sum);
    }

    /** What is wrong with a month, in words; empty where nothing is. */
    public List<String> findings(Month month, OnlineRules rules) {
        List<String> findings = new ArrayList<>();
        rules.limit(Check.COMPLETENESS, year)
                .filter(limit -> month.tooFew(limit.limit()))
                .ifPresent(limit -> findings.add("应收 %d 天，收到有效 %d 天，完整率低于 %s%%"
                        .formatted(
                                month.expected(),
                                month.received(),
                                limit.limit().toPlainString())));
        rules.limit(Check.DAY_MONTH, year)
                .filter(limit -> month.differs(limit.limit()))
                .ifPresent(limit -> findings.add("各日之和 %s，月数据 %s，相差超过 %s%%"
                        .formatted(
                                month.daySum().toPlainString(),
                                month.reported() == null ? "" : month.reported().toPlainString(),
                                limit.limit().toPlainString())));
        if (!month.negative().isEmpty()) {
            findings.add("%s 等 %d 天为负值，换表或翻转请登记"
                    .formatted(month.negative().getFirst(), month.negative().size()));
        }
        return List.copyOf(findings);
    }
}
