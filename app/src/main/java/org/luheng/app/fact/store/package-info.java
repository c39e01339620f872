/** The tables of facts and imports. */
@NullMarked
package org.luheng.app.fact.store;

import org.jspecify.annotations.NullMarked;
