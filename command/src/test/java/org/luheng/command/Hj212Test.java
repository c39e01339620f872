package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.hj212.Answers;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Message;
import org.luheng.hj212.Reading;
import org.luheng.hj212.Requests;

class Hj212Test {
    private static final String GOOD =
            "##0162QN=20231008123340461;ST=22;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20231008123340;w01008-SampleTime=20231008123340,w01008-Rtd=123.456&&F441\r\n";
    private static final String WRONG =
            "##0087QN=20160801085857223;ST=32;CN=1061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&&&FFFF\r\n";

    @TempDir
    Path temp = Path.of("");

    private final Terminal terminal = new Terminal();

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    @Test
    void aFrameIsOneLineOfJson() {
        terminal.given(GOOD);
        assertThat(terminal.run("hj212", "decode")).isZero();
        assertThat(lines(terminal.out())).hasSize(1);
        assertThat(terminal.json().keySet().toString())
                .contains("valid", "reason", "version", "qn", "st", "cn", "mn", "flag", "data", "deviations");
        assertThat(terminal.json().get("valid")).isEqualTo(true);
        assertThat(terminal.json().get("version")).isEqualTo("2017");
        assertThat(terminal.out())
                .contains("\"value\":\"123.456\"")
                .as("no password")
                .doesNotContain("123456\"");
        assertThat(terminal.err()).contains("共 1 帧，其中合格 1 帧");
    }

    @Test
    void lenientReadsAndSaysWhy() {
        terminal.given(GOOD + WRONG);
        assertThat(terminal.run("hj212", "decode", "-", "--lenient")).isZero();
        List<String> lines = lines(terminal.out());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("\"valid\":false", "\"reason\":\"CRC 校验不符\"", "\"data\":[]");
    }

    @Test
    void strictRefuses() {
        terminal.given(WRONG + GOOD);
        assertThat(terminal.run("hj212", "decode", "--strict")).isEqualTo(3);
        assertThat(lines(terminal.out()).getFirst()).contains("\"valid\":false", "\"data\":null");
        assertThat(lines(terminal.out()).get(1)).contains("\"valid\":true");
    }

    @Test
    void textExplainsEachField() {
        terminal.given("xx" + GOOD + WRONG);
        assertThat(terminal.run("hj212", "decode", "--format", "text")).isEqualTo(3);
        assertThat(terminal.out())
                .contains("跳过 2 字节", "帧外的字节", "第 1 帧　2017 版　合格", "2023-10-08 12:33:40.461", "空气质量监测")
                .contains("污染物实时数据", "要应答", "实时值", "123.456", "第 2 帧", "不合标准，已宽容读出", "✗ CRC 校验不符");
        assertThat(terminal.out()).doesNotContain("PW=").contains("******");
    }

    @Test
    void noPasswordIsPrinted() {
        // QN is missing, the password is too long, and another is to be set.
        String segment = "ST=32;CN=1072;PW=geheim77;MN=010000A8900016F000169DC0;Flag=5;CP=&&NewPW=geheim88&&";
        terminal.given("##%04d%s0000\r\n".formatted(segment.length(), segment)
                + "##0087ST=32,PW=geheim99,PW=geheim99\r\n##0050MN=1;PW=geheim66;PW=geheim66;CP=&&&&0000\r\n");
        assertThat(terminal.run("hj212", "decode", "--format", "text")).isEqualTo(3);
        assertThat(terminal.run("hj212", "decode", "--format", "json")).isEqualTo(3);
        assertThat(terminal.out()).contains("PW 不是 6 位", "CRC 校验不符").doesNotContain("geheim");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(terminal.run("hj212", "decode", temp.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("没有这个文件", "LH-1001");
        assertThat(terminal.run("hj212")).isEqualTo(2);
        assertThat(terminal.run("hj212", "decode", "--strict", "--lenient")).isEqualTo(2);
        assertThat(terminal.run("hj212", "simulate")).isEqualTo(2);
        assertThat(terminal.run("hj212", "simulate", "--port", "1", "--faults", "fire=1"))
                .isEqualTo(2);
    }

    @Test
    void theSameSeedWritesTheSameFile() throws IOException {
        Path one = temp.resolve("one");
        Path two = temp.resolve("two");
        for (Path file : List.of(one, two)) {
            assertThat(terminal.run(
                            "hj212",
                            "simulate",
                            "--out",
                            file.toString(),
                            "--stations",
                            "6",
                            "--rate",
                            "20",
                            "--seconds",
                            "5",
                            "--edition",
                            "mixed",
                            "--cn",
                            "2051",
                            "--faults",
                            "drop=5,double=5,late=10,glue=10"))
                    .isZero();
        }
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
        assertThat(terminal.out()).contains("生成 100 帧");
        int[] accepted = {0};
        new Framing().read(Files.readAllBytes(one), frame -> accepted[0] += frame.isAccepted(Reading.STRICT) ? 1 : 0);
        assertThat(accepted[0]).isBetween(85, 115);
        Terminal reader = new Terminal();
        assertThat(reader.run("hj212", "decode", one.toString(), "--strict")).isZero();
    }

    @Test
    void everyGoodFrameIsAcknowledgedWhateverHappensToTheOthers() throws Exception {
        Set<String> received = ConcurrentHashMap.newKeySet();
        AtomicInteger connections = new AtomicInteger();
        Path ledger = temp.resolve("acknowledged");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, received, connections));
            int status = terminal.run(
                    "hj212",
                    "simulate",
                    "--port",
                    String.valueOf(server.getLocalPort()),
                    "--stations",
                    "8",
                    "--rate",
                    "400",
                    "--seconds",
                    "1",
                    "--edition",
                    "mixed",
                    "--acknowledged",
                    ledger.toString(),
                    "--faults",
                    "drop=3,double=5,split=20,glue=10,late=5,garbage=5,crc=5");
            assertThat(status).as(terminal.out() + terminal.err()).isZero();
        }
        assertThat(connections.get()).as("one was broken off").isGreaterThan(8);
        assertThat(terminal.out()).contains("生成 400 帧", "未确认 0 帧", "答复上位机请求 8", "故障 校验错");
        assertThat(Files.readAllLines(ledger)).allMatch(received::contains).hasSizeGreaterThan(300);
    }

    /** A host that checks, acknowledges what is right, asks each station one thing, and drops one connection. */
    private static void serve(ServerSocket server, Set<String> received, AtomicInteger connections) {
        try {
            while (true) {
                Socket socket = server.accept();
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket, number, received));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void talk(Socket socket, int number, Set<String> received) {
        Framing framing = new Framing();
        byte[] buffer = new byte[1000];
        int[] frames = {0};
        try (socket;
                InputStream in = socket.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                framing.read(buffer, 0, count, frame -> answer(frame, socket, received, frames[0]++, number));
                if (number == 3 && frames[0] > 10) {
                    return;
                }
            }
        } catch (IOException gone) {
            // So it is with devices.
        }
    }

    private static void answer(Frame frame, Socket socket, Set<String> received, int count, int number) {
        if (!frame.isAccepted(Reading.STRICT) || frame.cn() != 2011) {
            return;
        }
        Message message = Message.of(frame);
        received.add(message.address().mn() + "," + message.qn());
        try {
            socket.getOutputStream().write(Answers.received(message).bytes());
            if (count == 0 && number <= 8) {
                socket.getOutputStream()
                        .write(new Requests(message.address())
                                .setRealTimeInterval("20261121100400123", 30)
                                .bytes());
            }
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    void theHelpNamesBoth() {
        assertThat(terminal.run("hj212", "--help")).isZero();
        assertThat(terminal.out()).contains("decode", "simulate");
        assertThat(terminal.out().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
