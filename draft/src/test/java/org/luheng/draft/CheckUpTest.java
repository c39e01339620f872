package org.luheng.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.PlanChecks;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;

class CheckUpTest {
    private static final Path ROOT =
            Path.of(System.getProperty("luheng.root", "..")).toAbsolutePath().normalize();
    private static final RulesFolder RULES = RulesFolder.read(ROOT.resolve("rules"));
    private static final Register REGISTER = Register.read(ROOT.resolve("register"));
    private static final PlanFolder ECO = plan("zhengzhou-eco-14fyp");
    private static final PlanFolder CITY = plan("zhengzhou-14fyp");

    private static PlanFolder plan(String id) {
        return PlanFolder.read(ROOT.resolve("plans").resolve(id), RULES.rules(), REGISTER);
    }

    private static CheckUp checkUp(PlanFolder folder, PlanFolder... others) {
        PlanChecks checks = new PlanChecks(RULES.rules(), REGISTER);
        List<Finding> findings = new ArrayList<>(checks.within(folder));
        for (PlanFolder other : others) {
            findings.addAll(checks.between(folder, other));
        }
        return CheckUp.of(folder, findings, List.of(others));
    }

    @Test
    void saysWhatThePlanHoldsAndWhatItLacks() {
        CheckUp checkUp = checkUp(ECO, CITY);

        assertThat(checkUp.counts()).contains(new CheckUp.Count("有数值的目标", 52), new CheckUp.Count("只有期限的目标", 36));
        assertThat(checkUp.verdicts())
                .contains("没有发现不能同时成立的目标。", "有 5 处与别的方案同事不同数，可能是口径不同，须核对。")
                .anySatisfy(verdict -> assertThat(verdict).startsWith("88 个目标中 73 个没有责任单位"));
        assertThat(checkUp.urgent())
                .extracting(Finding::fault)
                .containsOnly(Fault.SUSPECTED)
                .hasSize(5);
        assertThat(checkUp.gaps())
                .filteredOn(gap -> gap.what().equals("只有标题的章"))
                .singleElement()
                .extracting(CheckUp.Gap::number)
                .isEqualTo(2);
    }

    @Test
    void divisionsThatAddUpAreSaidSo() {
        assertThat(checkUp(CITY).verdicts()).contains("分解到各地区的 4 项指标，合计都与全市值相等。");
    }

    @Test
    void theDocumentHoldsAllOfItInOrder() throws IOException {
        CheckUp checkUp = checkUp(ECO, CITY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckUpDocument.write(checkUp, LocalDate.of(2026, 11, 21), out);

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText())
                    .containsSubsequence(
                            "方案体检",
                            ECO.plan().title(),
                            "2026-11-21 体检",
                            "结论",
                            "先要处理的",
                            "缺什么",
                            "主要目标",
                            CITY.plan().title());
            // The heads of the tables are repeated where a page ends within one.
            assertThat(document.getTables().stream().skip(1))
                    .allSatisfy(table ->
                            assertThat(table.getRow(0).isRepeatHeader()).isTrue());
        }
    }
}
