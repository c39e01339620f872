package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.reader.PlanReader;
import org.luheng.reader.Reading;

/** The same plan is read alike from every form. */
class SamePlanTest {
    private static final PlanReader READER = new PlanReader();

    private static List<String> targets(Reading reading) {
        return reading.targets().stream()
                .map(target -> String.join(
                        " ",
                        target.section(),
                        target.indicator(),
                        target.comparator().code(),
                        String.valueOf(target.value()),
                        String.valueOf(target.valueTo()),
                        target.unit(),
                        String.valueOf(target.due()),
                        target.scope(),
                        String.valueOf(target.baseline()),
                        target.modality()))
                .toList();
    }

    private static List<String> responsibilities(Reading reading) {
        return reading.responsibilities().stream()
                .map(one -> one.section() + one.lead() + one.cooperating() + one.joint() + one.inherited())
                .toList();
    }

    private static void isReadAs(Script script, Kind kind, byte[] bytes) {
        DocumentFile file = DocumentFile.read(bytes, "方案");
        assertThat(file.words().kind()).isEqualTo(kind);
        Reading expected = READER.read(script.text());
        Reading found = READER.read(file.text());
        assertThat(targets(expected)).hasSizeGreaterThan(5);
        assertThat(targets(found)).as(file.text()).isEqualTo(targets(expected));
        assertThat(responsibilities(found)).isEqualTo(responsibilities(expected));
        assertThat(found.clauses().stream().map(clause -> clause.section() + clause.heading()))
                .isEqualTo(expected.clauses().stream()
                        .map(clause -> clause.section() + clause.heading())
                        .toList());
        assertThat(found.document().title()).isEqualTo(expected.document().title());
        assertThat(found.tables().stream().map(table -> table.rows()))
                .isEqualTo(expected.tables().stream().map(table -> table.rows()).toList());
        assertThat(found.targets())
                .allSatisfy(target -> assertThat(file.text()
                                .substring(
                                        target.quote().start(), target.quote().end()))
                        .isEqualTo(target.quote().text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huanxi-district-2026", "yuanning-eco-15fyp", "national-parks-2027"})
    void docx(String plan) {
        Script script = Script.plan(plan);
        isReadAs(script, Kind.DOCX, Writing.docx(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huanxi-district-2026", "yuanning-eco-15fyp", "national-parks-2027"})
    void doc(String plan) {
        Script script = Script.plan(plan);
        isReadAs(script, Kind.DOC, DocWriting.doc(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huanxi-district-2026", "yuanning-eco-15fyp", "national-parks-2027"})
    void html(String plan) {
        Script script = Script.plan(plan);
        isReadAs(script, Kind.HTML, Writing.html(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huanxi-district-2026", "yuanning-eco-15fyp", "national-parks-2027"})
    void pdf(String plan) {
        Script script = Script.plan(plan);
        isReadAs(script, Kind.PDF, Writing.pdf(Typeset.of(script, "海州市文件汇编")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huanxi-district-2026", "yuanning-eco-15fyp", "national-parks-2027"})
    void ofd(String plan) {
        Script script = Script.plan(plan);
        isReadAs(script, Kind.OFD, Writing.ofd(Typeset.of(script, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void txt(String charset) {
        Script script = Script.plan("huanxi-district-2026");
        isReadAs(script, Kind.TEXT, script.text().getBytes(Charset.forName(charset)));
        assertThat(DocumentFile.read(script.text().getBytes(StandardCharsets.UTF_8), "方案")
                        .text())
                .isEqualTo(script.text());
    }
}
