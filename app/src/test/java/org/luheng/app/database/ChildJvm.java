package org.luheng.app.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Another process of ours, that can be killed. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static ChildJvm run(Path home, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dluheng.home=" + home,
                "-Dluheng.root=" + System.getProperty("luheng.root", ".."),
                main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LUHENG_") || name.equals("JAVA_TOOL_OPTIONS"));
        return new ChildJvm(builder.start());
    }

    /** Waits for a line of its output; fails with all it said where the output ends before. */
    public String waitFor(Predicate<String> line) throws IOException {
        for (String next; (next = output.readLine()) != null; ) {
            said.add(next);
            if (line.test(next)) {
                return next;
            }
        }
        throw new AssertionError("The process ended without the word waited for:\n" + String.join("\n", said));
    }

    public long pid() {
        return process.pid();
    }

    /** Everything it says until its end. */
    public String rest() throws IOException {
        for (String next; (next = output.readLine()) != null; ) {
            said.add(next);
        }
        return String.join("\n", said);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and its exit status. */
    public int terminate() throws IOException, InterruptedException {
        // Process.destroy() would close the stream we still want to read.
        process.toHandle().destroy();
        rest();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
