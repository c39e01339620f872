/**
 * What was said about places, elements and periods: taken in, kept for good, known on any day.
 *
 * <p>Promises: a fact that was stored is never changed or removed, a correction is a fact of its own; an import answers
 * row by row and stores its good rows in one transaction or none of them; the same file twice changes nothing; whatever is
 * committed, here or by another process, is in {@link org.luheng.app.fact.FactBook} within a second, in the order in which
 * it was committed. Never: computes a figure, or knows a plan (the samples excepted, which are made from them).
 */
@NullMarked
@ApplicationModule(displayName = "数据")
package org.luheng.app.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
