package org.luheng.hj212;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message in the making: header from an {@link Address}, data group by group. */
public final class Draft {
    private final Address address;
    private final String st;
    private final int cn;
    private final List<Message.Item> data = new ArrayList<>();
    private @Nullable String qn;
    private int flags;
    private boolean resent;

    Draft(Address address, String st, int cn) {
        this.address = address;
        this.st = st;
        this.cn = cn;
    }

    /** Request number {@code yyyyMMddHHmmssSSS}; an answer has that of the request. */
    public Draft qn(@Nullable String number) {
        qn = number;
        return this;
    }

    /** Bit A of Flag: an answer is wanted (6.3.2). */
    public Draft wantingAnswer() {
        flags |= 1;
        return this;
    }

    /** {@code RF=1}, sent again (HJ 212-2025); the older editions have no such field, and leave it out. */
    public Draft resent() {
        resent = address.version() == Version.V2025;
        return this;
    }

    /** An item that begins a group: after a semicolon. */
    public Draft item(String name, String value) {
        return add(';', name, value);
    }

    /** As {@link #item}, left out where there is no value. */
    public Draft maybe(String name, @Nullable String value) {
        return value == null ? this : item(name, value);
    }

    /** A further item of the same group: after a comma. */
    public Draft and(String name, String value) {
        return add(',', name, value);
    }

    private Draft add(char separator, String name, String value) {
        refuse(name, "=;,&");
        refuse(value, ";,&");
        data.add(new Message.Item(data.isEmpty() ? 0 : separator, name, value));
        return this;
    }

    private static void refuse(String text, String forbidden) {
        for (int i = 0; i < text.length(); i++) {
            if (forbidden.indexOf(text.charAt(i)) >= 0 || text.charAt(i) < ' ') {
                throw new IllegalArgumentException("not possible in an item: " + text);
            }
        }
    }

    public Message message() {
        List<Message.Header> header = new ArrayList<>();
        if (qn != null) {
            header.add(new Message.Header("QN", qn));
        }
        header.add(new Message.Header("ST", st));
        header.add(new Message.Header("CN", String.valueOf(cn)));
        header.add(new Message.Header("PW", address.pw()));
        header.add(new Message.Header("MN", address.mn()));
        header.add(new Message.Header("Flag", String.valueOf(address.version().bits() | flags)));
        if (resent) {
            header.add(new Message.Header("RF", "1"));
        }
        return new Message(header, data, StandardCharsets.UTF_8, false);
    }
}
