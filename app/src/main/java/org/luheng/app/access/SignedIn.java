package org.luheng.app.access;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Who is signed in, and under which standing he acts. Lives in the session; what it entitles to is looked up in the database
 * each time.
 *
 * @param standing acted under; null: the account holds none
 * @param standings all that the account held when it signed in, or last changed over
 */
public record SignedIn(
        long account, String login, String name, @Nullable Standing standing, List<Standing> standings)
        implements Principal {
    public SignedIn {
        standings = List.copyOf(standings);
    }

    @Override
    public String getName() {
        return login;
    }

    /** For Spring Security: one role, that of the standing. */
    public Authentication authentication() {
        String[] authorities =
                standing == null ? new String[0] : new String[] {standing.role().authority()};
        return UsernamePasswordAuthenticationToken.authenticated(
                this, null, AuthorityUtils.createAuthorityList(authorities));
    }
}
