/** The tables of the register. */
@NullMarked
package org.luheng.app.register.store;

import org.jspecify.annotations.NullMarked;
