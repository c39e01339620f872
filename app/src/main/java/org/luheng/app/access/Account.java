package org.luheng.app.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param login by which he does; never changed and never given to another
 * @param sample made for the demonstration
 * @param signedIn when he last did, as far as his browsers are still known; null: not yet
 * @param standings that hold now
 */
public record Account(
        long id,
        String login,
        String name,
        State state,
        boolean sample,
        Instant made,
        @Nullable Instant signedIn,
        List<Standing> standings) {
    public enum State {
        INVITED("受邀"),
        ACTIVE("可用"),
        STOPPED("停用");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no such state: " + word);
        }
    }

    public Account {
        standings = List.copyOf(standings);
    }

    public String standingsInWords() {
        return String.join("；", standings.stream().map(Standing::inWords).toList());
    }
}
