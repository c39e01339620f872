package org.luheng.app.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.database.Actor;
import org.luheng.app.page.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts into the trail, by the address asked for, which sensitive data a signed-in person read or took away: every file of
 * results, and every look at facts as they were reported, at receipts, at accounts and at the trail itself. And what was
 * refused to him.
 */
@Configuration(proxyBeanMethods = false)
class Readings implements WebMvcConfigurer, HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final List<String> SENSITIVE = List.of(
            "/facts",
            "/api/facts",
            "/imports",
            "/api/imports",
            "/monitor",
            "/api/monitor",
            "/accounts",
            "/audit",
            "/api/audit");

    private final Audit audit;

    Readings(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**", "/error");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception broken) {
        boolean signedIn = Actor.current().map(Actor::account).isPresent();
        if (!signedIn) {
            return;
        }
        int status = response.getStatus();
        boolean refused = status == HttpServletResponse.SC_FORBIDDEN || status == HttpServletResponse.SC_NOT_FOUND;
        if (refused) {
            record("被拒", request, Integer.toString(status));
        } else if (request.getMethod().equals("GET") && status == HttpServletResponse.SC_OK) {
            String format = request.getParameter("format");
            boolean file = format != null && !format.equals("json");
            if (file || isSensitive(request.getRequestURI())) {
                record(file ? "导出" : "查阅", request, format == null ? "" : format);
            }
        }
    }

    private static boolean isSensitive(String path) {
        return SENSITIVE.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    /** The reader has his answer; that it could not be written down is for those who keep the server. */
    private void record(String act, HttpServletRequest request, String detail) {
        String query = request.getQueryString();
        try {
            audit.record(act, Address.loggable(request) + (query == null ? "" : "?" + query), detail);
        } catch (RuntimeException unwritten) {
            LOG.error("审计记录没有写成：{} {}", act, Address.loggable(request), unwritten);
        }
    }
}
