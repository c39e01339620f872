package org.luheng.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail, as text: what the hash is taken of.
 *
 * @param day ISO date, Asia/Shanghai
 * @param seq from 1 within the day
 * @param at instant with microseconds, UTC
 * @param account number, empty: not signed in
 * @param scope body acted for, empty: none
 * @param before JSON, empty where there was nothing
 * @param previous hash of the entry before; of the first of all, 64 zeros
 */
public record AuditEntry(
        String day,
        long seq,
        String at,
        String actor,
        String account,
        String standing,
        String scope,
        String address,
        String request,
        String act,
        String subject,
        String before,
        String after,
        String previous,
        String hash) {

    /** Whether nothing is missing, as in a line of a file that is no entry. */
    public boolean isWhole() {
        return Stream.<@Nullable String>of(
                        day, at, actor, account, standing, scope, address, request, act, subject, before, after,
                        previous, hash)
                .allMatch(Objects::nonNull);
    }

    /** The same as luheng.audit_content() makes: every field with its length in bytes before it. */
    public String computedHash(MessageDigest sha256) {
        boolean first = true;
        for (String field : List.of(
                day,
                Long.toString(seq),
                at,
                actor,
                account,
                standing,
                scope,
                address,
                request,
                act,
                subject,
                before,
                after,
                previous)) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            if (!first) {
                sha256.update((byte) ',');
            }
            sha256.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            sha256.update((byte) ':');
            sha256.update(bytes);
            first = false;
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
