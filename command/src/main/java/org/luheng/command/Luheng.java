package org.luheng.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code luheng account …}. */
@Command(
        name = "luheng",
        version = "绿衡 Luheng 0.1.0",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        description = "绿衡：城市节能减排方案的核算。不用服务器的命令：")
public final class Luheng {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int REFUSED = 2;
    static final int FAILED = 1;
    static final int NOT_IN_ORDER = 3;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本")
    private boolean version;

    private Luheng() {}

    public static void main(String[] args) {
        String property = System.getProperty("luheng.root");
        String environment = System.getenv("LUHENG_ROOT");
        String root = property == null ? environment : property;
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Path where = root == null || root.isBlank() ? null : Path.of(root);
        int status = run(args, new Console(System.in, out, err, Clock.system(ZONE), where));
        System.exit(status);
    }

    /** One command from arguments to exit status. */
    static int run(String[] args, Console console) {
        PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Luheng())
                .addSubcommand(new Account(console))
                .addSubcommand(Hj212.line(console))
                .addSubcommand(new Calculate(console))
                .addSubcommand(new Read(console))
                .addSubcommand(new Check(console))
                .setOut(out)
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> misused(wrong, console))
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure, console));
        int status;
        try {
            status = args.length == 0 ? usage(line, out) : line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            status = failed(new IllegalStateException("内存不够，把数据文件分成几个", exhausted), console);
        }
        out.flush();
        try {
            console.out().flush();
        } catch (IOException readerWentAway) {
            return FAILED;
        }
        return status;
    }

    private static int usage(CommandLine line, PrintWriter out) {
        line.usage(out);
        return 0;
    }

    private static int misused(CommandLine.ParameterException wrong, Console console) {
        String said = switch (wrong) {
            case CommandLine.MissingParameterException missing ->
                "缺少 "
                        + missing.getMissing().stream()
                                .map(CommandLine.Model.ArgSpec::paramLabel)
                                .map(Luheng::labelOf)
                                .collect(Collectors.joining("、"));
            case CommandLine.UnmatchedArgumentException unmatched ->
                "不认识 " + String.join(" ", unmatched.getUnmatched());
            default -> String.valueOf(wrong.getMessage());
        };
        console.err().println(said);
        console.err().println("用法见 " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return REFUSED;
    }

    private static String labelOf(String label) {
        return switch (label) {
            case Account.PLAN_LABEL -> "--plan " + label;
            case Account.FACTS_LABEL -> "--facts " + label;
            default -> label;
        };
    }

    private static int failed(Exception failure, Console console) {
        if (failure instanceof Refused refused) {
            refused.findings().inWords().forEach(console.err()::println);
            console.err().println("共 " + refused.findings().errors() + " 处错误，没有计算。编号的说明见 docs/errors.md");
            return REFUSED;
        }
        String reason =
                failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : "：" + failure.getMessage());
        console.err()
                .println(Finding.of(Fault.INTERNAL, Place.file("luheng"), "", "reason", reason)
                        .inWords());
        return FAILED;
    }
}
