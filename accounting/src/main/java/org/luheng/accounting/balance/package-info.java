/**
 * The regional energy balance table: physical quantities (P303-1) and standard coal (P303-4), derived rows and the difference.
 *
 * <p>Promise: derived rows are the signed sum of their parts; the difference is what the numbers give, with a tolerance that
 * follows from the rounding of the numbers themselves; totals that disagree with their parts are found; amounts of different
 * kinds of energy are added in standard coal only. Never: a difference forced to zero, a loss or total repaired, a blank
 * coefficient guessed.
 */
@NullMarked
package org.luheng.accounting.balance;

import org.jspecify.annotations.NullMarked;
