package org.luheng.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.accounting.Target;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.database.Actor;
import org.luheng.app.database.FreshDatabase;
import org.luheng.files.Fault;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The sentence of a target is shown once the very document has been loaded, and only then. */
@SpringBootTest
@FreshDatabase
class DocumentsTests {
    private static final Path SEEDS = Path.of(System.getProperty("luheng.root", ".."), "../shared/seeds");

    @Autowired
    private Plans plans;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Actor office(PlanFolder folder) {
        return People.actor(
                new People(jdbc, transactions).with(Role.OFFICE, folder.plan().region()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhengzhou-14fyp", "zhengzhou-eco-14fyp", "erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp"})
    void everySentenceAppearsOnceItsDocumentIsLoaded(String id) throws IOException {
        boolean there = Files.isDirectory(SEEDS);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI must have " + SEEDS);
        }
        Assumptions.assumeTrue(there, "需要 ../shared/seeds 中的方案原件，没有，跳过");
        PlanFolder folder = plans.get(id);
        Target first = folder.plan().targets().getFirst();
        assertThat(documents.sentence(id, first.id())).isEmpty();

        byte[] document = Files.readAllBytes(SEEDS.resolve(folder.document().name()));
        office(folder).run(() -> documents.load(folder, folder.document().name(), document));

        assertThat(documents.isLoaded(folder)).isTrue();
        for (Target target : folder.plan().targets()) {
            assertThat(documents.sentence(id, target.id()))
                    .as(target.id())
                    .hasValueSatisfying(sentence -> assertThat(sentence).isNotBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'挥 发性有机物',挥发性有机物",
        "'降低\n\u3000\u3000百分之十',降低百分之十",
        "'能耗  下降 18%\n以上','能耗下降 18% 以上'",
        "'**约束性** 指标',约束性指标",
        "'PM  2.5 浓度','PM 2.5 浓度'"
    })
    void theBreaksOfThePrintAreNotShown(String printed, String shown) {
        assertThat(Documents.shown(printed)).isEqualTo(shown);
    }

    @Test
    void anotherDocumentIsRefusedAndNothingIsKept() {
        PlanFolder folder = plans.get("erqi-2015");
        byte[] other = "另一份文件".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> office(folder).run(() -> documents.load(folder, "另一份.txt", other)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.findings().list().getFirst().fault())
                                .isEqualTo(Fault.OTHER_DOCUMENT));
    }

    @Test
    void theOfficeOfAnotherPlaceLoadsNoDocument() {
        PlanFolder folder = plans.get("erqi-2015");
        Actor stranger = People.actor(new People(jdbc, transactions).with(Role.OFFICE, "350100"));
        byte[] document = new byte[0];
        assertThatThrownBy(() -> stranger.run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("insert into luheng.plan_document (sha256, file_name, content, region)"
                                        + " values (repeat('0', 64), 'x', ?, ?)")
                                .param(document)
                                .param(folder.plan().region())
                                .update())))
                .hasStackTraceContaining("row-level security");
    }
}
