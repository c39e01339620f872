package org.luheng.app.metering.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luheng.app.metering.DataCode;
import org.luheng.files.OnlineRules;
import org.luheng.files.OnlineRules.Part;

/** Names of data codes by the dictionary; a part it does not have keeps its digits. */
record CodeNames(OnlineRules rules) {
    private Optional<OnlineRules.Code> item(DataCode code) {
        return switch (code.collected()) {
            case "01", "02" -> rules.code(Part.ENERGY, code.item());
            case "03" -> rules.code(Part.MEDIUM, code.item());
            default -> Optional.empty();
        };
    }

    /** 电力 · 工业生产消费（全厂）. */
    String name(DataCode code) {
        List<String> parts = new ArrayList<>();
        parts.add(item(code)
                .map(OnlineRules.Code::name)
                .orElseGet(() -> rules.code(Part.COLLECTED, code.collected())
                                .map(OnlineRules.Code::name)
                                .orElse("类型 " + code.collected())
                        + " " + code.item()));
        parts.add(rules.code(Part.USE, code.use()).map(OnlineRules.Code::name).orElse("用途 " + code.use()));
        return String.join(" · ", parts) + "（" + scope(code) + "）";
    }

    private static String scope(DataCode code) {
        if (code.isOfTheWholePlant()) {
            return "全厂";
        }
        if (!code.equipment().equals("0000")) {
            return "设备 " + code.equipment();
        }
        return code.processUnit().equals("00") ? "工序 " + code.process() : "工序单元 " + code.process() + code.processUnit();
    }

    /** Empty where the dictionary has none. */
    String unit(DataCode code) {
        return item(code).map(OnlineRules.Code::unit).orElse("");
    }
}
