package org.campaignbot.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.campaignbot.benchmarks.wire.Loop;
import org.jspecify.annotations.Nullable;

/** One bot's simulated people, and the Bot API's state for that bot; used only in the driver's thread except where noted. */
final class Crowd {

    /** Ids above those of any old account, so that they don't fit into an int. */
    private static final long FIRST_CHAT = 5_000_000_001L;

    private final Loop loop;
    private final Journey journey;
    private final List<SimulatedChat> chats = new ArrayList<>();
    private final Map<Long, SimulatedChat> byId = new HashMap<>();
    private final Polls polls = new Polls();
    private final CountDownLatch listening = new CountDownLatch(1);
    private @Nullable Delivery delivery;
    private Round round = new Round();
    private CountDownLatch allAnswered = new CountDownLatch(0);
    private int busy;
    private long updates = 100_000_000;
    private long messages;
    private long people = FIRST_CHAT;

    Crowd(Loop loop, Journey journey) {
        this.loop = loop;
        this.journey = journey;
        loop.everyRound(polls::expire);
    }

    /** Handles a call of the bot: its result goes back as JSON before the person sees any of it. */
    void call(BotApiCall call, Consumer<String> back) {
        round.called();
        if (call.method().equals("getupdates")) {
            delivery = polls;
            listening.countDown();
            polls.ask(call.timeout(), back);
        } else if (call.chat() >= FIRST_CHAT) {
            long message = call.message() > 0 ? call.message() : nextMessage();
            back.accept(call.shows() ? Updates.message(call.chat(), message) : "true");
            SimulatedChat chat = byId.get(call.chat());
            if (chat != null) {
                chat.received(call, message);
            }
        } else {
            back.accept(general(call));
        }
    }

    private String general(BotApiCall call) {
        return switch (call.method()) {
            case "getme" -> Updates.BOT;
            case "getwebhookinfo" -> "{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}";
            case "getmycommands" -> "[]";
            case "setwebhook" -> {
                if (call.url() != null && !call.url().isEmpty()) {
                    delivery = new Webhook(loop, URI.create(call.url()), call.secret());
                    listening.countDown();
                }
                yield "true";
            }
            default -> "true";
        };
    }

    /** Waits, in any thread but the driver's, until the bot polls or has set its webhook; false if it ended or was too late. */
    boolean awaitListening(BooleanSupplier isAlive, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (isAlive.getAsBoolean() && System.nanoTime() < until) {
            if (listening.await(100, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** Starts a round with this many chats. */
    void begin(Round newRound, int count) {
        round = newRound;
        allAnswered = new CountDownLatch(1);
        while (chats.size() < count) {
            chats.add(new SimulatedChat(journey, this));
        }
        busy = count;
        List.copyOf(chats.subList(0, count)).forEach(SimulatedChat::goOn);
    }

    /** Ends the round and returns a latch that opens once every update has its answer. */
    CountDownLatch end() {
        round.end();
        return allAnswered;
    }

    /** The first chat waiting for an answer, and for which one; null if none does. */
    @Nullable
    String waiting() {
        return chats.stream()
                .map(SimulatedChat::waiting)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Round round() {
        return round;
    }

    long nextUpdate() {
        return ++updates;
    }

    long nextMessage() {
        return ++messages;
    }

    /** Says goodbye to a person whose journey is over, and returns the id of the next. */
    long nextPerson(long last, SimulatedChat place) {
        byId.remove(last);
        byId.put(++people, place);
        return people;
    }

    void deliver(String update, Consumer<Boolean> taken) {
        Objects.requireNonNull(delivery, "no round begins before the bot listens")
                .deliver(update, taken);
    }

    void answered(SimulatedChat chat) {
        round.answered();
        if (!round.over()) {
            chat.goOn();
        } else if (--busy == 0) {
            allAnswered.countDown();
        }
    }
}
