package org.luheng.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** What must be true of a database before a room may use it: migrated, durable, and we ourselves without power. */
final class Foundation {

    private Foundation() {}

    /** Brings the schema to the edition of this program and makes sure that everything promised of it holds. */
    static Database laidIn(Database database) {
        migrate(database);
        assertPromises(database);
        return database;
    }

    static void migrate(Database database) {
        try {
            Flyway.configure()
                    .dataSource(database.asOwner())
                    .schemas(Database.SCHEMA)
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    // A database of a later edition is refused, not guessed at.
                    .ignoreMigrationPatterns(new String[0])
                    // Rows that a migration writes have an actor as well.
                    .initSql("set luheng.actor = 'luheng:migration'")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseFault("数据库升级失败：%s".formatted(e.getMessage()), "数据库保持升级前的状态。请把上面的信息交给系统管理员。", e);
        }
    }

    static void assertPromises(Database database) {
        try (var connection = database.asApp().getConnection()) {
            assertDurable(connection);
            assertPowerless(connection);
        } catch (SQLException e) {
            throw new DatabaseFault(
                    "以 %s 连接数据库 %s 未成：%s".formatted(database.app(), database.url(), e.getMessage()),
                    "请检查数据库地址、口令，以及 roles.sql 是否已由管理员执行。",
                    e);
        }
    }

    /** Acknowledged means on disk: a server that does not promise it is not used. */
    private static void assertDurable(Connection connection) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            // synchronous_commit knows more values than on and off; all others flush to the local disk first.
            if (answer(connection, "show " + setting).equals("off")) {
                faults.add(setting);
            }
        }
        if (!faults.isEmpty()) {
            throw new DatabaseFault(
                    "PostgreSQL 的 %s 处于关闭状态：断电时已确认的数据可能丢失，拒绝启动。".formatted(String.join("、", faults)),
                    "请在 postgresql.conf 中（以及该数据库和角色 luheng_app 的设置中）打开 %s 后重新启动。".formatted(String.join("、", faults)));
        }
    }

    private static void assertPowerless(Connection connection) throws SQLException {
        try {
            answer(connection, "select luheng.check_roles()::text");
        } catch (SQLException e) {
            if ("LH001".equals(e.getSQLState())) {
                throw new DatabaseFault(String.valueOf(e.getMessage()), "请由数据库管理员执行 roles.sql 后重新启动。", e);
            }
            throw e;
        }
        var user = answer(connection, "select current_user");
        if (!user.equals(Database.APP)) {
            throw new DatabaseFault(
                    "应用须以 %s 连接数据库，当前为 %s。".formatted(Database.APP, user), "请检查 LUHENG_DB_URL，其中不得写入用户名。");
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
