package org.campaignbot.content.understanding;

import java.util.Map;

/** Says in a word what a text of pictures alone means: a thumb up is "ok". Beside words, pictures say nothing new. */
final class Pictures {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("👍", "ok"),
            Map.entry("👌", "ok"),
            Map.entry("✅", "ok"),
            Map.entry("✔", "ok"),
            Map.entry("🫡", "ok"),
            Map.entry("🆗", "ok"),
            Map.entry("🙏", "thanks"),
            Map.entry("🤝", "thanks"),
            Map.entry("😂", "lol"),
            Map.entry("🤣", "lol"),
            Map.entry("😆", "lol"),
            Map.entry("😹", "lol"),
            Map.entry("💀", "lol"),
            Map.entry("👋", "hi"),
            Map.entry("❤", "i love this"),
            Map.entry("💪", "i love this"),
            Map.entry("👏", "i love this"),
            Map.entry("🔥", "i love this"),
            Map.entry("🎉", "i love this"),
            Map.entry("🖕", "you suck"));

    private Pictures() {}

    /** A text as it is, or if it has no letter the word for the first picture that means something. */
    static String read(String text) {
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(WORDS::get)
                .filter(word -> word != null)
                .findFirst()
                .orElse(text);
    }
}
