package org.campaignbot.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceProblem;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.desk.AlertTime;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.content.Problem;
import org.campaignbot.content.alert.DraftFile;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An alert's content and audience as flags; missing values come from a file, then from the previous draft. */
final class AlertDraftOptions {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A YAML file with action, topic, audience, at, expires, and words by language.")
    private @Nullable Path file;

    @Option(names = "--action", paramLabel = "RECORD", description = "The action that its button opens.")
    private @Nullable String action;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "What it is about; all by default.")
    private @Nullable String topic;

    @Option(
            names = "--words",
            paramLabel = "LANGUAGE=TEXT",
            description = "What it says, once a language, as en=\"The vote is **near**.\"")
    private Map<String, String> words = new HashMap<>();

    @Option(
            names = "--audience",
            paramLabel = "LINE",
            description =
                    "Whom it is for, as \"people in New York who read Spanish\" or \"state=NY language=es\"; everybody by"
                            + " default.")
    private @Nullable String audience;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When it begins, as " + AlertTime.FORM + "; when somebody sends it by default.")
    private @Nullable String at;

    @Option(names = "--expires", paramLabel = "TIME", description = "When it's too late to send it, in the same words.")
    private @Nullable String expires;

    /** The options of a draft that's wholly in a file. */
    static AlertDraftOptions of(Path file) {
        AlertDraftOptions options = new AlertDraftOptions();
        options.file = file;
        return options;
    }

    /**
     * Builds the draft.
     *
     * @param before the draft to change, or null
     * @param now what words such as "tomorrow" count from
     * @throws SettingProblem if something is wrong or missing; for a file, it lists everything
     */
    Draft draft(@Nullable Draft before, AudienceTerms terms, Instant now) throws SettingProblem {
        DraftFile read = file(terms, now);
        Map<Language, String> said = new HashMap<>(before == null ? Map.of() : before.words());
        said.putAll(read.words());
        words.forEach((code, text) -> said.put(new Language(code), text.strip()));
        String recordOfAction = first(action, read.action(), before == null ? null : before.action());
        Instant end = first(
                expires == null ? null : AlertCommand.time("--expires", expires, AlertTime.readEnd(expires, now)),
                read.expires(),
                before == null ? null : before.expires());
        if (recordOfAction == null || end == null || said.isEmpty()) {
            throw new SettingProblem("An alert needs an action, words and an expiry. Give them by --action, --words and"
                    + " --expires, or write them into a file: ./bot alert draft --help");
        }
        return new Draft(
                recordOfAction,
                Objects.requireNonNullElse(
                        first(topic, read.topic(), before == null ? null : before.topic()), Subscription.ALL),
                said,
                Objects.requireNonNullElse(
                        first(
                                audience == null ? null : audience(audience, terms),
                                read.audience(),
                                before == null ? null : before.audience()),
                        Audience.EVERYBODY),
                first(
                        at == null ? null : AlertCommand.time("--at", at, AlertTime.read(at, now)),
                        read.at(),
                        before == null ? null : before.at()),
                end,
                before == null ? Map.of() : stillUnread(before.unread(), read));
    }

    /** What can't be read in the draft before and isn't given again. */
    private Map<String, String> stillUnread(Map<String, String> before, DraftFile read) {
        Map<String, String> unread = new HashMap<>(before);
        if (audience != null || read.audience() != null) {
            unread.remove(Draft.AUDIENCE);
        }
        if (at != null || read.at() != null) {
            unread.remove(Draft.START);
        }
        if (expires != null || read.expires() != null) {
            unread.remove(Draft.END);
        }
        return unread;
    }

    private DraftFile file(AudienceTerms terms, Instant now) throws SettingProblem {
        if (file == null) {
            return new DraftFile(null, null, Map.of(), null, null, null, List.of());
        }
        try {
            DraftFile read = DraftFile.read(file.toString(), Files.readAllBytes(file), terms, now);
            if (!read.problems().isEmpty()) {
                throw new SettingProblem(
                        read.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
            }
            return read;
        } catch (IOException unreadable) {
            throw new SettingProblem("There is no file " + file + " that can be read.");
        }
    }

    /** Parses an audience that somebody typed. */
    static Audience audience(String line, AudienceTerms terms) throws SettingProblem {
        AudienceText.Read read = AudienceText.read(line, terms);
        if (read instanceof AudienceText.Read.Broken broken) {
            throw new SettingProblem("The audience \"" + line + "\" cannot be read.\n"
                    + broken.problems().stream().map(AudienceProblem::toString).collect(Collectors.joining("\n")));
        }
        return ((AudienceText.Read.Sound) read).audience();
    }

    @SafeVarargs
    private static <T> @Nullable T first(@Nullable T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
