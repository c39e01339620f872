@NullMarked
package org.luheng.reader;

import org.jspecify.annotations.NullMarked;
