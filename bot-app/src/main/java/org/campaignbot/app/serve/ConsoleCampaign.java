package org.campaignbot.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.CampaignCheck;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.content.Problem;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRun;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Severity;
import org.campaignbot.content.understanding.Matched;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Settings;
import org.campaignbot.update.UpdateJournal;
import org.campaignbot.web.ChatEngine;
import org.campaignbot.web.WebChannel;
import org.campaignbot.web.console.CampaignTools;
import org.jspecify.annotations.Nullable;

/** The console's view of the campaign that is served. The check runs in the background, once a day at most. */
final class ConsoleCampaign implements CampaignTools {

    private static final String ENDING = ".chat";
    /** How a transcript's name begins that is another one's in Spanish. */
    private static final String SPANISH = "in-spanish-";

    private final Content content;
    private final Campaign campaign;
    private final Supplier<Engine> engine;
    private final Supplier<Directory> directory;
    private final Settings settings;
    private final InstantSource clock;
    private final UpdateJournal journal;
    private final Console console;
    private final Executor background;
    private final Understanding understanding;
    private @Nullable Checked checked;
    private volatile @Nullable Map<String, Kept> kept;

    /** A check of a day; null findings are still being made. */
    private record Checked(LocalDate day, @Nullable PackFindings findings) {}

    /** A transcript and where it is. */
    private record Kept(ChatFile chat, Path file) {}

    ConsoleCampaign(
            Content content,
            Campaign campaign,
            Supplier<Engine> engine,
            Supplier<Directory> directory,
            Settings settings,
            InstantSource clock,
            UpdateJournal journal,
            Console console,
            Executor background) {
        this.background = background;
        this.content = content;
        this.campaign = campaign;
        this.engine = engine;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
        this.console = console;
        this.understanding = campaign.understanding();
    }

    @Override
    public synchronized Optional<PackFindings> check() {
        LocalDate today = EasternTime.dateAt(clock.instant());
        if (checked == null || !checked.day().equals(today)) {
            checked = new Checked(today, null);
            background.execute(() -> keep(checked(today)));
        }
        return Optional.ofNullable(checked.findings());
    }

    private synchronized void keep(PackFindings findings) {
        checked = new Checked(findings.day(), findings);
    }

    private PackFindings checked(LocalDate today) {
        try {
            CampaignCheck check = CampaignCheck.of(content, today);
            boolean isOther = check.pack() == null
                    || !check.pack().revision().equals(campaign.pack().revision());
            return new PackFindings(
                    today,
                    isOther,
                    false,
                    check.problems().stream()
                            .map(this::finding)
                            .sorted(Comparator.comparing(each -> !each.isError()))
                            .toList());
        } catch (IOException | RuntimeException failure) {
            console.trouble("The check of the campaign failed: " + FailurePlace.of(failure));
            return new PackFindings(today, false, true, List.of());
        }
    }

    private PackFinding finding(Problem problem) {
        String folder = content.folder() + "/";
        return new PackFinding(
                ProblemKind.severity(problem) == Severity.ERROR,
                problem.file().startsWith(folder) ? problem.file().substring(folder.length()) : problem.file(),
                problem.line(),
                problem.message(),
                problem.fix());
    }

    @Override
    public QuestionGuess guess(String question, Language language) {
        QuestionMatcher matcher = campaign.matcher();
        Matched matched = matcher.match(question);
        Understanding.Meaning meaning = understanding.read(question, language);
        return new QuestionGuess(
                meaning,
                given(matcher.ordinary(question, Set.of()), meaning, language),
                matcher.guesses(question).stream()
                        .map(each -> new PossibleAnswer(
                                matcher.title(each.answer(), language).orElse(each.answer()), each.probability()))
                        .toList(),
                matched.urgent() ? matched.confidence() : 0);
    }

    /** What the answer is called that is given if nobody is in danger; empty if none is. */
    private String given(Matched matched, Understanding.Meaning meaning, Language language) {
        Understanding.Meaning calm = meaning instanceof Understanding.Urgent urgent ? urgent.ordinary() : meaning;
        if (!(calm instanceof Understanding.Clear clear)) {
            return "";
        }
        return campaign.matcher()
                .title(matched.answer(), language)
                .orElseGet(() -> engine.get().title(clear.to().flow(), language, clock.instant()));
    }

    @Override
    public List<ChatFile> chats() {
        return transcripts().values().stream().map(Kept::chat).toList();
    }

    /** The pack is read once, and so is the list. */
    private Map<String, Kept> transcripts() {
        Map<String, Kept> known = kept;
        if (known == null) {
            known = listed();
            kept = known;
        }
        return known;
    }

    private Map<String, Kept> listed() {
        Map<String, Kept> all = new LinkedHashMap<>();
        try {
            for (Transcript each : Transcripts.of(content.campaignFolder())) {
                Path file = Path.of(each.file());
                String name = file.getFileName().toString().replace(ENDING, "");
                String group = file.getName(file.getNameCount() - 2).toString();
                Language language = new Language(each.head().getOrDefault("lang", "en"));
                all.put(
                        group + "--" + name,
                        new Kept(new ChatFile(group + "--" + name, group, said(name), language, null), file));
            }
        } catch (IOException failure) {
            console.trouble("The transcripts can't be read: " + FailurePlace.of(failure));
        }
        Map<String, Kept> paired = new LinkedHashMap<>(all);
        all.forEach((id, spanish) -> {
            String other = id.replace("--" + SPANISH, "--");
            Kept twin = all.get(other);
            if (!other.equals(id)
                    && twin != null
                    && !twin.chat().language().equals(spanish.chat().language())) {
                paired.put(id, paired(spanish, other));
                paired.put(other, paired(twin, id));
            }
        });
        return paired;
    }

    private static Kept paired(Kept of, String twin) {
        ChatFile chat = of.chat();
        return new Kept(new ChatFile(chat.id(), chat.group(), chat.name(), chat.language(), twin), of.file());
    }

    private static String said(String name) {
        String words = (name.startsWith(SPANISH) ? name.substring(SPANISH.length()) : name).replace('-', ' ');
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    @Override
    public Optional<ChatReplay> chat(String id) {
        Kept found = transcripts().get(id);
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(replay(found.chat(), Transcripts.read(found.file())));
        } catch (IOException failure) {
            console.trouble("A transcript can't be read: " + FailurePlace.of(failure));
            return Optional.empty();
        }
    }

    private ChatReplay replay(ChatFile chat, Transcript transcript) {
        // Transcripts are written for a bot whose reminders end with it.
        Campaign written = new Campaign(
                campaign.pack(), Campaign.vocabulary(directory), campaign.questions(), Engine.TURNS_A_MINUTE);
        TranscriptRun run = new TranscriptRunner(written.pack(), written::engine).run(transcript);
        List<ChatStep> steps = new ArrayList<>();
        for (int i = 0; i < transcript.exchanges().size(); i++) {
            steps.add(step(transcript.exchanges().get(i), run.messages().get(i)));
        }
        String about = transcript.preamble().stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
        return new ChatReplay(chat, about, run.passed(), steps);
    }

    private static ChatStep step(Transcript.Exchange exchange, List<Message> answer) {
        ChatStep.Kind kind = exchange.pressed().isPresent()
                ? ChatStep.Kind.PRESSED
                : exchange.typed().isPresent() ? ChatStep.Kind.TYPED : ChatStep.Kind.HAPPENED;
        return new ChatStep(kind, exchange.inWords(), answer);
    }

    @Override
    public ChatEngine tryOut(WebChannel channel) {
        return new WebBot(campaign, directory, settings, channel, List.of(), clock, new Failures(journal));
    }

    /** Takes no note of turns; what fails is reported as anywhere else. */
    private record Failures(UpdateJournal journal) implements UpdateJournal {

        @Override
        public void turnFailed(State state, TurnInput turnInput, RuntimeException failure) {
            journal.turnFailed(state, turnInput, failure);
        }

        @Override
        public void effectFailed(String effect, RuntimeException failure) {
            journal.effectFailed(effect, failure);
        }
    }
}
