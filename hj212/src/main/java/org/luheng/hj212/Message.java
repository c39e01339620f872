package org.luheng.hj212;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a value: what a frame said, or what is to be sent. Texts stand as they came, blanks included, so that a frame which
 * was read strictly is written back byte for byte.
 *
 * @param header fields before CP, in their order
 * @param data items of CP, in their order
 * @param charset of Chinese: UTF-8 by the standard, GB 18030 from some devices, ISO 8859-1 for bytes that are neither
 * @param lowerCaseCrc whether its CRC was written with small letters
 */
public record Message(List<Header> header, List<Item> data, Charset charset, boolean lowerCaseCrc) {
    private static final int LONGEST = 9999;

    /** @param value null: the field had no {@code =} */
    public record Header(String name, @Nullable String value) {}

    /**
     * @param before separator before the item: {@code ;} begins a group, {@code ,} goes on with it, 0 before the first
     * @param value null: the item had no {@code =}
     */
    public record Item(char before, String name, @Nullable String value) {
        /** The factor's code; null where the name has none. */
        public @Nullable String factor() {
            int dash = name.indexOf('-');
            return dash <= 0 ? null : name.substring(0, dash).strip();
        }
    }

    public Message {
        header = List.copyOf(header);
        data = List.copyOf(data);
    }

    /** What this frame says; everything of it is copied. */
    public static Message of(Frame frame) {
        byte[] bytes = frame.bytes();
        Charset charset = charset(bytes, frame.segmentFrom(), frame.segmentTo());
        String content = new String(bytes, frame.contentFrom(), frame.contentTo() - frame.contentFrom(), charset);
        int opening = frame.contentFrom();
        while (opening > frame.segmentFrom()
                && !(opening + 3 <= frame.contentFrom() && Field.matches(bytes, opening, "CP="))) {
            opening--;
        }
        boolean opened = !frame.has(Deviation.CP_MISSING);
        String front = new String(
                bytes, frame.segmentFrom(), (opened ? opening : frame.segmentTo()) - frame.segmentFrom(), charset);
        List<Header> header = new ArrayList<>();
        for (String field : front.split(";", -1)) {
            int equals = field.indexOf('=');
            if (equals >= 0) {
                header.add(new Header(field.substring(0, equals), field.substring(equals + 1)));
            } else if (!field.isEmpty()) {
                header.add(new Header(field, null));
            }
        }
        return new Message(header, items(content), charset, frame.has(Deviation.CRC_LOWER_CASE));
    }

    private static List<Item> items(String content) {
        List<Item> items = new ArrayList<>();
        char before = 0;
        int at = 0;
        while (at < content.length() || before != 0) {
            int stop = at;
            while (stop < content.length() && content.charAt(stop) != ';' && content.charAt(stop) != ',') {
                stop++;
            }
            String item = content.substring(at, stop);
            int equals = item.indexOf('=');
            items.add(
                    equals < 0
                            ? new Item(before, item, null)
                            : new Item(before, item.substring(0, equals), item.substring(equals + 1)));
            before = stop < content.length() ? content.charAt(stop) : 0;
            at = stop + 1;
        }
        return items;
    }

    /** The first of the encodings in use that gives the same bytes back. */
    private static Charset charset(byte[] bytes, int from, int to) {
        if (Characters.utf8(bytes, from, to) >= 0) {
            return StandardCharsets.UTF_8;
        }
        byte[] given = Arrays.copyOfRange(bytes, from, to);
        byte[] back = new String(given, Characters.GB18030).getBytes(Characters.GB18030);
        return Arrays.equals(given, back) ? Characters.GB18030 : StandardCharsets.ISO_8859_1;
    }

    // ---- What it says ----

    /** A field of the header, without blanks; null where there is none. */
    public @Nullable String header(String name) {
        for (Header field : header) {
            if (field.name().strip().equals(name)) {
                return field.value() == null ? null : field.value().strip();
            }
        }
        return null;
    }

    /** The value of the first item of this name, without blanks; null where there is none. */
    public @Nullable String value(String name) {
        for (Item item : data) {
            if (item.name().strip().equals(name)) {
                return item.value() == null ? null : item.value().strip();
            }
        }
        return null;
    }

    /** The request number; where the header has none, that in the data, as answers of 2005 have it. */
    public @Nullable String qn() {
        String number = header("QN");
        return number == null || number.isEmpty() ? value("QN") : number;
    }

    public int cn() {
        return number(header("CN"));
    }

    /** −1: none. */
    public int flag() {
        return number(header("Flag"));
    }

    private static int number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,9}") ? -1 : Integer.parseInt(text);
    }

    /** To whom or from whom it goes. */
    public Address address() {
        Version version = Version.ofFlag(flag());
        return new Address(
                orEmpty(header("ST")),
                orEmpty(header("PW")),
                orEmpty(header("MN")),
                version == Version.UNKNOWN ? Version.V2017 : version);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    // ---- Bytes ----

    /** The data segment: header and CP. */
    public String segment() {
        StringBuilder segment = new StringBuilder(256);
        for (Header field : header) {
            segment.append(field.name());
            if (field.value() != null) {
                segment.append('=').append(field.value());
            }
            segment.append(';');
        }
        return segment.append("CP=&&").append(content()).append("&&").toString();
    }

    /** What stands between {@code CP=&&} and {@code &&}. */
    public String content() {
        StringBuilder content = new StringBuilder(256);
        for (Item item : data) {
            if (item.before() != 0) {
                content.append(item.before());
            }
            content.append(item.name());
            if (item.value() != null) {
                content.append('=').append(item.value());
            }
        }
        return content.toString();
    }

    /** The frame with its line end (6.3.1). Throws where the segment is longer than four digits can say: {@link #split} it. */
    public byte[] bytes() {
        byte[] segment = segment().getBytes(charset);
        if (segment.length > LONGEST) {
            throw new IllegalStateException("a segment of " + segment.length + " bytes has to be split");
        }
        byte[] frame = new byte[segment.length + 12];
        frame[0] = frame[1] = '#';
        int length = segment.length;
        for (int at = 5; at >= 2; at--) {
            frame[at] = (byte) ('0' + length % 10);
            length /= 10;
        }
        System.arraycopy(segment, 0, frame, 6, segment.length);
        int crc = Crc.of(segment, 0, segment.length);
        String digits = lowerCaseCrc ? "0123456789abcdef" : "0123456789ABCDEF";
        int at = 6 + segment.length;
        for (int shift = 12; shift >= 0; shift -= 4) {
            frame[at++] = (byte) digits.charAt(crc >>> shift & 15);
        }
        frame[at] = '\r';
        frame[at + 1] = '\n';
        return frame;
    }

    /**
     * The same in packets whose data are at most so long, cut between groups; each has its own QN, a millisecond apart, and repeats
     * DataTime (6.3.2, C.49). One packet where it fits. A group that is longer than the limit alone has a packet to itself.
     *
     * @param limit bytes of CP data, 950 by the standard
     */
    public List<Message> split(int limit) {
        if (content().getBytes(charset).length <= limit || data.isEmpty()) {
            return List.of(this);
        }
        Item first = data.getFirst();
        Item repeated = first.name().strip().equals("DataTime") ? first : null;
        List<List<Item>> packets = new ArrayList<>();
        List<Item> packet = new ArrayList<>();
        int length = 0;
        int at = 0;
        while (at < data.size()) {
            int next = at + 1;
            int size = size(data.get(at));
            while (next < data.size() && data.get(next).before() == ',') {
                size += size(data.get(next++));
            }
            boolean more = packet.size() > (repeated == null ? 0 : 1);
            if (more && length + size > limit) {
                packets.add(packet);
                packet = new ArrayList<>();
                length = 0;
                if (repeated != null) {
                    packet.add(repeated);
                    length = size(repeated);
                }
            }
            packet.addAll(data.subList(at, next));
            length += size;
            at = next;
        }
        packets.add(packet);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            messages.add(packet(packets.get(i), packets.size(), i + 1));
        }
        return messages;
    }

    private int size(Item item) {
        String value = item.value();
        return 1 + item.name().getBytes(charset).length + (value == null ? 0 : 1 + value.getBytes(charset).length);
    }

    private Message packet(List<Item> items, int count, int number) {
        List<Header> fields = new ArrayList<>();
        for (Header field : header) {
            switch (field.name()) {
                case "QN" -> fields.add(new Header("QN", RequestNumber.later(field.value(), number - 1)));
                case "Flag" -> {
                    fields.add(new Header("Flag", String.valueOf(Math.max(flag(), 0) | 2)));
                    fields.add(new Header("PNUM", String.valueOf(count)));
                    fields.add(new Header("PNO", String.valueOf(number)));
                }
                case "PNUM", "PNO" -> {}
                default -> fields.add(field);
            }
        }
        List<Item> own = new ArrayList<>(items);
        Item first = own.getFirst();
        own.set(0, new Item((char) 0, first.name(), first.value()));
        return new Message(fields, own, charset, lowerCaseCrc);
    }

    /** The segment. */
    @Override
    public String toString() {
        return segment();
    }
}
