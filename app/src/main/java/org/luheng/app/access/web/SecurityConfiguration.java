package org.luheng.app.access.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.luheng.app.access.Role;
import org.luheng.app.access.store.AccessTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which addresses open to whom. What is not named here opens to nobody. The door decides whether somebody may ask at all;
 * what the answer contains, the policies of the database and {@link org.luheng.app.access.Sight} decide.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** No sign-in is needed to read what is public. */
    private static final String[] PUBLIC = {
        "/",
        "/plans",
        "/plans/*",
        "/plans/*/folder.zip",
        "/agencies",
        "/agencies/*",
        "/rules",
        "/rules/*",
        "/rules/rule/*",
        "/proof",
        "/calculations",
        "/calculations/*",
        "/calculations/*/template.csv",
        "/regions",
        "/regions/*",
        "/regions/*/energy",
        "/regions/*/what-if",
        "/indicators",
        "/indicators/*",
        "/figure",
        "/issues",
        "/issues/*",
        "/issues/*/file",
        "/api/plans",
        "/api/snapshot",
        "/api/figure",
        "/api/health",
        "/assets/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/.well-known/security.txt",
        "/error"
    };

    /** Of energy online monitoring. */
    private static final RequestMatcher END_DEVICES = pathPattern(HttpMethod.POST, "/energy-online/{what}");

    static final Set<Role> REPORT =
            EnumSet.of(Role.OFFICE, Role.DISTRICT, Role.AGENCY, Role.ENTERPRISE, Role.INSTITUTION);
    static final Set<Role> READ_FACTS = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR));

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            Doorkeeper doorkeeper,
            SessionContexts contexts,
            Clock clock,
            ObjectProvider<Directory> directory,
            AccessTokens tokens,
            ApplicationEventPublisher events,
            @Value("${luheng.rate.limits:on}") String rateLimits)
            throws Exception {
        if (!rateLimits.equals("off")) {
            http.addFilterBefore(new RateLimits(doorkeeper, clock), CsrfFilter.class);
        }
        Directory ofTheCity = directory.getIfAvailable();
        if (ofTheCity != null) {
            ofTheCity.open(http);
        }
        return http.securityContext(context -> context.securityContextRepository(contexts))
                // Names of sessions are changed at the Entrance.
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.none()))
                // End devices have no session, and what they send proves itself by the name they were given.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> StrangersUploads.isOfAProgram(request) || END_DEVICES.matches(request)))
                .addFilterBefore(new Programs(tokens, doorkeeper, events), CsrfFilter.class)
                .addFilterBefore(new StrangersUploads(doorkeeper), CsrfFilter.class)
                .authorizeHttpRequests(door -> door.requestMatchers(HttpMethod.GET, PUBLIC)
                        .permitAll()
                        .requestMatchers("/error", "/sign-in", "/sign-in/**", "/start", "/invitations/*")
                        .permitAll()
                        .requestMatchers(END_DEVICES)
                        .permitAll()
                        .requestMatchers("/me", "/me/**", "/sign-out", "/calculations/*")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.GET, "/facts", "/facts/**", "/imports/*", "/api/facts/**", "/api/imports/**")
                        .hasAnyRole(names(READ_FACTS))
                        .requestMatchers(HttpMethod.GET, "/monitor/new", "/monitor/terms")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers(
                                HttpMethod.GET,
                                "/monitor",
                                "/monitor/device",
                                "/monitor/frame",
                                "/monitor/month",
                                "/monitor/day",
                                "/api/monitor/readings",
                                "/api/monitor/values")
                        .hasAnyRole(names(READ_FACTS))
                        .requestMatchers(HttpMethod.GET, "/metering/new")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers(HttpMethod.GET, "/metering", "/metering/enterprise", "/api/metering/values")
                        .hasAnyRole(names(READ_FACTS))
                        .requestMatchers(HttpMethod.POST, "/metering")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers(HttpMethod.POST, "/metering/meter-change")
                        .hasAnyRole(names(EnumSet.of(Role.OFFICE, Role.ENTERPRISE, Role.INSTITUTION)))
                        .requestMatchers(HttpMethod.POST, "/monitor", "/monitor/terms", "/monitor/limits")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers(HttpMethod.POST, "/monitor/marks", "/monitor/marks/withdrawn")
                        .hasAnyRole(Role.ENTERPRISE.name(), Role.INSTITUTION.name())
                        .requestMatchers(HttpMethod.POST, "/monitor/facts")
                        .hasAnyRole(names(REPORT))
                        .requestMatchers(HttpMethod.POST, "/facts", "/api/facts")
                        .hasAnyRole(names(REPORT))
                        .requestMatchers(HttpMethod.POST, "/plans/*/document")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers(HttpMethod.GET, "/proposals/**")
                        .hasAnyRole(names(EnumSet.of(Role.OFFICE, Role.AUDITOR)))
                        .requestMatchers("/proposals/**", "/issues/**", "/plans/*/acceptance", "/rules/acceptance")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers("/audit/**", "/api/audit/**", "/api/audit")
                        .hasRole(Role.AUDITOR.name())
                        .requestMatchers("/reviews", "/reviews/**")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers("/register", "/register/**")
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers("/accounts", "/accounts/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .addFilterBefore(new ActingFilter(), ExceptionTranslationFilter.class)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                // Headers are page.Safeguard's, on every answer, also before anybody is known.
                .headers(headers -> headers.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
