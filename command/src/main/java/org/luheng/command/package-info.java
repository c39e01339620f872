/**
 * The commands that need no server: reading files, computing, printing.
 *
 * <p>Promise: results on standard output and nothing else; findings on standard error; nothing on standard output where the
 * exit status is not 0. Status 0 done, 1 a fault of the program, 2 input or arguments refused. Never a stack trace. A further
 * command is one class, added in {@link org.luheng.command.Luheng}.
 */
@NullMarked
package org.luheng.command;

import org.jspecify.annotations.NullMarked;
