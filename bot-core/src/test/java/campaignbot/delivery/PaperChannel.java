package campaignbot.delivery;

import campaignbot.message.Message;
import campaignbot.message.Surface;
import campaignbot.people.Address;
import campaignbot.people.Person;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A platform of paper: it notes what it is sent, and answers as it was told to. */
class PaperChannel implements Channel {

    final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    final List<String> erased = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Supplier<SendOutcome>>> answers = new ConcurrentHashMap<>();
    private final Pace pace;

    PaperChannel(Pace pace) {
        this.pace = pace;
    }

    /** Answers the next sends to a chat in this way, and takes all that follow. */
    void answer(String chat, SendOutcome... outcomes) {
        for (SendOutcome outcome : outcomes) {
            answer(chat, () -> outcome);
        }
    }

    void answer(String chat, Supplier<SendOutcome> outcome) {
        answers.computeIfAbsent(chat, each -> new ArrayDeque<>()).add(outcome);
    }

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public Surface surface(Address address) {
        return Surface.TIGHTEST;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public boolean isGroup(Address address) {
        return address.chat().startsWith("group");
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        sent.add(
                address.chat() + ": " + message.text().visible() + (replaces == null ? "" : " instead of " + replaces));
        Supplier<SendOutcome> next =
                answers.getOrDefault(address.chat(), new ArrayDeque<>()).poll();
        return next == null ? new SendOutcome.Sent() : next.get();
    }

    @Override
    public void erase(Address address, String message) {
        erased.add(message);
    }
}
