@NullMarked
package org.luheng.command;

import org.jspecify.annotations.NullMarked;
