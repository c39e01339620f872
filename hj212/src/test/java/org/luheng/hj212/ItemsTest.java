package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ItemsTest {
    private static Frame read(String content) {
        // Without line end: nothing stands behind the last digit of the CRC.
        return Objects.requireNonNull(Framing.only(Streams.utf8(Streams.frame(Streams.segment(content)))));
    }

    private static List<String> told(String content) {
        List<String> told = new ArrayList<>();
        Items items = read(content).items();
        while (items.next()) {
            told.add(items.group() + " " + items.factor() + " " + items.field() + " " + items.name() + "="
                    + (items.mark() != 0
                            ? items.mark()
                            : items.isNumber() ? items.unscaled() + "e-" + items.scale() : items.text()));
        }
        return told;
    }

    @Test
    void codesOf2017() {
        assertThat(
                        told(
                                "DataTime=20261121100400;a21026-Rtd=12.50,a21026-ZsRtd=0.07,a21026-Flag=N;w01001-Avg=7,w01001-Flag=D"))
                .containsExactly(
                        "0 null NONE DataTime=20261121100400e-0",
                        "1 a21026 RTD a21026-Rtd=1250e-2",
                        "1 a21026 ZS_RTD a21026-ZsRtd=7e-2",
                        "1 a21026 FLAG a21026-Flag=N",
                        "2 w01001 AVG w01001-Avg=7e-0",
                        "2 w01001 FLAG w01001-Flag=D");
    }

    @Test
    void codesOf2005NoiseAndWords() {
        assertThat(told("011-Rtd=231.0,011-Flag=N;B01-Rtd=36.91;LA-Rtd=50.1;SB1-RS=1;PM25-Rtd=28;Leq-NightData=41.5"))
                .containsExactly(
                        "0 011 RTD 011-Rtd=2310e-1",
                        "0 011 FLAG 011-Flag=N",
                        "1 B01 RTD B01-Rtd=3691e-2",
                        "2 LA RTD LA-Rtd=501e-1",
                        "3 SB1 RS SB1-RS=1e-0",
                        "4 PM25 RTD PM25-Rtd=28e-0",
                        "5 Leq NIGHT_DATA Leq-NightData=415e-1");
    }

    @Test
    void numbersAsTheyAreSent() {
        assertThat(told("a=-0.5;b=+3;c=123456789012.34;d=1234567890123456789;e=1.2E5;f=;g=.5;h=7.;i=-;j=1.2.3;k"))
                .containsExactly(
                        "0 null NONE a=-5e-1",
                        "1 null NONE b=3e-0",
                        "2 null NONE c=12345678901234e-2",
                        "3 null NONE d=1234567890123456789",
                        "4 null NONE e=1.2E5",
                        "5 null NONE f=",
                        "6 null NONE g=5e-1",
                        "7 null NONE h=7e-0",
                        "8 null NONE i=-",
                        "9 null NONE j=1.2.3",
                        "10 null NONE k=");
    }

    @Test
    void blanksAndEmptyPlacesAreForgiven() {
        assertThat(told(" DataTime=20261121100400; LA-Rtd = 50.1 ;;,i12003-Info =0 ;"))
                .containsExactly(
                        "0 null NONE DataTime=20261121100400e-0",
                        "1 LA RTD LA-Rtd=501e-1",
                        "3 i12003 INFO i12003-Info=0e-0");
        assertThat(read("a21026-Rtd=1;").diagnose())
                .extracting(Finding::deviation)
                .containsExactly(Deviation.SEPARATOR_AT_END);
        assertThat(told("")).isEmpty();
        assertThat(told(" ")).isEmpty();
        assertThat(told(";")).isEmpty();
    }

    @Test
    void fullWidthSeparatorsSeparateWhereAnItemFollows() {
        String content = "DataTime=20261121100400；a21026-Avg=1.5，a21026-Flag=N；LA-Rtd=50.1;i11001-Info=//清洗；管路，两次//";
        assertThat(told(content))
                .containsExactly(
                        "0 null NONE DataTime=20261121100400e-0",
                        "1 a21026 AVG a21026-Avg=15e-1",
                        "1 a21026 FLAG a21026-Flag=N",
                        "2 LA RTD LA-Rtd=501e-1",
                        "3 i11001 INFO i11001-Info=//清洗；管路，两次//");
        assertThat(read(content).diagnose()).extracting(Finding::deviation).containsExactly(Deviation.WIDE_SEPARATOR);
    }

    @Test
    void theDiagnosisSaysWhere() {
        Frame frame = read("DataTime=20261121100400123,a21026-Rtd=x;a21026-Flag=NN;a21026-Rtd=2,a34013-Rtd=1");
        assertThat(frame.diagnose())
                .extracting(
                        finding -> finding.deviation() + " " + finding.value().split("[;,&]")[0])
                .containsExactly(
                        "COMMA_FOR_SEMICOLON a21026-Rtd=x",
                        "FACTOR_CHANGES a34013-Rtd=1",
                        "NUMBER_FORM x",
                        "TIME_FORM 20261121100400123",
                        "MARK_FORM NN",
                        "NAME_TWICE a21026-Rtd=2");
        assertThat(frame.isAccepted(Reading.STRICT)).as("remarks, no refusal").isTrue();
    }

    @Property(tries = 3000)
    void aNumberIsWhatItsTextSays(@ForAll long unscaled, @ForAll byte scale) {
        BigDecimal number =
                BigDecimal.valueOf(unscaled % 1_000_000_000_000_000L >> (scale & 31), Math.floorMod(scale, 7));
        Items items = read("DataTime=20261121100400;a21026-Rtd=" + number.toPlainString() + ",a21026-Flag=N")
                .items();
        assertThat(items.next()).isTrue();
        assertThat(items.isDataTime()).isTrue();
        assertThat(items.next()).isTrue();
        assertThat(items.decimal()).isEqualTo(number);
        assertThat(items.factorKey()).isEqualTo(Items.key("a21026"));
        assertThat(items.next()).isTrue();
        assertThat(items.mark()).isEqualTo('N');
        assertThat(items.next()).isFalse();
    }

    @Test
    void everyFieldIsFoundByItsName() {
        for (Field field : Field.values()) {
            if (field != Field.NONE && field != Field.OTHER) {
                Items items = read("a21026-" + field.code() + "=1;LA-" + field.code() + "=1")
                        .items();
                assertThat(items.next()).isTrue();
                assertThat(items.field()).isEqualTo(field);
                assertThat(items.next()).isTrue();
                assertThat(items.field()).isEqualTo(field);
                assertThat(Field.of(field.code())).isEqualTo(field);
            }
        }
    }
}
