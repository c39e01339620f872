package org.luheng.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file, asked key by key; what is missing, doubled, unknown or of another shape becomes a finding with
 * line and position. Scalars are taken as they are written: {@code 410100} needs no quotes.
 */
final class Mapping {
    private final String file;
    private final String prefix;
    private final Place place;
    private final Map<String, Node> values;
    private final Findings findings;

    private Mapping(String file, String prefix, Place place, Map<String, Node> values, Findings findings) {
        this.file = file;
        this.prefix = prefix;
        this.place = place;
        this.values = values;
        this.findings = findings;
    }

    static @Nullable Mapping read(Source source, Set<String> keys, Findings findings) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.label())
                .setMaxAliasesForCollections(10)
                .setCodePointLimit(1 << 20)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(source.text());
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return of(source.label(), "", mapping, keys, findings);
            }
            findings.add(Fault.YAML_SHAPE, Place.line(source.label(), 1), "", "expected", "一组“键: 值”");
        } catch (MarkedYamlEngineException broken) {
            Place place = broken.getProblemMark()
                    .map(mark -> Place.line(source.label(), mark.getLine() + 1).character(mark.getColumn() + 1))
                    .orElse(Place.file(source.label()));
            findings.add(Fault.YAML_SYNTAX, place, "", "reason", String.valueOf(broken.getProblem()));
        } catch (YamlEngineException | StackOverflowError broken) {
            findings.add(
                    Fault.YAML_SYNTAX, Place.file(source.label()), "", "reason", String.valueOf(broken.getMessage()));
        }
        return null;
    }

    private static Mapping of(String file, String prefix, MappingNode node, Set<String> keys, Findings findings) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place place = place(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.add(Fault.YAML_SHAPE, place, "", "expected", "“键: 值”，键是一个词");
            } else if (!keys.contains(key.getValue())) {
                findings.add(
                        Fault.UNKNOWN_KEY,
                        place,
                        prefix + key.getValue(),
                        "nearest",
                        Nearest.asQuestion(key.getValue(), keys));
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                findings.add(Fault.DUPLICATE_KEY, place, prefix + key.getValue());
            }
        }
        return new Mapping(file, prefix, place(file, node), values, findings);
    }

    private static Place place(String file, Node node) {
        Optional<Mark> mark = node.getStartMark();
        return mark.isEmpty()
                ? Place.file(file)
                : Place.line(file, mark.get().getLine() + 1)
                        .character(mark.get().getColumn() + 1);
    }

    Place place(String key) {
        Node node = values.get(key);
        return (node == null ? place : place(file, node)).column(prefix + key);
    }

    void fault(Fault fault, String key, String value, String... namesAndValues) {
        findings.add(fault, place(key), value, namesAndValues);
    }

    /** Of a key that came later than the first plans: one that lacks it says nothing. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    private @Nullable Node node(String key) {
        Node node = values.get(key);
        if (node == null) {
            findings.add(Fault.MISSING_KEY, place, "", "key", prefix + key);
        }
        return node;
    }

    /** Empty where the key is missing, empty or of another shape. */
    String text(String key) {
        Node node = node(key);
        if (node instanceof ScalarNode scalar) {
            String text = scalar.getValue().strip();
            int strange = Characters.firstInvisible(text);
            if (strange >= 0) {
                fault(Fault.CONTROL_CHARACTER, key, text, "character", Finding.named(text.codePointAt(strange)));
            }
            return text;
        }
        if (node != null) {
            fault(Fault.YAML_SHAPE, key, "", "expected", "一个值");
        }
        return "";
    }

    String required(String key) {
        String text = text(key);
        if (text.isEmpty() && values.get(key) instanceof ScalarNode) {
            fault(Fault.BLANK, key, "");
        }
        return text;
    }

    int whole(String key, int least, int most) {
        String text = required(key);
        if (text.isEmpty()) {
            return least;
        }
        BigDecimal number = text.length() > 10 ? null : Numeral.read(text);
        if (number == null
                || number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fault(Fault.NOT_WHOLE, key, text, "least", Integer.toString(least), "most", Integer.toString(most));
            return least;
        }
        return number.intValueExact();
    }

    boolean yes(String key) {
        return oneOf(key, List.of("true", "false")).equals("true");
    }

    String oneOf(String key, List<String> allowed) {
        String text = text(key);
        if (values.get(key) instanceof ScalarNode && !allowed.contains(text)) {
            fault(Fault.NOT_ONE_OF, key, text, "allowed", String.join(" ", allowed));
        }
        return text;
    }

    @Nullable
    LocalDate date(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            fault(Fault.NOT_A_DATE, key, text);
            return null;
        }
    }

    /** One line of a sequence. */
    record Item(String text, Place place) {}

    List<Item> texts(String key) {
        List<Item> items = new ArrayList<>();
        for (Node node : sequence(key)) {
            Place place = place(file, node).column(prefix + key);
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                items.add(new Item(scalar.getValue().strip(), place));
            } else {
                findings.add(Fault.YAML_SHAPE, place, "", "expected", "一个值");
            }
        }
        return items;
    }

    private List<Node> sequence(String key) {
        Node node = node(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            fault(Fault.YAML_SHAPE, key, "", "expected", "一个列表，如 [甲, 乙]，没有则 []");
        }
        return List.of();
    }

    List<Mapping> mappings(String key, Set<String> keys) {
        List<Mapping> mappings = new ArrayList<>();
        for (Node node : sequence(key)) {
            if (node instanceof MappingNode mapping) {
                mappings.add(of(file, prefix + key + ".", mapping, keys, findings));
            } else {
                findings.add(Fault.YAML_SHAPE, place(file, node).column(prefix + key), "", "expected", "一组“键: 值”");
            }
        }
        return mappings;
    }

    /** Empty, so that every key of it is missed, where the key holds no mapping. */
    Mapping mapping(String key, Set<String> keys) {
        Node node = node(key);
        if (node instanceof MappingNode mapping) {
            return of(file, prefix + key + ".", mapping, keys, findings);
        }
        if (node != null) {
            fault(Fault.YAML_SHAPE, key, "", "expected", "一组“键: 值”");
        }
        return new Mapping(file, prefix + key + ".", place, Map.of(), new Findings());
    }
}
