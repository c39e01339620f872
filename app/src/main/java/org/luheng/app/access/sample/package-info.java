/** People of the demonstration. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.access.sample;
