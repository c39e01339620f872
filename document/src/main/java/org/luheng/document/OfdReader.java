package org.luheng.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.luheng.files.Fault;

/** An OFD (GB/T 33190-2016), the layout format of official documents: pages of text and path objects in millimetres. */
final class OfdReader {
    private final Original original;
    private final Archive archive;
    private final Map<String, String> templates = new HashMap<>();
    private final Set<String> templatesRead = new HashSet<>();
    private double[] area = {0, 0, 210, 297};

    private OfdReader(Original original, Archive archive) {
        this.original = original;
        this.archive = archive;
    }

    static DocumentText read(Original original, Archive archive) {
        return new OfdReader(original, archive).text();
    }

    private DocumentText text() {
        if (archive.has("Encryptions.xml") || archive.hasEndingIn("decryptseed.dat")) {
            throw original.refuse(Fault.LOCKED);
        }
        PrintedPages pages = new PrintedPages(original);
        List<Integer> empty = new ArrayList<>();
        int number = 0;
        for (String root : roots()) {
            templates.clear();
            for (String location : pages(root)) {
                number++;
                if (number > original.bounds.pages()) {
                    throw original.tooMuch("页数", String.valueOf(original.bounds.pages()));
                }
                OfdPage page = new OfdPage(original, archive, area);
                page.read(location);
                if (page.template != null) {
                    String template = templates.get(page.template);
                    // What is printed on every page alike is read where it stands first.
                    if (template != null) {
                        page.template(template, templatesRead.add(template));
                    }
                }
                if (page.isImage()) {
                    empty.add(number);
                }
                pages.add(page.page(number));
            }
        }
        if (!empty.isEmpty() && empty.size() == number) {
            throw original.refuse(Fault.NO_TEXT_LAYER, "pages", String.valueOf(number));
        }
        if (!empty.isEmpty()) {
            original.note(Fault.PAGES_WITHOUT_TEXT, "pages", Numbers.inWords(empty));
        }
        return pages.text(Kind.OFD, number);
    }

    /** Locations of the documents in the package (GB/T 33190, 7.4). */
    private List<String> roots() {
        List<String> roots = new ArrayList<>();
        Xml xml = part("OFD.xml");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.is("DocRoot")) {
                roots.add(resolved("", xml.words()));
            }
        }
        if (roots.isEmpty()) {
            throw original.damaged("OFD.xml 里没有文档");
        }
        return roots;
    }

    /** Locations of the pages of a document (7.5), in their order. */
    private List<String> pages(String root) {
        String folder = root.substring(0, root.lastIndexOf('/') + 1);
        List<String> pages = new ArrayList<>();
        Xml xml = part(root);
        boolean common = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("CommonData")) {
                common = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "CommonData" -> common = true;
                case "PhysicalBox" -> {
                    if (common) {
                        area = Numerals.of(xml.words(), 4, area);
                    }
                }
                case "TemplatePage" ->
                    templates.put(xml.attribute("ID", ""), resolved(folder, xml.attribute("BaseLoc", "")));
                case "Page" -> {
                    String location = xml.attribute("BaseLoc", "");
                    if (!location.isEmpty()) {
                        pages.add(resolved(folder, location));
                    }
                }
                default -> {}
            }
        }
        return pages;
    }

    private Xml part(String name) {
        byte[] bytes = archive.part(name);
        if (bytes == null) {
            throw original.damaged("缺 " + name);
        }
        return new Xml(original, name, bytes);
    }

    /** ST_Loc: from the root of the package, or from the folder of the part. */
    static String resolved(String folder, String location) {
        String bare = location.strip();
        if (bare.startsWith("/")) {
            return bare.substring(1);
        }
        List<String> steps = new ArrayList<>();
        for (String step : (folder + bare).split("/")) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
