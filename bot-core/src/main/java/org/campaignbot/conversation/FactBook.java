package org.campaignbot.conversation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Values;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** The facts of one turn, each kept where its lifetime allows. */
final class FactBook implements Values, JavaStep.Facts {

    /** The fact with the language a person chose. */
    static final String LANGUAGE = "language";

    private static final String TITLE = ".title";
    private static final String AGE = ".age";
    private static final String STANDING = ".standing";
    /** {@code yes} if there are links into this bot; {@code deep-link.call} is the link to that flow. */
    private static final String DEEP_LINKS = "deep-links";

    private static final String DEEP_LINK = "deep-link.";
    private static final String REVIEW_AFTER = ".review_after";

    private final Pack pack;
    private final Instant now;
    private final Language locale;
    private final @Nullable String deepLinks;
    private final Map<String, String> saved;
    private final Map<String, State.Held> held;
    private final Map<String, Value> turn = new HashMap<>();
    private @Nullable Map<String, Action> closed;
    private Function<String, @Nullable String> reader = words -> null;

    FactBook(Pack pack, State state, TurnInput turnInput) {
        this.pack = pack;
        this.now = turnInput.at();
        this.locale = turnInput.locale();
        this.deepLinks = turnInput.deepLinks();
        this.saved = new HashMap<>(state.saved());
        this.held = new HashMap<>(state.held());
        turn.put(LAST_TURN, new Value.Text(state.lastTurn().toString()));
        if (turnInput.group()) {
            turn.put(IN_GROUP, new Value.Text("yes"));
        }
        if (turnInput.event() instanceof Event.Typed typed) {
            turn.put(TYPED, new Value.Text(typed.text()));
        }
        if (state.asked() != null) {
            turn.put(WAITING_FLOW, new Value.Text(state.asked().place().flow()));
        }
        held.values().removeIf(fact -> !now.isBefore(fact.until()));
        Duration away = Duration.between(state.lastTurn(), now);
        saved.keySet().removeIf(name -> pack.fact(name).isOver(state.saved(), away));
    }

    Language language() {
        String chosen = saved.get(LANGUAGE);
        Language language = chosen == null ? locale : new Language(chosen);
        return pack.languages().contains(language) ? language : pack.base();
    }

    /**
     * Looks up the value at a path. Some fields are computed: {@code age} is {@code old} after the day in
     * {@code review_after}, {@code standing} of an action says whether it can be taken today, and {@code title} of a fact that
     * names a flow is that flow's title.
     */
    @Override
    public @Nullable Value at(String path) {
        if (path.endsWith(AGE)) {
            Value review = Values.super.at(path.substring(0, path.length() - AGE.length()) + REVIEW_AFTER);
            boolean old = review instanceof Value.Day day && today().isAfter(day.date());
            return new Value.Text(old ? "old" : "fresh");
        }
        if (path.startsWith(DEEP_LINK)) {
            return deepLinks == null ? null : deepLink(deepLinks + path.substring(DEEP_LINK.length()));
        }
        if (path.endsWith(STANDING)) {
            String name = path.substring(0, path.length() - STANDING.length());
            Value record = named(name);
            Action action = record == null ? null : Action.of(name, record);
            return action == null ? null : new Value.Text(action.on(today()).word());
        }
        Value value = Values.super.at(path);
        return value == null && path.endsWith(TITLE)
                ? titleOf(path.substring(0, path.length() - TITLE.length()))
                : value;
    }

    private @Nullable Value titleOf(String fact) {
        String title = value(fact) instanceof Value.Text text ? title(text.text()) : null;
        return title == null ? null : new Value.Text(title);
    }

    @Override
    public @Nullable String title(String flowName) {
        Flow flow = pack.flow(flowName);
        return flow == null ? null : new Rendering(language()).line(flow.title(), this);
    }

    private static Value deepLink(String address) {
        return new Value.Link(address, URI.create(address));
    }

    /** The day of the turn, by the clock of Congress. */
    LocalDate today() {
        return EasternTime.dateAt(now);
    }

    /** The action that a flow leads through, if it's closed today; else null. */
    @Nullable
    Action closed(String flow) {
        Map<String, Action> known = closed;
        if (known == null) {
            known = new HashMap<>();
            for (Action action : Action.all(pack.records()).toList()) {
                if (!action.on(today()).isOpen()) {
                    known.put(action.flow(), action);
                }
            }
            closed = known;
        }
        return known.get(flow);
    }

    @Override
    public @Nullable Value named(String name) {
        Value value = value(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case LANGUAGE -> new Value.Text(language().code());
            case "today" -> new Value.Day(today());
            case DEEP_LINKS -> new Value.Text(deepLinks == null ? "no" : "yes");
            default -> pack.records().get(name);
        };
    }

    @Override
    public @Nullable Value value(String name) {
        Value passing = turn.get(name);
        if (passing != null) {
            return passing;
        }
        State.Held inMemory = held.get(name);
        if (inMemory != null) {
            return inMemory.value();
        }
        String kept = saved.get(name);
        return kept == null ? null : new Value.Text(kept);
    }

    @Override
    public Map<String, Value> records() {
        return pack.records();
    }

    /** Reads words for Java steps from now on: which step of the running flow they mean. */
    void readBy(Function<String, @Nullable String> newReader) {
        reader = newReader;
    }

    @Override
    public @Nullable String meaning(String words) {
        return reader.apply(words);
    }

    void keep(String name, Value value) {
        switch (pack.fact(name).lifetime()) {
            case TURN -> turn.put(name, value);
            case MEMORY -> held.put(name, new State.Held(value, now.plus(Duration.ofMinutes(State.HOLD_MINUTES))));
            case SAVED -> {
                if (!(value instanceof Value.Text text) || text.own()) {
                    throw new IllegalStateException(
                            "the fact " + name + " is saved, so it can only hold the bot's own words");
                }
                saved.put(name, text.text());
            }
        }
    }

    /** Whether the conversation has a language of its own, chosen or kept. */
    boolean isLanguageKept() {
        return saved.containsKey(LANGUAGE);
    }

    /** Keeps the language of this turn as if the person had chosen it, if they chose none. */
    void keepLanguage() {
        if (!isLanguageKept()) {
            keep(LANGUAGE, new Value.Text(language().code()));
        }
    }

    void clear(String name) {
        turn.remove(name);
        held.remove(name);
        saved.remove(name);
    }

    void forget() {
        turn.clear();
        held.clear();
        saved.clear();
    }

    Map<String, String> saved() {
        return saved;
    }

    Map<String, State.Held> held() {
        return held;
    }
}
