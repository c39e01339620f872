package org.luheng.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.luheng.app.database.embedded.EmbeddedPostgreSQL;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * From the folder to the pool, each step a bean that needs the one before: so PostgreSQL is up before anything connects,
 * and stops after everything has let go, also when the start fails half-way.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** The PostgreSQL an administrator runs: LUHENG_DB_URL, LUHENG_DB_OWNER_PASSWORD, LUHENG_DB_APP_PASSWORD. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("luheng.db.url")
    static class OfTheSystem {

        @Bean
        Database database(Environment environment) {
            return Foundation.laidIn(Database.of(
                    environment.getRequiredProperty("luheng.db.url"),
                    required(environment, "luheng.db.owner.password"),
                    required(environment, "luheng.db.app.password")));
        }

        private static String required(Environment environment, String property) {
            var value = environment.getProperty(property);
            if (value == null) {
                var variable = property.toUpperCase().replace('.', '_');
                throw new DatabaseFault(
                        "已给出 LUHENG_DB_URL，但缺少 %s。".formatted(variable), "请把角色口令放入环境变量 %s。".formatted(variable));
            }
            return value;
        }
    }

    /** The PostgreSQL that comes along, in a folder of LUHENG_HOME. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "luheng.db.url", matchIfMissing = true, havingValue = "never")
    static class OfOurOwn {

        @Bean
        LuhengHome luhengHome(Environment environment) {
            var home = firstOf(environment, "luheng.home", "LUHENG_HOME");
            return LuhengHome.hold(Path.of(home == null ? "data" : home));
        }

        @Bean
        EmbeddedPostgreSQL embeddedPostgreSQL(LuhengHome home) {
            return EmbeddedPostgreSQL.start(home);
        }

        /** Samples never share a database with real data, even where they share a folder. */
        @Bean
        Database database(EmbeddedPostgreSQL postgreSQL, Environment environment) {
            var name = environment.acceptsProfiles(Profiles.of("demo")) ? "luheng_demo" : "luheng";
            return Foundation.laidIn(postgreSQL.database(name));
        }

        private static @Nullable String firstOf(Environment environment, String... properties) {
            for (var property : properties) {
                var value = environment.getProperty(property);
                if (value != null && !value.isBlank()) {
                    return value;
                }
            }
            return null;
        }
    }

    @Bean
    HikariDataSource dataSource(Database database) {
        var pool = new HikariConfig();
        pool.setPoolName("luheng");
        pool.setDataSource(database.asApp());
        pool.setMinimumIdle(2);
        pool.setMaximumPoolSize(16);
        return new HikariDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ActingTransactions(dataSource);
    }
}
