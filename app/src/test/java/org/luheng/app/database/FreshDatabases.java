package org.luheng.app.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Points every Spring test at {@link TestDatabase}: its own with {@link FreshDatabase}, the shared one without. */
class FreshDatabases implements ContextCustomizerFactory {

    /** A run finds nothing that another left. */
    private static final String HOMES =
            "target/test-homes/" + ProcessHandle.current().pid() + "-" + System.nanoTime() + "/";

    private static final Map<Class<?>, Database> databases = new ConcurrentHashMap<>();

    static Database of(Class<?> testClass) {
        return databases.computeIfAbsent(owner(testClass), ignored -> TestDatabase.fresh());
    }

    /** Nested classes work on the database of the class around them. */
    private static Class<?> owner(Class<?> testClass) {
        var outermost = testClass;
        while (outermost.isMemberClass()) {
            outermost = outermost.getEnclosingClass();
        }
        return AnnotatedElementUtils.hasAnnotation(outermost, FreshDatabase.class) ? outermost : Object.class;
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new UsingDatabaseOf(owner(testClass));
    }

    /** Equal for those that may share a context. */
    record UsingDatabaseOf(Class<?> owner) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var database = of(owner);
            Map<String, Object> properties = Map.of(
                    "luheng.db.url", database.url(),
                    "luheng.db.owner.password", database.owner().password(),
                    "luheng.db.app.password", database.app().password(),
                    "luheng.home",
                            HOMES + database.url().substring(database.url().lastIndexOf('/') + 1));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("luheng-test", properties));
        }
    }
}
