/**
 * Unit consumption of products against the efficiency levels of the state: 标杆 and 基准 of a policy, grades 1 to 3 of a GB limit.
 *
 * <p>Promise: a value passes a limit when it is no higher; benchmark and grade 1 are two different things and are compared
 * side by side; a correction changes the limit and never the value; limits may be negative or blank, and what a blank one
 * would decide is undetermined; units are never mixed. Never: a parameter that is not in the rules, a position guessed.
 */
@NullMarked
package org.luheng.accounting.benchmark;

import org.jspecify.annotations.NullMarked;
