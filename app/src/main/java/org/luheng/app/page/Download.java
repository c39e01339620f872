package org.luheng.app.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A {@link Table} as a file: CSV (UTF-8 with a mark so that Excel reads it) or xlsx. */
public final class Download {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Download() {}

    /** @param format {@code csv} or {@code xlsx} */
    public static ResponseEntity<byte[]> of(Table table, String format) {
        return switch (format) {
            case "csv" -> answer(csv(table), CSV, table.name() + ".csv");
            case "xlsx" -> answer(xlsx(table), XLSX, table.name() + ".xlsx");
            default -> throw new UnknownFormat(format);
        };
    }

    /** A CSV that is there already; gets the mark by which Excel knows UTF-8. */
    public static ResponseEntity<byte[]> csv(String name, String csv) {
        return answer(("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8), CSV, name + ".csv");
    }

    /**
     * Rows too many to hold, as CSV, written as they come. Without notes below, so that a program can read it on.
     *
     * @param rows hands each row over
     */
    public static void csv(
            HttpServletResponse response,
            String name,
            List<String> columns,
            Consumer<Consumer<List<@Nullable Object>>> rows)
            throws IOException {
        response.setContentType(CSV.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder("\uFEFF");
            line(text, columns);
            rows.accept(row -> {
                line(text, row);
                if (text.length() > 1 << 14) {
                    flush(text, out);
                }
            });
            flush(text, out);
        }
    }

    private static void flush(StringBuilder text, Writer out) {
        try {
            out.append(text);
            text.setLength(0);
        } catch (IOException readerIsGone) {
            throw new UncheckedIOException(readerIsGone);
        }
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, String file) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build());
        return ResponseEntity.ok().headers(headers).body(content);
    }

    private static byte[] csv(Table table) {
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, table.columns());
        table.rows().forEach(row -> line(text, row));
        table.notes().forEach(note -> line(text, List.of("# " + note)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(cell(cells.get(i)));
        }
        text.append("\r\n");
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String words = cell instanceof Table.Link link ? link.address() : harmless(cell.toString());
        boolean quoted = words.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + words.replace("\"", "\"\"") + '"' : words;
    }

    /** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
    private static String harmless(String words) {
        return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static byte[] xlsx(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Luheng", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName(table.title()));
            List<String> columns = table.columns();
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                sheet.style(0, column).bold().fillColor("E8EFEA").set();
            }
            sheet.freezePane(0, 1);
            int line = 1;
            for (List<@Nullable Object> row : table.rows()) {
                for (int column = 0; column < row.size(); column++) {
                    Object cell = row.get(column);
                    if (cell instanceof BigDecimal number) {
                        sheet.value(line, column, number);
                    } else if (cell instanceof Table.Link link) {
                        sheet.hyperlink(line, column, new HyperLink(link.address(), link.text()));
                    } else if (cell != null) {
                        sheet.value(line, column, cell.toString());
                    }
                }
                line++;
            }
            line++;
            for (String note : table.notes()) {
                sheet.value(line++, 0, note);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String sheetName(String title) {
        String plain = title.replaceAll("[\\\\/*?:\\[\\]]", " ");
        return plain.length() > 31 ? plain.substring(0, 31) : plain;
    }

    /** Asked for a kind of file that we do not make. */
    public static final class UnknownFormat extends RuntimeException {
        UnknownFormat(String format) {
            super("没有这种格式：" + format + "，可用 csv 或 xlsx");
        }
    }
}
