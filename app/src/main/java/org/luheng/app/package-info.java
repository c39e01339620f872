@NullMarked
package org.luheng.app;

import org.jspecify.annotations.NullMarked;
