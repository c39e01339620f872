package org.luheng.document;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Fault;

/**
 * One part of XML, read forward: elements by their local names, since strict and transitional Office documents and the drafts of OFD
 * differ in nothing but namespaces. No document type, no entity, no depth without end.
 */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w-]+)");

    private final Original original;
    private final String part;
    private final XMLStreamReader in;
    private int depth;

    Xml(Original original, String part, byte[] bytes) {
        this.original = original;
        this.part = part;
        try {
            in = FACTORY.createXMLStreamReader(new StringReader(decoded(bytes)));
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    /** Bad bytes become U+FFFD here; the parser would say so on standard error, and give up. */
    private static String decoded(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        int mark = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        Matcher declared = ENCODING.matcher(head);
        Charset charset = StandardCharsets.UTF_8;
        if (mark == 0
                && declared.find()
                && declared.group(1).toUpperCase(Locale.ROOT).startsWith("GB")) {
            charset = Charset.forName("GB18030");
        }
        return new String(bytes, mark, bytes.length - mark, charset);
    }

    /** The factory of the JDK, whatever else is on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // The JDK's own limit, 100, is below what text boxes within tables reach; ours is asked first.
        factory.setProperty("jdk.xml.maxElementDepth", "2000");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /** What begins, ends or is said next; see {@link XMLStreamConstants}. */
    int next() {
        try {
            int event = in.next();
            original.step();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > original.bounds.depth()) {
                        throw original.tooDeep(original.bounds.depth());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw original.refuse(Fault.DECLARES_ENTITIES, "part", part);
                default -> {}
            }
            return event;
        } catch (XMLStreamException broken) {
            throw broken(broken);
        } catch (RuntimeException broken) {
            if (broken instanceof org.luheng.files.Refused) {
                throw broken;
            }
            throw original.damaged(part + " 不是合法的 XML");
        }
    }

    boolean hasNext() {
        try {
            return in.hasNext();
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    private RuntimeException broken(XMLStreamException broken) {
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
        return original.damaged(part + " 不是合法的 XML" + (line > 0 ? "（第 " + line + " 行）" : ""));
    }

    int depth() {
        return depth;
    }

    String name() {
        return in.getLocalName();
    }

    boolean is(String... names) {
        return Arrays.asList(names).contains(in.getLocalName());
    }

    String text() {
        return in.getText();
    }

    /** In any namespace; null: not there. */
    @Nullable
    String attribute(String name) {
        for (int at = 0; at < in.getAttributeCount(); at++) {
            if (in.getAttributeLocalName(at).equals(name)) {
                return in.getAttributeValue(at);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** The next child of the element at this depth, null behind the last; what is not asked about is passed over. */
    @Nullable
    String child(int parent) {
        while (hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return name();
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < parent) {
                return null;
            }
        }
        return null;
    }

    /** To the end of the element that has just begun. */
    void pass() {
        int outside = depth - 1;
        while (depth > outside && hasNext()) {
            next();
        }
    }

    /** The words of the element that has just begun, to its end. */
    String words() {
        StringBuilder words = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside && hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                words.append(text());
            }
        }
        return words.toString();
    }
}
