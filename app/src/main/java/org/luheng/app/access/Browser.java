package org.luheng.app.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself, in two words: enough to tell one's own from a stranger's. */
final class Browser {
    private static final Map<String, String> NAMES = ordered(
            "MicroMessenger",
            "微信",
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "QQBrowser",
            "QQ 浏览器",
            "UCBrowser",
            "UC 浏览器",
            "Firefox/",
            "Firefox",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari",
            "curl/",
            "curl",
            "Java",
            "Java 程序");
    private static final Map<String, String> SYSTEMS = ordered(
            "OpenHarmony",
            "鸿蒙",
            "HarmonyOS",
            "鸿蒙",
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private Browser() {}

    private static Map<String, String> ordered(String... marksAndWords) {
        Map<String, String> ordered = new java.util.LinkedHashMap<>();
        for (int at = 0; at < marksAndWords.length; at += 2) {
            ordered.put(marksAndWords[at], marksAndWords[at + 1]);
        }
        return ordered;
    }

    static String inWords(@Nullable String agent) {
        String said = agent == null ? "" : agent;
        return (word(NAMES, said, "其他浏览器") + " " + word(SYSTEMS, said, "")).strip();
    }

    private static String word(Map<String, String> words, String said, String otherwise) {
        return words.entrySet().stream()
                .filter(each -> said.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
