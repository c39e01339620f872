/**
 * The language in which an indicator is defined over elements: {@code [water.use.industry] / [value-added.industry]}.
 *
 * <p>Promise: reads a formula or says what is wrong with it and where; only sums, products, quotients, least and greatest,
 * numbers and references; dimensions are derived before anything is computed; decimal numbers only; limits on length,
 * depth and references. Never: a fact, a period, a clock, chance, text, or a call of anything that the formula's author
 * could name. The library that reads the text is used nowhere else.
 */
@NullMarked
package org.luheng.accounting.formula;

import org.jspecify.annotations.NullMarked;
