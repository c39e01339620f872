/**
 * Measurements of {@code docs/performance.md}: load generators and file makers, run by {@code ./luheng bench NAME}. Each
 * prints a reference measured in the same run; nothing here is a test.
 */
@NullMarked
package org.luheng.bench;

import org.jspecify.annotations.NullMarked;
