package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luheng.files.Fault;
import org.luheng.files.Finding;

/** What a binary doc means that does not stand in its text, and what stands in it and is not meant. */
class DocTest {
    @Test
    void numbersDeletionsHiddenWordsAndFields() {
        DocumentFile file = DocumentFile.read(
                new DocWriting()
                        .run("目标")
                        .endNumbered()
                        .run("下降")
                        .run("13", DocWriting.DELETED)
                        .run("15%")
                        .run("看不见", DocWriting.HIDDEN)
                        .run("。")
                        .end()
                        .run("保障")
                        .endNumbered()
                        .run("见\u0013 REF a \u0014附件1\u0015。")
                        .end()
                        .bytes(),
                "方案.wps");
        assertThat(file.words().kind()).isEqualTo(Kind.DOC);
        assertThat(file.text().lines()).containsExactly("一、目标", "下降15%。", "二、保障", "见附件1。");
        assertThat(file.notices())
                .extracting(Finding::fault)
                .containsExactlyInAnyOrder(Fault.HAS_REVISIONS, Fault.LEFT_OUT);
        assertThat(file.words().originOf(file.text().indexOf("15")).inWords()).isEqualTo("第2段");
    }
}
