package org.luheng.app.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.database.embedded.EmbeddedPostgreSQL;

/**
 * The databases that lie in a folder, for who only looks at them: through the server that holds the folder, or, where none runs,
 * through one of our own that ends with {@link #close()}. Nothing is migrated.
 */
public final class InstalledDatabases implements AutoCloseable {
    private final List<Database> databases;
    private final @Nullable LuhengHome home;
    private final @Nullable EmbeddedPostgreSQL server;

    private InstalledDatabases(
            List<Database> databases, @Nullable LuhengHome home, @Nullable EmbeddedPostgreSQL server) {
        this.databases = List.copyOf(databases);
        this.home = home;
        this.server = server;
    }

    /** @throws DatabaseFault where the folder cannot be used */
    public static InstalledDatabases in(Path folder) throws IOException, SQLException {
        List<Database> running = EmbeddedPostgreSQL.running(folder);
        if (!running.isEmpty()) {
            return new InstalledDatabases(running, null, null);
        }
        LuhengHome home = LuhengHome.hold(folder);
        EmbeddedPostgreSQL server = EmbeddedPostgreSQL.start(home);
        return new InstalledDatabases(server.existing(), home, server);
    }

    public List<Database> all() {
        return databases;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (home != null) {
            home.close();
        }
    }
}
