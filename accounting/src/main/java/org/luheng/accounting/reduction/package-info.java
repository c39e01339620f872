/**
 * Pollutant reductions by projects (主要污染物重点工程减排量): what a project takes away, whether it may be counted, and how
 * far the sum is from what the plan asks of each place.
 *
 * <p>Promise: gross tonnes of projects, never the net change of emissions; one source, pollutant and measure counts once over
 * all years and lists; a project that is not counted says why and gives no number; every limit that bit is said. Never: a
 * formula, limit or month taken from anywhere but the rules handed in.
 */
@NullMarked
package org.luheng.accounting.reduction;

import org.jspecify.annotations.NullMarked;
