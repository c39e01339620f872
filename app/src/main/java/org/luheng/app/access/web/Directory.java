package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignInEvent;
import org.luheng.app.access.SignedIn;
import org.luheng.app.access.store.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signing in through the city's directory by OpenID Connect (code flow with PKCE, state and nonce, all of them the library's).
 * Only where {@code LUHENG_OIDC_ISSUER}, {@code LUHENG_OIDC_CLIENT_ID} and {@code LUHENG_OIDC_CLIENT_SECRET} or
 * {@code LUHENG_OIDC_CLIENT_SECRET_FILE} are set. The directory is asked for its addresses when somebody first signs in with
 * it, so that it may be down when we start.
 *
 * <p>It says who somebody is, never what he may do: no account is made by it. An identity belongs to the account it was linked
 * with: by its owner while signed in, or at the first time to the account of the same login that an administrator has made
 * and that nobody has entered yet. One with a password is never taken over by a name alone.
 */
@Component
@ConditionalOnProperty("luheng.oidc.issuer")
class Directory {
    static final String BEGIN = "/sign-in/directory/city";

    private static final String ANSWER = "/sign-in/directory-answer";
    private static final String CITY = "city";
    private static final String REFUSED = "/sign-in?directory";
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final String ONWARD = Directory.class.getName() + ".to";
    private static final String LINK = Directory.class.getName() + ".link";

    private final ClientRegistrationRepository registrations;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Entrance entrance;
    private final ApplicationEventPublisher events;

    Directory(
            Environment environment,
            Credentials credentials,
            Sessions sessions,
            Entrance entrance,
            ApplicationEventPublisher events)
            throws IOException {
        this.credentials = credentials;
        this.sessions = sessions;
        this.entrance = entrance;
        this.events = events;
        String issuer = environment.getRequiredProperty("luheng.oidc.issuer");
        String client = environment.getRequiredProperty("luheng.oidc.client.id");
        String file = environment.getProperty("luheng.oidc.client.secret.file", "");
        String secret = file.isBlank()
                ? environment.getRequiredProperty("luheng.oidc.client.secret")
                : Files.readString(Path.of(file)).strip();
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(issuer, client, secret)));
    }

    private static ClientRegistration registration(String issuer, String client, String secret) {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(CITY)
                .clientId(client)
                .clientSecret(secret)
                .redirectUri("{baseUrl}" + ANSWER)
                .scope("openid", "profile", "email")
                .build();
    }

    void open(HttpSecurity http) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver asking =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/sign-in/directory");
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(directory -> directory
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new Forgetful())
                .loginPage("/sign-in")
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(new AtOneAddress(asking)))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(ANSWER))
                .successHandler(this::vouched)
                .failureHandler(this::notVouched));
    }

    /** Remembers where to go on to. @return the path to begin at; back to the sign-in where the directory is silent */
    String begin(HttpSession session, String to, boolean link) {
        try {
            registrations.findByRegistrationId(CITY);
        } catch (IllegalArgumentException | IllegalStateException silent) {
            LOG.warn("统一身份认证没有应答：{}", silent.getMessage());
            return REFUSED;
        }
        session.setAttribute(ONWARD, to);
        session.setAttribute(LINK, link);
        return BEGIN;
    }

    private void vouched(HttpServletRequest request, HttpServletResponse response, Authentication vouched) {
        OidcUser identity = (OidcUser) Objects.requireNonNull(vouched.getPrincipal());
        String next = ActingFilter.stranger(request).call(() -> enter(request, response, identity));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, next);
    }

    private String enter(HttpServletRequest request, HttpServletResponse response, OidcUser identity) {
        HttpSession session = request.getSession(false);
        String to = session != null && session.getAttribute(ONWARD) instanceof String path ? path : LocalPath.HOME;
        String issuer = Objects.requireNonNull(identity.getIssuer()).toString();
        String subject = Objects.requireNonNull(identity.getSubject());
        Optional<Long> linked = credentials.linked(issuer, subject);
        SignedIn person = sessions.current(request).orElse(null);
        if (person != null && session != null && Boolean.TRUE.equals(session.getAttribute(LINK))) {
            session.removeAttribute(LINK);
            if (linked.isPresent() && linked.get() != person.account()) {
                return refused(person.login(), person.account(), "身份已关联别的账户");
            }
            if (linked.isEmpty()) {
                link(issuer, subject, person.account(), person.login());
            }
            return "/me?done=directory";
        }
        Credentials.Known known = linked.flatMap(credentials::of)
                .or(() -> invitedAs(issuer, identity))
                .orElse(null);
        if (known == null) {
            return refused(name(identity), null, "没有对应的账户");
        }
        if (linked.isEmpty()) {
            link(issuer, subject, known.account(), known.login());
            credentials.activate(known.account());
        } else if (!known.isActive()) {
            return refused(known.login(), known.account(), "账户不能用");
        }
        return entrance.vouchedFor(request, response, known.account(), "统一身份认证", to);
    }

    private void link(String issuer, String subject, long account, String login) {
        credentials.link(issuer, subject, account);
        events.publishEvent(new SignInEvent(SignInEvent.Kind.DIRECTORY_LINKED, login, account, issuer + " " + subject));
    }

    /** The account that was made for this name, and that nobody has entered yet. */
    private Optional<Credentials.Known> invitedAs(String issuer, OidcUser identity) {
        String email = Boolean.TRUE.equals(identity.getEmailVerified()) ? identity.getEmail() : null;
        return Stream.of(identity.getPreferredUsername(), email)
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(credentials::byLogin)
                .flatMap(Optional::stream)
                .filter(known -> known.isInvited() && known.password() == null)
                .filter(known -> !credentials.isLinked(issuer, known.account()))
                .findFirst();
    }

    private void notVouched(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed) {
        String next = ActingFilter.stranger(request)
                .call(() -> refused("", null, failed.getClass().getSimpleName()));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, next);
    }

    private String refused(String login, @Nullable Long account, String why) {
        events.publishEvent(new SignInEvent(SignInEvent.Kind.REFUSED, login, account, "统一身份认证：" + why));
        return REFUSED;
    }

    private static String name(OidcUser identity) {
        return Objects.requireNonNullElse(identity.getPreferredUsername(), identity.getName());
    }

    /** There is one directory; whoever asks for another finds nothing. */
    private record AtOneAddress(OAuth2AuthorizationRequestResolver library)
            implements OAuth2AuthorizationRequestResolver {
        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return request.getRequestURI().equals(BEGIN) ? library.resolve(request) : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return registration.equals(CITY) ? library.resolve(request, registration) : null;
        }
    }

    /** We ask the directory for nothing but who somebody is; its tokens are not kept. */
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
