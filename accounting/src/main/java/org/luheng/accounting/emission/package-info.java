/**
 * What automatic monitoring comes to: hours and days from readings, what is put in the place of missing ones, emissions, and
 * limits exceeded.
 *
 * <p>It lives in {@code accounting}, not in a module of its own, for it needs nothing but the arithmetic, the traces and the rule
 * editions that are here, and the same rules of architecture have to hold for it.
 *
 * <p>Promises: the same readings and marks give the same hours in whatever order and however often they came; an hour that was not
 * measured is never left out of an emission in silence: it is substituted and counted as such, or the emission is no number; every
 * value says what was valid, what was substituted and by which editions. Never: a concentration substituted, a threshold in code,
 * a stop inferred from silence.
 */
@NullMarked
package org.luheng.accounting.emission;

import org.jspecify.annotations.NullMarked;
