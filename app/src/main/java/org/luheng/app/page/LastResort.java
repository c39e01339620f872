package org.luheng.app.page;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Finding;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What is answered to requests so malformed that they never reach a page: our words, nothing of the server. */
public final class LastResort extends ErrorReportValve {
    public LastResort() {
        setShowServerInfo(false);
        setShowReport(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable broken) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Finding finding = Refusals.finding(status, "");
        Safeguard.RULES.forEach(response::setHeader);
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            Writer out = response.getReporter();
            if (out != null) {
                out.write(
                        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"UTF-8\"><title>没有接受</title><h1>没有接受</h1><p>"
                                + finding.message() + "（" + finding.fault().code() + "）。"
                                + finding.fault().remedy() + "</p></html>");
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException nobodyListens) {
            container.getLogger().debug(nobodyListens);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Fitting {
        /** After Spring has put its own in. */
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort() {
            TomcatContextCustomizer fit = context -> {
                StandardHost host = (StandardHost) context.getParent();
                for (Valve valve : host.getPipeline().getValves()) {
                    if (valve instanceof ErrorReportValve) {
                        host.getPipeline().removeValve(valve);
                    }
                }
                host.setErrorReportValveClass(LastResort.class.getName());
                host.getPipeline().addValve(new LastResort());
            };
            return factory -> factory.addContextCustomizers(fit);
        }
    }
}
