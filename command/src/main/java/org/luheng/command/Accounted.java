package org.luheng.command;

import java.time.LocalDate;
import java.util.Map;
import org.luheng.accounting.Element;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Snapshot;
import org.luheng.files.FactsFile;
import org.luheng.files.PlanFolder;
import org.luheng.files.Region;
import org.luheng.files.Register;

/** What was computed, with the words for it. */
record Accounted(
        PlanFolder folder,
        Register register,
        Rules rules,
        FactsFile.Receipt receipt,
        LocalDate knownOn,
        Snapshot.Result result)
        implements Words {
    private static final Map<String, String> LIGHTS = Map.of(
            Element.LIGHT_INTENSITY, "能耗强度",
            Element.LIGHT_PROGRESS, "能耗强度累计进度",
            Element.LIGHT_TOTAL, "能源消费总量");

    static final String SAMPLES = "样例数据，不是任何地区的真实情况";

    @Override
    public String name(String indicatorOrLight) {
        String own = LIGHTS.getOrDefault(indicatorOrLight, Element.NAMES.get(indicatorOrLight));
        if (own != null) {
            return own;
        }
        Indicator indicator = rules.indicator(indicatorOrLight);
        return indicator == null ? indicatorOrLight : indicator.name();
    }

    @Override
    public String whose(String code) {
        Region region = register.region(code);
        return region == null ? code : region.name();
    }

    @Override
    public String asGiven(String code) {
        return receipt.spelled().getOrDefault(code, code);
    }

    boolean restsOnSamples() {
        return result.figures().stream().anyMatch(figure -> figure.sample())
                || result.lights().stream().anyMatch(light -> light.sample());
    }

    static String level(int level) {
        return switch (level) {
            case 1 -> "一级";
            case 2 -> "二级";
            default -> "三级";
        };
    }
}
