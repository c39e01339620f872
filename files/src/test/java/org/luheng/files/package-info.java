@NullMarked
package org.luheng.files;

import org.jspecify.annotations.NullMarked;
