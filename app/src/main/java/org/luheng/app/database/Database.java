package org.luheng.app.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL database and the two who work in it: the owner migrates, the application runs.
 *
 * @param url JDBC URL without user and password
 */
public record Database(String url, Login owner, Login app) {

    /** The schema everything lives in. */
    public static final String SCHEMA = "luheng";

    public static final String OWNER = "luheng_owner";
    public static final String APP = "luheng_app";

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    public static Database of(String url, String ownerPassword, String appPassword) {
        return new Database(url, new Login(OWNER, ownerPassword), new Login(APP, appPassword));
    }

    /** Unpooled connections for the few things only the owner may do. */
    public DataSource asOwner() {
        return connecting(owner);
    }

    /** Unpooled connections as the application; the pool in the context is made from the same words. */
    public DataSource asApp() {
        return connecting(app);
    }

    PGSimpleDataSource connecting(Login login) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(login.user());
        dataSource.setPassword(login.password());
        dataSource.setCurrentSchema(SCHEMA);
        dataSource.setApplicationName("luheng");
        dataSource.setReWriteBatchedInserts(true);
        dataSource.setTcpKeepAlive(true);
        return dataSource;
    }
}
