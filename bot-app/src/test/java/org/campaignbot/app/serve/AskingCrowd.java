package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;

/** People in Alaska who ask for their lawmakers again and again, and what version of the tables each answer was of. */
final class AskingCrowd implements AutoCloseable {

    /** Two questions in turn, so that an answer that comes twice isn't taken for the next one; each by a mark of its answer. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "my lawmakers", "Your lawmakers for Alaska", "Lisa Murkowski", "Senator Lisa Murkowski, one Senate seat");

    private final FakeBotApi api;
    private final Map<Long, Talk> talks = new HashMap<>();
    private final Map<Long, String> waiting = new ConcurrentHashMap<>();
    private final Map<Long, String> asked = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
    private final List<String> mixed = new CopyOnWriteArrayList<>();
    private final ExecutorService asking = Executors.newSingleThreadExecutor();
    private volatile boolean goesOn;
    private volatile Duration pause = Duration.ZERO;

    AskingCrowd(Scene scene, int people) {
        this.api = scene.api();
        for (long id = 1; id <= people; id++) {
            talks.put(id, api.talk(Person.of(id)));
        }
        api.log().listen(this::heard);
        // Everybody says where they live, and has their lawmakers on the screen.
        talks.keySet().forEach(id -> waiting.put(id, "Your lawmakers for Alaska"));
        talks.values().forEach(talk -> talk.says("my lawmakers"));
        talks.values().forEach(talk -> talk.says("Alaska"));
        awaitAnswers();
        talks.keySet().forEach(id -> asked.put(id, "my lawmakers"));
    }

    private void heard(Call call) {
        String mark = waiting.get(call.chat());
        if (!call.accepted() || !QUESTIONS.values().stream().anyMatch(call.text()::contains)) {
            return;
        }
        OptionalInt version = TableVersions.of(call.text());
        if (version.isEmpty()) {
            mixed.add(call.text());
        } else {
            answers.computeIfAbsent(version.getAsInt(), none -> new AtomicLong())
                    .incrementAndGet();
        }
        if (mark != null && call.text().contains(mark) && waiting.remove(call.chat(), mark) && goesOn) {
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, asking)
                    .execute(() -> ask(call.chat()));
        }
    }

    private void ask(long id) {
        if (!goesOn) {
            return;
        }
        String question = "my lawmakers".equals(asked.get(id)) ? "Lisa Murkowski" : "my lawmakers";
        asked.put(id, question);
        waiting.put(id, String.valueOf(QUESTIONS.get(question)));
        Objects.requireNonNull(talks.get(id)).says(question);
    }

    /** Everybody asks, and asks again after a pause when they have an answer. */
    void begin(Duration between) {
        pause = between;
        goesOn = true;
        talks.keySet().forEach(id -> asking.execute(() -> ask(id)));
    }

    /** Stops asking, and returns how many still wait for an answer. */
    int end() throws InterruptedException {
        goesOn = false;
        CountDownLatch last = new CountDownLatch(1);
        asking.execute(last::countDown);
        last.await();
        return waiting.size();
    }

    /** Waits until everybody has their answer; after that nothing is lost. */
    void awaitAnswers() {
        api.await(() -> waiting.isEmpty() && api.pendingUpdates() == 0, Scene.PATIENCE, "somebody has no answer");
    }

    /** How many answers there were of a version. */
    long answersOf(int version) {
        AtomicLong count = answers.get(version);
        return count == null ? 0 : count.get();
    }

    /** How many answers there were in all. */
    long answers() {
        return answers.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** The newest version that somebody was told. */
    int newestTold() {
        return answers.keySet().stream().mapToInt(each -> each).max().orElse(0);
    }

    /** The answers that were of two versions. */
    List<String> mixed() {
        return List.copyOf(mixed);
    }

    @Override
    public void close() {
        goesOn = false;
        asking.shutdownNow();
    }
}
