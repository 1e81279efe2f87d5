package org.campaignbot.benchmarks.attack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.testkit.telegram.Group;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;

/** S5 and S16: a one-time code typed where others can read it, and who is notified of a new role. */
final class OneTimeCodes implements Attack {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,}");
    private static final List<String> FORMS = List.of("/claim CODE", "/claim@BOT CODE", "CODE", "@BOT CODE");
    private static final long ADMIN = 100;
    private static final int SECONDS = 8;

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (Arena arena = Arena.started(folder)) {
            makesAdmin(arena, folder);
            List<String> privately = new ArrayList<>();
            List<String> intoGroup = new ArrayList<>();
            int told = 0;
            int heard = 0;
            for (int i = 0; i < FORMS.size(); i++) {
                Talk somebody = arena.telegram().talk(Person.of(200 + i));
                String bob = "Bob" + i;
                claim(arena, folder, somebody, FORMS.get(i), "--name", "Bob" + i, "--role", "organizer");
                told += Arena.await(
                                () -> arena.telegram().shown(ADMIN).stream()
                                        .anyMatch(each -> each.text().contains(bob)),
                                3)
                        ? 1
                        : 0;

                Group group = Group.supergroup(-1_000_000_300L - i);
                Person gwen = Person.of(300 + i);
                arena.telegram().talk(gwen).hasWrittenBefore();
                arena.telegram().group(group, gwen).addsBot();
                // As an administrator, the bot sees every message, even a code without a command before it.
                arena.telegram().group(group, gwen).promotesBot();
                int beforeGroup = arena.telegram().shown(ADMIN).size();
                String code = claim(
                        arena,
                        folder,
                        arena.telegram().talk(gwen, group),
                        FORMS.get(i),
                        "--name",
                        "Gwen" + i,
                        "--role",
                        "admin");
                heard += Arena.await(() -> arena.telegram().shown(ADMIN).size() > beforeGroup, 3) ? 1 : 0;
                Talk stranger = arena.telegram().talk(Person.of(400 + i));
                says(arena, stranger, code);
            }
            String organizers =
                    Command.bot(folder, arena.settings(), 60, "organizers").text();
            for (int i = 0; i < FORMS.size(); i++) {
                if (organizers.contains("Bob" + i)) {
                    privately.add(FORMS.get(i));
                }
                if (organizers.contains("Gwen" + i)) {
                    intoGroup.add(FORMS.get(i));
                }
            }
            return List.of(
                    Finding.of(
                            "S5",
                            "4 forms of a code in a group, then the bare code by a stranger in private",
                            "0 give a role",
                            intoGroup.size() + " gave the stranger a role"
                                    + (intoGroup.isEmpty() ? "" : ": " + intoGroup),
                            intoGroup.isEmpty()),
                    Finding.of(
                            "S5",
                            "the same 4 forms in private",
                            "4 work",
                            privately.size() + " work: " + privately,
                            privately.size() == FORMS.size()),
                    Finding.of(
                            "S5",
                            "an admin, while 4 codes are typed in groups",
                            "told 4 times",
                            "told " + heard + " times",
                            heard == FORMS.size()),
                    Finding.of(
                            "S16",
                            "an admin, while " + privately.size() + " others get a role",
                            "told each time",
                            "told " + told + " times",
                            told == privately.size() && told > 0));
        }
    }

    /** Signs in the first admin, with a code in private. */
    static void makesAdmin(Arena arena, Path folder) throws Exception {
        String unused = claim(arena, folder, arena.telegram().talk(Person.of(ADMIN)), "CODE");
    }

    /** Creates a code, and has a person type it in this form. */
    private static String claim(Arena arena, Path folder, Talk talk, String form, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("claim"));
        arguments.addAll(List.of(options));
        Command made = Command.bot(folder, arena.settings(), 60, arguments.toArray(String[]::new));
        Matcher found = CODE.matcher(made.text());
        if (!found.find()) {
            throw new IllegalStateException("no code was made: " + made.last());
        }
        says(arena, talk, form.replace("CODE", found.group()).replace("BOT", "campaign_test_bot"));
        return found.group();
    }

    private static void says(Arena arena, Talk talk, String text) throws InterruptedException {
        long update = talk.says(text);
        if (update != 0) {
            arena.telegram().awaitConfirmed(update, Duration.ofSeconds(SECONDS));
        }
    }
}
