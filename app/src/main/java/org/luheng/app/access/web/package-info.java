/** The door: who may open which address, and the pages of accounts. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.access.web;
