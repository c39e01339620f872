package org.luheng.app.page;

import java.util.List;
import java.util.Set;

/**
 * Who reads the page, as far as the frame around it shows: name and standing, what else he may act as, and which entries
 * of the navigation he finds. Bound for the length of a request by the room of accounts.
 *
 * @param standing acted under, in words; empty where there is none
 * @param others standings he may change over to
 * @param offers addresses of the navigation beside the public ones
 */
public record Reader(boolean signedIn, String name, String standing, List<Other> others, Set<String> offers) {
    private static final ScopedValue<Reader> CURRENT = ScopedValue.newInstance();
    private static final Reader PUBLIC = new Reader(false, "", "", List.of(), Set.of());

    public record Other(long id, String words) {}

    public Reader {
        others = List.copyOf(others);
        offers = Set.copyOf(offers);
    }

    /** The public where nobody is signed in. */
    public static Reader current() {
        return CURRENT.isBound() ? CURRENT.get() : PUBLIC;
    }

    public static Reader ofThePublic() {
        return PUBLIC;
    }

    public boolean offers(String address) {
        return offers.contains(address);
    }

    public <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T call(
            ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<T, X>call(work);
    }
}
