package org.luheng.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.luheng.files.Fault;
import org.luheng.files.Refused;

/** What a file is, told by its first bytes and what lies in it; its name is not asked. */
sealed interface Form {
    /** How far into a file the first mark of a web page may stand. */
    int HEAD = 4096;

    DocumentText read(Original original);

    /** @throws Refused where it is none that can be read */
    static Form of(Original original) {
        byte[] bytes = original.bytes;
        if (begins(bytes, "%PDF") || new String(head(bytes, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return new Printed();
        }
        if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && (bytes[2] == 3 || bytes[2] == 5)) {
            return new Zipped();
        }
        if (bytes.length > 8 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF && bytes[2] == 0x11) {
            return new Compound();
        }
        String other = other(bytes);
        if (!other.isEmpty()) {
            throw unread(original, other);
        }
        return isPage(bytes) ? new Web() : new Plain();
    }

    static Refused unread(Original original, String seen) {
        return original.refuse(Fault.DOCUMENT_KIND, "seen", seen);
    }

    /** What else is often sent under the name of a document. */
    private static String other(byte[] bytes) {
        if (begins(bytes, "{\\rtf")) {
            return "是 RTF";
        }
        String head = new String(head(bytes, 256), StandardCharsets.ISO_8859_1);
        if (head.startsWith("MIME-Version:") || head.contains("multipart/related")) {
            return "是单个文件的网页（mht）";
        }
        if (begins(bytes, "Rar!")
                || begins(bytes, "7z\u00BC\u00AF")
                || (bytes.length > 2 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B)) {
            return "是压缩文件";
        }
        if (begins(bytes, "\u00FF\u00D8\u00FF")
                || begins(bytes, "\u0089PNG")
                || begins(bytes, "GIF8")
                || begins(bytes, "II*\0")
                || begins(bytes, "MM\0*")) {
            return "是图片";
        }
        if (begins(bytes, "MZ") || begins(bytes, "\u007FELF")) {
            return "是程序";
        }
        return "";
    }

    private static boolean isPage(byte[] bytes) {
        String head = new String(head(bytes, HEAD), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        String bare = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
        return bare.contains("<!doctype html")
                || bare.contains("<html")
                || (bare.stripLeading().startsWith("<")
                        && (bare.contains("<head")
                                || bare.contains("<body")
                                || bare.contains("<div")
                                || bare.contains("<p")));
    }

    private static byte[] head(byte[] bytes, int most) {
        return java.util.Arrays.copyOf(bytes, Math.min(bytes.length, most));
    }

    private static boolean begins(byte[] bytes, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length
                && java.util.Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    record Plain() implements Form {
        @Override
        public DocumentText read(Original original) {
            return PlainReader.read(original);
        }
    }

    record Web() implements Form {
        @Override
        public DocumentText read(Original original) {
            return WebPageReader.read(original);
        }
    }

    record Printed() implements Form {
        @Override
        public DocumentText read(Original original) {
            return new PdfReader(original).read();
        }
    }

    record Compound() implements Form {
        @Override
        public DocumentText read(Original original) {
            return DocReader.read(original);
        }
    }

    /** docx, OFD, or something else in a zip archive. */
    record Zipped() implements Form {
        @Override
        public DocumentText read(Original original) {
            try (Archive archive = new Archive(original)) {
                if (archive.has("OFD.xml")) {
                    return OfdReader.read(original, archive);
                }
                String main = WordReader.mainPart(original, archive);
                if (!main.isEmpty()) {
                    if (archive.hasEndingIn("vbaproject.bin")) {
                        original.note(Fault.HAS_MACROS);
                    }
                    return WordReader.read(original, archive, main);
                }
                throw unread(original, seen(archive));
            }
        }

        private static String seen(Archive archive) {
            return archive.has("xl/workbook.xml")
                    ? "是 xlsx 表格"
                    : archive.has("ppt/presentation.xml")
                            ? "是 pptx 幻灯片"
                            : archive.has("content.xml") ? "是 ODF 文档" : "是 zip 压缩包";
        }
    }
}
