package org.luheng.accounting.benchmark;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One limit of a scale.
 *
 * @param name 标杆, 基准, 1级, 2级 or 3级
 * @param limit highest unit consumption that still passes, may be negative; null: the scale has no such limit
 */
public record Level(String name, @Nullable BigDecimal limit) {}
