package org.luheng.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code luheng hj212 …}: what speaks the protocol of pollution sources. */
@Command(
        name = "hj212",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        description = "HJ 212 报文：解读，或模拟一批站点。")
final class Hj212 implements Callable<Integer> {
    private final Console console;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    private Hj212(Console console) {
        this.console = console;
    }

    static CommandLine line(Console console) {
        return new CommandLine(new Hj212(console))
                .addSubcommand(new Decode(console))
                .addSubcommand(new Simulate(console));
    }

    @Override
    public Integer call() {
        console.err().println("缺少命令：decode（解读）或 simulate（模拟）。用法见 luheng hj212 --help");
        return Luheng.REFUSED;
    }
}
