/** Reading the trail. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.audit.store;
