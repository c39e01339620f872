package org.luheng.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.luheng.hj212.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code luheng hj212 simulate}: a farm of stations that send to a host, and count what it acknowledged. */
@Command(
        name = "simulate",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        description = {
            "模拟一批站点按给定速率上传，可注入故障；等待 9014 应答，最后报告发送与确认的情况。",
            "连接中断会重连，并重发未确认的帧（与真实设备相同）。同一种子、同一起始时刻给出相同的报文。",
            "退出码：0 该确认的都确认了（或写成了文件）；3 有未确认的；2 参数有误。"
        },
        footer = {
            "  luheng hj212 simulate --host 127.0.0.1 --port 2120 --stations 100 --rate 50 --seconds 60",
            "  luheng hj212 simulate --out 报文.txt --stations 5 --rate 10 --seconds 10 --edition mixed --faults crc=2,late=5"
        })
final class Simulate implements Callable<Integer> {
    /** What all stations have in common. */
    record Plan(long seed, int factors, int command, LocalDateTime start, SimulatedFaults faults) {}

    private final Console console;

    @Option(names = "--host", paramLabel = "主机", description = "上位机地址，缺省 127.0.0.1")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "端口", description = "上位机端口；与 --out 二者取一")
    private int port;

    @Option(names = "--out", paramLabel = "文件", description = "不连网，把报文写进文件")
    private @Nullable Path out;

    @Option(names = "--stations", paramLabel = "数", description = "站点数，缺省 10")
    private int stations = 10;

    @Option(names = "--factors", paramLabel = "数", description = "每站因子数，缺省 5")
    private int factors = 5;

    @Option(names = "--rate", paramLabel = "帧/秒", description = "全部站点合计的速率，缺省 10")
    private double rate = 10;

    @Option(names = "--seconds", paramLabel = "秒", description = "持续时间，缺省 10")
    private int seconds = 10;

    @Option(names = "--cn", paramLabel = "命令", description = "2011（缺省）、2051 或 2061")
    private int command = 2011;

    @Option(names = "--edition", paramLabel = "版本", description = "2005、2017（缺省）、2025 或 mixed（各站轮流）")
    private String edition = "2017";

    @Option(
            names = "--faults",
            paramLabel = "故障",
            converter = FaultsText.class,
            description = "百分比：drop=1,double=2,split=5,glue=5,late=2,garbage=1,crc=1")
    private SimulatedFaults faults = new SimulatedFaults(java.util.Map.of());

    @Option(names = "--seed", paramLabel = "种子", description = "随机数种子，缺省 212")
    private long seed = 212;

    @Option(names = "--wait", paramLabel = "秒", description = "最后等待应答的时间，缺省 10")
    private int wait = 10;

    @Option(names = "--settle", paramLabel = "秒", description = "开头这几秒照常发送，不计入从发出到确认的时间，缺省 0")
    private int settle;

    @Option(names = "--acknowledged", paramLabel = "文件", description = "把已确认的帧（MN,QN）逐行写进文件，供核对")
    private @Nullable Path ledger;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    Simulate(Console console) {
        this.console = console;
    }

    static final class FaultsText implements ITypeConverter<SimulatedFaults> {
        @Override
        public SimulatedFaults convert(String text) {
            return SimulatedFaults.of(text);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String wrong = wrong();
        if (wrong != null) {
            console.err().println(wrong + "。用法见 luheng hj212 simulate --help");
            return Luheng.REFUSED;
        }
        LocalDateTime start =
                LocalDateTime.now(console.clock().withZone(Luheng.ZONE)).truncatedTo(ChronoUnit.MILLIS);
        Plan plan = new Plan(seed, factors, command, start, faults);
        Tally tally = new Tally();
        Path file = out;
        long unanswered = 0;
        long began = System.nanoTime();
        long processor = processorNanos();
        if (file != null) {
            write(file, plan, tally);
        } else {
            unanswered = send(plan, tally);
        }
        report(tally, unanswered, System.nanoTime() - began, processorNanos() - processor);
        return unanswered > 0 ? Luheng.NOT_IN_ORDER : 0;
    }

    private @Nullable String wrong() {
        if ((out == null) == (port == 0)) {
            return "要 --port 或 --out，二者取一";
        }
        if (port < 0 || port > 65_535) {
            return "端口应为 1 至 65535";
        }
        if (stations < 1
                || stations > 100_000
                || factors < 1
                || factors > 100
                || rate <= 0
                || seconds < 1
                || wait < 0
                || settle < 0
                || settle >= seconds) {
            return "站点应为 1 至 100000，因子 1 至 100，速率与时间大于 0，--settle 小于 --seconds";
        }
        if (command != 2011 && command != 2051 && command != 2061) {
            return "--cn 应为 2011、2051 或 2061";
        }
        return List.of("2005", "2017", "2025", "mixed").contains(edition) ? null : "版本应为 2005、2017、2025 或 mixed";
    }

    private Version version(int station) {
        return switch (edition) {
            case "2005" -> Version.V2005;
            case "2017" -> Version.V2017;
            case "2025" -> Version.V2025;
            default -> Version.values()[station % 3];
        };
    }

    private long frames() {
        return Math.max(1, Math.round(rate * seconds));
    }

    private Duration due(long frame) {
        return Duration.ofNanos((long) (frame * 1e9 / rate));
    }

    private void write(Path file, Plan plan, Tally tally) throws IOException {
        List<SimulatedStation> all = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            all.add(new SimulatedStation(i, version(i), plan, tally));
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (long frame = 0; frame < frames(); frame++) {
                put(stream, all.get((int) (frame % stations)).send(due(frame)), tally);
            }
            for (SimulatedStation station : all) {
                put(stream, station.rest(due(frames())), tally);
            }
        }
    }

    private static void put(OutputStream stream, SimulatedStation.Sending sending, Tally tally) throws IOException {
        for (byte[] piece : sending.pieces()) {
            stream.write(piece);
            tally.bytes.add(piece.length);
        }
        tally.sent.add(sending.owed().size());
    }

    private long send(Plan plan, Tally tally) throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        Path acknowledged = ledger;
        try (PrintStream file = acknowledged == null
                ? null
                : new PrintStream(Files.newOutputStream(acknowledged), false, StandardCharsets.UTF_8)) {
            BiConsumer<String, String> taker = file == null ? (mn, qn) -> {} : (mn, qn) -> file.println(mn + "," + qn);
            long began = System.nanoTime();
            tally.measureFrom(began + settle * 1_000_000_000L);
            List<Thread> threads = new ArrayList<>();
            List<SimulatedConnection> connections = new ArrayList<>();
            for (int i = 0; i < stations; i++) {
                SimulatedStation station = new SimulatedStation(i, version(i), plan, tally);
                SimulatedConnection connection = new SimulatedConnection(address, station.mn(), tally, taker);
                connections.add(connection);
                long first = i;
                threads.add(Thread.ofVirtual().start(() -> play(station, connection, first, began)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            long unanswered = 0;
            for (SimulatedConnection connection : connections) {
                unanswered += connection.unanswered();
                connection.close();
            }
            return unanswered;
        }
    }

    private void play(SimulatedStation station, SimulatedConnection connection, long first, long began) {
        try {
            long last = frames();
            for (long frame = first; frame < last; frame += stations) {
                until(began + due(frame).toNanos());
                SimulatedStation.Sending sending = station.send(due(frame));
                if (!sending.pieces().isEmpty()) {
                    connection.send(sending);
                }
            }
            SimulatedStation.Sending rest = station.rest(due(last));
            if (!rest.owed().isEmpty()) {
                connection.send(rest);
            }
            connection.finish(Math.max(System.nanoTime(), began + due(last).toNanos()) + wait * 1_000_000_000L);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private void report(Tally tally, long unanswered, long nanos, long processor) {
        PrintStream report = new PrintStream(console.out(), false, StandardCharsets.UTF_8);
        double took = nanos / 1e9;
        report.printf("站点 %d，因子 %d，命令 %d，%s 版，种子 %d，历时 %.1f 秒%n", stations, factors, command, edition, seed, took);
        report.printf(
                "生成 %d 帧（%d 个读数），发出应确认的 %d 帧，%d 字节；每秒 %.0f 帧%n",
                tally.made.sum(), tally.readings.sum(), tally.sent.sum(), tally.bytes.sum(), tally.sent.sum() / took);
        for (SimulatedFaults.Kind kind : SimulatedFaults.Kind.values()) {
            long count = tally.faults.get(kind.ordinal()).sum();
            if (count > 0) {
                report.printf("  故障 %s %d 帧%n", kind.text(), count);
            }
        }
        if (out == null) {
            report.printf(
                    "确认 %d 帧，未确认 %d 帧；重复或不认识的确认 %d；连接中断 %d 次，重发 %d 次；答复上位机请求 %d 次，其他来帧 %d%n",
                    tally.acknowledged.sum(),
                    unanswered,
                    tally.again.sum(),
                    tally.broken.sum(),
                    tally.repeated.sum(),
                    tally.requests.sum(),
                    tally.unknown.sum());
            report.printf(
                    "从发出到确认%s：p50 %s，p99 %s，最长 %s；模拟器自身占用 %.2f 个处理器%n",
                    settle == 0 ? "" : "（第 " + settle + " 秒起）",
                    tally.within(0.5),
                    tally.within(0.99),
                    tally.within(1),
                    processor / (double) nanos);
        }
        report.flush();
    }
}
