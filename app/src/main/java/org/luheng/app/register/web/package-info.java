/** Pages of the register that offices keep: enterprises and institutions. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.register.web;
