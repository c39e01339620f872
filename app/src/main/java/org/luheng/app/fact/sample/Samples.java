package org.luheng.app.fact.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.app.database.Actor;
import org.luheng.app.fact.FactBook;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.Receipt;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Brings the sample facts into a demonstration when it starts for the first time, by the same way as any other file, before
 * the first page is asked for. A database that has samples is left as it is.
 */
@Component
@Profile("demo")
class Samples {
    private static final Logger log = LoggerFactory.getLogger(Samples.class);
    private static final Actor ACTOR = new Actor("样例生成器").as("samples");

    Samples(FactImport imports, FactBook book, Plans plans, Rules rules, Register register) throws IOException {
        if (book.hasSamples()) {
            return;
        }
        long began = System.nanoTime();
        List<Plan> all = plans.all().stream().map(PlanFolder::plan).toList();
        StringWriter text = new StringWriter();
        new SampleFacts(all, rules, register).writeTo(text);
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        Receipt receipt =
                ACTOR.<Receipt, IOException>call(() -> imports.take("样例数据.csv", new ByteArrayInputStream(file)));
        log.info("已生成样例数据 {} 条，{} 毫秒", receipt.created(), (System.nanoTime() - began) / 1_000_000);
        if (receipt.rejected() + receipt.unchanged() > 0) {
            throw new IllegalStateException("samples were not all taken: " + receipt);
        }
    }
}
