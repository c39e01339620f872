package org.luheng.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Reading;
import org.luheng.hj212.Skipped;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code luheng hj212 decode}: the frames of a stream, explained field by field, with what deviates and why. */
@Command(
        name = "decode",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        description = {
            "从文件或标准输入读 HJ 212 报文（2005、2017、2025 版，可混有残帧和杂字节），逐帧解读并指出不合标准之处。",
            "json：每帧一行；text：中文逐字段说明。被跳过的字节也各有一行。",
            "退出码：0 都读出；3 有被拒收的帧（--strict）或被跳过的字节；2 文件读不了或参数有误。"
        },
        footer = {"  luheng hj212 decode 报文.txt --format text", "  nc -l 9000 | luheng hj212 decode - --strict"})
final class Decode implements Callable<Integer> {
    private static final int CHUNK = 1 << 16;

    enum Format {
        TEXT,
        JSON
    }

    static final class Strictness {
        @Option(names = "--strict", description = "严格：分帧、长度、校验或数据段有误的帧拒收，不给数据")
        private boolean strict;

        @Option(names = "--lenient", description = "宽容（缺省）：人能读懂的都读出，并说明宽容了什么")
        private boolean lenient;

        Reading reading() {
            return strict && !lenient ? Reading.STRICT : Reading.LENIENT;
        }
    }

    /** Where frames, and bytes that are none, are written. */
    interface Output {
        void frame(Frame frame, Reading reading);

        void skipped(byte[] bytes, int from, int to, Skipped reason);

        void end(Framing framing);
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "文件", description = "报文文件；- 或不写为标准输入")
    private String file = "-";

    @ArgGroup
    private Strictness strictness = new Strictness();

    @Option(names = "--format", paramLabel = "格式", description = "json（缺省）或 text")
    private Format format = Format.JSON;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    Decode(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Reading reading = strictness.reading();
        Output output = format == Format.TEXT ? new DecodeText(console.out()) : new DecodeJson(console.out());
        Framing framing = new Framing(Framing.LONGEST, output::skipped);
        long[] accepted = {0};
        Consumer<Frame> taker = frame -> {
            accepted[0] += frame.isAccepted(Reading.STRICT) ? 1 : 0;
            output.frame(frame, reading);
        };
        try (InputStream in = open()) {
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                framing.read(chunk, 0, count, taker);
                if (in.available() == 0) {
                    console.out().flush();
                }
            }
        }
        framing.settle(taker);
        output.end(framing);
        long skipped = 0;
        StringBuilder why = new StringBuilder();
        for (Skipped reason : Skipped.values()) {
            long count = framing.skipped(reason);
            skipped += count;
            if (count > 0) {
                why.append("，").append(reason.text()).append(' ').append(count).append(" 字节");
            }
        }
        console.err()
                .println("共 " + framing.frames() + " 帧，其中合格 " + accepted[0] + " 帧" + why
                        + (framing.oddLineEnds() == 0 ? "" : "，行尾不是回车换行的 " + framing.oddLineEnds() + " 帧"));
        boolean refused = reading == Reading.STRICT && accepted[0] < framing.frames();
        return refused || skipped > 0 ? Luheng.NOT_IN_ORDER : 0;
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return console.in();
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw unreadable("这是目录");
            }
            return Files.newInputStream(path);
        } catch (NoSuchFileException | java.nio.file.InvalidPathException none) {
            throw unreadable("没有这个文件");
        } catch (AccessDeniedException denied) {
            throw unreadable("没有读取权限");
        }
    }

    private Refused unreadable(String reason) {
        return Refused.of(Finding.of(Fault.UNREADABLE, Place.file(file), "", "reason", reason));
    }
}
