package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luheng.files.Refused;
import org.luheng.reader.PlanReader;

class FuzzTest {
    @Property(tries = 300, seed = "5")
    void brokenDocumentsAreReadOrRefused(@ForAll long seed) {
        assertThat(Fuzz.once(seed)).isNotEmpty();
    }

    static List<Corpus.File> corpus() {
        return Corpus.files();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatOnceBrokeSomethingGetsItsVerdict(Corpus.File file) {
        try {
            DocumentFile document = DocumentFile.read(file.bytes(), file.name());
            assertThat(document.words().kind()).hasToString(file.verdict());
            assertThat(document.notices().stream().map(notice -> notice.fault().name()))
                    .containsExactlyElementsOf(file.notices());
            assertThat(new PlanReader().read(document.text()).clauses()).isNotNull();
        } catch (Refused refused) {
            assertThat(refused.findings().list().getFirst().fault()).hasToString(file.verdict());
        }
    }

    @Test
    void everyDocumentThereHasAVerdict() throws IOException {
        assertThat(Corpus.lying())
                .containsExactlyInAnyOrderElementsOf(
                        Corpus.files().stream().map(Corpus.File::name).toList());
    }
}
