package org.campaignbot.app.config;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.campaignbot.content.kept.KeptPack;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.content.understanding.QuestionUnderstanding;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.directory.Directory;
import org.campaignbot.features.Features;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * A pack plus the features that it can call by name.
 *
 * @param questions the questions that it answers; the first answers need only the pack, so they may still have to be read
 * @param turnsAMinute turns that a conversation may take per minute; 0 means no limit
 */
public record Campaign(Pack pack, PackVocabulary vocabulary, Deferred<QuestionMatcher> questions, int turnsAMinute) {

    /** A campaign with the usual limit on turns per minute. */
    public Campaign(Pack pack, PackVocabulary vocabulary, QuestionMatcher matcher) {
        this(pack, vocabulary, Deferred.ready(matcher), Engine.TURNS_A_MINUTE);
    }

    /** The same campaign with another limit on turns per minute. */
    public Campaign limitedTo(int turns) {
        return new Campaign(pack, vocabulary, questions, turns);
    }

    /** The same campaign with another form of its pack. */
    public Campaign speaking(Pack other) {
        return new Campaign(other, vocabulary, questions, turnsAMinute);
    }

    /** What packs can call, over the current directory. */
    public static PackVocabulary vocabulary(Supplier<Directory> directory) {
        return Features.vocabulary(directory, false);
    }

    /**
     * Reads the campaign of some content.
     *
     * @throws Content.BrokenContent if its pack or its questions have errors
     */
    public static Campaign read(Content content, Supplier<Directory> directory) throws Content.BrokenContent {
        PackVocabulary vocabulary = vocabulary(directory);
        Pack pack = pack(content, vocabulary);
        return new Campaign(pack, vocabulary, matcher(content, pack));
    }

    /**
     * Reads the campaign of some content: its pack at once, and its questions once somebody asks for them.
     *
     * @throws Content.BrokenContent if its pack has errors; those of its questions come with {@link #questions}
     */
    public static Campaign begin(Content content, Supplier<Directory> directory) throws Content.BrokenContent {
        PackVocabulary vocabulary = vocabulary(directory);
        Pack pack = pack(content, vocabulary);
        return new Campaign(pack, vocabulary, Deferred.untilAsked(() -> matcher(content, pack)), Engine.TURNS_A_MINUTE);
    }

    private static QuestionMatcher matcher(Content content, Pack pack) throws Content.BrokenContent {
        QuestionMatcher.Result read = questions(content, pack);
        if (!read.problems().isEmpty()) {
            throw new Content.BrokenContent(read.problems());
        }
        return read.matcher();
    }

    /** Matches a question to an answer; waits while the questions are being read. */
    public QuestionMatcher matcher() {
        return questions.get();
    }

    /** The same campaign for a process whose reminders are kept in a database, so they outlive it. */
    public Campaign keepingReminders(Supplier<Directory> directory) {
        return new Campaign(pack, Features.vocabulary(directory, true), questions, turnsAMinute);
    }

    /**
     * Reads only the pack of some content, for callers that need neither places nor questions.
     *
     * @throws Content.BrokenContent if it has errors
     */
    public static Pack pack(Content content) throws Content.BrokenContent {
        return pack(content, vocabulary(() -> {
            throw new IllegalStateException("no step asks for a place");
        }));
    }

    private static Pack pack(Content content, PackVocabulary vocabulary) throws Content.BrokenContent {
        Path program = besideTheProgram();
        return program == null
                ? compiled(content, vocabulary)
                : KeptPack.of(content.folder(), content.campaign(), learned(content), program)
                        .orElse(() -> compiled(content, vocabulary));
    }

    private static Pack compiled(Content content, PackVocabulary vocabulary) throws Content.BrokenContent {
        PackRead read = PackReader.read(content.folder(), content.campaign(), vocabulary);
        Pack pack = read.pack();
        if (pack == null) {
            throw new Content.BrokenContent(read.errors());
        }
        return pack;
    }

    /**
     * Reads the questions of some content; what is learned from them is stored with this installation's other data, and beside the
     * program where the launcher says so.
     */
    public static QuestionMatcher.Result questions(Content content, Pack pack) {
        return QuestionMatcher.read(content.folder(), pack, learned(content), besideTheProgram());
    }

    private static Path learned(Content content) {
        return content.data().resolve("learned");
    }

    /** Where the launcher lets this program keep what it makes of content, for all accounts. */
    private static @Nullable Path besideTheProgram() {
        String program = System.getProperty("bot.learned");
        return program == null ? null : Path.of(program);
    }

    /** An engine over this campaign's pack. */
    public Engine engine() {
        return engine(pack);
    }

    /** Matches a free-form question. */
    public Understanding understanding() {
        return understanding(pack);
    }

    /** An engine over an edited pack, with the same features. */
    public Engine engine(Pack other) {
        return new Engine(other, vocabulary, understanding(other), turnsAMinute);
    }

    private Understanding understanding(Pack read) {
        return new Later(questions.then(matcher -> new QuestionUnderstanding(matcher, read)));
    }

    /** An understanding that may still be being read: the first free question waits for it, a press doesn't. */
    private record Later(Supplier<Understanding> read) implements Understanding {

        @Override
        public Meaning read(String text, Language language) {
            return read.get().read(text, language);
        }

        @Override
        public Meaning read(String text, Language language, Context context) {
            return read.get().read(text, language, context);
        }
    }
}
