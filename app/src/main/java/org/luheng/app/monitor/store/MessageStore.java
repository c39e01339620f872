package org.luheng.app.monitor.store;

import java.util.List;

/** Where messages go. The port behind which another store may stand one day (design, decision 10). */
public interface MessageStore {
    /**
     * Stores them all, or none. When it returns they are on disk, each once: what is there already is left as it is.
     *
     * @throws org.springframework.dao.DataAccessException or {@link org.springframework.transaction.TransactionException} where
     *     that did not work; the same may be stored again
     */
    void store(List<Received> batch);
}
