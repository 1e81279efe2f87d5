package org.campaignbot.benchmarks.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignbot.testkit.crash.CrashJudge;
import org.campaignbot.testkit.crash.Said;
import org.campaignbot.testkit.crash.Verdict;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.Person;

/** The people of a crash run: what each of them typed, and who waits for an answer. */
final class People {

    private static final Set<String> SHOWING = Set.of("sendMessage", "editMessageText");

    private final FakeBotApi api;
    private final Map<Long, List<String>> expected = new HashMap<>();
    /** The waiting chats, with the mark of the last answer they wait for. */
    private final Map<Long, String> waiting = new ConcurrentHashMap<>();

    private long nextChat = 5_000_000_001L;

    People(FakeBotApi api) {
        this.api = api;
        api.log().listen(this::heard);
    }

    private void heard(Call call) {
        String mark = waiting.get(call.chat());
        if (mark != null && isShown(call) && text(call).contains(mark)) {
            waiting.remove(call.chat());
        }
    }

    /** Adds this many people, who have written nothing yet. */
    List<Person> join(int count) {
        List<Person> joined = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            joined.add(Person.of(nextChat++));
        }
        return joined;
    }

    /** Everyone types a whole script at once; the updates of one chat wait for each other. */
    void type(List<Person> people, Script script) {
        for (Person person : people) {
            waiting.put(person.id(), script.lastMark());
            expected.computeIfAbsent(person.id(), none -> new ArrayList<>()).addAll(script.marks());
        }
        for (Script.Line line : script.lines()) {
            people.forEach(person -> api.talk(person).says(line.words()));
        }
    }

    /** How many people have typed in all. */
    int count() {
        return expected.size();
    }

    /** How many updates there were. */
    int updates() {
        return expected.values().stream().mapToInt(List::size).sum();
    }

    /** How many chats wait for an answer. */
    int waiting() {
        return waiting.size();
    }

    /** Waits until everyone has the last answer; false if someone doesn't by the deadline. */
    boolean awaitAnswers(Duration deadline) {
        try {
            api.await(() -> waiting.isEmpty() && api.pendingUpdates() == 0, deadline, "somebody has no answer");
            return true;
        } catch (AssertionError tooLate) {
            return false;
        }
    }

    /** Checks everything that everyone was sent. */
    Verdict judge(CrashJudge judge) {
        Map<Long, List<Said>> said = new HashMap<>();
        for (Call call : api.log().calls()) {
            if (isShown(call)) {
                said.computeIfAbsent(call.chat(), none -> new ArrayList<>()).add(new Said(text(call), call.nanos()));
            }
        }
        return expected.entrySet().stream()
                .map(chat -> judge.judge(chat.getValue(), said.getOrDefault(chat.getKey(), List.of())))
                .reduce(Verdict.NONE, Verdict::and);
    }

    /** When each message of the bot was accepted. */
    List<Long> sendings() {
        return api.log().calls("sendMessage").stream().map(Call::nanos).toList();
    }

    private static boolean isShown(Call call) {
        return call.accepted() && SHOWING.contains(call.method());
    }

    private static String text(Call call) {
        return call.text() + "\n" + String.join("\n", call.labels());
    }
}
