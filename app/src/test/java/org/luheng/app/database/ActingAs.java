package org.luheng.app.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs the tests of a class, and what goes before each, as a part of the program. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ActingAs.Interceptor.class)
public @interface ActingAs {
    String value();

    class Interceptor implements InvocationInterceptor {
        @Override
        public void interceptBeforeEachMethod(
                Invocation<@Nullable Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            act(work, context);
        }

        @Override
        public void interceptTestMethod(
                Invocation<@Nullable Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            act(work, context);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> work, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            act(work, context);
        }

        private static void act(Invocation<@Nullable Void> work, ExtensionContext context) throws Throwable {
            String part = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), ActingAs.class)
                    .orElseThrow()
                    .value();
            Actor.program(part).<@Nullable Void, Throwable>call(work::proceed);
        }
    }
}
