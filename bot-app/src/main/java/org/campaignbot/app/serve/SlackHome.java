package org.campaignbot.app.serve;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;
import org.campaignbot.slack.home.HomeContent;
import org.campaignbot.slack.home.HomeContent.Section;
import org.campaignbot.slack.home.HomeView;
import org.campaignbot.update.ConversationStore;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.HeldFacts;

/**
 * The Home tab's view of a person's conversation: the current question, and buttons for their lawmakers, settings and data, and for
 * deleting everything. It only reads, so viewing it isn't a turn.
 */
final class SlackHome implements HomeView {

    /** The buttons' targets, in this order, as far as the pack has them. */
    private static final List<String> WAYS =
            List.of("menu", "lawmakers", "settings", "my-data", "forget", "human", "urgent-help");

    private final LiveEngine engine;
    private final ConversationStore conversations;
    private final HeldFacts held;
    private final InstantSource clock;

    SlackHome(LiveEngine engine, ConversationStore conversations, HeldFacts held, InstantSource clock) {
        this.engine = engine;
        this.conversations = conversations;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public Optional<HomeContent> of(ConversationKey own, Language locale) {
        Engine present = engine.get();
        Instant now = clock.instant();
        Saved saved = conversations.load(List.of(own)).getOrDefault(own, new Saved(State.fresh(), 0));
        State state = saved.state().holding(held.of(own));
        Language language = state.language().orElse(locale);
        List<Section> sections = new ArrayList<>();
        TurnInput look = new TurnInput(
                new Event.Opened(""), now, 0, language, present.pack().revision());
        for (Message message : present.waiting(state, look)) {
            String heading = sections.isEmpty() ? present.packTitle(language, now) : "";
            sections.add(new Section(heading, message.text(), message.choices(), message.form()));
        }
        Set<String> offered = offered(present.pack(), sections);
        List<Choice> ways = new ArrayList<>();
        for (String flow : WAYS) {
            if (present.pack().flow(flow) != null && !offered.contains(flow)) {
                ways.add(new Choice.Press(
                        present.title(flow, language, now), flow, Event.Pressed.ENTRY, Event.Pressed.ENTRY));
            }
        }
        sections.add(new Section("", RichText.EMPTY, ways, null));
        return Optional.of(new HomeContent(sections));
    }

    /** The flows that the question's own buttons lead to, so that nothing is offered twice. */
    private static Set<String> offered(Pack pack, List<Section> sections) {
        Set<String> offered = new HashSet<>();
        for (Section section : sections) {
            for (Choice choice : section.choices()) {
                if (choice instanceof Choice.Press press) {
                    String named = new Event.Pressed(press.flow(), press.step(), press.answer()).named();
                    if (press.flow().equals(pack.menu()) || named.equals("menu")) {
                        offered.add(pack.menu());
                    }
                    Flow flow = pack.flow(press.flow());
                    Step step = flow == null ? null : flow.step(press.step());
                    if (step != null && step.ask() != null) {
                        step.ask().answers().stream()
                                .filter(answer -> answer.name().equals(named))
                                .map(Answer::then)
                                .filter(Target.ToFlow.class::isInstance)
                                .forEach(target -> offered.add(((Target.ToFlow) target).flow()));
                    }
                }
            }
        }
        return offered;
    }
}
