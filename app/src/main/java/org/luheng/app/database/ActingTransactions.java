package org.luheng.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions that tell the database who acts. The name is set for the transaction alone, so that a pooled connection
 * never carries it to the next user.
 */
class ActingTransactions extends JdbcTransactionManager {

    ActingTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var actor = Actor.current();
        if (actor.isPresent()) {
            try (var statement = connection.prepareStatement("select set_config('luheng.actor', ?, true)")) {
                statement.setString(1, actor.get().name());
                statement.execute();
            }
        }
    }
}
