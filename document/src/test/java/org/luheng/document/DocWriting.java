package org.luheng.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the least that a binary document of Word 97 must have ([MS-DOC] 2.4), since no library at hand begins one. */
final class DocWriting {
    private static final int TEXT = 0x600;
    private static final int PAGE = 512;
    private static final int IN_TABLE = 0x2416;
    private static final int ROW_END = 0x2417;
    private static final int DEFINE_TABLE = 0xD608;
    private static final int LIST = 0x460B;
    private static final int LEVEL = 0x260A;
    static final int DELETED = 0x0800;
    static final int HIDDEN = 0x083C;

    private final StringBuilder text = new StringBuilder();
    private final List<Stretch> paragraphs = new ArrayList<>();
    private final List<Stretch> runs = new ArrayList<>();

    /** @param to behind its last character; @param sprms what is said of it */
    private record Stretch(int to, byte[] sprms) {}

    static byte[] doc(Script script) {
        DocWriting writing = new DocWriting();
        for (Script.Part part : script.parts()) {
            switch (part) {
                case Script.Words words -> writing.run(words.words()).end();
                case Script.Rows rows -> rows.rows().forEach(writing::row);
            }
        }
        return writing.bytes();
    }

    DocWriting run(String words, int... sprms) {
        text.append(words);
        byte[] said = new byte[0];
        for (int sprm : sprms) {
            said = joined(said, sprm(sprm, 1));
        }
        runs.add(new Stretch(text.length(), said));
        return this;
    }

    DocWriting end() {
        return end('\r', new byte[0]);
    }

    /** In the one list there is: 一、 二、 … */
    DocWriting endNumbered() {
        return end('\r', joined(sprm(LEVEL, 0), words(LIST, 1)));
    }

    private DocWriting end(char mark, byte[] sprms) {
        run(String.valueOf(mark));
        paragraphs.add(new Stretch(text.length(), sprms));
        return this;
    }

    private void row(List<String> cells) {
        cells.forEach(cell -> run(cell).end('\u0007', sprm(IN_TABLE, 1)));
        int count = cells.size();
        ByteBuffer table = buffer(2 + 2 + 1 + 2 * (count + 1) + 20 * count);
        table.putShort((short) DEFINE_TABLE)
                .putShort((short) (2 + 2 * (count + 1) + 20 * count))
                .put((byte) count);
        for (int edge = 0; edge <= count; edge++) {
            table.putShort((short) (edge * 8000 / count));
        }
        end('\u0007', joined(joined(sprm(IN_TABLE, 1), sprm(ROW_END, 1)), table.array()));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] sprm(int code, int value) {
        return buffer(3).putShort((short) code).put((byte) value).array();
    }

    private static byte[] words(int code, int value) {
        return buffer(4).putShort((short) code).putShort((short) value).array();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return buffer(one.length + other.length).put(one).put(other).array();
    }

    byte[] bytes() {
        byte[] letters = text.toString().getBytes(StandardCharsets.UTF_16LE);
        ByteArrayOutputStream pages = new ByteArrayOutputStream();
        int firstPage = (TEXT + letters.length + PAGE - 1) / PAGE;
        ByteBuffer table = buffer(1 << 20);
        int[][] places = new int[93][2];
        table.put(new byte[16]);
        place(places, 1, table, styles());
        place(places, 6, table, sections(text.length()));
        place(places, 12, table, binTable(runs, false, firstPage, pages));
        place(places, 13, table, binTable(paragraphs, true, firstPage, pages));
        place(places, 15, table, new byte[4]);
        place(places, 31, table, new byte[1024]);
        place(places, 33, table, pieces(text.length()));
        place(places, 73, table, lists());
        places[73][1] = 30;
        place(
                places,
                74,
                table,
                buffer(24).putInt(1).putInt(7).put(new byte[12]).putInt(-1).array());
        ByteBuffer main = buffer(firstPage * PAGE + pages.size());
        main.putShort((short) 0xA5EC).putShort((short) 0xC1);
        main.putShort(10, (short) 0x0200)
                .putShort(12, (short) 0xBF)
                .putInt(24, TEXT)
                .putInt(28, TEXT + letters.length);
        main.putShort(32, (short) 14)
                .putShort(62, (short) 22)
                .putInt(64, main.capacity())
                .putInt(76, text.length());
        main.putShort(152, (short) 93);
        for (int at = 0; at < places.length; at++) {
            main.putInt(154 + 8 * at, places[at][0]).putInt(158 + 8 * at, places[at][1]);
        }
        main.position(TEXT).put(letters).position(firstPage * PAGE).put(pages.toByteArray());
        byte[] tables = new byte[table.position()];
        table.flip().get(tables);
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.createDocument(new ByteArrayInputStream(main.array()), "WordDocument");
            files.createDocument(new ByteArrayInputStream(tables), "1Table");
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    private static void place(int[][] places, int at, ByteBuffer table, byte[] bytes) {
        places[at] = new int[] {table.position(), bytes.length};
        table.put(bytes);
    }

    /** No style at all (2.9.271). */
    private static byte[] styles() {
        return buffer(20)
                .putShort((short) 18)
                .putShort((short) 0)
                .putShort((short) 10)
                .array();
    }

    private static byte[] sections(int length) {
        return buffer(20)
                .putInt(0)
                .putInt(length)
                .putShort((short) 0)
                .putInt(-1)
                .array();
    }

    private static byte[] pieces(int length) {
        return buffer(21)
                .put((byte) 2)
                .putInt(16)
                .putInt(0)
                .putInt(length)
                .putShort((short) 0)
                .putInt(TEXT)
                .putShort((short) 0)
                .array();
    }

    /** One list of one level, in the numerals of 一、. */
    private static byte[] lists() {
        return buffer(30 + 28 + 6)
                .putShort((short) 1)
                .putInt(7)
                .putInt(0)
                .put(new byte[18])
                .put((byte) 1)
                .put((byte) 0)
                .putInt(1)
                .put((byte) 37)
                .put((byte) 0)
                .put((byte) 1)
                .put(new byte[8])
                .put((byte) 2)
                .put(new byte[12])
                .putShort((short) 2)
                .putChar('\u0000')
                .putChar('、')
                .array();
    }

    /** Pages of properties, and the table of them (2.9.33, 2.9.174). */
    private static byte[] binTable(List<Stretch> all, boolean paragraph, int firstPage, ByteArrayOutputStream pages) {
        List<Integer> begins = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int at = 0;
        int from = 0;
        while (at < all.size()) {
            int many = at;
            int size = 5;
            while (many < all.size() && size + cost(all.get(many), paragraph) <= PAGE && many - at < 60) {
                size += cost(all.get(many), paragraph);
                many++;
            }
            begins.add(TEXT + 2 * from);
            numbers.add(firstPage + pages.size() / PAGE);
            pages.writeBytes(page(all.subList(at, many), from, paragraph));
            from = all.get(many - 1).to();
            at = many;
        }
        ByteBuffer table = buffer(8 * begins.size() + 4);
        begins.forEach(table::putInt);
        table.putInt(TEXT + 2 * from);
        numbers.forEach(table::putInt);
        return table.array();
    }

    private static int cost(Stretch stretch, boolean paragraph) {
        return 4 + (paragraph ? 13 + 6 : 1 + 3) + stretch.sprms().length;
    }

    private static byte[] page(List<Stretch> stretches, int from, boolean paragraph) {
        ByteBuffer page = buffer(PAGE);
        page.putInt(TEXT + 2 * from);
        stretches.forEach(stretch -> page.putInt(TEXT + 2 * stretch.to()));
        int free = PAGE - 2;
        for (Stretch stretch : stretches) {
            byte[] said = stretch.sprms();
            if (paragraph) {
                // An even count of bytes, its length in words, then the style.
                int length = (2 + said.length + 1) / 2 * 2;
                free = (free - length - 2) / 2 * 2;
                page.put((byte) (free / 2)).put(new byte[12]);
                page.put(free, (byte) 0).put(free + 1, (byte) (length / 2));
                page.put(free + 4, said);
            } else if (said.length == 0) {
                page.put((byte) 0);
            } else {
                free = (free - said.length - 1) / 2 * 2;
                page.put((byte) (free / 2));
                page.put(free, (byte) said.length).put(free + 1, said);
            }
        }
        return page.put(PAGE - 1, (byte) stretches.size()).array();
    }
}
