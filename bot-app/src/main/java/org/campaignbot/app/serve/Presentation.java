package org.campaignbot.app.serve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.campaignbot.flow.Command;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Profile;
import org.campaignbot.flow.Value.Translated;
import org.campaignbot.people.Language;
import org.campaignbot.slack.blocks.SlackWords;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.telegram.Introduction;
import org.campaignbot.telegram.LocationWords;
import org.jspecify.annotations.Nullable;

/** Presents a pack's bot in the terms of each platform. */
final class Presentation {

    private final Pack pack;
    private final Profile profile;

    Presentation(Pack pack) {
        this.pack = pack;
        this.profile = pack.profile();
    }

    /** Its commands and descriptions in every language of the pack; the base language is also the fallback. */
    Introduction introduction() {
        Map<Language, Introduction.Words> words = new HashMap<>();
        for (Language language : pack.languages()) {
            words.put(
                    language,
                    new Introduction.Words(
                            commands(language, each -> true),
                            commands(language, Command::inGroups),
                            in(profile.description(), language),
                            in(profile.about(), language)));
        }
        return new Introduction(pack.base(), words);
    }

    /** The texts around the button that shares a position; empty if the pack has none. */
    Map<Language, LocationWords> location() {
        Map<Language, LocationWords> words = new HashMap<>();
        Profile.LocationWords location = profile.location();
        if (location != null) {
            for (Language language : pack.languages()) {
                words.put(
                        language,
                        new LocationWords(
                                location.button().in(language),
                                location.invite().in(language),
                                location.thanks().in(language)));
            }
        }
        return words;
    }

    /** The texts around forms in Slack; empty if the pack has none. */
    Map<Language, SlackWords> slackForms() {
        Map<Language, SlackWords> words = new HashMap<>();
        Profile.FormWords form = profile.form();
        if (form != null) {
            for (Language language : pack.languages()) {
                words.put(
                        language,
                        new SlackWords(
                                form.open().in(language),
                                form.send().in(language),
                                form.cancel().in(language),
                                form.tooLong().in(language),
                                form.read().in(language)));
            }
        }
        return words;
    }

    /** The texts around an installation in Slack, in each of the pack's languages, since none is known yet; empty if it has none. */
    Optional<InstallWords> slackInstall() {
        return Optional.ofNullable(profile.install())
                .map(words -> new InstallWords(inAll(words.done()), inAll(words.failed()), inAll(words.absent())));
    }

    private String inAll(Translated words) {
        return pack.languages().stream().map(words::in).distinct().collect(Collectors.joining("\n\n"));
    }

    private List<Introduction.Command> commands(Language language, Predicate<Command> wanted) {
        return profile.commands().stream()
                .filter(wanted)
                .map(each ->
                        new Introduction.Command(each.name(), each.description().in(language)))
                .toList();
    }

    private static String in(@Nullable Translated words, Language language) {
        return words == null ? "" : words.in(language);
    }
}
