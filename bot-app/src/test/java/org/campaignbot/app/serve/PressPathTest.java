package org.campaignbot.app.serve;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;

import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the classes that a press runs through, between its arrival and the request that answers it. */
public class PressPathTest {

    private static final Path PAGE = Path.of("..", "docs", "how-a-message-travels.md");
    private static final Pattern COUNTED = Pattern.compile("runs through (\\d+) of our top-level classes with logic");
    private static final String OURS = "org.campaignbot.";
    private static final String SENDING = "send-telegram-";
    private static final int PRESSES = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aPressRunsThroughNoMoreClassesThanThePageSays() throws Exception {
        Instrumentation instrumentation = ByteBuddyAgent.install();
        ResettableClassFileTransformer agent = watch(instrumentation);
        Map<String, Integer> presses = new TreeMap<>();
        try (Scene scene = new Scene(folder);
                ServerHere server = scene.serverHere()) {
            Talk talk = scene.api().talk(Person.of(101));
            talk.command("start");
            scene.awaitShown(talk, "volunteer-run bot");
            talk.says("82001");
            scene.awaitShown(talk, question("call/card"));
            for (int i = 0; i <= PRESSES; i++) {
                List<Entry> entries = press(scene, talk, "Left a voicemail");
                // The first press also initializes classes.
                Set<String> path = i == 0 ? Set.of() : path(entries);
                path.forEach(each -> presses.merge(each, 1, Integer::sum));
                press(scene, talk, "Undo");
            }
            assertThat(server.err()).isEmpty();
        } finally {
            agent.reset(instrumentation, AgentBuilder.RedefinitionStrategy.RETRANSFORMATION);
        }
        Matcher counted = COUNTED.matcher(Files.readString(PAGE));
        assertThat(counted.find()).isTrue();
        // What a thread does once a second, such as renewing its lease, falls between a press and its answer now and
        // then.
        List<String> withLogic = presses.keySet().stream()
                .filter(each -> presses.getOrDefault(each, 0) * 2 > PRESSES)
                .filter(PressPathTest::hasLogic)
                .toList();
        assertThat(withLogic)
                .contains("org.campaignbot.update.UpdateProcessor", "org.campaignbot.telegram.TelegramChannel")
                .hasSizeLessThanOrEqualTo(Integer.parseInt(counted.group(1)));
    }

    /** Presses a button once it is shown, and returns what was entered until it was answered. */
    private static List<Entry> press(Scene scene, Talk talk, String button) {
        scene.api()
                .await(
                        () -> scene.api().shown(talk.chat()).stream()
                                .anyMatch(each -> each.labels().contains(button)),
                        Scene.PATIENCE,
                        "no button \"" + button + "\" is shown");
        Entries.start();
        talk.presses(button);
        scene.api().await(Entries::isAnswered, Scene.PATIENCE, "\"" + button + "\" is not answered");
        scene.api().awaitAllConfirmed(Scene.PATIENCE);
        return Entries.stop();
    }

    private static ResettableClassFileTransformer watch(Instrumentation instrumentation) {
        return new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(nameStartsWith(OURS)
                        .and(not(nameStartsWith(OURS + "testkit.")))
                        .and(not(nameStartsWith(PressPathTest.class.getName()))))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Entered.class).on(isMethod().or(isConstructor()))))
                .installOn(instrumentation);
    }

    /** The thread that reads updates until it hands the answer to a worker, and the worker until it writes the request. */
    private static Set<String> path(List<Entry> entries) {
        Set<String> path = new TreeSet<>();
        List<Entry> reader = of(entries, "telegram-polling");
        int handedOver = 0;
        for (int i = 0; i < reader.size(); i++) {
            handedOver = reader.get(i).type.equals(OURS + "sending.ChannelSender") ? i : handedOver;
        }
        reader.subList(0, handedOver + 1).forEach(each -> path.add(each.top()));
        Set<String> worker = new TreeSet<>();
        for (Entry each : of(entries, SENDING)) {
            if (each.type.equals(OURS + "sending.ChannelSender") && each.method.equals("send")) {
                // Until now it may have ended what followed the press before.
                worker.clear();
            }
            worker.add(each.top());
            if (each.isRequest()) {
                path.addAll(worker);
                return path;
            }
        }
        throw new AssertionError("no request was seen");
    }

    private static List<Entry> of(List<Entry> entries, String thread) {
        return entries.stream().filter(each -> each.thread.startsWith(thread)).toList();
    }

    /** Records, enums and interfaces carry values, and what they do is told by their names. */
    private static boolean hasLogic(String name) {
        try {
            Class<?> found = Class.forName(name, false, PressPathTest.class.getClassLoader());
            return !found.isRecord() && !found.isEnum() && !found.isInterface();
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    record Entry(String thread, String type, String method) {
        boolean isRequest() {
            return thread.startsWith(SENDING) && method.equals("writeTo");
        }

        String top() {
            int nested = type.indexOf('$');
            return nested < 0 ? type : type.substring(0, nested);
        }
    }

    /** What was entered since the start; public, because the woven classes call it. */
    public static final class Entries {

        private static final Queue<Entry> SEEN = new ConcurrentLinkedQueue<>();
        private static volatile boolean on;

        private Entries() {}

        static void start() {
            SEEN.clear();
            on = true;
        }

        static boolean isAnswered() {
            return SEEN.stream().anyMatch(Entry::isRequest);
        }

        static List<Entry> stop() {
            on = false;
            return List.copyOf(SEEN);
        }

        public static void add(String type, String method) {
            if (on) {
                SEEN.add(new Entry(Thread.currentThread().getName(), type, method));
            }
        }
    }

    static final class Entered {

        private Entered() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#t") String type, @Advice.Origin("#m") String method) {
            Entries.add(type, method);
        }
    }
}
