package org.luheng.app.page;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Style, scripts and pictures, all from this server; their addresses carry their edition, so browsers may keep them. */
@Configuration(proxyBeanMethods = false)
public class Assets implements WebMvcConfigurer {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/";
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/";

    /** Changes when a style, script or picture changes, be it ours or another's. */
    public static final String EDITION = edition(
            "/static/assets/luheng.css",
            "/static/assets/chart.js",
            "/static/assets/mark.svg",
            HTMX + "htmx.min.js",
            ECHARTS + "echarts.common.min.js");

    /** An address with a slash too many is the same page. */
    @Bean
    static FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
        FilterRegistrationBean<UrlHandlerFilter> filter = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
        // Before the door, which knows each address by one name.
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10);
        return filter;
    }

    /** Said with each file, so that no browser guesses in which characters a script is written. */
    @Bean
    static FilterRegistrationBean<Filter> characters() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            chain.doFilter(request, response);
        });
        filter.addUrlPatterns("/assets/*");
        return filter;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl keep =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/htmx/**")
                .addResourceLocations("classpath:" + HTMX)
                .setCacheControl(keep);
        registry.addResourceHandler("/assets/echarts/**")
                .addResourceLocations("classpath:" + ECHARTS)
                .setCacheControl(keep);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(keep);
    }

    private static String edition(String... files) {
        CRC32 sum = new CRC32();
        for (String file : files) {
            try (InputStream content = Assets.class.getResourceAsStream(file)) {
                if (content == null) {
                    throw new IllegalStateException("no " + file);
                }
                sum.update(content.readAllBytes());
            } catch (IOException inJar) {
                throw new UncheckedIOException(inJar);
            }
        }
        return Long.toString(sum.getValue(), 36);
    }
}
