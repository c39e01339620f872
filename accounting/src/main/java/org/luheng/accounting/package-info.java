/**
 * The arithmetic of the policy: {@code Snapshot = f(plan edition, rule edition, facts known at T)}.
 *
 * <p>Promise: pure functions over records. Decimal numbers only, rounded nowhere but where a rule says so; every figure
 * explains itself down to facts, rules and clauses; a value that cannot be computed says what is missing; no data is no
 * light. Never: input or output, a database, a clock, a framework, floating point.
 *
 * <p>Signs: a rate of change is signed, negative is a fall. Targets print falls as positive numbers (下降 14 %); they are
 * turned round once, in {@link org.luheng.accounting.Target#change()}.
 */
@NullMarked
package org.luheng.accounting;

import org.jspecify.annotations.NullMarked;
