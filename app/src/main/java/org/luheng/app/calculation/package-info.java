/**
 * Calculations that need no plan: a table of a certain form goes in, explained figures come out.
 *
 * <p>Promise: what is computed for one person is shown to that person and nobody else. Never: nothing is stored.
 */
@NullMarked
@ApplicationModule(displayName = "核算")
package org.luheng.app.calculation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
