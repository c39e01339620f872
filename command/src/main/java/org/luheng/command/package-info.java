/**
 * The commands that need no server: reading files, computing, printing.
 *
 * <p>Promise: results on standard output and nothing else; findings on standard error; nothing on standard output where the
 * exit status is 1 or 2. Status 0 done, 1 a fault of the program, 2 input or arguments refused, 3 done, and some of what was looked
 * at is not in order. Never a stack trace. A further command is one class, added in {@link org.luheng.command.Luheng}.
 */
@NullMarked
package org.luheng.command;

import org.jspecify.annotations.NullMarked;
