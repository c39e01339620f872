package org.luheng.app.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luheng.app.register.store.BodyStore;
import org.springframework.stereotype.Service;

/** Looks bodies of every kind up in the database. */
@Service
public class Bodies {
    private final BodyStore store;

    Bodies(BodyStore store) {
        this.store = store;
    }

    public Optional<Body> find(String code) {
        return store.find(code);
    }

    /** All that go by this name or alias, of whatever kind and time. */
    public List<Body> named(String name) {
        return store.named(name);
    }

    /** Those of these kinds that exist today, by code. */
    public List<Body> ofKinds(List<Body.Kind> kinds) {
        return store.ofKinds(kinds);
    }

    /** What the body lay in on that day: its city, its park, its owner. */
    public List<Body> around(String code, LocalDate day) {
        return store.around(code, day);
    }

    /** What lay in the body on that day. */
    public List<Body> within(String code, LocalDate day) {
        return store.within(code, day);
    }
}
