package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of HJ 212-2017 appendix C, written by us: byte for byte, with length and CRC as computed for the segments it prints. */
class CommandsTest {
    private static final String QN = "20160801085857223";
    private static final Address DEVICE = new Address("32", "123456", Streams.MN, Version.V2017);
    private static final Requests HOST = new Requests(DEVICE);
    private static final Uploads FIELD = new Uploads(DEVICE);

    static Stream<Arguments> frames() {
        Message asked = HOST.setTime(QN, "w01018", "20160801085857");
        return Stream.of(
                Arguments.of(HOST.setTimeout(QN, 5, 3), "0107", "32;CN=1000", 5, "OverTime=5;ReCount=3", "CAC1"),
                Arguments.of(Answers.taken(asked, Answers.READY), "0094", "91;CN=9011", 4, "QnRtn=1", "1B00"),
                Arguments.of(Answers.executed(asked, Answers.DONE), "0095", "91;CN=9012", 4, "ExeRtn=1", "6240"),
                Arguments.of(HOST.time(QN, "w01018"), "0099", "32;CN=1011", 5, "PolId=w01018", "5A00"),
                Arguments.of(asked, "0125", "32;CN=1012", 5, "PolId=w01018;SystemTime=20160801085857", "0880"),
                Arguments.of(HOST.realTimeInterval(QN), "0087", "32;CN=1061", 5, "", "3B80"),
                Arguments.of(
                        FIELD.asked(QN, 1061).item("RtdInterval", "30").message(),
                        "0101",
                        "32;CN=1061",
                        4,
                        "RtdInterval=30",
                        "7BC0"),
                Arguments.of(HOST.setRealTimeInterval(QN, 30), "0101", "32;CN=1062", 5, "RtdInterval=30", "4400"),
                Arguments.of(HOST.minuteInterval(QN), "0087", "32;CN=1063", 5, "", "3240"),
                Arguments.of(HOST.setMinuteInterval(QN, 10), "0101", "32;CN=1064", 5, "MinInterval=10", "1680"),
                Arguments.of(HOST.setPassword(QN, "654321"), "0099", "32;CN=1072", 5, "NewPW=654321", "3B80"),
                Arguments.of(HOST.realTime(QN), "0087", "32;CN=2011", 5, "", "30C0"),
                Arguments.of(HOST.stopRealTime(QN), "0087", "32;CN=2012", 5, "", "3C00"),
                Arguments.of(Answers.noticed(HOST.stopRealTime(QN)), "0087", "91;CN=9013", 4, "", "2A80"),
                Arguments.of(HOST.states(QN), "0087", "32;CN=2021", 5, "", "35C0"),
                Arguments.of(HOST.stopStates(QN), "0087", "32;CN=2022", 5, "", "3900"),
                Arguments.of(
                        FIELD.data(QN, 2021, "20160801085857")
                                .wantingAnswer()
                                .item("SB1-RS", "1")
                                .item("SB2-RS", "0")
                                .message(),
                        "0128",
                        "32;CN=2021",
                        5,
                        "DataTime=20160801085857;SB1-RS=1;SB2-RS=0",
                        "F141"),
                Arguments.of(Answers.received(HOST.realTime(QN)), "0087", "91;CN=9014", 4, "", "3240"),
                Arguments.of(
                        HOST.history(QN, 2051, "20160801084000", "20160801084000"),
                        "0134",
                        "32;CN=2051",
                        5,
                        "BeginTime=20160801084000;EndTime=20160801084000",
                        "56C0"),
                Arguments.of(
                        FIELD.started(QN, "20160801085857", "20160801085624"),
                        "0137",
                        "32;CN=2081",
                        5,
                        "DataTime=20160801085857;RestartTime=20160801085624",
                        "9AC1"),
                Arguments.of(HOST.calibrate(QN, "w01018"), "0099", "32;CN=3011", 5, "PolId=w01018", "47C0"),
                Arguments.of(HOST.sample(QN, "w01018"), "0099", "32;CN=3012", 5, "PolId=w01018", "8701"),
                Arguments.of(HOST.clean(QN, "w01018"), "0099", "32;CN=3013", 5, "PolId=w01018", "D701"),
                Arguments.of(HOST.compare(QN, "w01018"), "0099", "32;CN=3014", 5, "PolId=w01018", "4680"),
                Arguments.of(HOST.keepSample(QN), "0087", "32;CN=3015", 5, "", "E401"),
                Arguments.of(
                        HOST.setSampling(QN, "w01018", "000000", 2),
                        "0125",
                        "32;CN=3016",
                        5,
                        "PolId=w01018;CstartTime=000000;CTime=2",
                        "D801"),
                Arguments.of(HOST.sampling(QN, "w01018"), "0099", "32;CN=3017", 5, "PolId=w01018", "8641"),
                Arguments.of(HOST.sampleTime(QN, "w01018"), "0099", "32;CN=3018", 5, "PolId=w01018", "4540"),
                Arguments.of(
                        FIELD.asked(QN, 3018)
                                .item("PolId", "w01018")
                                .item("Stime", "40")
                                .message(),
                        "0108",
                        "32;CN=3018",
                        4,
                        "PolId=w01018;Stime=40",
                        "4540"),
                Arguments.of(HOST.meter(QN, "w01018"), "0099", "32;CN=3019", 5, "PolId=w01018", "1540"),
                Arguments.of(
                        HOST.information(QN, "w01018", "i13004"),
                        "0113",
                        "32;CN=3020",
                        5,
                        "PolId=w01018;InfoId=i13004",
                        "D581"),
                Arguments.of(
                        FIELD.data(QN, 3020, "20100301145000")
                                .wantingAnswer()
                                .item("PolId", "w01018")
                                .item("i11001-Info", "//清洗管路//")
                                .message(),
                        "0152",
                        "32;CN=3020",
                        5,
                        "DataTime=20100301145000;PolId=w01018;i11001-Info=//清洗管路//",
                        "9741"),
                Arguments.of(
                        HOST.setParameter(QN, "w01018", "i13004", "168.0"),
                        "0131",
                        "32;CN=3021",
                        5,
                        "PolId=w01018;InfoId=i13004;i13004-Info=168.0",
                        "4E00"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void asTheStandardPrintsThem(Message message, String length, String command, int flag, String data, String crc) {
        String segment = "QN=" + QN + ";ST=" + command + ";PW=123456;MN=" + Streams.MN + ";Flag=" + flag + ";CP=&&"
                + data + "&&";
        byte[] frame = Streams.utf8("##" + length + segment + crc + "\r\n");
        assertThat(message.bytes()).isEqualTo(frame);
        Frame read = Framing.only(frame);
        assertThat(read).isNotNull();
        if (read != null) {
            assertThat(read.diagnose()).isEmpty();
            assertThat(Message.of(read)).isEqualTo(message);
        }
    }
}
