/** Accounts and what they prove themselves with, in the database. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.access.store;
