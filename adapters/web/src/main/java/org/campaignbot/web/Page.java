package org.campaignbot.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.campaignbot.people.Language;

/**
 * What every page has around its content.
 *
 * @param title what the browser's tab says
 * @param campaign what the campaign is called
 * @param path its path, for the links that change the language
 * @param language the language that it speaks
 * @param isChosen whether the reader chose the language by a link, so that all further links keep it
 * @param other the language that it is offered in, too
 * @param parts what else is served, for the links to it
 */
public record Page(
        String title, String campaign, String path, Language language, boolean isChosen, Language other, Parts parts) {

    /** The parts that may be switched off, or that a pack may lack. */
    public record Parts(boolean chat, boolean topics, boolean embed) {}

    /** A day in words, as the bot says it: {@code November 24, 2026} or {@code 24 de noviembre de 2026}. */
    public static String day(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /** A text of the pages' own. */
    public String say(String key, String... values) {
        return PageWords.in(language).say(key, values);
    }

    /** Whether there is such a text. */
    public boolean knows(String key) {
        return PageWords.in(language).has(key);
    }

    /** A text of the pages' own, in the other language. */
    public String sayOther(String key) {
        return PageWords.in(other).say(key);
    }

    /** The link to another page in the same language. */
    public String to(String target) {
        return isChosen ? target + "?lang=" + language.code() : target;
    }

    /** The link to this page in the other language. */
    public String inOther() {
        return path + "?lang=" + other.code();
    }

    /** The address of a file that pages load; it changes with the file, so browsers may keep it. */
    public String asset(String name) {
        return Assets.address(name);
    }
}
