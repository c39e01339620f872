/**
 * The ground all rooms stand on: a PostgreSQL that is up, migrated and keeps its word.
 *
 * <p>Promises: whoever is handed the {@link javax.sql.DataSource} works as {@code luheng_app}, which owns nothing and
 * bypasses nothing; a commit that was acknowledged is on disk (fsync, full_page_writes and synchronous_commit are looked
 * at on every start, and the start is refused where one is off); every change has an {@link Actor}, or is refused by
 * the database itself; the embedded PostgreSQL comes up again by itself after whatever end the last run had.
 *
 * <p>Never: knows a table of another room; runs without a lock on {@link LuhengHome}; leaves a PostgreSQL behind when it
 * stops in order.
 */
@NullMarked
@ApplicationModule(displayName = "数据库")
package org.luheng.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
