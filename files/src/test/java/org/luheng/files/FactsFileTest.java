package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Stage;

class FactsFileTest {
    private static final String HEADER = "region,period,element,value,unit,stage,source\n";
    private static final String GOOD = "郑州市,2021,energy.total,2800.5,万吨标准煤,最终,统计公报\n";

    private final List<Fact> facts = new ArrayList<>();

    private FactsFile.Receipt read(byte[] bytes) {
        return FactsFile.read(
                new ByteArrayInputStream(bytes), "f.csv", House.RULES, House.REGISTER, "410100", facts::add);
    }

    private FactsFile.Receipt read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Findings refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private Findings refused(byte[] bytes) {
        Refused refused = catchThrowableOfType(Refused.class, () -> read(bytes));
        assertThat(refused).as("the file is refused").isNotNull();
        return refused.findings();
    }

    /** The one finding of a file that is good but for one row in line 3. */
    private Finding inLine3(String row) {
        Findings findings = refused(HEADER + GOOD + row + "\n");
        assertThat(findings).hasSize(1);
        Finding finding = findings.list().getFirst();
        assertThat(finding.place().file()).isEqualTo("f.csv");
        assertThat(finding.place().line()).isEqualTo(3);
        return finding;
    }

    @Test
    void aRowBecomesAFactThatKnowsItsLine() {
        FactsFile.Receipt receipt =
                read("published,region,period,element,value,unit,stage,source,authority,channel,sample\n"
                        + "2022-03-01,二七区,2021-01/2021-06,energy.total,-12.50,万吨标准煤,初步,快报,市统计局,统计,是\n");
        assertThat(receipt.rows()).isEqualTo(1);
        assertThat(receipt.notices()).isEmpty();
        assertThat(facts).hasSize(1);
        Fact fact = facts.getFirst();
        assertThat(fact.region()).isEqualTo("410103");
        assertThat(fact.period()).hasToString("2021-01/2021-06");
        assertThat(fact.value()).hasToString("-12.50");
        assertThat(fact.unit()).isEqualTo("万吨标准煤");
        assertThat(fact.given()).isNull();
        assertThat(fact.stage()).isEqualTo(Stage.PRELIMINARY);
        assertThat(fact.authority()).isEqualTo("市统计局");
        assertThat(fact.channel()).isEqualTo("统计");
        assertThat(fact.source()).isEqualTo("快报");
        assertThat(fact.published()).isEqualTo(LocalDate.of(2022, 3, 1));
        assertThat(fact.sample()).isTrue();
        assertThat(fact.ref()).isEqualTo("f.csv:2");
    }

    @ParameterizedTest
    @CsvSource({"123456, 吨标准煤, 12.3456, 123456 吨标准煤", "0.5, 万tce, 0.5, 0.5 万tce", "1, 千克标准煤, 0.0000001, 1 千克标准煤"})
    void unitsOfOneDimensionConvertExactlyAndTheGivenStays(String value, String unit, String converted, String given) {
        read(HEADER + "郑州市,2021,energy.total," + value + "," + unit + ",最终,表\n");
        assertThat(facts.getFirst().value()).isEqualByComparingTo(converted);
        assertThat(facts.getFirst().unit()).isEqualTo("万吨标准煤");
        assertThat(facts.getFirst().given()).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({
        "郑州市, 410100",
        "410100, 410100",
        "郑州, 410100",
        "高新区, 410172",
        "郑州高新区, 410172",
        "中国, 000000",
        "福州高新区, 350100-GX"
    })
    void regionsByCodeNameShortNameOrAliasThePlansOwnFirst(String written, String code) {
        FactsFile.Receipt receipt = read(HEADER + written + ",2021,gdp.constant,1,亿元,最终,表\n");
        assertThat(facts.getFirst().region()).isEqualTo(code);
        assertThat(receipt.spelled()).containsEntry(code, written);
    }

    @Test
    void aNameThatSeveralPlacesShareIsRefusedWithTheCandidates() {
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> FactsFile.read(
                        stream(HEADER + "高新区,2021,gdp.constant,1,亿元,最终,表\n"),
                        "f.csv",
                        House.RULES,
                        House.REGISTER,
                        "000000",
                        facts::add));
        assertThat(refused.findings().list().getFirst().inWords())
                .contains("第2行 region 列“高新区”", "410172 郑州高新技术产业开发区", "350100-GX");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,200 千分位 | \"1,200\" | NUMBER_COMMA | 1200",
                "小数逗号 | \"12,5\" | NUMBER_COMMA | 12.5",
                "全角数字 | １２．５ | NUMBER_FULL_WIDTH | 12.5",
                "全角负号 | －３ | NUMBER_FULL_WIDTH | -3",
                "全角千分位 | １，２００ | NUMBER_FULL_WIDTH | 1200",
                "科学记数 | 1.2E3 | NUMBER_EXPONENT | 1200",
                "小写科学记数 | 5e-2 | NUMBER_EXPONENT | 0.05",
                "带百分号 | 3.2% | NUMBER_WITH_UNIT | 3.2",
                "带单位 | 15吨 | NUMBER_WITH_UNIT | 15",
                "加号 | +3 | NUMBER_SIGN | 3",
                "减号字符 | −3 | NUMBER_SIGN | -3",
                "中间空格 | 1 200 | NUMBER_SPACE | 1200",
                "空白 | '' | BLANK | ''",
                "文字 | 暂无 | NOT_A_NUMBER | ''",
                "缺整数 | .5 | NOT_A_NUMBER | ''",
                "缺小数 | 5. | NOT_A_NUMBER | ''",
                "两个点 | 1.2.3 | NOT_A_NUMBER | ''",
                "过长 | 12345678901234567890 | NUMBER_TOO_LONG | ''",
                "NaN | NaN | NOT_A_NUMBER | ''"
            })
    void aValueThatIsNoNumberIsShownWithWhatToWrite(String what, String cell, Fault fault, String write) {
        Finding finding = inLine3("郑州市,2022,gdp.constant," + cell + ",亿元,最终,表");
        assertThat(finding.fault()).isEqualTo(fault);
        assertThat(finding.place().column()).isEqualTo("value");
        assertThat(finding.value()).isEqualTo(cell.replace("\"", ""));
        assertThat(finding.message()).contains(write);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "郑洲市,2022,gdp.constant,1,亿元,最终,表 | region | UNKNOWN_REGION | 郑州市",
                ",2022,gdp.constant,1,亿元,最终,表 | region | BLANK | 空",
                "郑州市,2022,energy.totl,1,亿元,最终,表 | element | UNKNOWN_ELEMENT | energy.total",
                "郑州市,2022,能源消费总量,1,亿元,最终,表 | element | UNKNOWN_ELEMENT | energy.total",
                "郑州市,2022,gdp.constant,1,吨标准煤,最终,表 | unit | WRONG_DIMENSION | 亿元",
                "郑州市,2022,gdp.constant,1,亿圆,最终,表 | unit | UNKNOWN_UNIT | 亿元",
                "郑州市,2022,gdp.constant,1,,最终,表 | unit | UNIT_BLANK | 亿元",
                "郑州市,2022,gdp.constant,1,亿元,快报,表 | stage | NOT_ONE_OF | 普查修订",
                "郑州市,2022年,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 2022",
                "郑州市,2022年二季度,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 2022-Q2",
                "郑州市,2022Q2,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 2022-Q2",
                "郑州市,2022年1-6月,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 2022-01/2022-06",
                "郑州市,2022上半年,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 2022-01/2022-06",
                "郑州市,2022-6,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 2022-06",
                "郑州市,2022-13,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 2021-Q2",
                "郑州市,去年,gdp.constant,1,亿元,最终,表 | period | NOT_A_PERIOD | 期间",
                "郑州市,0021,gdp.constant,1,亿元,最终,表 | period | YEAR_RANGE | 1949",
                "郑州市,2022,gdp.constant,1,亿元,最终 | '' | RAGGED_ROW | 6 格",
                "郑州市,2022,gdp.constant,1,亿元,最终,表,多 | '' | RAGGED_ROW | 8 格",
            })
    void aCellThatMeansNothingIsNamedWithLineColumnAndAdvice(String row, String column, Fault fault, String advice) {
        Finding finding = inLine3(row);
        assertThat(finding.fault()).isEqualTo(fault);
        assertThat(finding.place().column()).isEqualTo(column.isEmpty() ? null : column);
        assertThat(finding.message() + finding.fault().remedy()).contains(advice);
        assertThat(finding.inWords()).startsWith("f.csv 第3行").contains(fault.code());
    }

    @Test
    void everyFaultOfARowIsSaid() {
        Findings findings = refused(HEADER + "甲市,2021年,x.y,一,吨,草稿,表\n");
        assertThat(findings)
                .extracting(Finding::fault)
                .containsExactly(
                        Fault.UNKNOWN_REGION,
                        Fault.NOT_A_PERIOD,
                        Fault.UNKNOWN_ELEMENT,
                        Fault.NOT_A_NUMBER,
                        Fault.NOT_ONE_OF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2022-3-1 | NOT_A_DATE", "2022-02-30 | NOT_A_DATE", "昨天 | NOT_A_DATE"})
    void publishedMustBeADate(String published, Fault fault) {
        Findings findings = refused("region,period,element,value,unit,stage,source,published\n"
                + "郑州市,2021,gdp.constant,1,亿元,最终,表," + published + "\n");
        assertThat(findings).extracting(Finding::fault).containsExactly(fault);
        assertThat(findings.list().getFirst().inWords()).contains("第2行 published 列“" + published + "”");
    }

    @Test
    void noStageCountsAsFinalAndIsSaid() {
        FactsFile.Receipt receipt = read(HEADER + GOOD.replace("最终", ""));
        assertThat(facts.getFirst().stage()).isEqualTo(Stage.FINAL);
        assertThat(receipt.notices()).extracting(Finding::fault).containsExactly(Fault.STAGE_BLANK);
    }

    @Test
    void missingUnknownAndDoubleColumnsAreFindings() {
        Findings findings = refused("region,period,element,value,units,stage,stage\n" + GOOD);
        assertThat(findings)
                .extracting(Finding::fault)
                .containsExactlyInAnyOrder(
                        Fault.UNKNOWN_COLUMN, Fault.DUPLICATE_COLUMN, Fault.MISSING_COLUMN, Fault.MISSING_COLUMN);
        assertThat(findings.inWords().getFirst()).contains("f.csv 第1行“units”", "是不是 unit？");
    }

    @Test
    void anEmptyFileIsRefusedAndAHeaderAloneIsSaid() {
        assertThat(refused("")).extracting(Finding::fault).containsExactly(Fault.EMPTY_TABLE);
        assertThat(read(HEADER).notices()).extracting(Finding::fault).containsExactly(Fault.NO_ROWS);
    }

    @Test
    void twoRowsAboutOneThingThatDifferNameBothLines() {
        Findings findings =
                refused(HEADER + GOOD + GOOD.replace("郑州市", "410100").replace("2800.5", "2800.6"));
        assertThat(findings).hasSize(1);
        assertThat(findings.list().getFirst().inWords())
                .startsWith("f.csv 第3行 value 列“2800.6”：与第 2 行是同一件事")
                .contains("2800.5万吨标准煤");
    }

    @Test
    void theSameRowTwiceCountsOnceAlsoInAnotherUnit() {
        FactsFile.Receipt receipt =
                read(HEADER + GOOD + GOOD + GOOD.replace("2800.5", "28005000").replace("万吨标准煤", "吨标准煤"));
        assertThat(facts).hasSize(1);
        assertThat(receipt.rows()).isEqualTo(3);
        assertThat(receipt.facts()).isEqualTo(1);
        assertThat(receipt.notices()).extracting(Finding::message).containsExactly("2 行与前面的行完全相同，只计一次");
    }

    @Test
    void anotherStageAuthorityOrDayIsAnotherFact() {
        String header = "region,period,element,value,unit,stage,source,authority,channel,published\n";
        read(header
                + "郑州市,2021,gdp.constant,1,亿元,初步,表,市统计局,统计,2022-01-20\n"
                + "郑州市,2021,gdp.constant,2,亿元,最终,表,市统计局,统计,2022-01-20\n"
                + "郑州市,2021,gdp.constant,3,亿元,最终,表,省统计局,统计,2022-01-20\n"
                + "郑州市,2021,gdp.constant,4,亿元,最终,表,省统计局,行政,2022-01-20\n"
                + "郑州市,2021,gdp.constant,5,亿元,最终,表,省统计局,行政,2022-11-20\n");
        assertThat(facts).hasSize(5);
    }

    @Test
    void gbkIsReadAndSaid() {
        FactsFile.Receipt receipt = read((HEADER + GOOD).getBytes(Charset.forName("GBK")));
        assertThat(facts.getFirst().region()).isEqualTo("410100");
        assertThat(facts.getFirst().source()).isEqualTo("统计公报");
        assertThat(receipt.notices()).extracting(Finding::inWords).containsExactly("f.csv：不是 UTF-8，按 GBK 读取（LH-1004）");
    }

    @Test
    void gbkIsFoundOutHoweverLateItsFirstCharacterComes() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int year = 1950; year < 2000; year++) {
            for (int month = 1; month <= 12; month++) {
                text.append(String.format("410100,%d-%02d,gdp.growth,1,%%,final,%s%n", year, month, "x".repeat(500)));
            }
        }
        FactsFile.Receipt receipt =
                read((text + "410100,2021,gdp.growth,1,%,final,公报\n").getBytes(Charset.forName("GBK")));
        assertThat(facts).hasSize(601);
        assertThat(facts.getLast().source()).isEqualTo("公报");
        assertThat(receipt.notices()).extracting(Finding::fault).containsExactly(Fault.READ_AS_GBK);
    }

    @Test
    void utf8WithMarkIsRead() {
        read("\uFEFF" + HEADER + GOOD.replace("\n", "\r\n"));
        assertThat(facts).hasSize(1);
    }

    @Test
    void brokenUtf8IsNotTakenForGbk() {
        byte[] bytes = (HEADER + GOOD + GOOD.replace("2021", "2022")).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        Finding finding = refused(bytes).list().getFirst();
        assertThat(finding.fault()).isEqualTo(Fault.BROKEN_UTF8);
        assertThat(finding.message()).contains("第 ", " 字节");
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] workbook = {'P', 'K', 3, 4, 20, 0, 6, 0};
        assertThat(refused(workbook).list().getFirst().message()).contains("xlsx");
        assertThat(refused((HEADER + GOOD).getBytes(StandardCharsets.UTF_16))
                        .list()
                        .getFirst()
                        .message())
                .contains("UTF-16");
        byte[] noise = {(byte) 0xFF, 0x01, (byte) 0x80, (byte) 0xFF};
        assertThat(refused(noise)).extracting(Finding::fault).containsExactly(Fault.NOT_TEXT);
    }

    @Test
    void anUnbalancedQuoteIsNamedWhereItBegins() {
        Finding finding = refused(HEADER + GOOD + "郑州市,2022,\"gdp.constant,1,亿元,最终,表\n" + GOOD)
                .list()
                .getFirst();
        assertThat(finding.fault()).isEqualTo(Fault.BROKEN_QUOTES);
        assertThat(finding.place().line()).isEqualTo(3);
        assertThat(refused(HEADER + GOOD + "郑州市,2022,\"gdp\"x,1,亿元,最终,表\n")
                        .list()
                        .getFirst()
                        .place()
                        .line())
                .isEqualTo(3);
    }

    @Test
    void aCellTooLongIsNamedAndDoesNotFillTheMemory() {
        assertThat(inLine3("郑州市,2022,gdp.constant,1,亿元,最终," + "长".repeat(5_000)).fault())
                .isEqualTo(Fault.FIELD_TOO_LONG);
        assertThat(inLine3("郑州市,2022,gdp.constant,1,亿元,最终," + "x".repeat(3_000_000))
                        .fault())
                .isEqualTo(Fault.FIELD_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u200B", "\u202E", "\uFEFF"})
    void invisibleCharactersAreNamed(String strange) {
        Finding finding = inLine3("郑州市,2022,gdp.constant,1,亿元,最终,表" + strange);
        assertThat(finding.fault()).isEqualTo(Fault.CONTROL_CHARACTER);
        assertThat(finding.message()).contains(String.format("U+%04X", (int) strange.charAt(0)));
    }

    @Test
    void manyFaultsAreListedUpToALimitAndThenCounted() {
        Findings findings = refused(HEADER + "郑州市,2022,gdp.constant,x,亿元,最终,表\n".repeat(1_500));
        assertThat(findings).hasSize(Findings.LISTED);
        assertThat(findings.errors()).isEqualTo(1_500);
        assertThat(findings.inWords().getLast()).isEqualTo("……另有 500 处未列出");
    }

    @Test
    void aMillionRowsIsTheLimitAndTenMillionAreRefusedWhileStreaming() {
        byte[] row = "郑州市,2022,gdp.constant,1,亿元,最终,表\n".getBytes(StandardCharsets.UTF_8);
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                long now = at++;
                return now < header.length
                        ? header[(int) now] & 0xFF
                        : row[(int) ((now - header.length) % row.length)] & 0xFF;
            }
        };
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> FactsFile.read(endless, "f.csv", House.RULES, House.REGISTER, "410100", fact -> {}));
        assertThat(refused.findings().list().getFirst().inWords())
                .isEqualTo("f.csv 第1000002行：超过 1,000,000 行的上限，没有读下去（LH-1109）");
    }

    @Test
    void aFileThatIsNotThereIsSaidPlainly() {
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> FactsFile.read(Path.of("no-such.csv"), House.RULES, House.REGISTER, "410100", facts::add));
        assertThat(refused.findings().inWords()).containsExactly("no-such.csv：读不了：没有这个文件（LH-1001）");
    }
}
