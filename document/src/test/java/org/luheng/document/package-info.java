@NullMarked
package org.luheng.document;

import org.jspecify.annotations.NullMarked;
