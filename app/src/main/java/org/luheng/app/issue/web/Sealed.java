package org.luheng.app.issue.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sealed file of an issue, read for its matrix: places × main indicators in the period it is about. Shows what was
 * sealed and computes nothing.
 *
 * @param columns lights, in the order of the file
 */
record Sealed(List<String> columns, List<Row> rows) {
    private static final JsonMapper JSON = new JsonMapper();

    record Row(String region, List<Cell> cells) {}

    /**
     * @param indicator the figure behind the light
     * @param level 1 worst, 2, 3; null: no light, {@code state} says why
     */
    record Cell(
            String indicator,
            @Nullable BigDecimal value,
            String unit,
            @Nullable Integer level,
            State state,
            boolean bracketed) {}

    private record Key(String region, String name) {}

    static Sealed of(byte[] content) {
        JsonNode file = JSON.readTree(content);
        String period = file.at("/period").asString();
        Map<Key, JsonNode> figures = whole(file.at("/figures"), "indicator", period);
        Map<Key, JsonNode> lights = whole(file.at("/lights"), "light", period);
        List<String> columns = new ArrayList<>();
        file.at("/columns").forEach(column -> columns.add(column.asString()));
        List<Row> rows = new ArrayList<>();
        for (JsonNode place : file.at("/places")) {
            String region = place.asString();
            List<Cell> cells = new ArrayList<>();
            for (String column : columns) {
                String indicator = Element.judgedBy(column);
                cells.add(
                        cell(indicator, figures.get(new Key(region, indicator)), lights.get(new Key(region, column))));
            }
            rows.add(new Row(region, cells));
        }
        return new Sealed(columns, rows);
    }

    /** By place and name; of several targets of one indicator that of the whole place. */
    private static Map<Key, JsonNode> whole(JsonNode list, String name, String period) {
        Map<Key, JsonNode> found = new HashMap<>();
        for (JsonNode item : list) {
            if (item.at("/period").asString().equals(period)) {
                Key key = new Key(
                        item.at("/region").asString(), item.at("/" + name).asString());
                JsonNode before = found.get(key);
                if (before == null
                        || (!before.at("/scope").asString().isEmpty()
                                && item.at("/scope").asString().isEmpty())) {
                    found.put(key, item);
                }
            }
        }
        return found;
    }

    private static Cell cell(String indicator, @Nullable JsonNode figure, @Nullable JsonNode light) {
        JsonNode value = figure == null ? null : figure.get("value");
        JsonNode level = light == null ? null : light.get("level");
        return new Cell(
                indicator,
                value == null || value.isNull() ? null : new BigDecimal(value.asString()),
                figure == null ? "" : figure.at("/unit").asString(),
                level == null || level.isNull() ? null : level.asInt(),
                light == null ? State.NO_DATA : State.of(light.at("/state").asString()),
                light != null && light.at("/bracketed").asBoolean());
    }
}
