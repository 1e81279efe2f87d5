package org.campaignbot.content.chat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.StateCodec;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Pack;
import org.campaignbot.memory.MemoryTimers;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.PackInForce;
import org.campaignbot.settings.SettingRules;
import org.campaignbot.settings.Version;
import org.campaignbot.timers.Timer;
import org.campaignbot.timers.TimerHandler;
import org.campaignbot.timers.Timers;
import org.jspecify.annotations.Nullable;

/** Replays transcripts: every saved state is written and read back, and memory is lost at a restart. */
public final class TranscriptRunner {

    /** How many turns of the person a transcript may have; split a longer one in two. */
    public static final int MOST_TURNS = 25;

    private static final Pattern PASSES = Pattern.compile("--- (\\d+) (second|minute|hour|day)s? pass(?:es)? ---");
    private static final Pattern EDIT = Pattern.compile(
            "--- the pack changes: (rename|was|remove|retire|reorder|reword|drop) ([a-z0-9-]+)/([a-z0-9-]+)(?: ([a-z0-9-]+))? ---");
    private static final Pattern SET = Pattern.compile("--- organizers set (\\S+) (.+?)"
            + "(?: as of (\\d{4}-\\d{2}-\\d{2}))?(?: by (.+?))?(?: from the source (.+?))? ---");
    private static final Pattern UNSET = Pattern.compile("--- organizers unset (\\S+) ---");
    private static final String ORGANIZERS = "organizers";
    private static final ConversationKey CONVERSATION =
            new ConversationKey(new Address("transcript", "bot", "chat", null), new Person("transcript", "me"));
    private static final String RESTART = "--- the bot restarts ---";

    private final Pack pack;
    private final Function<Pack, Engine> engines;

    /** The engine of the pack as it is, with which each transcript begins. */
    private final Engine shipped;

    private final Consumer<Instant> clock;

    /** Creates a runner over a pack; the function also makes the engine of an edited pack. */
    public TranscriptRunner(Pack pack, Function<Pack, Engine> engines) {
        this(pack, engines, now -> {});
    }

    /** The same, where something else goes by the clock of each transcript, too: it's told of each instant before what happens then. */
    public TranscriptRunner(Pack pack, Function<Pack, Engine> engines, Consumer<Instant> clock) {
        this.pack = pack;
        this.engines = engines;
        this.shipped = engines.apply(pack);
        this.clock = clock;
    }

    /** Replays a transcript. */
    public TranscriptRun run(Transcript transcript) {
        return new Conversation(transcript).hold();
    }

    /** The conversation of one transcript. */
    private final class Conversation {
        private final Transcript transcript;
        private final List<List<String>> answers = new ArrayList<>();
        private final List<List<Message>> messages = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();
        private final Set<String> paths = new HashSet<>();
        private final List<Choice.Press> buttons = new ArrayList<>();
        private final Language locale;
        private final long seed;
        private final Timers timers = new MemoryTimers();
        private final List<EffectHandler> handlers = TimerHandler.over(timers);
        private Pack present = pack;
        private Version settings = Version.FIRST;
        private Engine engine = shipped;
        private Instant now;
        private String saved = StateCodec.write(State.fresh());
        private Map<String, State.Held> held = Map.of();

        Conversation(Transcript transcript) {
            this.transcript = transcript;
            this.locale = new Language(transcript.head().getOrDefault("lang", "en"));
            this.seed = Long.parseLong(transcript.head().getOrDefault("seed", "1"));
            this.now = start(transcript);
            clock.accept(now);
        }

        private Instant start(Transcript of) {
            String at = of.head().getOrDefault("at", "");
            try {
                return Instant.parse(at);
            } catch (DateTimeException broken) {
                troubles.add(of.file() + ":1: the setting \"at\" isn't an instant: \"" + at
                        + "\"; write it as at 2026-11-24T15:00:00Z");
                return Instant.EPOCH;
            }
        }

        TranscriptRun hold() {
            if (transcript.turns() > MOST_TURNS) {
                troubles.add(transcript.file() + ": " + transcript.turns() + " turns; at most " + MOST_TURNS
                        + " are one story");
            }
            for (Transcript.Exchange exchange : transcript.exchanges()) {
                messages.add(new ArrayList<>());
                answers.add(exchange.isTurn() ? turn(exchange) : change(exchange));
            }
            return new TranscriptRun(transcript, answers, messages, paths, troubles);
        }

        private List<String> turn(Transcript.Exchange exchange) {
            String said = exchange.done();
            Event event = event(said);
            if (event == null) {
                troubles.add(transcript.file() + ":" + exchange.line() + ": no such button was shown: " + said);
                return List.of();
            }
            return take(event, exchange);
        }

        private List<String> take(Event event, Transcript.Exchange exchange) {
            State state = StateCodec.read(saved).holding(held);
            // A timer knows no platform's locale, only that of the installation.
            Language spoken = event instanceof Event.Due ? present.base() : locale;
            // In a workspace the bot may write to a person without being asked.
            String chat = transcript.head().getOrDefault("chat", "");
            TurnInput turnInput = new TurnInput(
                    event,
                    now,
                    seed,
                    spoken,
                    chat.startsWith("group") || chat.startsWith("workspace"),
                    chat.startsWith("workspace"),
                    transcript.head().get("deep-links"),
                    standing(chat),
                    present.revision());
            Turn turn;
            try {
                turn = engine.take(state, turnInput);
            } catch (RuntimeException failure) {
                troubles.add(transcript.file() + ":" + exchange.line() + ": the turn failed: " + failure.getMessage());
                turn = engine.apologize(state, turnInput);
            }
            saved = StateCodec.write(turn.next());
            held = turn.next().held();
            for (Effect effect : turn.effects()) {
                for (EffectHandler handler : handlers) {
                    if (handler.name().equals(effect.name())) {
                        handler.apply(CONVERSATION, effect);
                    }
                }
            }
            paths.addAll(turn.path());
            messages.get(messages.size() - 1).addAll(turn.messages());
            for (Message message : turn.messages()) {
                for (Choice choice : message.choices()) {
                    if (choice instanceof Choice.Press press) {
                        buttons.add(press);
                    }
                }
            }
            return PlainAnswer.lines(turn.messages(), turn.effects());
        }

        /** The person's standing in the chat; a second word says why they aren't a member. */
        private static GroupMembership standing(String chat) {
            return Stream.of(GroupMembership.values())
                    .filter(each -> chat.endsWith(" " + each.word()))
                    .findFirst()
                    .orElse(GroupMembership.MEMBER);
        }

        private @Nullable Event event(String said) {
            Matcher press = Transcript.PRESS.matcher(said);
            if (!press.matches()) {
                return ScriptedEvent.event(said);
            }
            List<Choice.Press> latestFirst = new ArrayList<>(buttons);
            Collections.reverse(latestFirst);
            return latestFirst.stream()
                    .filter(button -> button.label().equals(press.group(1)))
                    .distinct()
                    .skip(press.group(2) == null ? 0 : 1)
                    .findFirst()
                    .map(button -> new Event.Pressed(button.flow(), button.step(), button.answer()))
                    .orElse(null);
        }

        private List<String> change(Transcript.Exchange exchange) {
            Matcher passes = PASSES.matcher(exchange.happening());
            Matcher edit = EDIT.matcher(exchange.happening());
            Matcher set = SET.matcher(exchange.happening());
            Matcher unset = UNSET.matcher(exchange.happening());
            if (passes.matches()) {
                return pass(now.plus(Duration.parse(period(passes.group(1), passes.group(2)))), exchange);
            } else if (exchange.happening().equals(RESTART)) {
                held = Map.of();
            } else if (edit.matches()) {
                present = edited(edit);
                renew();
            } else if (set.matches()) {
                settle(exchange, Change.set(ORGANIZERS, now, values(set)));
            } else if (unset.matches()) {
                settle(exchange, Change.unset(ORGANIZERS, now, settings.keysOf(unset.group(1))));
            } else {
                troubles.add(transcript.file() + ":" + exchange.line() + ": nothing happens by this name: "
                        + exchange.happening());
            }
            return List.of();
        }

        private void renew() {
            engine = engines.apply(PackInForce.of(present, settings, EasternTime.dateAt(now)));
        }

        private void settle(Transcript.Exchange exchange, Change change) {
            new SettingRules(Catalog.of(present))
                    .refusals(settings, change, EasternTime.dateAt(now))
                    .forEach(refusal -> troubles.add(transcript.file() + ":" + exchange.line() + ": " + refusal));
            settings = settings.after(change);
            renew();
        }

        private Map<String, String> values(Matcher set) {
            Map<String, String> values = new TreeMap<>();
            String key = set.group(1);
            String record = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : "";
            values.put(key, set.group(2));
            String[] beside = {"as_of", key.endsWith(".opened_on") ? "opened_by" : "verified_by", "source"};
            for (int i = 0; i < beside.length; i++) {
                String value = set.group(3 + i);
                if (value != null) {
                    values.put(record + beside[i], value);
                }
            }
            return values;
        }

        /** Moves the clock; timers that fire on the way are handled at their own instants, in order. */
        private List<String> pass(Instant end, Transcript.Exchange exchange) {
            List<String> said = new ArrayList<>();
            List<Timer> due = timers.claim(end, end, 1);
            while (!due.isEmpty()) {
                Timer timer = due.get(0);
                now = timer.due().isAfter(now) ? timer.due() : now;
                clock.accept(now);
                renew();
                List<String> answer = take(new Event.Due(timer.flow()), exchange);
                timers.done(List.of(timer.id()));
                if (!said.isEmpty() && !answer.isEmpty()) {
                    said.add("");
                }
                said.addAll(answer);
                due = timers.claim(end, end, 1);
            }
            now = end;
            clock.accept(now);
            renew();
            return said;
        }

        private Pack edited(Matcher edit) {
            String flow = edit.group(2);
            String step = edit.group(3);
            String other = edit.group(4) == null ? "" : edit.group(4);
            return switch (edit.group(1)) {
                case "rename" -> PackEdit.rename(present, flow, step, other, false);
                case "was" -> PackEdit.rename(present, flow, step, other, true);
                case "remove" -> PackEdit.remove(present, flow, step, "");
                case "retire" -> PackEdit.remove(present, flow, step, other);
                case "drop" -> PackEdit.drop(present, flow, step, other);
                case "reorder" -> PackEdit.reorder(present, flow, step);
                default -> PackEdit.reword(present, flow, step);
            };
        }

        private static String period(String number, String unit) {
            return unit.equals("day") ? "P" + number + "D" : "PT" + number + Character.toUpperCase(unit.charAt(0));
        }
    }
}
