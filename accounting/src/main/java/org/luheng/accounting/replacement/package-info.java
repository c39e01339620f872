/**
 * What a new project has to replace: coal it burns, pollutants it gives off, by the strictest ratio that holds for it.
 *
 * <p>Promise: of all rules that hold, the strictest counts; where a condition is not known that would make it stricter, there is no
 * verdict; one source replaces no more than it has, whoever takes from it. Never: a ratio in code, a condition taken as met because
 * nobody spoke of it.
 */
@NullMarked
package org.luheng.accounting.replacement;

import org.jspecify.annotations.NullMarked;
