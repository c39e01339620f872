/** PostgreSQL as a child of this application: unpacked, initialised, started, watched, stopped. */
@NullMarked
package org.luheng.app.database.embedded;

import org.jspecify.annotations.NullMarked;
