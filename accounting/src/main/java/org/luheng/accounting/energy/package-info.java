/**
 * Standard coal: what amounts of coal, oil, gas, heat and electricity come to, for regions and for enterprises.
 *
 * <p>Promise: calorific value (当量) and equivalent value (等价) are different types and cannot be added; a measured heat value
 * goes before the table; what would be counted twice, or has no coefficient, gives no figure and says why. Never: a
 * coefficient in code, a constant for the equivalent value of electricity, working media in the total of a region.
 */
@NullMarked
package org.luheng.accounting.energy;

import org.jspecify.annotations.NullMarked;
