package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.hj212.Streams.frame;
import static org.luheng.hj212.Streams.segment;
import static org.luheng.hj212.Streams.utf8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramingTest {
    private static final String GOOD = frame(segment("DataTime=20261121100400;a21026-Rtd=12.5,a21026-Flag=N"));

    private final Framing framing = new Framing();
    private final List<String> frames = new ArrayList<>();
    private List<Deviation> last = List.of();

    private void send(String text) {
        send(utf8(text));
    }

    private void send(byte[] bytes) {
        framing.read(bytes, this::take);
    }

    private void take(Frame frame) {
        frames.add(frame.toString());
        last = frame.diagnose().stream().map(Finding::deviation).toList();
    }

    @Test
    void aFrameIsHandedOnWithTheLastDigitOfItsCheck() {
        send(GOOD);
        assertThat(frames).containsExactly(GOOD);
        send("\r\n");
        assertThat(framing.oddLineEnds()).isZero();
        assertThat(framing.skipped(Skipped.NOISE)).isZero();
    }

    @Test
    void gluedFramesAreSeveral() {
        send(GOOD + GOOD + "\n" + GOOD + "\r" + GOOD + "\r\n" + GOOD + "\\r\\n" + GOOD + "\r\n");
        assertThat(frames).hasSize(6).containsOnly(GOOD);
        assertThat(framing.oddLineEnds()).isEqualTo(4);
        assertThat(framing.skipped(Skipped.NOISE)).as("the backslashes").isEqualTo(4);
    }

    @Test
    void whatAnnounces9999BytesAndSendsTenHoldsUpNobody() {
        send("##9999QN=2026");
        assertThat(framing.waiting()).isEqualTo(13);
        send(GOOD + "\r\n");
        assertThat(frames).containsExactly(GOOD);
        assertThat(framing.skipped(Skipped.BROKEN)).isEqualTo(13);
    }

    @Test
    void aBrokenOffFrameIsSkippedUpToTheNext() {
        send(GOOD.substring(0, 60) + "\r\n" + GOOD + "\r\n");
        assertThat(frames).containsExactly(GOOD);
        assertThat(framing.skipped(Skipped.BROKEN)).isEqualTo(60);
        send(GOOD.substring(0, GOOD.length() - 10) + GOOD + "\r\n" + GOOD);
        assertThat(frames).hasSize(3).containsOnly(GOOD);
    }

    @Test
    void noiseIsCounted() {
        send("hello # " + GOOD + "\r\n\0\0#" + GOOD + "\r\n");
        assertThat(frames).hasSize(2).containsOnly(GOOD);
        assertThat(framing.skipped(Skipped.NOISE)).isEqualTo(11);
    }

    @Test
    void whatNeverEndsIsGivenUpWithinTheLimit() {
        send("##9999" + "x".repeat(20_000));
        assertThat(frames).isEmpty();
        assertThat(framing.waiting()).isZero();
        assertThat(framing.skipped(Skipped.ENDLESS)).isPositive();
        send(GOOD);
        assertThat(frames).containsExactly(GOOD);
    }

    @Test
    void aSilentPeersLastWordsAreReadWhenItIsSilent() {
        String wrong = GOOD.replace("##0", "##1");
        send(wrong);
        assertThat(frames).isEmpty();
        framing.settle(this::take);
        assertThat(frames).containsExactly(wrong);
        assertThat(last).contains(Deviation.LENGTH_WRONG).doesNotContain(Deviation.CRC_WRONG);
    }

    @Test
    void aTooLongAnnouncementEndsWithTheLineThatTheCheckConfirms() {
        send(GOOD.replace("##0", "##1") + "\r\n");
        assertThat(frames).as("without waiting for a thousand bytes").hasSize(1);
        assertThat(last).containsExactly(Deviation.LENGTH_WRONG);
    }

    @Test
    void eachDeviationOfDevicesIsNamed() {
        assertThat(deviations(GOOD.replace("##0", "##"))).containsExactly(Deviation.LENGTH_DIGITS);
        assertThat(deviations(GOOD.replace("##0", "##000"))).containsExactly(Deviation.LENGTH_DIGITS);
        assertThat(deviations("##0136" + GOOD.substring(6)))
                .as("too short by a few")
                .containsExactly(Deviation.LENGTH_WRONG);
        String check = GOOD.substring(GOOD.length() - 4);
        String before = GOOD.substring(0, GOOD.length() - 4);
        assertThat(deviations(before + "FFFF")).containsExactly(Deviation.CRC_WRONG);
        assertThat(deviations(before + ";" + check)).contains(Deviation.STRAY_SEPARATOR);
        assertThat(deviations(before.substring(0, before.length() - 2) + check)).containsExactly(Deviation.NOT_CLOSED);
        int modbus = Crc.modbus(utf8(GOOD), 6, GOOD.length() - 4);
        assertThat(deviations(before + "%04X".formatted(modbus))).containsExactly(Deviation.CRC_MODBUS);
    }

    @Test
    void aCheckWithoutItsLeadingZerosIsRead() {
        String content = "DataTime=20261121100400;a21026-Rtd=";
        for (int value = 100; value < 1000; value++) {
            String frame = frame(segment(content + value));
            int zeros = 0;
            while (zeros < 3 && frame.charAt(frame.length() - 4 + zeros) == '0') {
                zeros++;
            }
            if (zeros > 0) {
                int at = frame.length() - 4;
                String shortened = frame.substring(0, at) + frame.substring(at + zeros);
                assertThat(deviations(shortened)).containsExactly(Deviation.CRC_SHORT);
            }
        }
    }

    private List<Deviation> deviations(String frame) {
        frames.clear();
        send(frame + "\r\n");
        framing.settle(this::take);
        assertThat(frames).as(frame).hasSize(1);
        return last;
    }

    @Test
    void lettersOutsideUtf8AreSaidAndRead() {
        Charset gbk = Charset.forName("GBK");
        byte[] segment = segment("PolId=w01018;i11001-Info=//清洗管路//").getBytes(gbk);
        int crc = Crc.of(segment, 0, segment.length);
        byte[] frame = new byte[segment.length + 10];
        System.arraycopy(utf8("##%04d".formatted(segment.length)), 0, frame, 0, 6);
        System.arraycopy(segment, 0, frame, 6, segment.length);
        System.arraycopy(utf8("%04X".formatted(crc)), 0, frame, 6 + segment.length, 4);
        send(frame);
        assertThat(last).containsExactly(Deviation.ENCODING);
        assertThat(frames.getFirst()).contains("清洗管路");
    }

    @Test
    void aLengthInCharactersIsRecognised() {
        String segment = segment("PolId=w01018;i11001-Info=//清洗管路//");
        String frame = frame(segment);
        String counted = "##%04d%s".formatted(segment.length(), frame.substring(6));
        assertThat(deviations(counted)).containsExactly(Deviation.LENGTH_IN_CHARACTERS);
    }

    @Test
    void theStandardsLongestIsRemarked() {
        String frame = frame(segment("DataTime=20261121100400;i11001-Info=" + "x".repeat(1000)));
        assertThat(deviations(frame)).containsExactly(Deviation.LENGTH_OVER_LIMIT, Deviation.CP_OVER_LIMIT);
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 200; i++) {
            send("##9999" + "&&0000\r".repeat(100));
            assertThat(framing.waiting()).isLessThan(Framing.LONGEST + 32);
        }
    }
}
