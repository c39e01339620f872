package org.luheng.app.fact.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.app.fact.FactEntry;

/** A fact as data; decimals are text. */
record FactView(
        long id,
        String region,
        String period,
        String element,
        String value,
        String unit,
        @Nullable String given,
        String stage,
        String authority,
        String channel,
        String source,
        @Nullable LocalDate published,
        boolean sample,
        Instant recorded,
        String actor,
        long importId,
        int line) {

    static FactView of(FactEntry entry) {
        Fact fact = entry.fact();
        return new FactView(
                fact.sequence(),
                fact.region(),
                fact.period().toString(),
                fact.element(),
                fact.value().toPlainString(),
                fact.unit(),
                fact.given(),
                fact.stage().word(),
                fact.authority(),
                fact.channel(),
                fact.source(),
                fact.published(),
                fact.sample(),
                entry.recorded(),
                entry.actor(),
                entry.importId(),
                entry.line());
    }
}
