package org.luheng.document;

import java.util.BitSet;
import org.luheng.files.Fault;

/** Whether what was read can be Chinese writing, or is what remains where characters were taken for others. */
final class Legibility {
    /** The characters that every official document is full of. */
    private static final String FREQUENT =
            "的一是在不有和人这中大为上个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    private static final BitSet COMMON = common();

    private static final int ENOUGH = 200;

    private Legibility() {}

    private static BitSet common() {
        BitSet common = new BitSet();
        FREQUENT.chars().forEach(common::set);
        return common;
    }

    /** @throws org.luheng.files.Refused where most of it means nothing */
    static void check(Original original, String text) {
        int letters = 0;
        int lost = 0;
        int han = 0;
        int common = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Words.isBlank(c)) {
                continue;
            }
            letters++;
            lost += c == '\uFFFD' || (c >= '\uE000' && c <= '\uF8FF') || Character.isISOControl(c) ? 1 : 0;
            if (Words.isHan(c)) {
                han++;
                common += COMMON.get(c) ? 1 : 0;
            }
        }
        if (lost * 10L > letters) {
            throw original.refuse(Fault.GARBLED, "seen", letters + " 个字符中有 " + lost + " 个没有意义");
        }
        if (han >= ENOUGH && common * 5L < han) {
            throw original.refuse(Fault.GARBLED, "seen", "汉字中常用字不到五分之一");
        }
        if (lost > 0) {
            original.note(Fault.CHARACTERS_LOST, "count", String.valueOf(lost), "why", "没有对应的编码");
        }
    }
}
