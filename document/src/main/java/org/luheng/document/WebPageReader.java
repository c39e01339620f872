package org.luheng.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.luheng.files.Fault;
import org.luheng.files.Refused;

/** A saved web page, by jsoup: the part of it that holds the document, without what surrounds it on every page of the site. */
final class WebPageReader {
    private static final String NEVER_SEEN =
            "script, style, noscript, template, iframe, object, svg, form, select, button, input, textarea, nav, [hidden], rt, rp,"
                    + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";

    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "blockquote",
            "pre",
            "table",
            "tr",
            "center",
            "body",
            "caption",
            "figure",
            "hr",
            "address",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot");

    /** A page is named for the document, or for the site. */
    private static final Pattern NAMES = Pattern.compile("方案|规划|计划|纲要|要点|意见|通知|办法|安排|任务|措施|决定");

    /** A part with so much of the page's own words holds the document. */
    private static final double MOST = 0.85;

    /** A page becomes a tree in memory, many times its size. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int WIDEST = 60;
    private static final int DEEPEST_TABLE = 30;

    private final Original original;

    private WebPageReader(Original original) {
        this.original = original;
    }

    static DocumentText read(Original original) {
        if (original.bytes.length > MOST_BYTES) {
            throw original.refuse(Fault.FILE_TOO_LARGE, "limit", (MOST_BYTES >> 20) + " MB");
        }
        try {
            Document page =
                    Jsoup.parse(new ByteArrayInputStream(original.bytes), PageLetters.encoding(original.bytes), "");
            return new WebPageReader(original).text(page);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refused refused) {
                throw refused;
            }
            throw original.damaged("网页读不了");
        }
    }

    private DocumentText text(Document page) {
        measureDepth(page);
        page.select(NEVER_SEEN).remove();
        original.look();
        Element main = main(page.body());
        List<Block> blocks = new ArrayList<>();
        String title = title(page, main);
        if (!title.isEmpty()) {
            blocks.add(new Block.Paragraph(title, 0));
        }
        blocks(main, blocks, 0);
        Manuscript manuscript = new Manuscript(original);
        manuscript.write(blocks);
        return manuscript.finish(Kind.HTML, 0);
    }

    private void measureDepth(Document page) {
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        original.step();
                        if (depth > original.bounds.depth()) {
                            throw original.tooDeep(original.bounds.depth());
                        }
                    }
                },
                page);
    }

    /** The innermost element that holds most of the words outside links. */
    private static Element main(Element body) {
        Map<Node, Integer> own = new IdentityHashMap<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    private int links;

                    @Override
                    public void head(Node node, int depth) {
                        links += isLink(node) ? 1 : 0;
                        if (links == 0 && node instanceof TextNode words) {
                            own.put(node, words.text().strip().length());
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        links -= isLink(node) ? 1 : 0;
                        Node parent = node.parent();
                        if (parent != null && own.containsKey(node)) {
                            own.merge(parent, own.get(node), Integer::sum);
                        }
                    }
                },
                body);
        Element at = body;
        while (true) {
            Element next = null;
            for (Element child : at.children()) {
                boolean container = !child.normalName().equals("table")
                        && !child.normalName().equals("p");
                if (container
                        && own.getOrDefault(child, 0) >= MOST * own.getOrDefault(at, 0)
                        && own.containsKey(child)) {
                    next = child;
                }
            }
            if (next == null) {
                return at;
            }
            at = next;
        }
    }

    private static boolean isLink(Node node) {
        return node instanceof Element element && element.normalName().equals("a");
    }

    /** Where the title stands beside the document, as on most sites, it is put before it. */
    private static String title(Document page, Element main) {
        Element meta = page.selectFirst("meta[name=ArticleTitle]");
        Element heading = page.selectFirst("h1");
        String title = meta != null ? meta.attr("content") : heading != null ? heading.text() : page.title();
        String bare = Words.inOneLine(title);
        // 某方案_某市人民政府
        int site = bare.indexOf('_');
        bare = site > 0 ? bare.substring(0, site).strip() : bare;
        return !NAMES.matcher(bare).find() || squeezed(main.text()).contains(squeezed(bare)) ? "" : bare;
    }

    private static String squeezed(String words) {
        return words.replaceAll("[\\s\u00A0\u3000]+", "");
    }

    private void blocks(Element element, List<Block> blocks, int tables) {
        StringBuilder open = new StringBuilder();
        inside(element, blocks, open, tables);
        close(blocks, open);
    }

    private void inside(Element element, List<Block> blocks, StringBuilder open, int tables) {
        int number = element.normalName().equals("ol") ? start(element) : 0;
        for (Node node : element.childNodes()) {
            original.step();
            if (node instanceof TextNode words) {
                open.append(words.getWholeText());
            } else if (node instanceof Element child) {
                String name = child.normalName();
                boolean paragraph = PARAGRAPHS.contains(name);
                if (name.equals("br")) {
                    close(blocks, open);
                } else if (name.equals("table") && tables < DEEPEST_TABLE) {
                    close(blocks, open);
                    blocks.add(table(child, tables + 1));
                } else {
                    if (paragraph) {
                        close(blocks, open);
                    }
                    if (name.equals("li") && number > 0) {
                        open.append(number++).append(". ");
                    }
                    inside(child, blocks, open, tables);
                    if (paragraph) {
                        close(blocks, open);
                    }
                }
            }
        }
    }

    private static int start(Element list) {
        String start = list.attr("start");
        return start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1;
    }

    private static void close(List<Block> blocks, StringBuilder open) {
        String words = Words.inOneLine(open);
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(words, 0));
        }
        open.setLength(0);
    }

    /** Cells that reach down into the next rows leave a merged cell in each of them. */
    private Block.Grid table(Element table, int tables) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        Map<Integer, int[]> reaching = new HashMap<>();
        for (Element row : table.select("tr")) {
            if (row.closest("table") != table) {
                continue;
            }
            List<Block.Cell> cells = new ArrayList<>();
            int column = 0;
            for (Element cell : row.children()) {
                if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                    column = fill(cells, column, reaching);
                    int width = span(cell, "colspan");
                    int height = span(cell, "rowspan");
                    List<Block> inside = new ArrayList<>();
                    blocks(cell, inside, tables);
                    cells.add(new Block.Cell(inside, width, false));
                    if (height > 1) {
                        reaching.put(column, new int[] {height - 1, width});
                    }
                    column += width;
                }
            }
            fill(cells, column, reaching);
            rows.add(cells);
        }
        return new Block.Grid(rows);
    }

    private static int fill(List<Block.Cell> cells, int from, Map<Integer, int[]> reaching) {
        int column = from;
        int[] above = reaching.get(column);
        while (above != null) {
            cells.add(new Block.Cell(List.of(), above[1], true));
            if (--above[0] == 0) {
                reaching.remove(column);
            }
            column += above[1];
            above = reaching.get(column);
        }
        return column;
    }

    private static int span(Element cell, String name) {
        String value = cell.attr(name).strip();
        return value.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(value), 1, WIDEST) : 1;
    }
}
