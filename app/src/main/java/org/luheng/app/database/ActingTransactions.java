package org.luheng.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions that tell the database who acts. The context is set for the transaction alone, so that a pooled connection
 * never carries it to the next user; without an actor, and outside a transaction, nothing is seen.
 */
class ActingTransactions extends JdbcTransactionManager {
    private static final String CONTEXT =
            "select set_config('luheng.actor', ?, true), set_config('luheng.account', ?, true),"
                    + " set_config('luheng.standing', ?, true), set_config('luheng.part', ?, true),"
                    + " set_config('luheng.address', ?, true), set_config('luheng.request', ?, true)";

    ActingTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var current = Actor.current();
        if (current.isPresent()) {
            var actor = current.get();
            try (var statement = connection.prepareStatement(CONTEXT)) {
                statement.setString(1, actor.name());
                statement.setString(2, Objects.toString(actor.account(), ""));
                statement.setString(3, Objects.toString(actor.standing(), ""));
                statement.setString(4, actor.part());
                statement.setString(5, actor.address());
                statement.setString(6, actor.request());
                statement.execute();
            }
        }
    }
}
