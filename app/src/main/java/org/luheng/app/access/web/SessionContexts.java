package org.luheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.luheng.app.access.Sessions;
import org.luheng.app.access.SignedIn;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells Spring Security who is signed in: whom {@link Sessions} knows, and nobody else, whatever lies in a session. */
@Component
class SessionContexts implements SecurityContextRepository {
    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> context(request));
    }

    @Deprecated
    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder both) {
        return context(both.getRequest());
    }

    private SecurityContext context(HttpServletRequest request) {
        return sessions.current(request)
                .map(SignedIn::authentication)
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** Sessions begin at the {@link Entrance} alone. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.holds(request);
    }

    private static final class Once implements DeferredSecurityContext {
        private final Supplier<SecurityContext> load;
        private @org.jspecify.annotations.Nullable SecurityContext loaded;

        Once(Supplier<SecurityContext> load) {
            this.load = load;
        }

        @Override
        public SecurityContext get() {
            if (loaded == null) {
                loaded = load.get();
            }
            return loaded;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
