package org.campaignbot.benchmarks.attack;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S9: words of an alert that lead people somewhere other than they say. */
final class MisleadingAlerts implements Attack {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("a label that looks like another host", "Read it at [amnestyusa.org](https://evil.example/x) today.");
        WORDS.put("user information in an address", "Read [the news](https://amnesty.org@evil.example/x) today.");
        WORDS.put("a bidi control", "Read the \u202Eswen today.");
        WORDS.put("an invisible letter", "Read the ne\u200Bws today.");
        WORDS.put("a call to vote people out", "Vote out John Barrasso this fall.");
    }

    /** The format of a listed draft: its id comes first. */
    private static final Pattern ID = Pattern.compile("(?m)^([a-z0-9]{4,8}) ");

    @Override
    public List<Finding> run(Path folder) throws Exception {
        try (Arena arena = Arena.started(folder)) {
            OneTimeCodes.makesAdmin(arena, folder);
            return List.of(checked(folder, arena.settings()));
        }
    }

    private static Finding checked(Path folder, Map<String, String> settings) throws Exception {
        String expires = Instant.now()
                .plus(2, ChronoUnit.DAYS)
                .toString()
                .substring(0, 16)
                .replace('T', ' ');
        List<String> passed = new ArrayList<>();
        for (Map.Entry<String, String> each : WORDS.entrySet()) {
            Command draft = Command.bot(
                    folder,
                    settings,
                    60,
                    "alert",
                    "draft",
                    "--as",
                    "Admin",
                    "--action",
                    "action-call",
                    "--expires",
                    expires,
                    "--words",
                    "en=" + each.getValue(),
                    "--words",
                    "es=Llame hoy.");
            Matcher id = ID.matcher(draft.text());
            if (!id.find()) {
                throw new IllegalStateException("no draft was made: " + draft.text());
            }
            Command check = Command.bot(
                    folder, settings, 60, "alert", "check", Objects.requireNonNull(id.group(1)), "--as", "Admin");
            if (check.exit() == 0) {
                passed.add(each.getKey());
            }
        }
        return Finding.of(
                "S9",
                WORDS.size() + " misleading texts through `./bot alert check`: " + String.join(", ", WORDS.keySet()),
                "each refused",
                (WORDS.size() - passed.size()) + " refused"
                        + (passed.isEmpty() ? "" : "; passed: " + String.join(", ", passed)),
                passed.isEmpty());
    }
}
