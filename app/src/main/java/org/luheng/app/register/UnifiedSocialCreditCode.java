package org.luheng.app.register;

import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code, GB 32100-2015: 18 characters without I, O, S, V and Z, the last of which checks the others.
 * The database asks the same (luheng.is_uscc).
 */
public record UnifiedSocialCreditCode(String text) {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    public UnifiedSocialCreditCode {
        if (!checks(text)) {
            throw new IllegalArgumentException("no unified social credit code: " + text);
        }
    }

    /** Null where the text is none. */
    public static @Nullable UnifiedSocialCreditCode parse(String text) {
        return checks(text) ? new UnifiedSocialCreditCode(text) : null;
    }

    private static boolean checks(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < LENGTH; place++) {
            int value = CHARACTERS.indexOf(text.charAt(place));
            if (value < 0) {
                return false;
            }
            if (place < LENGTH - 1) {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
        }
        return CHARACTERS.indexOf(text.charAt(LENGTH - 1)) == (31 - sum % 31) % 31;
    }

    @Override
    public String toString() {
        return text;
    }
}
