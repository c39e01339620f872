package org.luheng.app.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a test class a database of its own, as the application sees it ({@code luheng_app}).
 *
 * <p>Without Spring: constructor or method parameters of type {@link Database}, {@link DataSource}, {@link JdbcClient}
 * (all over one data source) and {@link TransactionTemplate} (which hands {@link Actor} to the database). With a Spring
 * test the context works on it; a Spring test without this annotation shares one database with its like.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(FreshDatabase.Parameters.class)
public @interface FreshDatabase {

    class Parameters implements ParameterResolver {

        private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(FreshDatabase.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context).containsKey(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Objects.requireNonNull(
                    of(context).get(parameter.getParameter().getType()));
        }

        @SuppressWarnings("unchecked")
        private static Map<Class<?>, Object> of(ExtensionContext context) {
            var testClass = context.getRequiredTestClass();
            while (testClass.isMemberClass()) {
                testClass = testClass.getEnclosingClass();
            }
            return context.getRoot()
                    .getStore(OURS)
                    .computeIfAbsent(testClass, ignored -> offers(forClass(context)), Map.class);
        }

        private static Database forClass(ExtensionContext context) {
            return FreshDatabases.of(context.getRequiredTestClass());
        }

        private static Map<Class<?>, Object> offers(Database database) {
            var dataSource = database.asApp();
            var transactions = new TransactionTemplate(new ActingTransactions(dataSource));
            return Map.of(
                    Database.class, database,
                    DataSource.class, dataSource,
                    JdbcClient.class, JdbcClient.create(dataSource),
                    TransactionTemplate.class, transactions);
        }
    }
}
