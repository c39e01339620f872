package org.luheng.app.monitor;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.accounting.Stage;
import org.luheng.accounting.emission.Emission;
import org.luheng.accounting.emission.PollutantAccount;
import org.luheng.accounting.emission.SourceAccount;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.Receipt;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.stereotype.Service;

/**
 * Makes facts of what a source emitted in a month that is over, and with December of its year. Somebody has to say so. The same emission
 * said again is no new fact; another one, after late data or a mark, is a new version of it.
 */
@Service
public class EmissionFacts {
    static final String AUTHORITY = "在线监测核算";
    private static final String CHANNEL = "在线";
    private static final String TONNES = "吨";
    private static final int DECEMBER = 12;

    private final SourceValues values;
    private final FactImport facts;
    private final Clock clock;

    EmissionFacts(SourceValues values, FactImport facts, Clock clock) {
        this.values = values;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws Refused where the month is not over, or has hours that nothing can be put in the place of */
    public Receipt state(Outlet outlet, YearMonth month) {
        LocalDate next = month.plusMonths(1).atDay(1);
        if (LocalDate.ofInstant(clock.instant(), SourceValues.ZONE).isBefore(next)) {
            throw refused(outlet, month.toString(), "这个月还没有结束");
        }
        List<Fact> stated = new ArrayList<>(of(outlet, month.atDay(1), next, month.toString()));
        if (month.getMonthValue() == DECEMBER) {
            stated.addAll(of(outlet, LocalDate.of(month.getYear(), 1, 1), next, Integer.toString(month.getYear())));
        }
        return facts.state("在线监测排放量 " + outlet.code() + " " + month, stated);
    }

    private List<Fact> of(Outlet outlet, LocalDate from, LocalDate to, String period) {
        SourceAccount account = values.account(outlet, from, to);
        LocalDateTime begin = account.series().begin();
        String since = begin.isAfter(from.atStartOfDay()) ? "，自 " + begin.toLocalDate() + " 起" : "";
        List<Fact> made = new ArrayList<>();
        for (PollutantAccount pollutant : account.pollutants()) {
            if (!pollutant.hasMass() || pollutant.substance().element().isEmpty()) {
                continue;
            }
            Emission emission = pollutant.emission(from.atStartOfDay(), to.atStartOfDay());
            BigDecimal tonnes = emission.tonnes();
            if (tonnes == null) {
                throw refused(outlet, period + " " + pollutant.substance().name(), emission.missing());
            }
            made.add(new Fact(
                    0,
                    outlet.code(),
                    Objects.requireNonNull(Period.parse(period)),
                    pollutant.substance().element(),
                    tonnes,
                    TONNES,
                    null,
                    Stage.PRELIMINARY,
                    AUTHORITY,
                    CHANNEL,
                    "在线监测 " + outlet.ownerName() + " " + outlet.name() + since,
                    null,
                    outlet.sample(),
                    ""));
        }
        if (made.isEmpty()) {
            throw refused(outlet, period, "没有可以成为数据的排放量");
        }
        return made;
    }

    private static Refused refused(Outlet outlet, String value, String why) {
        return Refused.of(
                Finding.of(Fault.NO_EMISSION, Place.parameter("month"), value, "outlet", outlet.name(), "why", why));
    }
}
