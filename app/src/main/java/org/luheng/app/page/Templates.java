package org.luheng.app.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders the compiled templates of {@code src/main/jte}: view {@code plan/plan} is {@code plan/plan.jte}. */
@Component
class Templates implements ViewResolver {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.luheng.pages");

    Templates() {
        engine.setTrimControlStructures(true);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new Page(template) : null;
    }

    private final class Page implements View {
        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template, parameters(model), output);
            // Whatever languages the reader asked for, this is the one we have.
            response.setLocale(Locale.SIMPLIFIED_CHINESE);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        /** Only what the controllers put in; Spring adds its binding results under dotted names. */
        private static Map<String, Object> parameters(@Nullable Map<String, ?> model) {
            Map<String, Object> parameters = new java.util.HashMap<>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (key.indexOf('.') < 0 && value != null) {
                        parameters.put(key, value);
                    }
                });
            }
            return parameters;
        }
    }
}
