package org.luheng.document;

import java.text.Normalizer;

/**
 * Letters that look alike. A printed page keeps shapes, and where one shape serves a radical and a character, 工 and 方 are often
 * said to be the radicals U+2F2F and U+2F45; nobody writes with radicals.
 */
final class Letters {
    /** Radicals of the supplement that Unicode does not say the characters of, each followed by its character. */
    private static final String SIMPLIFIED = "⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺢氵⺣灬⺤爫⺥爫⺧牛⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺶羊⺷羊⺸羊⺹老⺺肀⺼肉"
            + "⺽臼⺾艹⺿艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨"
            + "⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀";

    private Letters() {}

    static String plain(String words) {
        for (int at = 0; at < words.length(); at++) {
            if (isLookalike(words.charAt(at))) {
                StringBuilder plain = new StringBuilder(words.length());
                words.chars().forEach(c -> plain.append(plain((char) c)));
                return plain.toString();
            }
        }
        return words;
    }

    private static boolean isLookalike(char c) {
        return (c >= '\u2E80' && c <= '\u2FD5') || (c >= '\uF900' && c <= '\uFAFF') || (c >= '\uFB00' && c <= '\uFB06');
    }

    private static String plain(char c) {
        if (!isLookalike(c)) {
            return String.valueOf(c);
        }
        int simplified = SIMPLIFIED.indexOf(c);
        return simplified >= 0 && simplified % 2 == 0
                ? SIMPLIFIED.substring(simplified + 1, simplified + 2)
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }
}
