package org.luheng.app.fact.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.luheng.accounting.Period;
import org.luheng.accounting.Stage;

/** One made-up fact, before it is written as a line of CSV. */
record SampleRow(
        String region,
        Period period,
        String element,
        BigDecimal value,
        String unit,
        Stage stage,
        String source,
        String authority,
        String channel,
        LocalDate published) {

    static final String HEADER = "region,period,element,value,unit,stage,source,authority,channel,published,sample";

    /** None of the texts has a comma or quote: they are all our own. */
    String line() {
        return String.join(
                ",",
                region,
                period.toString(),
                element,
                value.toPlainString(),
                unit,
                stage.word(),
                source,
                authority,
                channel,
                published.toString(),
                "是");
    }
}
