package org.luheng.app.fact.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Rules;
import org.luheng.app.database.ActingAs;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.fact.FactBook;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.Receipt;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("demo")
@FreshDatabase
@ActingAs("samples")
class SamplesTests {
    @Autowired
    private FactImport imports;

    @Autowired
    private FactBook book;

    @Autowired
    private Plans plans;

    @Autowired
    private Rules rules;

    @Autowired
    private Register register;

    @Autowired
    private Database database;

    @Test
    void comeInOnceBeforeTheFirstPageAndAreAllMarked() throws IOException {
        int made = new SampleFacts(plans.all().stream().map(PlanFolder::plan).toList(), rules, register).size();
        List<Receipt> receipts = imports.receipts(10, 0);
        assertThat(receipts).hasSize(1);
        assertThat(receipts.getFirst().created()).isEqualTo(made);
        assertThat(receipts.getFirst().actor()).isEqualTo("样例生成器");
        assertThat(receipts.getFirst().sample()).isTrue();
        assertThat(book.lastId()).isEqualTo(made);
        assertThat(book.hasSamples()).isTrue();
        assertThat(TestDatabase.eye(database)
                        .sql("select count(*) from luheng.fact where not sample or source not like '样例%'")
                        .query(Long.class)
                        .single())
                .isZero();

        // As at the next start.
        new Samples(imports, book, plans, rules, register);
        assertThat(imports.receipts(10, 0)).hasSize(1);
    }
}
