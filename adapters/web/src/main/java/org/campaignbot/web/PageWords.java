package org.campaignbot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.people.Language;

/** The pages' own words in one language: headings, labels, hints. What a campaign says comes from its pack. */
final class PageWords {

    private static final PageWords ENGLISH = read("words_en.properties", "console_en.properties", "data_en.properties");
    private static final PageWords SPANISH = read("words_es.properties", "console_es.properties", "data_es.properties");

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");

    private final Properties words;

    private PageWords(Properties words) {
        this.words = words;
    }

    /** The words in a language, or in English if there are none. */
    static PageWords in(Language language) {
        return language.equals(Language.SPANISH) ? SPANISH : ENGLISH;
    }

    private static PageWords read(String... names) {
        Properties words = new Properties();
        for (String name : names) {
            try (InputStream in = PageWords.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new PageWords(words);
    }

    /** A text with these values in place of {@code {0}}, {@code {1}} and so on. */
    String say(String key, String... values) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("the pages have no words for " + key);
        }
        // In one pass: braces in a value are somebody's words.
        return VALUE.matcher(text).replaceAll(each -> {
            int number = Integer.parseInt(each.group(1));
            return Matcher.quoteReplacement(number < values.length ? values[number] : each.group());
        });
    }

    /** Whether there are words for a key that is made of names from elsewhere. */
    boolean has(String key) {
        return words.containsKey(key);
    }

    /** The keys of all words. */
    Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }
}
