package org.luheng.app.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used: what is wrong, and what the person at the keyboard can do about it. */
public final class DatabaseFault extends RuntimeException {

    private final String remedy;

    public DatabaseFault(String message, String remedy) {
        this(message, remedy, null);
    }

    public DatabaseFault(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
