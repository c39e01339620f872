package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class HeaderTest {
    private static Frame read(String segment) {
        return Objects.requireNonNull(Framing.only(Streams.utf8(Streams.frame(segment) + "\r\n")));
    }

    @Test
    void everyFieldOfTheHeader() {
        Frame frame = read("QN=20260801085857534;ST=32;CN=2061;PW=123456;MN=" + Streams.MN
                + ";Flag=11;PNUM=12;PNO=3;RF=1;CP=&&DataTime=20260801080000&&");
        assertThat(frame.qn()).isEqualTo("20260801085857534");
        assertThat(frame.qnNumber()).isEqualTo(20260801085857534L);
        assertThat(frame.st()).isEqualTo("32");
        assertThat(frame.isSt("32")).isTrue();
        assertThat(frame.cn()).isEqualTo(2061);
        assertThat(frame.pw()).isEqualTo("123456");
        assertThat(frame.isPw("123457")).isFalse();
        assertThat(frame.mn()).isEqualTo(Streams.MN);
        assertThat(frame.isMn(Streams.MN)).isTrue();
        assertThat(frame.flag()).isEqualTo(11);
        assertThat(frame.version()).isEqualTo(Version.V2025);
        assertThat(frame.wantsAnswer()).isTrue();
        assertThat(frame.isPart()).isTrue();
        assertThat(frame.pnum()).isEqualTo(12);
        assertThat(frame.pno()).isEqualTo(3);
        assertThat(frame.isResent()).isTrue();
        assertThat(frame.diagnose()).isEmpty();
        assertThat(frame.declaredLength()).isEqualTo(frame.segmentTo() - frame.segmentFrom());
        assertThat(frame.crcSent()).isEqualTo(frame.crcComputed());
    }

    @Test
    void anAnswerNeverWantsAnAnswer() {
        for (int cn = 9011; cn <= 9014; cn++) {
            Frame frame =
                    read("QN=20260801085857534;ST=91;CN=" + cn + ";PW=123456;MN=" + Streams.MN + ";Flag=5;CP=&&&&");
            assertThat(frame.wantsAnswer()).isFalse();
        }
        assertThat(read("QN=20260801085857534;ST=91;CN=9015;PW=123456;MN=" + Streams.MN + ";Flag=9;CP=&&&&")
                        .wantsAnswer())
                .as("a heartbeat does")
                .isTrue();
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() {
        Frame frame = read("ST=31;CN=20x1;CP=&&&&");
        assertThat(frame.qn()).isNull();
        assertThat(frame.qnNumber()).isEqualTo(-1);
        assertThat(frame.mn()).isNull();
        assertThat(frame.pw()).isNull();
        assertThat(frame.cn()).isEqualTo(-1);
        assertThat(frame.flag()).isEqualTo(-1);
        assertThat(frame.version()).isEqualTo(Version.V2005);
        assertThat(frame.wantsAnswer()).isFalse();
        assertThat(frame.isPart()).isFalse();
    }

    @Test
    void packetsNeedNoFlagToBePackets() {
        Frame frame =
                read("QN=20260801085857534;ST=31;CN=2011;PW=123456;MN=" + Streams.MN + ";PNO=0002;PNUM=0002;CP=&&&&");
        assertThat(frame.isPart()).isTrue();
        assertThat(frame.diagnose())
                .extracting(Finding::deviation)
                .containsExactly(Deviation.ORDER, Deviation.FLAG_MISSING, Deviation.PART_FLAG);
    }
}
