@NullMarked
package org.luheng.accounting;

import org.jspecify.annotations.NullMarked;
