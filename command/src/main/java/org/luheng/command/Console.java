package org.luheng.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a command may touch of the world.
 *
 * @param out results, as bytes in UTF-8 whatever the terminal
 * @param root where the launcher says the platform is installed, null: it does not say
 */
record Console(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Clock clock,
        @Nullable Path root) {}
