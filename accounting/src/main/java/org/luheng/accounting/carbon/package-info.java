/**
 * Carbon dioxide: what the energy of a region or an enterprise, and what its processes, give off.
 *
 * <p>Promise: it rests on the same amounts as standard coal does; a fuel without a factor is named and gives no figure; the year of a
 * grid factor is kept beside the year of the activity. Never: a factor in code, a fuel counted as zero because nothing is known
 * of it.
 */
@NullMarked
package org.luheng.accounting.carbon;

import org.jspecify.annotations.NullMarked;
